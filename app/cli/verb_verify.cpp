// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "release/vectors.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
};

Json toJson(const release::Verification& v)
{
    Json problems = Json::array();
    for (const auto& p : v.problems)
        problems.push_back({ { "code", errorCodeName(p.code) }, { "message", p.message }, { "at", p.at } });
    Json failed = Json::array();
    for (const auto& r : v.vectors)
        if (!r.passed)
            failed.push_back({ { "name", r.name }, { "expected", r.expected }, { "got", r.got } });
    return { { "ok", v.ok() }, { "name", v.name }, { "version", v.version }, { "sha256", v.sha256 },
        { "canonical", v.canonical }, { "vectors", v.vectors.size() }, { "failed", std::move(failed) },
        { "problems", std::move(problems) } };
}

void print(const release::Verification& v, const Console& console)
{
    if (!v.sha256.empty())
        console.printLine(fmt::format("{} version {}, SHA-256 {}{}", v.name, v.version, v.sha256,
            v.canonical ? "" : " (of its canonical form; these bytes are another spelling of it)"));
    for (const auto& p : v.problems)
        console.printLine(p.text());
    if (!v.problems.empty())
        return console.printLine("No engine can run it as it is: its vectors were not decided.");
    std::size_t passed = 0;
    for (const auto& r : v.vectors) {
        passed += r.passed;
        if (!r.passed)
            console.printLine(fmt::format(
                "vector {}: decided otherwise\n  wanted {}\n  got    {}", r.name, r.expected, r.got));
    }
    console.printLine(v.vectors.empty()
            ? "It carries no vectors to decide again."
            : fmt::format("{} of {} vectors decided alike.", passed, v.vectors.size()));
}

int run(const Options& options, const Console& console)
{
    const auto text = readInput(options.file);
    if (!text)
        return console.fail(text.error());
    const auto v = release::verify(*text);
    if (!v)
        return console.fail({ v.error().code, v.error().message,
            options.file + (v.error().at.empty() ? "" : ": " + v.error().at) });
    if (console.json())
        console.printJson(toJson(*v));
    else
        print(*v, console);
    return v->ok() ? Done : FoundProblems;
}

const Verb verb("verify", "Check a released pack: its rules, its identity, its golden decisions",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("pack", options->file, "A rule pack; - reads standard input")->required();
        return [options](Console& console) { return run(*options, console); };
    });

}

}
