// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/load.h"
#include "cli/verb.h"
#include "release/diff.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string before;
    std::string after;
};

std::string_view name(release::Difference::What what)
{
    switch (what) {
    case release::Difference::What::Added:
        return "added";
    case release::Difference::What::Removed:
        return "removed";
    case release::Difference::What::Reordered:
        return "reordered";
    case release::Difference::What::Changed:
        break;
    }
    return "changed";
}

int run(const Options& options, Console& console)
{
    const auto a = loadPack(options.before);
    if (!a)
        return console.fail(a.error());
    const auto b = loadPack(options.after);
    if (!b)
        return console.fail(b.error());
    const auto differences = release::diff(*a, *b);
    if (console.json()) {
        Json list = Json::array();
        for (const auto& d : differences)
            list.push_back(
                { { "what", name(d.what) }, { "kind", d.kind }, { "id", d.id }, { "field", d.field },
                    { "before", d.before }, { "after", d.after }, { "sentence", d.sentence } });
        console.printJson({ { "differences", std::move(list) } });
        return Done;
    }
    for (const auto& d : differences)
        console.printLine(d.sentence);
    if (differences.empty())
        console.printLine("No difference in meaning.");
    return Done;
}

const Verb verb(
    "diff", "Say what differs in meaning between two packs or projects", [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("before", options->before, "A project or a pack")->required();
        app.add_option("after", options->after, "A project or a pack")->required();
        return [options](Console& console) { return run(*options, console); };
    });

}

}
