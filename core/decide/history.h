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

/// One exposure; times that never came are `never`.
struct HistoryExposure {
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    Index offer = none; ///< none = the pack has it no longer
    Index placement = none;
    std::array<std::int64_t, 5> times { never, never, never, never, never }; ///< ms, by model::Outcome

    std::int64_t shown() const { return times[0]; }
    std::int64_t time(model::Outcome o) const { return times[std::size_t(o)]; }
};

/// Everything one customer did and was shown, resolved against one pack and in the order of time. Made once,
/// it serves any number of decisions at any number of `now`s: what is later than now is not seen. Strings are
/// views of the caller's memory unless keep() copied them. Not thread-safe while it is added to.
class History {
public:
    void add(const CompiledPack& pack, const model::Event& event);
    void add(const CompiledPack& pack, const model::Exposure& exposure);
    void add(const HistoryEvent& event);
    void add(const HistoryExposure& exposure);
    static History of(const CompiledPack& pack, std::span<const model::Event> events,
        std::span<const model::Exposure> exposures);

    /// Copies a string into this history's own memory.
    std::string_view keep(std::string_view text) { return m_texts.copy(text); }
    /// Puts what was added into the order of time; needed after adds that were not in order. add() in order
    /// keeps it.
    void sort();

    std::span<const HistoryEvent> events() const { return m_events; }
    std::span<const HistoryExposure> exposures() const { return m_exposures; }
    /// Those at or before now.
    std::span<const HistoryEvent> eventsUntil(Timestamp now) const;
    std::span<const HistoryExposure> exposuresUntil(Timestamp now) const;

private:
    std::vector<HistoryEvent> m_events;
    std::vector<HistoryExposure> m_exposures;
    bool m_sorted = true;
    expr::Arena m_texts;
};

}
