// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/load.h"
#include "cli/open_to_read.h"
#include "cli/simulation_json.h"
#include "cli/verb.h"
#include "decide/compiled_pack.h"
#include "simulate/compare.h"
#include "simulate/replay.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"
#include "store/project.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string pack;
    std::string against;
    std::string customer;
    simulate::ReplayOptions replay;
    bool write = false;
};

struct Loaded {
    std::unique_ptr<store::Project> project;
    simulate::PopulationSnapshot population;
    std::shared_ptr<const decide::CompiledPack> pack;
    std::shared_ptr<const decide::CompiledPack> against;
};

Result<std::shared_ptr<const decide::CompiledPack>> compiled(const std::string& path)
{
    const auto pack = loadPack(path);
    if (!pack)
        return fail(pack.error());
    auto result = decide::compile(*pack);
    if (!result)
        return fail(result.error().code, result.error().message, path + ": " + result.error().at);
    return result;
}

Result<Loaded> load(const Options& options, Console& console)
{
    Loaded loaded;
    auto project = options.write ? store::Project::open(options.file) : openToRead(options.file, console);
    if (!project)
        return fail(project.error());
    loaded.project = std::move(*project);
    const auto pack = compiled(options.pack.empty() ? options.file : options.pack);
    if (!pack)
        return fail(pack.error());
    loaded.pack = *pack;
    if (!options.against.empty()) {
        const auto against = compiled(options.against);
        if (!against)
            return fail(against.error());
        loaded.against = *against;
    }
    const auto reader = loaded.project->openReader();
    if (!reader)
        return fail(reader.error());
    const auto limit = options.customer.empty() ? options.replay.customers : 0;
    const auto population = simulate::loadPopulation(**reader, limit, console.progress("Customers"));
    if (!population)
        return fail(population.error());
    if ((*population)->events() == 0)
        return fail(ErrorCode::InvalidInput, "The project holds no events: import some first", options.file);
    loaded.population = *population;
    return loaded;
}

/// Exposures and the purchases that they caused, as one import that can be undone.
Result<store::ImportRecord> write(store::Project& project, const simulate::ReplayResult& result)
{
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    for (const auto& exposure : result.exposures)
        if (auto added = (*writer)->add(exposure); !added)
            return fail(added.error());
    for (const auto& [customer, event] : result.purchases)
        if (auto added = (*writer)->add(customer, event); !added)
            return fail(added.error());
    return (*writer)->commit(fmt::format("Stored a simulation: {} exposures", result.exposures.size()),
        "exposures", fmt::format("simulation of {} days, seed {}", result.options.days, result.options.seed));
}

int explainOne(const Options& options, const Loaded& loaded, Console& console)
{
    const auto told = simulate::explain(*loaded.pack, *loaded.population, options.replay, options.customer);
    if (!told)
        return console.fail(told.error());
    Json list = Json::array();
    for (const auto& m : *told) {
        const Json decision = *parseJson(m.decision);
        if (console.json()) {
            list.push_back({ { "at", formatTimestamp(m.moment.at) }, { "placement", m.moment.placement },
                { "focus", m.moment.focus }, { "intent", m.moment.intent }, { "decision", decision } });
            continue;
        }
        std::string what;
        for (const auto* which : { "offers", "withheld" })
            for (const auto& offer : decision.at(which))
                what
                    += fmt::format("{}{}: {}", what.empty() ? "" : "; ", offer.at("offer").get<std::string>(),
                        *which == 'w' ? "withheld" : offer.at("because").get<std::string>());
        console.printLine(fmt::format("{}  {:<10}  {}", formatTimestamp(m.moment.at), m.moment.placement,
            what.empty() ? decision.at("none_because").get<std::string>() : what));
    }
    if (console.json())
        console.printJson({ { "customer", options.customer }, { "moments", std::move(list) } });
    return Done;
}

int run(const Options& options, Console& console)
{
    auto loaded = load(options, console);
    if (!loaded)
        return console.fail(loaded.error());
    if (!options.customer.empty())
        return explainOne(options, *loaded, console);
    const auto result = simulate::replay(
        *loaded->pack, *loaded->population, options.replay, console.progress("Simulating"));
    if (!result)
        return console.fail(result.error());
    Json json = toJson(*result);
    std::string text = toText(*result, loaded->pack->pack.currency);
    if (loaded->against) {
        const auto before = simulate::replay(
            *loaded->against, *loaded->population, options.replay, console.progress("The other pack"));
        if (!before)
            return console.fail(before.error());
        const auto comparison = simulate::compare(*before, *result);
        json["against"] = toJson(*before);
        json["comparison"] = toJson(comparison);
        text += "\nAgainst " + options.against + ": " + toText(comparison, loaded->pack->pack.currency);
    }
    if (options.write) {
        const auto written = write(*loaded->project, *result);
        if (!written)
            return console.fail(written.error());
        json["written"] = { { "import", written->id }, { "stored", written->stored } };
        text += fmt::format(
            "\nStored {} exposures and purchases; undo takes them out again\n", written->stored);
    }
    if (console.json())
        console.printJson(json);
    else
        console.print(text);
    return Done;
}

const Verb verb("simulate", "Replay a project's customers against its rules", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("file", options->file, "The project whose customers are replayed")->required();
    app.add_option(
        "--pack", options->pack, "Decide by this pack (or project) instead of the project's draft");
    app.add_option(
        "--against", options->against, "Compare with this pack (or project): who gains, loses, changes");
    app.add_option("--customer", options->customer, "One customer only, decision by decision");
    app.add_option("--customers", options->replay.customers, "Only the first so many; 0 = all")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    app.add_option("--days", options->replay.days, "The last so many days of the data")
        ->capture_default_str()
        ->check(CLI::Range(1, 3'660));
    app.add_option("--seed", options->replay.seed, "Of the responses")->capture_default_str();
    app.add_option(
           "--threads", options->replay.threads, "0 = one per core; the result is the same with any number")
        ->capture_default_str();
    app.add_flag("--write", options->write,
        "Store the simulated exposures in the project, so that score can read them");
    return [options](Console& console) { return run(*options, console); };
});

}

}
