// SPDX-License-Identifier: Apache-2.0
#include "decide/explain_work.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

namespace {

std::string orNone(std::string_view id) { return id.empty() ? "none" : inQuotes(id); }

std::string joined(const std::vector<std::string>& parts)
{
    constexpr std::size_t most = 5; // a sentence, not a list
    std::string out;
    for (std::size_t i = 0; i < std::min(most, parts.size()); ++i)
        out += (i == 0 ? "" : ", ") + parts[i];
    return parts.size() > most ? out + fmt::format(" and {} more", parts.size() - most) : out;
}

bool leadsTo(const model::EdgeEnd& end, const CompiledPack& pack, const CompiledOffer& offer)
{
    return std::ranges::any_of(offer.items, [&](const CompiledItem& item) {
        const model::Product& product = *pack.products[item.product].source;
        return end.key == (end.family ? product.family : product.sku);
    });
}

Reason notInCell(const CompiledPack& pack, const Decision& decision, const std::string& offer)
{
    Reason out;
    out.kind = "matrix";
    std::vector<std::string> cells;
    for (const model::Cell& cell : pack.pack.matrix) {
        if (std::ranges::find(cell.offers, offer, &model::CellOffer::offer) != cell.offers.end())
            cells.push_back(cell.stage + " / " + cell.motivation);
    }
    out.detail = cells.empty() ? "no_cell" : "other_cell";
    out.sentence
        = fmt::format("Stage {} and motivation {}: {}.", orNone(decision.stage), orNone(decision.motivation),
            cells.empty() ? "no cell of the matrix lists it" : "it is listed in " + joined(cells));
    return out;
}

Reason notByEdge(const CompiledPack& pack, const std::vector<Index>& anchors, const CompiledOffer& offer)
{
    Reason out;
    out.kind = "adjacency";
    std::vector<std::string> from;
    for (const model::Edge& edge : pack.pack.adjacency) {
        if (edge.kind == model::EdgeKind::Complement && leadsTo(edge.to, pack, offer))
            from.push_back(edge.from.text());
    }
    std::vector<std::string> here;
    for (const Index anchor : anchors)
        here.push_back(pack.products[anchor].source->sku);
    out.detail = from.empty() ? "no_edge" : here.empty() ? "no_anchor" : "other_anchor";
    const std::string led
        = from.empty() ? "no edge leads to its items" : "edges lead to it from " + joined(from);
    out.sentence = here.empty()
        ? fmt::format("Neither focus nor cart nor a recent purchase gives a product to start from; {}.", led)
        : fmt::format("No edge leads to it from {}; {}.", joined(here), led);
    return out;
}

}

OfferExplanation Explainer::Work::absent(Case& c, Index index)
{
    const CompiledOffer& offer = m_p.offers[index];
    OfferExplanation out;
    out.offer = offer.source->id;
    out.name = offer.source->name;
    out.candidate = false;
    out.reasons.push_back(notInCell(m_p, m_decision, out.offer));
    out.reasons.push_back(notByEdge(m_p, c.anchors, offer));
    // A trigger sees the anchor that such an offer would get: the one the names were looked up with.
    const Index anchor = m_p.product(c.values[m_p.nameSlots.anchor].asString());
    c.bindOffer(index, anchor);
    Reason trigger;
    trigger.kind = "trigger";
    trigger.expression = m_tracer.whyNot(offer.source->trigger, expr::Place::Offer, c.values);
    trigger.sentence = offer.source->trigger == "false"
        ? std::string("It has no trigger.")
        : fmt::format("Its trigger does not hold: not true is {}.", describe(*trigger.expression));
    out.reasons.push_back(std::move(trigger));
    return out;
}

}
