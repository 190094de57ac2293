// SPDX-License-Identifier: Apache-2.0
#include "decide/conjunct_code.h"
#include "decide/run.h"
#include "decide/text_key.h"

#include <algorithm>
#include <bit>

namespace ow::decide {

void Run::forgetAnswers()
{
    m_s.answers.resize(std::max(m_s.answers.size(), m_p.predicates.size()));
    if (++m_s.answersEpoch == 1U << 30) { // the epochs begin again: no old answer may look like a new one
        std::ranges::fill(m_s.answers, 0U);
        m_s.answersEpoch = 1;
    }
}

bool Run::allHold(std::span<const std::uint64_t> code)
{
    using Op = ConjunctCode::Op;
    for (std::size_t at = 0; at < code.size();) {
        const auto head = std::bit_cast<ConjunctCode::Head>(code[at]);
        const std::uint64_t* const rest = &code[at] + 1;
        at += head.words;
        if (head.op == Op::Ask) {
            if (ask(head.operand) != Answer::True)
                return false;
            continue;
        }
        if (head.need != ConjunctCode::needsNothing)
            need(Needs(1) << head.need);
        const Value& value = m_s.values[head.operand];
        if (head.op == Op::Within) {
            const std::int64_t key = expr::numberKey(value);
            if (key < std::int64_t(rest[0]) || std::int64_t(rest[1]) < key)
                return false;
            continue;
        }
        const std::uint64_t key = textKey(value.asString());
        bool among = false;
        for (std::size_t k = 1; k + 1 < head.words; ++k)
            among = among || rest[k] == key;
        if (among && !isWholeText(key)) { // long texts may share a key: the table knows them whole
            if (ask(Index(rest[0])) != Answer::True)
                return false;
            continue;
        }
        if (among != (head.op == Op::Is || head.op == Op::AnyOf))
            return false;
    }
    return true;
}

bool Run::holdsOrFails(const Condition& c)
{
    return !c.never && std::ranges::none_of(c.conjuncts, [&](Index predicate) {
        return ask(predicate) == Answer::False;
    });
}

Answer Run::ask(Index predicate)
{
    const std::uint32_t known = m_s.answers[predicate];
    return known >> 2 == m_s.answersEpoch ? Answer(known & 3) : askAnew(predicate);
}

/// What reads an offer or an event has another answer for each of them and is not kept.
Answer Run::askAnew(Index predicate)
{
    need(m_paths.predicates[predicate]);
    const expr::Arena::Mark mark = m_s.arena.mark();
    const Answer answer = m_p.predicates.ask(predicate, m_s.values, m_s.arena);
    m_s.arena.rewind(mark);
    if (m_p.predicates[predicate].shared)
        m_s.answers[predicate] = m_s.answersEpoch << 2 | std::uint32_t(answer);
    return answer;
}

expr::Value Run::number(expr::CodeRef program)
{
    const expr::Arena::Mark mark = m_s.arena.mark();
    const Value out = program.evaluate(m_s.values, m_s.arena);
    m_s.arena.rewind(mark);
    return out;
}

}
