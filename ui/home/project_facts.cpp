// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/project_facts.h"

#include "store/bulk_reader.h"

#include <algorithm>

namespace ow::ui {
namespace {
constexpr Duration Recent = days(28);
constexpr std::int64_t AskEvery = 4096;
}

ProjectFacts projectFacts(store::BulkReader& reader, const model::Draft& draft,
    const model::Catalogue& catalogue, const Progress& progress)
{
    ProjectFacts facts;
    const model::Policy& policy = draft.policy;
    facts.activeOffers = std::ranges::count(policy.offers, model::OfferStatus::Active, &model::Offer::status);
    facts.allCells = std::int64_t(policy.stages.size() * policy.motivations.size());
    facts.filledCells
        = std::ranges::count_if(policy.matrix, [](const model::Cell& cell) { return !cell.offers.empty(); });
    facts.withoutCost = std::ranges::count(catalogue.products, Money { 0 }, &model::Product::cost);
    facts.dataEnd = reader.dataEnd();
    facts.read = true;
    if (!facts.dataEnd)
        return facts;
    const Timestamp from = *facts.dataEnd - Recent;
    std::int64_t rows = 0;
    const auto done = reader.forEachExposure([&](const model::LoggedExposure& exposure) {
        if (!exposure.withheld && exposure.at >= from) {
            ++facts.shown;
            facts.accepted += exposure.acceptedAt ? 1 : 0;
        }
        return ++rows % AskEvery != 0 || goOn(progress, rows, 0);
    });
    facts.read = done.has_value();
    return facts;
}

}
