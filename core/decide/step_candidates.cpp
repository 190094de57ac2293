// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>

namespace ow::decide {

void Run::findCandidates()
{
    m_s.candidates.clear();
    m_s.candidateOf.assign(m_p.offers.size(), none);
    listAnchors();
    m_otherwise = anchorOtherwise();
    addFromMatrix();
    for (Index rank = 0; rank < m_s.anchors.size(); ++rank)
        addFromAnchor(rank);
    addTriggered();
    std::ranges::sort(m_s.candidates, {}, &Candidate::offer); // by id
}

/// An offer met several ways keeps its largest fit; at equal fit the earlier origin, then the earlier anchor.
void Run::add(Index offer, double fit, Origin origin, Index anchor, Index rank)
{
    Index& at = m_s.candidateOf[offer];
    if (at == none) {
        at = Index(m_s.candidates.size());
        m_s.candidates.push_back({ offer, fit, origin, anchor, rank });
        return;
    }
    Candidate& old = m_s.candidates[at];
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
    for (const Index end : { anchor, Index(m_p.products.size()) + m_p.products[anchor].family }) {
        for (const CompiledComplement& edge : m_p.complements[end]) {
            for (const Index offer : *edge.offers) {
                const auto& items = m_p.offers[offer].items;
                if (std::ranges::find(items, anchor, &CompiledItem::product) == items.end())
                    add(offer, edge.weight, Origin::Adjacency, anchor, rank);
            }
        }
    }
}

void Run::addTriggered()
{
    bindProduct(m_p.nameSlots.anchor, m_otherwise);
    const auto valueAt = [&](std::uint32_t slot) -> const expr::Value& { return m_s.values[slot]; };
    const auto asked = [&](Index predicate) { return ask(predicate); };
    m_p.triggers.visit(valueAt, asked, [&](Index offer) {
        const CompiledOffer& o = m_p.offers[offer];
        if (o.trigger.readsOffer)
            bindOffer(offer);
        if (holds(o.trigger))
            add(offer, 1.0, Origin::Trigger, m_otherwise, 0);
    });
}

}
