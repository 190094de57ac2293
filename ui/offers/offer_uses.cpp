// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_change.h"
#include "ui/offers/offers_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace ow::ui {

namespace {

bool names(const model::Scope& scope, const std::string& id)
{
    return scope.of == model::Scope::Of::Offers && std::ranges::find(scope.names, id) != scope.names.end();
}

// True where the scope is empty now: whatever it belonged to speaks of nothing any more.
bool dropFrom(model::Scope& scope, const std::string& id)
{
    if (!names(scope, id))
        return false;
    std::erase(scope.names, id);
    return scope.names.empty();
}

using Edits = std::vector<store::Edit>;

void dropFromCells(const std::string& id, const model::Draft& draft, Edits& edits)
{
    for (model::Cell cell : draft.policy.matrix) {
        if (std::erase_if(cell.offers, [&](const model::CellOffer& o) { return o.offer == id; }) == 0)
            continue;
        const auto notes = draft.evidence.find({ cell.stage, cell.motivation });
        edits.push_back(store::put(
            cell, notes == draft.evidence.end() ? std::vector<model::CellEvidence> {} : notes->second));
    }
}

template <typename Rule>
void dropFromScopes(const std::vector<Rule>& rules, const char* kind, const std::string& id, Edits& edits)
{
    for (Rule rule : rules) {
        if (!names(rule.scope, id))
            continue;
        edits.push_back(dropFrom(rule.scope, id) ? store::remove(kind, rule.id) : store::put(rule));
    }
}

void dropFromCooldowns(const std::string& id, const model::Policy& policy, Edits& edits)
{
    for (model::Cooldown rule : policy.cooldowns) {
        const bool blocks = rule.blocks && names(*rule.blocks, id);
        if (!names(rule.scope, id) && !blocks)
            continue;
        const bool scopeGone = dropFrom(rule.scope, id);
        const bool blocksGone = blocks && dropFrom(*rule.blocks, id);
        edits.push_back(scopeGone || blocksGone ? store::remove("cooldown", rule.id) : store::put(rule));
    }
}

void dropFromGroups(const std::string& id, const model::Policy& policy, Edits& edits)
{
    for (model::ExclusiveGroup group : policy.exclusive) {
        if (std::erase(group.offers, id) == 0)
            continue;
        // One offer alone excludes nobody.
        edits.push_back(group.offers.size() < 2 ? store::remove("exclusive", group.id) : store::put(group));
    }
}

}

store::Command removeOffer(const std::string& id, const model::Draft& draft)
{
    const model::Policy& policy = draft.policy;
    Edits edits { store::remove("offer", id) };
    dropFromCells(id, draft, edits);
    dropFromScopes(policy.suppress, "suppression", id, edits);
    dropFromScopes(policy.caps, "cap", id, edits);
    dropFromCooldowns(id, policy, edits);
    dropFromGroups(id, policy, edits);
    for (const model::SequenceRule& rule : policy.sequence)
        if (rule.offer == id || rule.afterOffer == id)
            edits.push_back(store::remove("sequence", rule.id));
    for (const model::Experiment& experiment : policy.experiments)
        if (experiment.offer == id)
            edits.push_back(store::remove("experiment", experiment.id));
    for (model::Offer offer : policy.offers) {
        if (offer.replacedBy != id || offer.id == id)
            continue;
        offer.replacedBy.clear();
        edits.push_back(store::put(offer));
    }
    return { OffersText::tr("Offer %1 deleted").arg(offerName(draft, id)).toStdString(), std::move(edits),
        {} };
}

std::vector<OfferUse> usesOfOffer(const std::string& id, const model::Draft& draft)
{
    std::vector<OfferUse> uses;
    const model::Policy& policy = draft.policy;
    for (const model::Cell& cell : policy.matrix)
        if (std::ranges::find(cell.offers, id, &model::CellOffer::offer) != cell.offers.end())
            uses.push_back({ "cell", store::cellId(cell.stage, cell.motivation),
                titleOf(draft, cell.stage) + QStringLiteral(" × ") + titleOf(draft, cell.motivation) });
    const auto rule = [&](const char* kind, const std::string& ruleId, const QString& what) {
        uses.push_back({ kind, ruleId, what.arg(titleOf(draft, ruleId)) });
    };
    for (const auto& r : policy.suppress)
        if (names(r.scope, id))
            rule("suppression", r.id, OffersText::tr("Suppression %1"));
    for (const auto& r : policy.caps)
        if (names(r.scope, id))
            rule("cap", r.id, OffersText::tr("Cap %1"));
    for (const auto& r : policy.cooldowns)
        if (names(r.scope, id) || (r.blocks && names(*r.blocks, id)))
            rule("cooldown", r.id, OffersText::tr("Cooldown %1"));
    for (const auto& r : policy.sequence)
        if (r.offer == id || r.afterOffer == id)
            rule("sequence", r.id, OffersText::tr("Sequence %1"));
    for (const auto& r : policy.exclusive)
        if (std::ranges::find(r.offers, id) != r.offers.end())
            rule("exclusive", r.id, OffersText::tr("Exclusive group %1"));
    for (const auto& r : policy.experiments)
        if (r.offer == id)
            rule("experiment", r.id, OffersText::tr("Experiment %1"));
    for (const auto& o : policy.offers)
        if (o.replacedBy == id)
            uses.push_back({ "offer", o.id, OffersText::tr("Successor of %1").arg(qs(o.name)) });
    return uses;
}

}
