// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "expr/arena.h"
#include "model/customer.h"
#include "model/vocabulary.h"

#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace ow::decide {

class CompiledPack;

/// One event, resolved against a pack: what it is about is an index where the pack knows it.
struct HistoryEvent {
    Timestamp at;
    Index type = none; ///< of the types that the pack's rules name; none = another type
    Index product = none;
    std::int64_t qty = 1;
    std::int64_t value = 0;
    std::string_view typeName, sku, channel, session, text;
};

/// What most facts read of an event: 32 bytes, so that walking over one type's events touches few places.
struct EventRow {
    std::int64_t at = 0; ///< ms
    Index event = none; ///< of History::events()
    Index product = none;
    std::int64_t qty = 0;
    std::int64_t value = 0;
};

/// One exposure; times that never came are `never`.
struct HistoryExposure {
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    Index offer = none; ///< none = the pack has it no longer
    Index placement = none;
    std::array<std::int64_t, 5> times { never, never, never, never, never }; ///< ms, by model::Outcome

    std::int64_t shown() const { return times[0]; }
    std::int64_t time(model::Outcome o) const { return times[std::size_t(o)]; }
};

/// A purchase and when it came back: kept at `now` where at <= now < returnedAt.
struct HistoryPurchase {
    std::int64_t at = 0;
    std::int64_t returnedAt = HistoryExposure::never; ///< its product's first return with a greater time
    Index product = none;
};

/// How many of the ascending times are at or before t. Without branches: short lists at random times would
/// mislead the processor's guesses.
inline std::size_t countUntil(std::span<const std::int64_t> times, std::int64_t t)
{
    const std::int64_t* base = times.data();
    std::size_t left = times.size();
    while (left > 1) {
        const std::size_t half = left / 2;
        base += base[half - 1] <= t ? half : 0;
        left -= half;
    }
    return std::size_t(base - times.data()) + (left == 1 && *base <= t ? 1 : 0);
}

/// Everything one customer did and was shown, resolved against one pack, in the order of time and folded so
/// far as no `now` is needed for it. Made once, it serves any number of decisions at any number of `now`s:
/// what is later than now is not seen. Strings are views of the caller's memory unless keep() copied them.
/// Not thread-safe while it is added to.
class History {
public:
    void add(const CompiledPack& pack, const model::Event& event);
    void add(const CompiledPack& pack, const model::Exposure& exposure);
    void add(const HistoryEvent& event);
    void add(const HistoryExposure& exposure);
    static History of(const CompiledPack& pack, std::span<const model::Event> events,
        std::span<const model::Exposure> exposures);
    /// Would view events that are gone.
    static History of(const CompiledPack& pack, std::vector<model::Event>&& events,
        std::span<const model::Exposure> exposures)
        = delete;

    /// Copies a string into this history's own memory.
    std::string_view keep(std::string_view text) { return m_texts.copy(text); }
    /// Puts what was added into the order of time and folds it. Needed before deciding, after events were
    /// added or exposures not in their order; an exposure added in order needs it not.
    void sort();
    bool isSorted() const { return m_folded && m_sorted; }
    /// Empty again, its memory kept.
    void clear();

    std::span<const HistoryEvent> events() const { return m_events; }
    std::span<const HistoryExposure> exposures() const { return m_exposures; }
    /// Those at or before now.
    std::span<const HistoryEvent> eventsUntil(Timestamp now) const;
    std::span<const HistoryExposure> exposuresUntil(Timestamp now) const;

    /// Events of one type, or all of them, in the order of time: the k-th is events()[event(k)].
    struct OfType {
        std::span<const std::int64_t> at; ///< ms
        std::span<const EventRow> rows; ///< side by side for one type; empty = all events
        const HistoryEvent* events = nullptr;

        std::size_t event(std::size_t k) const { return rows.empty() ? k : rows[k].event; }
        EventRow row(std::size_t k) const { return rows.empty() ? rowOf(events[k], Index(k)) : rows[k]; }
    };
    static EventRow rowOf(const HistoryEvent& e, Index i)
    {
        return { e.at.ms, i, e.product, e.qty, e.value };
    }
    OfType ofType(Index type) const;
    OfType all() const { return { m_times, {}, m_events.data() }; }
    /// By time and, within one time, by product.
    std::span<const HistoryPurchase> purchases() const { return m_purchases; }
    /// Asks the processor for what deciding reads first: many histories do not fit its caches.
    void prefetch() const;
    /// Whether no sum of values or quantities can leave the range of its type.
    bool sumsFit() const { return m_sumsFit; }

private:
    void fold();
    void foldTypes(Index types);
    void foldPurchases();

    // What every decision reads stands first.
    std::vector<Index> m_typeFirst; ///< by type, and one past it: into the two below
    std::vector<std::int64_t> m_typeTimes;
    std::vector<HistoryPurchase> m_purchases;
    std::vector<HistoryExposure> m_exposures;
    bool m_sorted = true; ///< both lists are
    bool m_folded = true; ///< what is by type, the times and the purchases are of m_events
    bool m_sumsFit = true;
    std::vector<EventRow> m_rows;
    std::vector<HistoryEvent> m_events;
    std::vector<std::int64_t> m_times; ///< of m_events
    std::vector<HistoryPurchase> m_returns; ///< while folding
    std::vector<std::pair<std::int64_t, std::uint32_t>> m_order; ///< sort()'s memory
    std::vector<HistoryEvent> m_otherEvents;
    std::vector<HistoryExposure> m_otherExposures;
    expr::Arena m_texts;
};

}
