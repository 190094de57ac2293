// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "mine/load.h"
#include "mine/save.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"
#include "store/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

namespace ow::cli {

namespace {

struct MineVerbOptions {
    std::string file;
    mine::MineOptions mine;
    std::size_t top = 20;
    bool dryRun = false;
};

Result<std::int64_t> save(store::Project& project, const mine::AdjacencyEvidence& evidence)
{
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    const auto saved = mine::saveSuggestions<store::MinedEdge>(**writer, evidence);
    if (!saved)
        return fail(saved.error());
    const auto record = (*writer)->commit(fmt::format("Mined {} pairs of products", *saved), "mined", "");
    if (!record)
        return fail(record.error());
    project.refresh();
    return *saved;
}

Json toJson(const mine::AdjacencyEvidence& evidence)
{
    Json pairs = Json::array();
    for (const mine::MinedPair& pair : evidence.pairs) {
        if (!mine::isSuggestion(pair))
            continue;
        Json one = Json::parse(mine::evidenceJson(pair));
        one["a"] = evidence.names[pair.a];
        one["b"] = evidence.names[pair.b];
        pairs.push_back(std::move(one));
    }
    return { { "baskets", evidence.basketCount }, { "sessions", evidence.sessionCount },
        { "candidates", evidence.pairs.size() }, { "tested_buys", evidence.testedBuys },
        { "tested_views", evidence.testedViews }, { "tested_choices", evidence.testedChoices },
        { "pairs", std::move(pairs) } };
}

void print(const mine::AdjacencyEvidence& evidence, std::size_t top, const Console& console)
{
    std::map<std::string_view, int> classes;
    for (const mine::MinedPair& pair : evidence.pairs)
        ++classes[stats::edgeClassName(pair.edgeClass)];
    console.printLine(
        fmt::format("{} baskets, {} sessions, {} pairs seen often enough, {} tested as bought together",
            evidence.basketCount, evidence.sessionCount, evidence.pairs.size(), evidence.testedBuys));
    for (const auto& [name, count] : classes)
        console.printLine(fmt::format("  {:<13}{:>8}", name, count));
    std::size_t shown = 0;
    for (const mine::MinedPair& pair : evidence.pairs) {
        if (!mine::isSuggestion(pair))
            continue;
        if (shown++ == top)
            break;
        console.printLine(
            fmt::format("{} + {}: {} {:.2f}. {}", evidence.names[pair.a], evidence.names[pair.b],
                stats::edgeClassName(pair.edgeClass), pair.weight, mine::verdictSentence(pair)));
    }
}

int run(const MineVerbOptions& options, const Console& console)
{
    auto project = store::Project::open(options.file);
    if (!project)
        return console.fail(project.error());
    auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    const auto input = mine::loadMiningInput(**reader, console.progress("Reading"));
    if (!input)
        return console.fail(input.error());
    reader->reset();
    const mine::MineInput what { &input->buys, input->sessions ? &*input->sessions : nullptr,
        input->purchases ? &*input->purchases : nullptr };
    const auto evidence = mine::mineAdjacency(what, options.mine, console.progress("Mining"));
    if (!evidence)
        return console.fail(evidence.error());
    if (!options.dryRun) {
        const auto saved = save(**project, *evidence);
        if (!saved)
            return console.fail(saved.error());
    }
    if (console.json())
        console.printJson(toJson(*evidence));
    else
        print(*evidence, options.top, console);
    return Done;
}

const Verb verb("mine", "Find complements and substitutes in a project's baskets and sessions",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<MineVerbOptions>();
        app.add_option("file", options->file, "A project")->required();
        app.add_option("--min-support", options->mine.minSupport, "Fewest baskets or sessions that hold both")
            ->check(CLI::PositiveNumber);
        app.add_option("--fdr", options->mine.fdr, "Share of false edges to put up with")
            ->check(CLI::Range(1e-9, 0.5));
        app.add_option("--min-lift", options->mine.minLift, "Adjusted lift from which a pair is an edge");
        app.add_option("--threads", options->mine.threads, "0 = one per core");
        app.add_option("--top", options->top, "How many suggestions to print");
        app.add_flag("--dry-run", options->dryRun, "Do not keep the suggestions in the project");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
