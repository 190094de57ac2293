// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ow::store {

/// Checks a project file whole, every page and row: one sentence per fault, empty = sound. Reads the entire
/// file, so it takes as long as that does. Errors: as Project::open(), CorruptFile where it cannot be opened
/// at all.
[[nodiscard]] Result<std::vector<std::string>> checkFile(const std::filesystem::path& file);

/// What is to be known of the file besides its faults, as a sentence: that a later program made it. Mostly
/// empty.
std::string remarkOn(const std::filesystem::path& file);

}
