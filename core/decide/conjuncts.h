// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"

#include <vector>

namespace ow::decide {

/// Takes a checked condition apart at its top-level && and enters the parts into the pack's table of
/// predicates. Simple tests of one slot become one; parts that are always true are dropped.
class ConjunctSplitter {
public:
    /// `sureFacts`: by fact, whether its value is always of its declared type, so that a test of it has no
    /// error.
    ConjunctSplitter(PredicateTable& table, const expr::SlotMap& slots, const std::vector<bool>& sureFacts);

    /// Fills `conjuncts`, `always` and `never` of a condition whose `program` is there and was compiled with
    /// these names.
    void split(const expr::Vocabulary& names, Condition& out);

private:
    void collect(expr::NodeIndex node);
    void take(expr::NodeIndex node);
    bool isSure(std::uint32_t slot) const;
    bool isShared(std::span<const std::uint32_t> reads) const;
    bool readsFacts(std::span<const std::uint32_t> reads) const;
    /// Less = asked earlier: what needs no facts first, tests before programs, then what rarely passes.
    double lateness(Index predicate) const;

    PredicateTable& m_table;
    const expr::SlotMap& m_slots;
    const std::vector<bool>& m_sureFacts;
    const expr::Expression* m_expression = nullptr;
    const expr::Vocabulary* m_names = nullptr;
    std::vector<expr::SimpleTest> m_tests; ///< one for each slot
    std::vector<Index> m_programs;
    bool m_never = false;
};

/// Whether an expression's value is certain to be of its static type: no part of it is known only while
/// evaluating (elements of mixed lists), and no fact it reads is of that kind.
bool hasSureType(const std::string& text, const expr::Vocabulary& names, const expr::SlotMap& slots,
    const std::vector<bool>& sureFacts);

}
