// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/cell_change.h"

#include "base/text.h"
#include "ui/needs/needs_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace ow::ui {

namespace {

QString firstOffer(const model::Draft& draft, const model::Cell& cell)
{
    return cell.offers.empty() ? NeedsText::tr("nothing") : offerName(draft, cell.offers.front().offer);
}

bool has(const model::Cell& cell, const std::string& offer)
{
    return std::ranges::find(cell.offers, offer, &model::CellOffer::offer) != cell.offers.end();
}

QString offersChange(const model::Draft& draft, const model::Cell& before, const model::Cell& after)
{
    if (firstOffer(draft, before) != firstOffer(draft, after))
        return firstOffer(draft, before) + QStringLiteral(" → ") + firstOffer(draft, after);
    for (const model::CellOffer& o : after.offers)
        if (!has(before, o.offer))
            return NeedsText::tr("fallback %1 added").arg(offerName(draft, o.offer));
    for (const model::CellOffer& o : before.offers)
        if (!has(after, o.offer))
            return NeedsText::tr("fallback %1 taken out").arg(offerName(draft, o.offer));
    for (const model::CellOffer& o : after.offers) {
        const auto was = std::ranges::find(before.offers, o.offer, &model::CellOffer::offer);
        if (was->fit != o.fit)
            return NeedsText::tr("fit of %1: %2 → %3")
                .arg(offerName(draft, o.offer), QString::number(was->fit), QString::number(o.fit));
    }
    return NeedsText::tr("fallbacks reordered");
}

}

model::Cell cellOf(const model::Draft& draft, const std::string& stage, const std::string& motivation)
{
    for (const model::Cell& cell : draft.policy.matrix)
        if (cell.stage == stage && cell.motivation == motivation)
            return cell;
    return { stage, motivation, {}, {} };
}

std::vector<model::CellEvidence> evidenceOf(
    const model::Draft& draft, const std::string& stage, const std::string& motivation)
{
    const auto found = draft.evidence.find({ stage, motivation });
    return found == draft.evidence.end() ? std::vector<model::CellEvidence> {} : found->second;
}

store::Command changeCell(
    const model::Draft& draft, const model::Cell& after, const std::vector<model::CellEvidence>& evidence)
{
    const model::Cell before = cellOf(draft, after.stage, after.motivation);
    const auto notes = evidenceOf(draft, after.stage, after.motivation);
    QString what;
    if (before.offers != after.offers)
        what = offersChange(draft, before, after);
    else if (before.benefit != after.benefit)
        what = after.benefit.empty() ? NeedsText::tr("benefit removed")
                                     : NeedsText::tr("benefit “%1”").arg(qs(after.benefit));
    else if (evidence.size() > notes.size())
        what = NeedsText::tr("evidence added");
    else if (evidence.size() < notes.size())
        what = NeedsText::tr("evidence removed");
    else
        what = NeedsText::tr("evidence changed");
    const bool nothing = after.offers.empty() && after.benefit.empty() && evidence.empty();
    const QString title = cellTitle(draft, after.stage, after.motivation) + QStringLiteral(": ") + what;
    return { title.toStdString(),
        { nothing ? store::remove("cell", store::cellId(after.stage, after.motivation))
                  : store::put(after, evidence) },
        {} };
}

store::Command placeOffer(const model::Draft& draft, const std::string& stage, const std::string& motivation,
    const std::string& offer)
{
    model::Cell cell = cellOf(draft, stage, motivation);
    std::erase_if(cell.offers, [&](const model::CellOffer& o) { return o.offer == offer; });
    cell.offers.insert(cell.offers.begin(), model::CellOffer { offer, 1 });
    return changeCell(draft, cell, evidenceOf(draft, stage, motivation));
}

store::Command clearCell(const model::Draft& draft, const std::string& stage, const std::string& motivation)
{
    return { NeedsText::tr("%1 cleared").arg(cellTitle(draft, stage, motivation)).toStdString(),
        { store::remove("cell", store::cellId(stage, motivation)) }, {} };
}

std::vector<std::string> candidateOffers(const model::Draft& draft, std::size_t limit)
{
    struct Candidate {
        bool active;
        double strength;
        std::string id;
    };
    std::vector<Candidate> found;
    const model::Policy& policy = draft.policy;
    for (const model::Offer& offer : policy.offers) {
        if (offer.status == model::OfferStatus::Killed || offer.status == model::OfferStatus::Retired
            || std::ranges::any_of(policy.matrix, [&](const model::Cell& c) { return has(c, offer.id); }))
            continue;
        double strength = 0;
        for (const model::Edge& edge : policy.adjacency)
            if (edge.kind == model::EdgeKind::Complement && !edge.to.family
                && std::ranges::find(offer.items, edge.to.key, &model::OfferItem::sku) != offer.items.end())
                strength = std::max(strength, edge.weight);
        found.push_back({ offer.status == model::OfferStatus::Active, strength, offer.id });
    }
    std::ranges::stable_sort(found, [](const Candidate& a, const Candidate& b) {
        return std::tie(b.active, b.strength) < std::tie(a.active, a.strength);
    });
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        ids.push_back(found[i].id);
    return ids;
}

}
