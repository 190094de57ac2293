// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mapping.h"
#include "store/project.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// A mapping that the project keeps under its name, and the columns of the file that it was drawn for ({} =
/// not known). An authored object of the kind "mapping": changed by commands, in the history, in the text
/// form and in merges.
struct SavedMapping {
    std::string name;
    Mapping mapping;
    std::vector<std::string> columns;
};

inline constexpr std::size_t longestMappingName = 100; ///< bytes

/// By name. Errors: Io, CorruptFile.
[[nodiscard]] Result<std::vector<SavedMapping>> savedMappings(const store::Project& project);
/// Errors: NotFound, with the names that there are.
[[nodiscard]] Result<SavedMapping> savedMapping(const store::Project& project, std::string_view name);
/// One step in the history; a mapping of the same name is replaced. Errors: InvalidInput (no name, one with
/// control characters, over 100 bytes; a mapping that cannot be read back), and as Project::apply().
[[nodiscard]] Result<void> saveMapping(store::Project& project, const SavedMapping& saved);
/// Errors: NotFound, and as Project::apply().
[[nodiscard]] Result<void> removeMapping(store::Project& project, std::string_view name);

/// The one that a file with these columns is read by: drawn for exactly such columns, the last by name where
/// there are several; null where there is none. Order does not count.
const SavedMapping* mappingFor(
    const std::vector<SavedMapping>& saved, const std::vector<std::string>& columns);

}
