// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ow::cli {

/// The running program itself; empty where the system does not say.
std::filesystem::path ownProgram();

/// Runs a program and waits for it; its standard output goes to `output` (empty = nowhere), which is there
/// afterwards only if the program ended with an exit code of at most `worstCode`. Its standard error is ours.
/// Errors: Io (cannot be started, ended with another code; says which).
[[nodiscard]] Result<int> runProgram(const std::filesystem::path& program,
    const std::vector<std::string>& arguments, const std::filesystem::path& output, int worstCode = 0);

}
