// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>

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
    bindProduct(slots.focus, m_r.focus);
    m_s.lists.clear();
    // The lists' elements stand side by side; reserved in full, so that earlier spans stay good.
    m_s.lists.reserve(m_r.cart.size() * 3 + m_events.size() * 2);
    bindCart();
    findKeptPurchases();
    bindOwned();
}

void Run::bindProduct(std::uint32_t slot, Index product)
{
    std::ranges::copy(product == none ? noProduct : m_p.products[product].values, m_s.values.begin() + slot);
}

void Run::bindOffer(Index offer)
{
    std::ranges::copy(m_p.offers[offer].values, m_s.values.begin() + m_p.nameSlots.offer);
}

void Run::clearOffer()
{
    const std::uint32_t slot = m_p.nameSlots.offer;
    for (std::uint32_t field = 0; field < 11; ++field)
        m_s.values[slot + field] = Value::zero(field < 6 ? expr::Kind::String : expr::Kind::Int);
}

void Run::bindEvent(const HistoryEvent& e)
{
    const std::array<Value, 8>& product = e.product == none ? noProduct : m_p.products[e.product].values;
    const std::array<Value, 10> values { Value::of(e.typeName), Value::of(e.sku), product[2], product[3],
        Value::of(e.qty), Value::of(e.value), Value::of(e.channel), Value::of(e.session), Value::of(e.text),
        Value::of(e.at) };
    std::ranges::copy(values, m_s.values.begin() + m_p.nameSlots.event);
}

void Run::bindList(std::uint32_t slot, std::size_t first)
{
    m_s.values[slot] = Value::list({ m_s.lists.data() + first, m_s.lists.size() - first });
}

void Run::appendOnce(std::size_t first, const Value& value)
{
    const std::string_view text = value.asString();
    const bool there = std::any_of(m_s.lists.begin() + std::ptrdiff_t(first), m_s.lists.end(),
        [&](const Value& v) { return v.asString() == text; });
    if (!there)
        m_s.lists.push_back(value);
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
    std::int64_t pieces = 0;
    for (const CartLine& line : m_r.cart) {
        const model::Product& product = *m_p.products[line.product].source;
        m_cartValue = addProduct(m_cartValue, product.price.minor, line.qty);
        m_cartCost = addProduct(m_cartCost, product.cost.minor, line.qty);
        pieces = addProduct(pieces, 1, line.qty);
    }
    m_s.values[slot + 3] = Value::of(m_cartValue);
    m_s.values[slot + 4] = Value::of(pieces);
    m_s.values[slot + 5] = Value::of(basisPoints(addProduct(m_cartValue, -1, m_cartCost), m_cartValue));
}

/// Walks back in time, so that at each purchase the latest return of its product is known.
void Run::findKeptPurchases()
{
    ++m_s.epoch;
    const std::size_t products = std::max(m_s.ownedIn.size(), m_p.products.size());
    for (auto* table :
        { &m_s.ownedIn, &m_s.returnedIn, &m_s.familyOwnedIn }) // there are no more families than products
        table->resize(products);
    m_s.returnedAt.resize(products);
    m_s.kept.clear();
    for (auto e = m_events.rbegin(); e != m_events.rend(); ++e) {
        if (e->product == none)
            continue;
        const bool returned = m_s.returnedIn[e->product] == m_s.epoch;
        if (e->type == CompiledPack::returned && !returned) {
            m_s.returnedIn[e->product] = m_s.epoch;
            m_s.returnedAt[e->product] = e->at.ms;
        } else if (e->type == CompiledPack::purchased
            && !(returned && m_s.returnedAt[e->product] > e->at.ms)) {
            m_s.kept.push_back({ e->at.ms, e->product });
        }
    }
    std::ranges::sort(m_s.kept, [](const Purchase& a, const Purchase& b) {
        return a.at != b.at ? a.at < b.at : a.product < b.product; // products are in the order of their skus
    });
}

void Run::bindOwned()
{
    const auto bind
        = [&](std::uint32_t slot, std::vector<std::uint64_t>& seenIn, auto key, std::size_t field) {
              const std::size_t first = m_s.lists.size();
              for (const Purchase& p : m_s.kept) {
                  std::uint64_t& seen = seenIn[key(p.product)];
                  if (seen != m_s.epoch)
                      m_s.lists.push_back(m_p.products[p.product].values[field]);
                  seen = m_s.epoch;
              }
              bindList(slot, first);
          };
    bind(
        m_p.nameSlots.owned, m_s.ownedIn, [](Index product) { return product; }, 0);
    bind(
        m_p.nameSlots.owned + 1, m_s.familyOwnedIn,
        [&](Index product) { return m_p.products[product].family; }, 2);
}

}
