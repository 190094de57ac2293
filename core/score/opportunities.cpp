// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/opportunities.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace ow::score {

Duration Windows::attach(const std::string& offer, const std::string& placement) const
{
    if (const auto own = ofOffer.find(offer); own != ofOffer.end())
        return own->second;
    const bool shelf = placement == "pdp" || placement == "cart" || placement == "checkout";
    return shelf ? atTheShelf : elsewhere;
}

OfferItems::OfferItems(const model::Policy& policy, const Log& log)
    : m_offersOfSku(log.names.size())
    , m_offered(log.names.size(), false)
{
    for (const model::Offer& offer : policy.offers) {
        const NameId offerId = log.names.find(offer.id);
        const auto isAnchor = [&](const model::OfferItem& item) {
            return std::find(offer.anchors.begin(), offer.anchors.end(), item.sku) != offer.anchors.end();
        };
        const bool anchorsOnly = std::all_of(offer.items.begin(), offer.items.end(), isAnchor);
        for (const model::OfferItem& item : offer.items) {
            const NameId sku = log.names.find(item.sku);
            if (sku == noName)
                continue; // never sold: nothing to credit
            m_offered[sku] = true;
            auto& offers = m_offersOfSku[sku];
            const bool counts = offerId != noName && (anchorsOnly || !isAnchor(item));
            if (counts && std::find(offers.begin(), offers.end(), offerId) == offers.end())
                offers.push_back(offerId);
        }
    }
    for (auto& offers : m_offersOfSku) // smaller offer id first: the tie rule
        std::sort(offers.begin(), offers.end(),
            [&](NameId a, NameId b) { return log.names.text(a) < log.names.text(b); });
}

const std::vector<NameId>& OfferItems::offersOf(NameId sku) const
{
    static const std::vector<NameId> none;
    return sku < m_offersOfSku.size() ? m_offersOfSku[sku] : none;
}

bool OfferItems::holds(NameId offer, NameId sku) const
{
    const auto& offers = offersOf(sku);
    return std::find(offers.begin(), offers.end(), offer) != offers.end();
}

namespace {

// Ranks of the names in the order of their bytes, so that ties are settled without comparing strings again.
std::vector<std::uint32_t> byteOrder(const Names& names)
{
    std::vector<NameId> ids(names.size());
    std::iota(ids.begin(), ids.end(), NameId(0));
    std::sort(ids.begin(), ids.end(), [&](NameId a, NameId b) { return names.text(a) < names.text(b); });
    std::vector<std::uint32_t> rank(names.size());
    for (std::uint32_t i = 0; i < ids.size(); ++i)
        rank[ids[i]] = i;
    return rank;
}

std::vector<std::uint32_t> offerOrder(const Log& log)
{
    Names offers;
    std::vector<NameId> of(log.names.size(), noName);
    for (const Log::Exposure& row : log.exposures())
        if (of[row.offer] == noName)
            of[row.offer] = offers.id(log.names.text(row.offer));
    const auto rank = byteOrder(offers);
    std::vector<std::uint32_t> order(log.names.size(), 0);
    for (NameId id = 0; id < of.size(); ++id)
        if (of[id] != noName)
            order[id] = rank[of[id]];
    return order;
}

}

std::vector<Opportunity> findOpportunities(const Log& log, const Windows& windows)
{
    const auto& rows = log.exposures();
    const auto rank = offerOrder(log);
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto& x = rows[a];
        const auto& y = rows[b];
        return std::tie(x.customer, x.offer, x.intent, x.at) < std::tie(y.customer, y.offer, y.intent, y.at);
    });

    std::vector<Opportunity> found;
    const Log::Exposure* previous = nullptr;
    for (const std::uint32_t index : order) {
        const Log::Exposure& row = rows[index];
        const bool same = previous && previous->customer == row.customer && previous->offer == row.offer
            && previous->intent == row.intent;
        previous = &row;
        if (!same) {
            Opportunity first;
            first.customer = row.customer;
            first.intent = row.intent;
            first.offer = row.offer;
            first.placement = row.placement;
            first.arm = row.arm;
            first.experiment = row.experiment;
            first.at = row.at;
            first.window = windows.attach(log.names.text(row.offer), log.names.text(row.placement));
            found.push_back(first);
        }
        Opportunity& opportunity = found.back();
        ++opportunity.exposures;
        opportunity.shown += row.withheld ? 0 : 1;
        opportunity.clicked |= row.clicked;
        opportunity.accepted |= row.accepted;
        opportunity.declined |= row.declined;
    }
    std::sort(found.begin(), found.end(), [&](const Opportunity& a, const Opportunity& b) {
        return std::tie(a.customer, a.at, rank[a.offer], a.intent)
            < std::tie(b.customer, b.at, rank[b.offer], b.intent);
    });
    return found;
}

void creditLines(std::vector<Opportunity>& opportunities, const std::vector<Purchase>& lines,
    const OfferItems& items, const Log& log)
{
    // One sweep over both, by customer and time. An offer's newest opportunity may have closed (24 h at the
    // cart) while an older one with a longer window (7 d by e-mail) is open, so the newest is kept per offer
    // and window length.
    std::vector<std::int64_t> lengths;
    for (const Opportunity& o : opportunities)
        if (std::find(lengths.begin(), lengths.end(), o.window.ms) == lengths.end())
            lengths.push_back(o.window.ms);
    const auto slotOf = [&](NameId offer, std::int64_t length) {
        return std::size_t(offer) * lengths.size()
            + std::size_t(std::find(lengths.begin(), lengths.end(), length) - lengths.begin());
    };
    struct Newest {
        NameId customer = noName;
        std::size_t opportunity = 0;
    };
    std::vector<Newest> newest(log.names.size() * std::max<std::size_t>(lengths.size(), 1));

    std::size_t next = 0;
    for (const Purchase& line : lines) {
        const auto& offers = items.offersOf(line.sku);
        if (offers.empty())
            continue;
        while (next < opportunities.size()
            && std::tie(opportunities[next].customer, opportunities[next].at)
                <= std::tie(line.customer, line.at)) {
            newest[slotOf(opportunities[next].offer, opportunities[next].window.ms)]
                = { opportunities[next].customer, next };
            ++next;
        }
        Opportunity* best = nullptr;
        for (const NameId offer :
            offers) { // smaller id first; only a later opportunity takes the line from it
            for (const std::int64_t length : lengths) {
                const Newest& slot = newest[slotOf(offer, length)];
                if (slot.customer != line.customer)
                    continue;
                Opportunity& candidate = opportunities[slot.opportunity];
                if (line.at < candidate.at + candidate.window && (!best || candidate.at > best->at))
                    best = &candidate;
            }
        }
        if (best)
            best->creditedQty += line.qty - line.returnedQty;
    }
}

}
