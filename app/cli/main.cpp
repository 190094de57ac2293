// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "cli/verb.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <string_view>

using namespace ow::cli;

namespace {

/// Usage faults come before any verb knows of --json, so we look for it ourselves.
bool asksForJson(int argc, char** argv)
{
    return std::any_of(argv, argv + argc, [](const char* a) { return std::string_view(a) == "--json"; });
}

std::string_view firstWord(int argc, char** argv)
{
    char** const word = std::find_if(argv + 1, argv + argc, [](const char* a) { return *a != '-'; });
    return word == argv + argc ? std::string_view() : *word;
}

/// What is wrong with the verb: CLI11 only says that a subcommand is required.
std::string verbProblem(std::string_view typed)
{
    std::vector<std::string> names;
    for (const Verb* verb : Verb::all())
        names.emplace_back(verb->name);
    if (typed.empty())
        return "Name a verb";
    std::string out = "There is no verb \"" + std::string(typed.substr(0, 80)) + '"';
    if (const std::string near = ow::closest(typed, names); !near.empty())
        out += "; did you mean \"" + near + "\"?";
    return out;
}

/// Help and version print and end well; every other fault of the command line is bad usage.
int endOfParsing(const CLI::App& app, const CLI::ParseError& error, bool json, std::string_view typed)
{
    if (error.get_exit_code() == 0)
        return app.exit(error);
    const bool noVerb = app.get_subcommands().empty();
    std::string message = noVerb ? verbProblem(typed) : error.what();
    message += message.ends_with('?') ? " See --help." : ". See --help.";
    return Console(json).fail({ ow::ErrorCode::InvalidInput, message, {} });
}

int run(int argc, char** argv)
{
    CLI::App app("Offerwright: design cross-sell, prove that it helps, release it.", "offerwright");
    app.set_version_flag("--version", OFFERWRIGHT_VERSION);
    app.require_subcommand(1);
    bool json = false;
    std::map<const CLI::App*, Verb::Run> runs;
    for (const Verb* verb : Verb::all()) {
        CLI::App* sub = app.add_subcommand(verb->name, verb->description);
        sub->add_flag("--json", json, "One JSON document on standard output");
        runs[sub] = verb->setUp(*sub);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return endOfParsing(app, error, asksForJson(argc, argv), firstWord(argc, argv));
    }
    Console console(json);
    const int code = runs.at(app.get_subcommands().front())(console);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        return console.fail({ ow::ErrorCode::Io, "The output could not be written in full", {} });
    return code;
}

}

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception&
            bug) { // an invariant of ours is broken: say so, and never with exit code 0 or 1
        return Console(false).fail(
            { ow::ErrorCode::InvalidInput, std::string("Internal error: ") + bug.what(), {} });
    }
}
