// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/progress.h"
#include "base/result.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::cli {

/// What a verb's run answers to the shell.
enum ExitCode {
    Done = 0,
    FoundProblems = 1, ///< the work was done, and what it looked at is not in order: lint, prove, verify
    BadInput = 2, ///< bad usage, or input that cannot be read
};

/// Where a verb talks to: human text by default, with --json one JSON document on standard output.
class Console {
public:
    explicit Console(bool json)
        : m_json(json)
    {
    }

    bool json() const { return m_json; }
    /// Text as it is, on standard output.
    void print(std::string_view text) const;
    void printLine(std::string_view text) const;
    /// The one document of --json, on one line.
    void printJson(const Json& document) const;
    /// On standard error: a sentence, or {"error": {code, message, at}} with --json. Returns BadInput.
    int fail(const Error& error) const;
    /// A remark on standard error that is no error; silent with --json.
    void note(std::string_view text) const;
    /// For long work: draws "what 42 %" on standard error where that is a terminal, else stays silent. Ctrl+C
    /// ends it.
    Progress progress(std::string what) const;

private:
    bool m_json;
};

/// The bytes of a file, or of standard input for "-". Errors: Io, NotFound.
[[nodiscard]] Result<std::string> readInput(const std::string& path);

/// One verb: `setUp` declares its options and returns what runs it. Each verb_NAME.cpp has one at file scope:
///
///     const Verb verb("lint", "Find what is wrong in a pack", [](CLI::App& app) -> Verb::Run {
///         auto options = std::make_shared<Options>();
///         app.add_option("file", options->file, "…")->required();
///         return [options](Console& console) { return run(*options, console); };
///     });
///
/// --help and --json are added for every verb.
struct Verb {
    using Run = std::function<int(Console&)>;
    using SetUp = std::function<Run(CLI::App&)>;

    Verb(std::string name, std::string description, SetUp setUp);
    static std::vector<const Verb*> all(); ///< by name

    std::string name;
    std::string description;
    SetUp setUp;
};

}
