// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file_kind.h"
#include "base/json.h"
#include "cli/load.h"
#include "cli/verb.h"
#include "decide/validate.h"
#include "model/pack_json.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
};

Json toJson(const std::vector<Error>& list)
{
    Json out = Json::array();
    for (const Error& e : list)
        out.push_back({ { "code", errorCodeName(e.code) }, { "message", e.message }, { "at", e.at } });
    return out;
}

/// Warnings are said and fail nothing: a pack with them can be released.
int report(const std::string& file, const std::vector<Error>& problems, const std::vector<Error>& warnings,
    const Console& console)
{
    if (console.json()) {
        console.printJson(
            { { "file", file }, { "problems", toJson(problems) }, { "warnings", toJson(warnings) } });
    } else {
        for (const Error& e : problems)
            console.printLine(e.text());
        for (const Error& e : warnings)
            console.printLine("warning: " + e.text());
        console.printLine(
            fmt::format("{}: {} problem{}", file, problems.size(), problems.size() == 1 ? "" : "s"));
    }
    return problems.empty() ? Done : FoundProblems;
}

int report(const std::string& file, const model::Pack& pack, const Console& console)
{
    return report(file, decide::validate(pack), decide::warnings(pack), console);
}

/// A project's draft is linted as the pack it would be released as.
int lintProject(const std::string& file, const Console& console)
{
    const Result<model::Pack> pack = loadPack(file);
    if (!pack)
        return console.fail(pack.error());
    return report(file, *pack, console);
}

int run(const Options& options, const Console& console)
{
    if (looksLikeProject(options.file))
        return lintProject(options.file, console);
    if (const auto looked = refuseForeign(options.file, "a rule pack or a project"); !looked)
        return console.fail(looked.error());
    const Result<std::string> text = readInput(options.file);
    if (!text)
        return console.fail(text.error());
    const Result<Json> json = parseJson(*text);
    if (!json)
        return console.fail({ json.error().code, json.error().message,
            options.file + (json.error().at.empty() ? "" : ":" + json.error().at) });
    const Result<model::Pack> pack = model::readPack(*json);
    if (!pack)
        return report(options.file, { pack.error() }, {}, console);
    return report(options.file, *pack, console);
}

const Verb verb(
    "lint", "Find what is wrong in a pack or in a project's draft", [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "A project or a rule pack; - reads standard input")->required();
        return [options](Console& console) { return run(*options, console); };
    });

}

}
