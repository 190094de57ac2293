// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/mine_job.h"

#include "mine/load.h"
#include "mine/save.h"

namespace ow::ui {

Result<Mined> mineProject(
    const store::BulkReader& reader, const mine::MineOptions& options, const Progress& progress)
{
    const auto input = mine::loadMiningInput(reader, progress);
    if (!input)
        return fail(input.error());
    if (input->buys.size() == 0)
        return fail(ErrorCode::NotFound, "There are no baskets to mine: import orders or baskets first.");
    mine::MineInput what;
    what.buys = &input->buys;
    what.sessions = input->sessions ? &*input->sessions : nullptr;
    what.purchases = input->purchases ? &*input->purchases : nullptr;
    auto evidence = mine::mineAdjacency(what, options, progress);
    if (!evidence)
        return fail(evidence.error());
    Mined mined;
    mined.perProduct = options.perProduct;
    for (const mine::MinedPair& pair : evidence->pairs) {
        mined.complements += pair.edgeClass == stats::EdgeClass::Complement;
        mined.substitutes += pair.edgeClass == stats::EdgeClass::Substitute;
        mined.undecided
            += pair.edgeClass == stats::EdgeClass::CoViewed || pair.edgeClass == stats::EdgeClass::Mixed;
    }
    mined.evidence = std::make_shared<const mine::AdjacencyEvidence>(std::move(*evidence));
    return mined;
}

Result<store::ImportRecord> storeMined(
    store::BulkWriter& writer, const Mined& mined, const std::string& title)
{
    if (const auto saved = mine::saveSuggestions<store::MinedEdge>(writer, *mined.evidence, mined.perProduct);
        !saved)
        return fail(saved.error());
    return writer.commit(title, "mined", "");
}

}
