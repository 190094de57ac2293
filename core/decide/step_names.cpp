// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <bit>

namespace ow::decide {

namespace {

using expr::Value;

/// Sums of prices times any quantity somebody may send: they stop at the ends of the range instead of
/// wrapping.
std::int64_t addProduct(std::int64_t sum, std::int64_t price, std::int64_t qty)
{
    __extension__ using Wide = __int128;
    const Wide out = Wide(sum) + Wide(price) * qty;
    constexpr std::int64_t most = 2'000'000'000'000'000'000; // so that margins and an offer on top still fit
    return out > most ? most : out < -most ? -most : std::int64_t(out);
}

const std::array<Value, 8> noProduct { Value::zero(expr::Kind::String), Value::zero(expr::Kind::String),
    Value::zero(expr::Kind::String), Value::zero(expr::Kind::String), Value::zero(expr::Kind::Int),
    Value::zero(expr::Kind::Int), Value::zero(expr::Kind::Int), Value::zero(expr::Kind::List) };

const std::array<Value, 11> noOffer { Value::zero(expr::Kind::String), Value::zero(expr::Kind::String),
    Value::zero(expr::Kind::String), Value::zero(expr::Kind::String), Value::zero(expr::Kind::String),
    Value::zero(expr::Kind::String), Value::zero(expr::Kind::Int), Value::zero(expr::Kind::Int),
    Value::zero(expr::Kind::Int), Value::zero(expr::Kind::Int), Value::zero(expr::Kind::Int) };

}

void Run::begin()
{
    Scratch& s = m_s;
    const std::size_t ends = m_p.complements.size(); // products, then families
    s.owned.open(m_p.products.size());
    s.familyOwned.open(ends - m_p.products.size());
    s.replacedBy.open(ends);
    s.candidateOf.open(m_p.offers.size());
    s.suppressed.open(m_p.suppressions.size());
    s.sequenceOpen.open(m_p.sequences.size());
    s.coolingDown.open(m_p.cooldowns.size());
    s.capCounts.open(m_p.caps.size());
    s.arena.reset();
    s.candidates.clear();
    s.blocks.clear();
    m_d.clear();
    bindNames();
    m_exposures = m_history.exposuresUntil(m_r.now);
    findKeptPurchases();
    computeEagerFacts();
}

void Run::bindNames()
{
    const expr::SlotMap& slots = m_p.nameSlots;
    m_s.values.resize(slots.count);
    std::ranges::copy(m_r.attributes, m_s.values.begin());
    m_s.values[slots.now] = Value::of(m_r.now);
    const model::Placement& placement = m_p.pack.placements[m_r.placement];
    m_s.values[slots.placement] = Value::of(std::string_view(placement.id));
    m_s.values[slots.placement + 1] = Value::of(std::string_view(placement.channel));
    m_s.values[slots.placement + 2] = Value::of(placement.highIntent);
    m_s.lists.clear();
    // The lists' elements stand side by side; reserved in full, so that earlier spans stay good.
    m_s.lists.reserve(m_r.cart.size() * 3 + m_history.purchases().size() * 2);
}

void Run::make(Needs missing)
{
    m_have |= missing;
    if ((missing & needs::focus) != 0)
        bindProduct(m_p.nameSlots.focus, m_r.focus);
    if ((missing & needs::cart) != 0)
        bindCart();
    if ((missing & needs::owned) != 0)
        bindOwned();
    if ((missing & needs::offer) != 0)
        bindOffer(m_offer);
    if ((missing & needs::anchor) != 0)
        bindProduct(m_p.nameSlots.anchor, m_anchor);
    for (Needs facts = missing >> needs::firstFact; facts != 0; facts &= facts - 1) {
        auto i = std::size_t(std::countr_zero(facts));
        if (i + needs::firstFact < needs::lastBit) {
            computeFact(i);
            continue;
        }
        for (; i < m_p.facts.size(); ++i)
            computeFact(i);
    }
}

void Run::setCandidate(Index offer, Index anchor)
{
    if (offer != m_offer)
        m_have &= ~needs::offer;
    if (anchor != m_anchor)
        m_have &= ~needs::anchor;
    m_offer = offer;
    m_anchor = anchor;
}

void Run::bindProduct(std::uint32_t slot, Index product)
{
    std::ranges::copy(product == none ? noProduct : m_p.products[product].values, m_s.values.begin() + slot);
}

/// Only what some condition or score reads; see bindWholeOffer().
void Run::bindOffer(Index offer)
{
    Value* const values = m_s.values.data() + m_p.nameSlots.offer;
    const Value* from = offer == none ? nullptr : m_paths.offers[offer].values();
    for (unsigned fields = m_paths.offerFields; fields != 0; fields &= fields - 1) {
        const auto i = std::size_t(std::countr_zero(fields));
        values[i] = from == nullptr ? noOffer[i] : *from++;
    }
}

void Run::bindWholeOffer(Index offer)
{
    std::ranges::copy(
        offer == none ? noOffer : m_p.offers[offer].values, m_s.values.begin() + m_p.nameSlots.offer);
}

void Run::bindEvent(const EventRow& e, unsigned fields)
{
    Value* const values = m_s.values.data() + m_p.nameSlots.event;
    for (; fields != 0; fields &= fields - 1) {
        const auto i = std::size_t(std::countr_zero(fields));
        values[i] = field(e, i);
    }
}

/// type sku family category qty value channel session text at
Value Run::field(const EventRow& e, std::size_t i) const
{
    const auto whole = [&]() -> const HistoryEvent& { return m_history.events()[e.event]; };
    switch (i) {
    case 0:
        return Value::of(whole().typeName);
    case 1:
        return Value::of(whole().sku);
    case 2:
    case 3:
        return e.product == none ? noProduct[i] : m_p.products[e.product].values[i];
    case 4:
        return Value::of(e.qty);
    case 5:
        return Value::of(e.value);
    case 6:
        return Value::of(whole().channel);
    case 7:
        return Value::of(whole().session);
    case 8:
        return Value::of(whole().text);
    default:
        return Value::of(Timestamp { e.at });
    }
}

void Run::bindList(std::uint32_t slot, std::size_t first)
{
    m_s.values[slot] = Value::list({ m_s.lists.data() + first, m_s.lists.size() - first });
}

void Run::appendOnce(std::size_t first, const Value& value)
{
    // A product's sku, family and category are kept once: CompiledProduct.
    const char* const text = value.asString().data();
    const bool there = std::any_of(m_s.lists.begin() + std::ptrdiff_t(first), m_s.lists.end(),
        [&](const Value& v) { return v.asString().data() == text; });
    if (!there)
        m_s.lists.push_back(value);
}

void Run::sumCart()
{
    if (m_cartSummed)
        return;
    m_cartSummed = true;
    for (const CartLine& line : m_r.cart) {
        const std::array<Value, 8>& product = m_p.products[line.product].values; // price: 4, cost: 5
        m_cartValue = addProduct(m_cartValue, product[4].asInt(), line.qty);
        m_cartCost = addProduct(m_cartCost, product[5].asInt(), line.qty);
        m_cartPieces = addProduct(m_cartPieces, 1, line.qty);
    }
}

void Run::bindCart()
{
    const std::uint32_t slot = m_p.nameSlots.cart;
    for (const std::uint32_t field : { 0U, 1U, 2U }) { // skus families categories
        constexpr std::array<std::size_t, 3> productField { 0, 2, 3 };
        const std::size_t first = m_s.lists.size();
        for (const CartLine& line : m_r.cart)
            appendOnce(first, m_p.products[line.product].values[productField[field]]);
        bindList(slot + field, first);
    }
    sumCart();
    m_s.values[slot + 3] = Value::of(m_cartValue);
    m_s.values[slot + 4] = Value::of(m_cartPieces);
    m_s.values[slot + 5] = Value::of(basisPoints(addProduct(m_cartValue, -1, m_cartCost), m_cartValue));
}

void Run::findKeptPurchases()
{
    m_s.kept.clear();
    for (const HistoryPurchase& p : m_history.purchases()) {
        if (p.at > m_now)
            break;
        if (p.returnedAt > m_now) {
            m_paths.prefetchEdges(p.product);
            m_s.kept.push_back({ p.at, p.product });
        }
    }
}

void Run::markOwned()
{
    if (m_ownedMarked)
        return;
    m_ownedMarked = true;
    m_s.ownedProducts.clear();
    for (const Purchase& p : m_s.kept) {
        if (!m_s.owned.has(p.product))
            m_s.ownedProducts.push_back(p.product);
        m_s.owned.set(p.product, true);
    }
}

void Run::bindOwned()
{
    const std::uint32_t slot = m_p.nameSlots.owned;
    const std::size_t first = m_s.lists.size();
    markOwned();
    for (const Index product : m_s.ownedProducts)
        m_s.lists.push_back(m_p.products[product].values[0]);
    bindList(slot, first);
    const std::size_t families = m_s.lists.size();
    for (const Index i : m_s.ownedProducts) {
        const CompiledProduct& product = m_p.products[i];
        if (!m_s.familyOwned.has(product.family))
            m_s.lists.push_back(product.values[2]);
        m_s.familyOwned.set(product.family, true);
    }
    bindList(slot + 1, families);
}

}
