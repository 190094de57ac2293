// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/child.h"

#include <fmt/format.h>
#include <sys/auxv.h>
#include <sys/wait.h>

#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace ow::cli {

std::filesystem::path ownProgram()
{
    std::error_code error;
    auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error)
        return path;
    // Without /proc: the path that we were started by, as the kernel keeps it for us.
    const auto* started
        = reinterpret_cast<const char*>(getauxval(AT_EXECFN)); // NOLINT: an address, by contract
    path = std::filesystem::absolute(started == nullptr ? "" : started, error);
    return error ? std::filesystem::path {} : path;
}

namespace {

/// posix_spawn with standard output into a file; the exit code, or -1 where it did not end by itself.
Result<int> spawnAndWait(
    const std::filesystem::path& program, std::vector<std::string> arguments, const std::string& output)
{
    arguments.insert(arguments.begin(), program.string());
    std::vector<char*> argv;
    for (auto& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    pid_t child = 0;
    const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        return fail(ErrorCode::Io,
            fmt::format("\"{}\" cannot be started: {}", program.filename().string(), std::strerror(error)),
            program.string());
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}

Result<int> runProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
    const std::filesystem::path& output, int worstCode)
{
    const std::string part = output.empty() ? "/dev/null" : output.string() + ".part";
    const auto code = spawnAndWait(program, arguments, part);
    std::error_code ignored;
    if (!code || *code < 0 || *code > worstCode) {
        if (!output.empty())
            std::filesystem::remove(part, ignored);
        if (!code)
            return code;
        std::string line = program.filename().string();
        for (const auto& argument : arguments)
            line += ' ' + argument;
        return fail(ErrorCode::Io, fmt::format("`{}` ended with exit code {}", line, *code));
    }
    if (!output.empty()) {
        std::error_code error;
        std::filesystem::rename(part, output, error);
        if (error)
            return fail(ErrorCode::Io, "Cannot be written: " + error.message(), output.string());
    }
    return code;
}

}
