// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/mining_files.h"
#include "cli/open_to_read.h"
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
    std::vector<std::string> baskets, events;
    mine::MineOptions mine;
    std::size_t top = 20;
    bool dryRun = false;
};

Result<std::int64_t> save(
    store::Project& project, const mine::AdjacencyEvidence& evidence, std::size_t perProduct)
{
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    const auto saved = mine::saveSuggestions<store::MinedEdge>(**writer, evidence, perProduct);
    if (!saved)
        return fail(saved.error());
    const auto record = (*writer)->commit(fmt::format("Mined {} pairs of products", *saved), "mined", "");
    if (!record)
        return fail(record.error());
    project.refresh();
    return *saved;
}

Json toJson(const mine::AdjacencyEvidence& evidence, std::size_t perProduct)
{
    Json pairs = Json::array();
    for (const mine::MinedPair* pair : mine::suggestions(evidence, perProduct)) {
        Json one = Json::parse(mine::evidenceJson(*pair));
        one["a"] = evidence.names[pair->a];
        one["b"] = evidence.names[pair->b];
        pairs.push_back(std::move(one));
    }
    return { { "baskets", evidence.basketCount }, { "sessions", evidence.sessionCount },
        { "min_support", evidence.minSupport }, { "candidates", evidence.pairs.size() },
        { "tested_buys", evidence.testedBuys }, { "tested_views", evidence.testedViews },
        { "tested_choices", evidence.testedChoices }, { "pairs", std::move(pairs) } };
}

void print(const mine::AdjacencyEvidence& evidence, const MineVerbOptions& options, const Console& console)
{
    std::map<std::string_view, int> classes;
    for (const mine::MinedPair& pair : evidence.pairs)
        ++classes[stats::edgeClassName(pair.edgeClass)];
    console.printLine(fmt::format(
        "{} baskets, {} sessions, {} pairs seen often enough ({} baskets), {} tested as bought together",
        evidence.basketCount, evidence.sessionCount, evidence.pairs.size(), evidence.minSupport,
        evidence.testedBuys));
    for (const auto& [name, count] : classes)
        console.printLine(fmt::format("  {:<13}{:>8}", name, count));
    const auto kept = mine::suggestions(evidence, options.mine.perProduct);
    console.printLine(fmt::format(
        "{} suggestions, at most {} that a product brings", kept.size(), options.mine.perProduct));
    for (std::size_t i = 0; i < std::min(options.top, kept.size()); ++i) {
        const mine::MinedPair& pair = *kept[i];
        console.printLine(
            fmt::format("{} + {}: {} {:.2f}. {}", evidence.names[pair.a], evidence.names[pair.b],
                stats::edgeClassName(pair.edgeClass), pair.weight, mine::verdictSentence(pair)));
    }
}

Result<mine::AdjacencyEvidence> evidenceOf(
    const mine::LoadedInput& input, const MineVerbOptions& options, const Console& console)
{
    const mine::MineInput what { &input.buys, input.sessions ? &*input.sessions : nullptr,
        input.purchases ? &*input.purchases : nullptr };
    return mine::mineAdjacency(what, options.mine, console.progress("Mining"));
}

Result<mine::AdjacencyEvidence> mineFiles(const MineVerbOptions& options, const Console& console)
{
    std::int64_t rejected = 0;
    const auto input
        = loadMiningFiles(options.baskets, options.events, console.progress("Reading"), rejected);
    if (!input)
        return fail(input.error());
    if (rejected > 0)
        console.note(fmt::format("{} rows could not be read and were left out; import says why", rejected));
    return evidenceOf(*input, options, console);
}

/// Mines a project and keeps the suggestions in it.
Result<mine::AdjacencyEvidence> mineProject(const MineVerbOptions& options, const Console& console)
{
    auto project = options.dryRun ? openToRead(options.file, console) : store::Project::open(options.file);
    if (!project)
        return fail(project.error());
    Result<mine::LoadedInput> input = [&]() -> Result<mine::LoadedInput> {
        const auto reader = (*project)->openReader();
        if (!reader)
            return fail(reader.error());
        return mine::loadMiningInput(**reader, console.progress("Reading"));
    }();
    if (!input)
        return fail(input.error());
    auto evidence = evidenceOf(*input, options, console);
    if (!evidence || options.dryRun)
        return evidence;
    if (const auto saved = save(**project, *evidence, options.mine.perProduct); !saved)
        return fail(saved.error());
    return evidence;
}

int run(const MineVerbOptions& options, const Console& console)
{
    const bool files = !options.baskets.empty() || !options.events.empty();
    if (files == !options.file.empty())
        return console.fail({ ErrorCode::InvalidInput,
            "give a project, or files by --baskets and --events, not both", "mine" });
    const auto evidence = files ? mineFiles(options, console) : mineProject(options, console);
    if (!evidence)
        return console.fail(evidence.error());
    if (console.json())
        console.printJson(toJson(*evidence, options.mine.perProduct));
    else
        print(*evidence, options, console);
    return Done;
}

const Verb verb(
    "mine", "Find complements and substitutes in baskets and sessions", [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<MineVerbOptions>();
        app.add_option("file", options->file, "A project");
        app.add_option("--baskets", options->baskets, "Files of baskets or orders instead of a project");
        app.add_option("--events", options->events, "Files of events: views and purchases by session");
        app.add_option("--min-support", options->mine.minSupport,
               "Fewest baskets or sessions that hold both; 0 = one in a thousand, at least 5")
            ->check(CLI::NonNegativeNumber);
        app.add_option("--fdr", options->mine.fdr, "Share of false edges to put up with")
            ->check(CLI::Range(1e-9, 0.5));
        app.add_option("--min-lift", options->mine.minLift, "Adjusted lift from which a pair is an edge");
        app.add_option(
               "--per-product", options->mine.perProduct, "Keep a pair that is among so many of one product")
            ->check(CLI::PositiveNumber)
            ->capture_default_str();
        app.add_option("--threads", options->mine.threads, "0 = one per core");
        app.add_option("--top", options->top, "How many suggestions to print");
        app.add_flag("--dry-run", options->dryRun, "Do not keep the suggestions in the project");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
