// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace ow::store {

enum class IfThere { Replace, Refuse };

/// Gives a finished file its name: its bytes reach the disk, then it is renamed, then the folder reaches the
/// disk. Whenever the power goes, the name stands for what was there before or for the whole of the new file.
/// Both in one folder. Errors: Io (then the name stands for what was there before).
[[nodiscard]] Result<void> putInPlace(
    const std::filesystem::path& finished, const std::filesystem::path& name, IfThere ifThere);

/// Waits until a file's or a folder's bytes are on the disk. Errors: Io.
[[nodiscard]] Result<void> syncToDisk(const std::filesystem::path& path);

}
