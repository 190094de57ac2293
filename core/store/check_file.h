// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ow::store {

/// Files of fewer bytes are looked through whenever they are opened; of greater ones only what people
/// authored is.
inline constexpr std::uintmax_t checkedOnOpenBelow = 4 << 20;

/// Checks a project file whole, every page and row: one sentence per fault, empty = sound. Reads the entire
/// file, so it takes as long as that does. Errors: as Project::open(), CorruptFile where it cannot be opened
/// at all.
[[nodiscard]] Result<std::vector<std::string>> checkFile(const std::filesystem::path& file);

/// What is to be known of the file besides its faults, as a sentence: that a later program made it. Mostly
/// empty.
std::string remarkOn(const std::filesystem::path& file);

}
