// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "expr/program.h"
#include "expr/simple_test.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::decide {

/// What a condition or one of its conjuncts says of a request. `a && b` is False if any is False, else Error
/// if any is one, else True: in whatever order its conjuncts are asked.
enum class Answer : std::uint8_t { False, True, Error };

/// All distinct questions that a pack's conditions are made of. Conditions are split at their top-level &&;
/// what only compares one slot with constants is a test, all such conjuncts of one slot merged into one;
/// anything else is a program. Equal ones of all offers, rules and stages share one entry, so that a request
/// asks each at most once. Immutable after the pack is built.
class PredicateTable {
public:
    struct Predicate {
        enum class Op : std::uint8_t {
            Within, ///< first <= numberKey <= last
            Text, ///< equal to one text
            Texts, ///< one of a few texts
            Test, ///< any other simple test
            Program,
        };
        Op op = Op::Within;
        bool except = false; ///< Text, Texts: passes where it is none of them
        bool shared = true; ///< one answer for the whole request: it reads nothing of an offer or event
        bool readsFacts = false; ///< facts() is not empty
        std::uint32_t slot = 0; ///< of a test
        std::uint32_t first = 0, count = 0; ///< into texts or programs
        std::int64_t least = 0, most = 0; ///< Within
    };

    std::size_t size() const { return m_predicates.size(); }
    const Predicate& operator[](Index i) const { return m_predicates[i]; }
    /// `values` by slot; facts that it reads must be there.
    Answer ask(Index i, std::span<const expr::Value> values, expr::Arena& arena) const
    {
        const Predicate& p = m_predicates[i];
        if (p.op == Predicate::Op::Program)
            return askProgram(p, values, arena);
        return passes(p, values[p.slot]) ? Answer::True : Answer::False;
    }

    /// The test; null for a program.
    const expr::SimpleTest* test(Index i) const { return m_tests[i]; }
    /// The program; null for a test.
    const expr::Program* program(Index i) const;
    /// The slots it may read, sorted.
    std::span<const std::uint32_t> reads(Index i) const;

    /// For building: the entry of this test or program, an older one where there is an equal one.
    Index add(const expr::SimpleTest& test, bool shared, bool readsFacts);
    /// `key`: expr::canonicalKey() of its expression.
    Index add(const std::string& key, expr::Program program, bool shared, bool readsFacts);
    /// The program of that key, or none.
    Index find(const std::string& key) const;

private:
    bool passes(const Predicate& p, const expr::Value& value) const;
    Answer askProgram(const Predicate& p, std::span<const expr::Value> values, expr::Arena& arena) const;

    std::vector<Predicate> m_predicates;
    std::vector<const expr::SimpleTest*> m_tests; ///< by predicate; null for programs
    std::deque<expr::SimpleTest> m_simple; ///< never move: texts view them
    std::vector<std::string_view> m_texts;
    std::vector<expr::Program> m_programs;
    std::unordered_map<std::string, Index> m_byKey;
};

inline bool PredicateTable::passes(const Predicate& p, const expr::Value& value) const
{
    using Op = Predicate::Op;
    switch (p.op) {
    case Op::Within: {
        const std::int64_t key = expr::numberKey(value);
        return p.least <= key && key <= p.most;
    }
    case Op::Text:
        return (value.asString() == m_texts[p.first]) != p.except;
    case Op::Texts: {
        const std::string_view text = value.asString();
        for (std::uint32_t k = 0; k < p.count; ++k) {
            if (m_texts[p.first + k] == text)
                return !p.except;
        }
        return p.except;
    }
    default:
        return m_tests[std::size_t(&p - m_predicates.data())]->passes(value);
    }
}

}
