// SPDX-License-Identifier: Apache-2.0
#include "decide/history.h"

#include "decide/compiled_pack.h"
#include "decide/prefetch.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace ow::decide {

namespace {

std::int64_t msOr(const std::optional<Timestamp>& t) { return t ? t->ms : HistoryExposure::never; }

/// Up to as many rows their places are counted, not sorted: no branch that could be guessed wrong.
constexpr std::size_t fewRows = 64;

/// For each of `size` keys, no two of them equal, how many are smaller.
void countSmaller(
    std::array<double, fewRows>& keys, std::size_t size, std::array<std::uint32_t, fewRows>& out)
{
    using Keys [[gnu::vector_size(16)]] = double;
    using Counts [[gnu::vector_size(16)]] = std::int64_t;
    constexpr std::size_t step = 4;
    const std::size_t padded = (size + step - 1) / step * step;
    std::fill(keys.begin() + std::ptrdiff_t(size), keys.begin() + std::ptrdiff_t(padded),
        std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < size; ++i) {
        const Keys mine { keys[i], keys[i] };
        Counts even {}, odd {};
        for (std::size_t j = 0; j < padded; j += step) {
            Keys a, b;
            std::memcpy(&a, &keys[j], sizeof a);
            std::memcpy(&b, &keys[j + 2], sizeof b);
            even += a < mine; // -1 where it is
            odd += b < mine;
        }
        even += odd;
        out[i] = std::uint32_t(-(even[0] + even[1]));
    }
}

/// Keys for countSmaller(): the time, then the place before. False where a double does not hold them all.
template <typename Row, typename TimeOf>
bool makeKeys(const std::vector<Row>& rows, std::array<double, fewRows>& keys, TimeOf timeOf)
{
    constexpr std::int64_t most = (std::int64_t(1) << 53) / std::int64_t(fewRows) - 1; // until the year 6429
    bool fit = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t time = timeOf(rows[i]);
        fit = fit && time >= 0 && time < most;
        keys[i] = fit ? double(time * std::int64_t(fewRows) + std::int64_t(i)) : 0;
    }
    return fit;
}

/// By time, equal times in the order in which they were added. Times and places are sorted, not the wide
/// rows, and the memory is used again: std::stable_sort would take its own for every request.
template <typename Row, typename TimeOf>
void sortByTime(std::vector<Row>& rows, std::vector<Row>& other,
    std::vector<std::pair<std::int64_t, std::uint32_t>>& order, TimeOf timeOf)
{
    if (std::ranges::is_sorted(rows, {}, timeOf))
        return;
    std::array<double, fewRows> keys;
    if (rows.size() <= fewRows && makeKeys(rows, keys, timeOf)) {
        std::array<std::uint32_t, fewRows> places;
        countSmaller(keys, rows.size(), places);
        other.resize(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            other[places[i]] = rows[i];
        rows.swap(other);
        return;
    }
    order.clear();
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        order.emplace_back(timeOf(rows[i]), i);
    std::ranges::sort(order);
    other.clear();
    for (const auto& [time, i] : order)
        other.push_back(rows[i]);
    rows.swap(other);
}

std::uint64_t magnitude(std::int64_t n)
{
    return n < 0 ? std::uint64_t(0) - std::uint64_t(n) : std::uint64_t(n);
}

}

void History::add(const CompiledPack& pack, const model::Event& e)
{
    add(HistoryEvent { e.at, pack.eventType(e.type), pack.product(e.sku), e.qty, e.value, e.type, e.sku,
        e.channel, e.session, e.text });
}

void History::add(const CompiledPack& pack, const model::Exposure& e)
{
    add(HistoryExposure { pack.offer(e.offer), pack.placement(e.placement),
        { e.at.ms, msOr(e.clickedAt), msOr(e.acceptedAt), msOr(e.declinedAt), msOr(e.returnedAt) } });
}

void History::add(const HistoryEvent& event)
{
    m_sorted = m_sorted && (m_events.empty() || m_events.back().at <= event.at);
    m_folded = false;
    m_events.push_back(event);
}

void History::add(const HistoryExposure& exposure)
{
    m_sorted = m_sorted && (m_exposures.empty() || m_exposures.back().shown() <= exposure.shown());
    m_exposures.push_back(exposure);
}

History History::of(const CompiledPack& pack, std::span<const model::Event> events,
    std::span<const model::Exposure> exposures)
{
    History out;
    for (const model::Event& e : events)
        out.add(pack, e);
    for (const model::Exposure& e : exposures)
        out.add(pack, e);
    out.sort();
    return out;
}

void History::clear()
{
    m_events.clear();
    m_exposures.clear();
    m_texts.reset();
    m_sorted = true;
    fold();
}

