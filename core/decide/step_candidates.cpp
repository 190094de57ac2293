// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>

namespace ow::decide {

void Run::findCandidates()
{
    listAnchors();
    m_otherwise = anchorOtherwise();
    for (const Index anchor : m_s.anchors)
        m_paths.prefetchReach(anchor);
    addFromMatrix();
    for (Index rank = 0; rank < m_s.anchors.size(); ++rank)
        addFromAnchor(rank);
    addTriggered();
}

/// An offer met several ways keeps its largest fit; at equal fit the earlier origin, then the earlier anchor.
void Run::add(Index offer, double fit, Origin origin, Index anchor, Index rank)
{
    m_met = true;
    const Index* at = m_s.candidateOf.find(offer);
    if (at == nullptr) {
        if (!m_options.explain && (m_closed || !m_paths.isOpen(m_r.placement, offer))) {
            m_s.candidateOf.set(offer, none);
            return;
        }
        m_paths.offers.prefetch(offer);
        m_s.candidateOf.set(offer, Index(m_s.candidates.size()));
        m_s.candidates.push_back({ offer, fit, origin, anchor, rank });
        return;
    }
    if (*at == none)
        return;
    Candidate& old = m_s.candidates[*at];
    const bool better = fit != old.fit ? fit > old.fit
        : origin != old.origin         ? origin < old.origin
                                       : rank < old.anchorRank;
    if (better)
        old = { offer, fit, origin, anchor, rank };
}

void Run::addFromMatrix()
{
    if (m_cell == none)
        return;
    for (const auto& [offer, fit] : m_p.cells[m_cell])
        add(offer, fit, Origin::Matrix, m_otherwise, 0);
}

/// Focus, cart in its order, kept purchases within the window: the most recent first, smaller sku at equal
/// times.
void Run::listAnchors()
{
    std::vector<Index>& anchors = m_s.anchors;
    anchors.clear();
    const auto append = [&](Index product) {
        if (std::ranges::find(anchors, product) == anchors.end())
            anchors.push_back(product);
        m_paths.prefetchEdges(product);
    };
    if (m_r.focus != none)
        append(m_r.focus);
    for (const CartLine& line : m_r.cart)
        append(line.product);
    const std::int64_t since = m_now - m_p.pack.anchorWindow.ms;
    // `kept` is oldest first and by sku within one time: walk the times backwards and each time forwards.
    const std::vector<Purchase>& kept = m_s.kept;
    for (std::size_t end = kept.size(); end > 0 && kept[end - 1].at > since;) {
        std::size_t begin = end;
        while (begin > 0 && kept[begin - 1].at == kept[end - 1].at)
            --begin;
        for (std::size_t i = begin; i < end; ++i)
            append(kept[i].product);
        end = begin;
    }
}

Index Run::anchorOtherwise() const
{
    if (m_r.focus != none)
        return m_r.focus;
    Index best = none;
    __extension__ using Wide = __int128;
    Wide worth = 0;
    for (const CartLine& line : m_r.cart) {
        const Wide here = Wide(m_p.products[line.product].source->price.minor) * line.qty;
        if (best == none || here > worth) {
            best = line.product;
            worth = here;
        }
    }
    if (best != none || m_s.anchors.empty())
        return best;
    return m_s.anchors.front(); // no focus, no cart: the anchors are the purchases, the most recent first
}

void Run::addFromAnchor(Index rank)
{
    const Index anchor = m_s.anchors[rank];
    const EdgePath& edges = m_paths.edges[anchor];
    for (const Reach& r : m_paths.reach(edges, 0))
        add(r.offer, r.weight, Origin::Adjacency, anchor, rank);
    for (const Reach& r : m_paths.reach(edges, 1)) {
        const auto isAnchor = [&](const RowItem& item) { return item.product == anchor; };
        if (!r.mayHoldAnchor || std::ranges::none_of(m_paths.offers[r.offer].items(), isAnchor))
            add(r.offer, r.weight, Origin::Adjacency, anchor, rank);
    }
}

void Run::addTriggered()
{
    if (m_closed && m_met)
        return;
    setCandidate(none, m_otherwise);
    const auto valueAt = [&](std::uint32_t slot) -> const expr::Value& {
        need(needs::of({ &slot, 1 }, m_p.nameSlots));
        return m_s.values[slot];
    };
    const auto asked = [&](Index predicate) { return ask(predicate); };
    m_p.triggers.visit(valueAt, asked, [&](Index offer) {
        // What cannot be shown matters only as something that was met.
        if (!m_options.explain && m_met && (m_closed || !m_paths.isOpen(m_r.placement, offer)))
            return;
        setCandidate(offer, m_otherwise);
        if (holds(m_p.offers[offer].trigger))
            add(offer, 1.0, Origin::Trigger, m_otherwise, 0);
    });
}

}
