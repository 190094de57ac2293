// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/calendar_cache.h"
#include "decide/decision.h"
#include "decide/index.h"
#include "decide/request_reader.h"
#include "expr/arena.h"
#include "expr/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::decide {

/// A product that was bought and kept.
struct Purchase {
    std::int64_t at = 0;
    Index product = none;
};

struct Candidate {
    Index offer = none;
    double fit = 0;
    Origin origin = Origin::Matrix;
    Index anchor = none;
    Index anchorRank = 0; ///< adjacency: the place of the anchor among all of them, for ties
    double propensity = 0;
    double score = 0;
    std::uint32_t firstBlock = 0; ///< into Scratch::blocks
    std::uint32_t blockCount = 0;
    Verdict verdict = Verdict::Outranked;
};

/// Something known of each member of a list in this decision only: telling what is known from what is left of
/// earlier decisions takes no clearing, so that a decision pays for what it looks at and not for the pack.
template <typename T>
class Memo {
public:
    /// For one more decision, over a list of `size`.
    void open(std::size_t size)
    {
        if (++m_epoch == 0) { // they begin again: no old entry may look like a new one
            m_entries.assign(m_entries.size(), {});
            m_epoch = 1;
        }
        if (m_entries.size() < size)
            m_entries.resize(size);
    }
    const T* find(std::size_t i) const
    {
        return m_entries[i].epoch == m_epoch ? &m_entries[i].value : nullptr;
    }
    bool has(std::size_t i) const { return m_entries[i].epoch == m_epoch; }
    void set(std::size_t i, T value) { m_entries[i] = { m_epoch, value }; }

private:
    struct Entry {
        std::uint32_t epoch = 0;
        T value {};
    };
    std::uint32_t m_epoch = 1; ///< never an entry's before it is set
    std::vector<Entry> m_entries;
};

/// The memory one thread decides in, and the decision it made last. What else it holds between calls is of no
/// meaning to anybody.
struct Scratch {
    Decision decision;
    RequestReader reader; ///< of answer(), with the request that it fills again and again
    std::optional<Request> request;
    std::vector<expr::Value> values; ///< by slot
    expr::Arena arena;
    std::vector<expr::Value> lists; ///< the elements of cart.skus … owned.families
    std::vector<Purchase> kept; ///< purchases not returned later, oldest first, smaller sku at equal times
    std::vector<Index> ownedProducts; ///< distinct, by the first kept purchase
    Memo<bool> owned, familyOwned; ///< by product, by family: there where it is
    Memo<Index>
        replacedBy; ///< by edge end: the product in cart or bought that it is a substitute of; none = several
    std::uint32_t answersEpoch = 0;
    std::vector<std::uint32_t> answers; ///< by predicate: the epoch it was asked in * 4 + the Answer
    std::vector<Index> anchors;
    std::vector<Candidate> candidates;
    Memo<Index> candidateOf; ///< by offer: its candidate, or none where it was met and cannot be shown
    std::vector<Block> blocks;
    Memo<bool> suppressed, sequenceOpen, coolingDown; ///< by rule
    Memo<std::int64_t> capCounts; ///< by cap
    CalendarCache calendar;
    std::vector<std::string_view> distinct;
    std::vector<Index> order, taken;
    std::vector<Index> arms; ///< by experiment of one offer: the arm drawn, or none
    std::string hashed;
};

}