void History::sort()
{
    if (!m_sorted) {
        sortByTime(m_events, m_otherEvents, m_order, [](const HistoryEvent& e) { return e.at.ms; });
        sortByTime(
            m_exposures, m_otherExposures, m_order, [](const HistoryExposure& e) { return e.shown(); });
        m_sorted = true;
        m_folded = false;
    }
    if (!m_folded)
        fold();
}

void History::fold()
{
    std::uint64_t values = 0;
    std::uint64_t quantities = 0;
    Index types = 0; // one past the largest
    m_sumsFit = true;
    m_times.resize(m_events.size());
    std::int64_t* times = m_times.data();
    for (const HistoryEvent& e : m_events) {
        *times++ = e.at.ms;
        types = std::max(types, e.type + 1); // none wraps to 0
        constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
        values += magnitude(e.value); // at most 2^63 - 1 so far and 2^63 on top: no wrap before it is seen
        quantities += magnitude(e.qty);
        if (values > most || quantities > most) {
            m_sumsFit = false;
            values = quantities = 0;
        }
    }
    foldTypes(types);
    foldPurchases();
    m_folded = true;
}

/// Counts, then puts each event behind the earlier ones of its type.
void History::foldTypes(Index types)
{
    m_typeFirst.assign(types == 0 ? 0 : std::size_t(types) + 1, 0);
    Index* const first = m_typeFirst.data();
    for (const HistoryEvent& e : m_events) {
        if (e.type != none)
            ++first[e.type];
    }
    Index sum = 0;
    for (Index& n : m_typeFirst) {
        const Index here = n;
        n = sum;
        sum += here;
    }
    m_typeTimes.resize(sum);
    m_rows.resize(sum);
    std::int64_t* const times = m_typeTimes.data();
    EventRow* const rows = m_rows.data();
    Index i = 0;
    for (const HistoryEvent& e : m_events) {
        const Index event = i++;
        if (e.type == none)
            continue;
        const Index place = first[e.type]++;
        times[place] = e.at.ms;
        rows[place] = rowOf(e, event);
    }
    // Each start was moved to the next one's place.
    for (Index t = types; t > 0; --t)
        first[t] = first[t - 1];
    if (types != 0)
        first[0] = 0;
}

void History::foldPurchases()
{
    const auto list = [&](Index type, std::vector<HistoryPurchase>& out) {
        out.clear();
        const OfType of = ofType(type);
        for (std::size_t k = 0; k < of.at.size(); ++k) {
            if (const Index product = of.rows[k].product; product != none)
                out.push_back({ of.at[k], HistoryExposure::never, product });
        }
    };
    list(CompiledPack::purchased, m_purchases);
    std::ranges::sort(m_purchases, [](const HistoryPurchase& a, const HistoryPurchase& b) {
        return a.at != b.at ? a.at < b.at : a.product < b.product; // products are in the order of their skus
    });
    list(CompiledPack::returned, m_returns);
    if (m_returns.empty())
        return;
    const auto byProduct = [](const HistoryPurchase& a, const HistoryPurchase& b) {
        return a.product != b.product ? a.product < b.product : a.at < b.at;
    };
    std::ranges::sort(m_returns, byProduct);
    for (HistoryPurchase& p : m_purchases) {
        const auto back = std::upper_bound(m_returns.begin(), m_returns.end(), p, byProduct);
        if (back != m_returns.end() && back->product == p.product)
            p.returnedAt = back->at;
    }
}

void History::prefetch() const
{
    prefetchList(m_typeFirst);
    prefetchList(m_typeTimes);
    prefetchList(m_purchases);
    prefetchList(m_exposures);
    prefetchList(m_rows);
}

History::OfType History::ofType(Index type) const
{
    if (std::size_t(type) + 1 >= m_typeFirst.size())
        return {};
    const Index first = m_typeFirst[type];
    const std::size_t count = m_typeFirst[type + 1] - first;
    return { { m_typeTimes.data() + first, count }, { m_rows.data() + first, count }, m_events.data() };
}

std::span<const HistoryEvent> History::eventsUntil(Timestamp now) const
{
    if (m_events.empty() || m_events.back().at <= now)
        return m_events;
    const auto end = std::ranges::upper_bound(m_events, now, {}, &HistoryEvent::at);
    return { m_events.begin(), end };
}

std::span<const HistoryExposure> History::exposuresUntil(Timestamp now) const
{
    if (m_exposures.empty() || m_exposures.back().shown() <= now.ms)
        return m_exposures;
    const auto end = std::ranges::upper_bound(m_exposures, now.ms, {}, &HistoryExposure::shown);
    return { m_exposures.begin(), end };
}

}
