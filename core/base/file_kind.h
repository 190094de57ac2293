// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// What people hand us by mistake, told by its first bytes: one answer for importing, opening, comparing and
// deciding.

namespace ow {

struct FileKind {
    std::string_view name; ///< "a PNG picture"
    std::string_view advice; ///< "unpack it first"; may be empty
};

/// By the first bytes (some hundred are enough). Empty where they are no sign of what we never read: texts,
/// packs, projects.
std::optional<FileKind> foreignKind(std::string_view head);

/// "This is a PNG picture, not a rule pack." with the kind's advice behind it; empty as foreignKind().
/// `wanted` with its article.
std::string foreignSentence(std::string_view head, std::string_view wanted);

/// The same of the file at the path; "-" and what cannot be read pass, for whoever reads it to say why. A
/// folder is "a folder". Errors: InvalidInput, with the path as its place.
[[nodiscard]] Result<void> refuseForeign(const std::filesystem::path& file, std::string_view wanted);

/// The first bytes, fewer of a short file. Empty where it cannot be read.
std::string headOf(const std::filesystem::path& file, std::size_t bytes = 512);

}
