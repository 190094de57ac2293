// SPDX-License-Identifier: Apache-2.0
#include "decide/conjunct_code.h"
#include "decide/run.h"

#include <algorithm>

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
    return ConjunctCode::allHold(
        code, m_s.values, [&](unsigned bit) { need(Needs(1) << bit); },
        [&](Index predicate) { return ask(predicate); });
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
