// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/partial_policy.h"
#include "cli/verb.h"
#include "store/project.h"

#include <fmt/format.h>

#include <map>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string part;
    std::string why;
};

/// "3 offers, 1 cap": what the history row says.
std::string summary(const std::vector<store::Edit>& edits)
{
    std::map<std::string, int> counts;
    for (const auto& edit : edits)
        ++counts[edit.key.kind];
    std::string out;
    for (const auto& [kind, n] : counts)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", n, kind);
    return out.empty() ? "nothing" : out;
}

int run(const Options& options, Console& console)
{
    const auto text = readInput(options.part);
    if (!text)
        return console.fail(text.error());
    const auto part = parseJson(*text);
    if (!part)
        return console.fail(
            { part.error().code, part.error().message, options.part + ':' + part.error().at });
    auto project = store::Project::open(options.file);
    if (!project)
        return console.fail(project.error());
    const auto edits = editsOfPartialPolicy(*part, *(*project)->draft());
    if (!edits)
        return console.fail(
            { edits.error().code, edits.error().message, options.part + ": " + edits.error().at });
    const auto before = (*project)->head();
    const store::Command command { "Applied " + summary(*edits), *edits, options.why };
    if (const auto applied = (*project)->apply(command); !applied)
        return console.fail(applied.error());
    const bool changed = (*project)->head() != before;
    if (console.json())
        console.printJson(
            { { "edits", edits->size() }, { "changed", changed }, { "history", (*project)->head() } });
    else
        console.printLine(changed ? command.title : "Nothing to change: the project says all of it already.");
    return Done;
}

const Verb verb("apply", "Put a part of a pack (rules, offers, settings as JSON) into a project's draft",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project")->required();
        app.add_option("part", options->part,
               "JSON with the keys of a pack; also titles and remove; - reads standard input")
            ->required();
        app.add_option("--why", options->why, "A reason for the history");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
