// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <limits>

namespace ow::decide {

using expr::Value;

void Run::computeFacts()
{
    for (std::size_t i = 0; i < m_p.facts.size(); ++i) {
        const CompiledFact& fact = m_p.facts[i];
        Value value = fact.expression ? fact.expression->evaluate(m_s.values, m_s.arena) : aggregate(fact);
        if (value.isError()) {
            m_d.warnings.push_back(m_p.pack.facts[i].id);
            value = fact.zero;
        }
        m_s.values[m_p.nameSlots.facts + i] = value;
    }
}

bool Run::matches(const CompiledFact& fact, const HistoryEvent& event)
{
    if (!fact.types.empty() && std::ranges::find(fact.types, event.type) == fact.types.end())
        return false;
    if (fact.where.always && !fact.of)
        return true;
    bindEvent(event);
    return holds(fact.where);
}

Value Run::aggregate(const CompiledFact& fact)
{
    using model::Aggregate;
    const auto first = std::ranges::upper_bound(
        m_events, m_now - fact.window, {}, [](const HistoryEvent& e) { return e.at.ms; });
    const std::span<const HistoryEvent> events(first, m_events.end());
    switch (fact.aggregate) {
    case Aggregate::Count:
        return Value::of(
            std::int64_t(std::ranges::count_if(events, [&](const auto& e) { return matches(fact, e); })));
    case Aggregate::Velocity: {
        std::int64_t balance = 0;
        for (const HistoryEvent& e : events)
            balance += !matches(fact, e) ? 0 : e.at.ms > m_now - fact.window / 2 ? 1 : -1;
        return Value::of(balance);
    }
    case Aggregate::Age: {
        const auto newest = std::find_if(
            events.rbegin(), events.rend(), [&](const HistoryEvent& e) { return matches(fact, e); });
        return Value::of(newest == events.rend() ? fact.otherwise : (m_now - newest->at.ms) / 1000);
    }
    case Aggregate::Distinct:
        return countDistinct(fact, events);
    default:
        return foldNumbers(fact, events);
    }
}

Value Run::countDistinct(const CompiledFact& fact, std::span<const HistoryEvent> events)
{
    std::vector<std::string_view>& seen = m_s.distinct;
    seen.clear();
    for (const HistoryEvent& e : events) {
        if (!matches(fact, e))
            continue;
        const Value value = fact.of->evaluate(m_s.values, m_s.arena);
        if (value.is(Value::Tag::String))
            seen.push_back(value.asString());
    }
    std::ranges::sort(seen);
    return Value::of(std::int64_t(std::unique(seen.begin(), seen.end()) - seen.begin()));
}

Value Run::foldNumbers(const CompiledFact& fact, std::span<const HistoryEvent> events)
{
    __extension__ using Wide = __int128; // whether a sum overflows must not depend on its order
    Wide sum = 0;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
    bool any = false;
    for (const HistoryEvent& e : events) {
        if (!matches(fact, e))
            continue;
        const Value value = fact.of->evaluate(m_s.values, m_s.arena);
        if (!value.is(Value::Tag::Int))
            continue; // an error drops the event
        any = true;
        sum += value.asInt();
        least = std::min(least, value.asInt());
        most = std::max(most, value.asInt());
    }
    if (fact.aggregate == model::Aggregate::Sum) {
        const bool fits = sum >= std::numeric_limits<std::int64_t>::min()
            && sum <= std::numeric_limits<std::int64_t>::max();
        return fits ? Value::of(std::int64_t(sum)) : Value::error(expr::EvalError::Overflow);
    }
    if (!any)
        return Value::of(fact.otherwise);
    return Value::of(fact.aggregate == model::Aggregate::Min ? least : most);
}

void Run::chooseStage()
{
    const auto firstThatHolds = [&](const std::vector<Condition>& conditions) {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            if (holds(conditions[i]))
                return Index(i);
        }
        return none;
    };
    m_stage = firstThatHolds(m_p.stages);
    m_motivation = firstThatHolds(m_p.motivations);
    if (m_stage != none)
        m_d.stage = m_p.pack.stages[m_stage].id;
    if (m_motivation != none)
        m_d.motivation = m_p.pack.motivations[m_motivation].id;
    m_s.values[m_p.nameSlots.stage]
        = Value::of(m_d.stage.data() == nullptr ? std::string_view("") : m_d.stage);
    m_s.values[m_p.nameSlots.motivation]
        = Value::of(m_d.motivation.data() == nullptr ? std::string_view("") : m_d.motivation);
    // none is ~0: adding 1 gives row and column 0, which hold no cell.
    m_cell = m_p.cellOf[(m_stage + 1) * (m_p.motivations.size() + 1) + Index(m_motivation + 1)];
}

}
