// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"
#include "decide/slot_codes.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ow::decide {

/// Which of all offers' `when` hold for a request, asked of all offers at once. The values of each slot are
/// coded once; for each code a row of bits says which offers' tests of that slot pass; the offers for which
/// all do are the AND of one row for each slot. Conjuncts that are no simple tests are asked one by one of
/// what is left. An error is not true, so it leaves the offer out, as deciding does.
/// Immutable; any thread, each with its own Codes and values. Memory: rows are kept to `mostMemory`; the
/// slots that would need more are asked like other conjuncts.
class EligibilityIndex {
public:
    static constexpr std::size_t mostMemory = std::size_t(32) << 20;

    /// `order`: all offers, those first that should be found first; empty = by id. The pack must outlive
    /// this.
    explicit EligibilityIndex(const CompiledPack& pack, std::span<const Index> order = {});

    /// A request's values as codes: which rows speak of it, and what was asked of it besides. Keeps its
    /// memory between requests.
    struct Codes {
        std::vector<std::uint32_t> rows;
        std::uint32_t epoch = 0;
        std::vector<std::uint32_t> answers; ///< by predicate, as Scratch::answers
    };
    /// `values` by slot, as many as slotsRead().
    void encode(std::span<const expr::Value> values, Codes& out) const;

    /// One bit for each offer in the order given, 64 to a word; bits beyond the last offer are 0.
    std::size_t words() const { return m_words; }
    Index offerAt(std::size_t bit) const { return m_order[bit]; }

    /// The offers that pass all coded tests; `out` has words() words. Those of them in unsettled() have more
    /// conjuncts to ask.
    void passing(const Codes& codes, std::span<std::uint64_t> out) const;
    std::span<const std::uint64_t> unsettled() const { return m_unsettled; }

    /// The offers whose `when` holds. `values` by slot, those that were encoded; offer.* in it is written
    /// where a `when` reads it.
    void eligible(
        Codes& codes, std::span<expr::Value> values, expr::Arena& arena, std::span<std::uint64_t> out) const;
    /// The first of them in the order given; none if there is none.
    Index first(Codes& codes, std::span<expr::Value> values, expr::Arena& arena) const;

    /// One more than the last slot that any `when` reads: what lies beyond need not be computed.
    std::uint32_t slotsRead() const { return m_slotsRead; }
    std::size_t columns() const { return m_columns; }
    /// Bytes of all rows.
    std::size_t memory() const { return m_bits.size() * sizeof(std::uint64_t); }

private:
    struct Coded {
        SlotCodes codes;
        std::uint32_t column = 0;
        std::uint32_t step = 0; ///< words from one code's row to the next one's
    };
    struct Table {
        std::vector<SlotCodes> sources;
        std::size_t rows = 1;
        std::vector<std::uint64_t> bits;
        double share = 1; ///< of set bits
    };
    using TestsOf = std::vector<std::pair<std::size_t, const expr::SimpleTest*>>;

    void collect(std::vector<TestsOf>& bySlot);
    Table table(const TestsOf& tests) const;
    Table merged(const Table& a, const Table& b) const;
    void mergeSmall(std::vector<Table>& tables) const;
    void layOut(std::vector<Table>& tables);
    bool settle(std::size_t bit, Codes& codes, std::span<expr::Value> values, expr::Arena& arena) const;
    Answer ask(Index predicate, Codes& codes, std::span<const expr::Value> values, expr::Arena& arena) const;

    const CompiledPack& m_pack;
    std::vector<Index> m_order;
    std::size_t m_words = 0;
    std::size_t m_stride = 0; ///< words of a row: whole cache lines
    std::vector<Coded> m_coded;
    std::size_t m_columns = 0;
    std::vector<std::uint32_t> m_firstRow; ///< by column: where its row of code 0 begins
    std::vector<std::uint64_t> m_bits;
    std::vector<std::uint64_t> m_possible; ///< offers whose `when` is not constantly false
    std::vector<std::uint64_t> m_unsettled;
    std::vector<std::vector<Index>> m_rest; ///< by bit: conjuncts to ask
    std::uint32_t m_slotsRead = 0;
};

}
