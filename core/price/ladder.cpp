// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/ladder.h"

#include <algorithm>

namespace ow::price {

namespace {

std::size_t column(model::Tier tier) { return static_cast<std::size_t>(tier) - 1; }

bool shareAnItem(const model::Offer& a, const model::Offer& b)
{
    return std::ranges::any_of(a.items, [&](const model::OfferItem& item) {
        return std::ranges::any_of(
            b.items, [&](const model::OfferItem& other) { return other.sku == item.sku; });
    });
}

bool excludeEachOther(const model::Offer& a, const model::Offer& b, const model::Policy& policy)
{
    return std::ranges::any_of(policy.exclusive, [&](const model::ExclusiveGroup& group) {
        return std::ranges::find(group.offers, a.id) != group.offers.end()
            && std::ranges::find(group.offers, b.id) != group.offers.end();
    });
}

// Whether the newcomer should take the place that `holder` has, in the ladder of `self`.
bool outranks(const model::Offer& newcomer, const model::Offer* holder, const model::Offer& self)
{
    if (!holder)
        return true;
    const auto worth = [&](const model::Offer& offer) {
        return std::pair(offer.mission == self.mission, offer.status == model::OfferStatus::Active);
    };
    return worth(newcomer) > worth(*holder);
}

void addItems(std::vector<LadderRow>& rows, const model::Offer& offer, const model::Catalogue& catalogue)
{
    for (const model::OfferItem& item : offer.items) {
        auto row = std::ranges::find(rows, item.sku, &LadderRow::sku);
        if (row == rows.end()) {
            const model::Product* product = catalogue.find(item.sku);
            rows.push_back({ item.sku, product ? product->title : item.sku, {}, {} });
            row = std::prev(rows.end());
        }
        row->qty[column(offer.tier)] += item.qty;
        row->anchor[column(offer.tier)] = std::ranges::find(offer.anchors, item.sku) != offer.anchors.end();
    }
}

auto absences(const LadderRow& row) { return std::ranges::count(row.qty, 0); }

}

std::optional<Ladder> ladderOf(
    const std::string& offerId, const model::Policy& policy, const model::Catalogue& catalogue)
{
    const auto self = std::ranges::find(policy.offers, offerId, &model::Offer::id);
    if (self == policy.offers.end() || self->tier == model::Tier::None)
        return std::nullopt;

    std::array<const model::Offer*, 3> holders {};
    holders[column(self->tier)] = &*self;
    for (const model::Offer& offer : policy.offers) {
        if (offer.tier == model::Tier::None || offer.tier == self->tier
            || !(shareAnItem(offer, *self) || excludeEachOther(offer, *self, policy)))
            continue;
        const model::Offer*& holder = holders[column(offer.tier)];
        if (outranks(offer, holder, *self))
            holder = &offer;
    }

    Ladder ladder;
    for (std::size_t i = 0; i < holders.size(); ++i) {
        ladder.rungs[i].tier = static_cast<model::Tier>(i + 1);
        if (!holders[i])
            continue;
        ladder.rungs[i].offer = holders[i]->id;
        ladder.rungs[i].name = holders[i]->name;
        ladder.rungs[i].price = priceOf(*holders[i], catalogue);
        ladder.rungs[i].checks = checkGuardrails(ladder.rungs[i].price, holders[i]->kind, policy.guardrails);
        addItems(ladder.rows, *holders[i], catalogue);
    }
    std::ranges::stable_sort(ladder.rows, {}, absences);
    return ladder;
}

}
