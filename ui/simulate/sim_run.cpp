// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/sim_run.h"

#include "decide/compiled_pack.h"
#include "release/compile.h"

namespace ow::ui {

Result<SimSnapshot> runSimulation(const model::DraftSnapshot& draft,
    const model::CatalogueSnapshot& catalogue, const store::BulkReader& reader,
    const simulate::ReplayOptions& options, const simulate::PopulationSnapshot& known,
    const Progress& progress)
{
    auto run = std::make_shared<SimRun>();
    run->draft = draft;
    run->catalogue = catalogue;
    // The same pack that would be released, through the one engine. Its time plays no part in decisions.
    const auto pack = release::compile(*draft, *catalogue, "draft", Timestamp {});
    if (!pack)
        return fail(pack.error());
    auto compiled = decide::compile(*pack);
    if (!compiled)
        return fail(compiled.error());
    run->pack = *compiled;
    run->population = known;
    if (!run->population) {
        auto loaded = simulate::loadPopulation(reader, options.customers, progress);
        if (!loaded)
            return fail(loaded.error());
        run->population = *loaded;
    }
    if (run->population->events() == 0)
        return fail(ErrorCode::NotFound, "There are no events to replay: import what customers did first.");
    auto result = simulate::replay(*run->pack, *run->population, options, progress);
    if (!result)
        return fail(result.error());
    run->result = std::move(*result);
    return SimSnapshot(run);
}

}
