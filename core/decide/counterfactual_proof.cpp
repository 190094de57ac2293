// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_proof.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace ow::decide {

namespace {

using expr::Value;

/// Tries an expression with every combination of the values its names can take.
class EveryValue {
public:
    EveryValue(const CompiledPack& pack, Index offer, Index placement)
        : m_p(pack)
        , m_values(pack.nameSlots.count)
    {
        std::ranges::copy(pack.offers[offer].values, m_values.begin() + pack.nameSlots.offer);
        const model::Placement& here = pack.pack.placements[placement];
        m_values[pack.nameSlots.placement] = Value::of(std::string_view(here.id));
        m_values[pack.nameSlots.placement + 1] = Value::of(std::string_view(here.channel));
        m_values[pack.nameSlots.placement + 2] = Value::of(here.highIntent);
    }

    /// Whether `fails` is so for every combination; false where they cannot all be tried.
    bool always(const std::string& text, expr::Place place, const std::function<bool(const Value&)>& fails)
    {
        const auto program = expr::compile(text, m_p.names.at(place));
        return program && always(*program, fails);
    }

    /// Whether a condition is true for no combination, or one of the parts it is joined of by && is not.
    bool neverTrue(const std::string& text, expr::Place place)
    {
        const expr::Vocabulary names = m_p.names.at(place);
        const auto isNotTrue = [](const Value& v) { return !v.isTrue(); };
        const auto whole = expr::compile(text, names);
        if (!whole)
            return false;
        if (always(*whole, isNotTrue))
            return true;
        const expr::Expression& e = whole->expression();
        return e.root().syntax == expr::Syntax::And
            && std::ranges::any_of(e.root().children, [&](expr::NodeIndex child) {
                   const auto part = expr::compile(e.textOf(child), names);
                   return part && always(*part, isNotTrue);
               });
    }

private:
    bool always(const expr::Program& program, const std::function<bool(const Value&)>& fails)
    {
        std::vector<std::uint32_t> open;
        std::vector<std::vector<Value>> choices;
        std::size_t combinations = 1;
        for (const std::uint32_t slot : program.reads()) {
            if (isFixed(slot))
                continue;
            choices.push_back(valuesOf(slot));
            if (choices.back().empty())
                return false;
            open.push_back(slot);
            combinations *= choices.back().size();
            if (combinations > most)
                return false;
        }
        for (std::size_t n = 0; n < combinations; ++n) {
            std::size_t rest = n;
            for (std::size_t i = 0; i < open.size(); ++i) {
                m_values[open[i]] = choices[i][rest % choices[i].size()];
                rest /= choices[i].size();
            }
            m_arena.reset();
            if (!fails(program.evaluate(m_values, m_arena)))
                return false;
        }
        return true;
    }

    bool isFixed(std::uint32_t slot) const
    {
        const expr::SlotMap& s = m_p.nameSlots;
        return (slot >= s.placement && slot < s.placement + 3) || (slot >= s.offer && slot < s.offer + 11);
    }

    /// Empty = there are too many, or it is not an attribute.
    std::vector<Value> valuesOf(std::uint32_t slot) const
    {
        const expr::SlotMap& s = m_p.nameSlots;
        const auto& customer = m_p.pack.customerAttributes;
        const auto& context = m_p.pack.contextAttributes;
        const model::Attribute* a = slot >= s.customer && slot - s.customer < customer.size()
            ? &customer[slot - s.customer]
            : slot >= s.context && slot - s.context < context.size() ? &context[slot - s.context]
                                                                     : nullptr;
        std::vector<Value> out;
        if (a == nullptr)
            return out;
        if (a->type == model::AttributeType::Bool)
            out = { Value::of(false), Value::of(true) };
        for (const std::string& value : a->values)
            out.push_back(Value::of(std::string_view(value)));
        return out;
    }

    static constexpr std::size_t most = 4096;
    const CompiledPack& m_p;
    std::vector<Value> m_values;
    expr::Arena m_arena;
};

bool canBeMet(const CompiledPack& pack, const CompiledOffer& offer, EveryValue& every)
{
    const model::Pack& p = pack.pack;
    const bool listed = std::ranges::any_of(p.matrix, [&](const model::Cell& cell) {
        return std::ranges::find(cell.offers, offer.source->id, &model::CellOffer::offer)
            != cell.offers.end();
    });
    const bool joined = std::ranges::any_of(p.adjacency, [&](const model::Edge& edge) {
        return edge.kind == model::EdgeKind::Complement
            && std::ranges::any_of(offer.items, [&](const CompiledItem& item) {
                   const model::Product& product = *pack.products[item.product].source;
                   return edge.to.key == (edge.to.family ? product.family : product.sku);
               });
    });
    return listed || joined || !every.neverTrue(offer.source->trigger, expr::Place::Offer);
}

}

std::vector<std::string> provedObstacles(const CompiledPack& pack, const Request& request, Index index)
{
    const model::Pack& p = pack.pack;
    const CompiledOffer& offer = pack.offers[index];
    const model::Offer& source = *offer.source;
    const model::Placement& here = p.placements[request.placement];
    EveryValue every(pack, index, request.placement);
    std::vector<std::string> out;
    const auto when = [&](bool blocks, std::string code) {
        if (blocks)
            out.push_back(std::move(code));
    };
    when(!canBeMet(pack, offer, every), "no_candidate");
    when(source.status != model::OfferStatus::Active, "status");
    when(source.validUntil
            && (request.now >= *source.validUntil
                || (source.validFrom && *source.validFrom >= *source.validUntil)),
        "validity");
    when(std::ranges::find(source.placements, here.id) == source.placements.end()
            || (source.kind == model::OfferKind::Bundle && !here.highIntent),
        "placement");
    const auto channel = std::ranges::find(p.channels, here.channel, &model::Channel::id);
    when(channel != p.channels.end() && every.neverTrue(channel->consent, expr::Place::Consent), "consent");
    for (std::size_t i = 0; i < p.suppress.size(); ++i) {
        if (pack.suppressions[i].scope.covers(index, request.placement))
            when(every.always(p.suppress[i].when, expr::Place::Suppress,
                     [](const Value& v) { return v.isError() || v.isTrue(); }),
                "suppress:" + p.suppress[i].id);
    }
    when(every.neverTrue(source.when, expr::Place::Offer), "when");
    when(std::ranges::any_of(offer.items,
             [&](const CompiledItem& item) {
                 const std::optional<std::int64_t>& stock = pack.products[item.product].source->stock;
                 return stock && *stock < item.qty;
             }),
        "stock");
    const model::Guardrails& g = p.guardrails;
    when(
        g.minMarginBp && g.marginScope == model::MarginScope::Offer && offer.prices.marginBp < *g.minMarginBp,
        "margin");
    when(g.maxDiscountBp && source.kind != model::OfferKind::Service
            && offer.prices.discountBp > *g.maxDiscountBp,
        "discount");
    for (std::size_t i = 0; i < p.caps.size(); ++i)
        when(p.caps[i].limit <= 0 && pack.caps[i].covers(index, request.placement), "cap:" + p.caps[i].id);
    when(every.always(source.propensity, expr::Place::Offer,
             [](const Value& v) { return !v.is(Value::Tag::Double) || !std::isfinite(v.asDouble()); }),
        "propensity");
    when(here.maxOffers <= 0, "slots");
    return out;
}

}
