// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <limits>

namespace ow::decide {

namespace {

using expr::Value;

constexpr std::int64_t longAgo = std::numeric_limits<std::int64_t>::min();

/// How many of the times lie in (since, until].
std::int64_t countBetween(const History::OfType& events, std::int64_t since, std::int64_t until)
{
    return std::int64_t(countUntil(events.at, until)) - std::int64_t(countUntil(events.at, since));
}

/// The events that one fact looks at, and what it makes of them. Aggregates do not mind in which order they
/// come.
class FactFold {
public:
    FactFold(const CompiledFact& fact, const FactPath& path, const History& history, std::int64_t now)
        : m_fact(fact)
        , m_path(path)
        , m_history(history)
        , m_now(now)
        , m_since(now - fact.window)
    {
    }

    /// Count, velocity and age of all events of the types: by their times alone.
    Value byTimes() const
    {
        std::int64_t count = 0;
        std::int64_t newest = longAgo;
        const std::int64_t half = m_now - m_fact.window / 2;
        eachType([&](const History::OfType& of) {
            if (m_fact.aggregate == model::Aggregate::Count) {
                count += countBetween(of, m_since, m_now);
            } else if (m_fact.aggregate == model::Aggregate::Velocity) {
                count += countBetween(of, half, m_now) - countBetween(of, m_since, half);
            } else if (const std::size_t until = countUntil(of.at, m_now); until > 0) {
                newest = std::max(newest, of.at[until - 1]);
            }
        });
        if (m_fact.aggregate != model::Aggregate::Age)
            return Value::of(count);
        return age(newest);
    }

    /// f(event), newest first within each type, until it says false.
    template <typename F>
    void each(F f) const
    {
        eachType([&](const History::OfType& of) {
            for (std::size_t k = countUntil(of.at, m_now); k > 0 && of.at[k - 1] > m_since; --k) {
                if (!f(of.row(k - 1)))
                    return;
            }
        });
    }

    Value age(std::int64_t newest) const
    {
        return Value::of(newest > m_since ? (m_now - newest) / 1000 : m_fact.otherwise);
    }

    bool isNewer(const EventRow& e) const { return e.at > m_now - m_fact.window / 2; }

private:
    template <typename F>
    void eachType(F f) const
    {
        if (m_path.types.empty())
            f(m_history.all());
        for (const Index type : m_path.types)
            f(m_history.ofType(type));
    }

    const CompiledFact& m_fact;
    const FactPath& m_path;
    const History& m_history;
    std::int64_t m_now, m_since;
};

/// Numbers folded to a sum, a least or a greatest one.
class NumberFold {
public:
    void add(std::int64_t n)
    {
        m_any = true;
        m_sum += n;
        m_least = std::min(m_least, n);
        m_most = std::max(m_most, n);
    }

    Value value(const CompiledFact& fact) const
    {
        if (fact.aggregate == model::Aggregate::Sum) {
            const bool fits = m_sum >= std::numeric_limits<std::int64_t>::min()
                && m_sum <= std::numeric_limits<std::int64_t>::max();
            return fits ? Value::of(std::int64_t(m_sum)) : Value::error(expr::EvalError::Overflow);
        }
        if (!m_any)
            return Value::of(fact.otherwise);
        return Value::of(fact.aggregate == model::Aggregate::Min ? m_least : m_most);
    }

private:
    __extension__ using Wide = __int128; // whether a sum overflows must not depend on its order
    Wide m_sum = 0;
    std::int64_t m_least = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_most = std::numeric_limits<std::int64_t>::min();
    bool m_any = false;
};

std::int64_t distinct(std::vector<std::string_view>& seen)
{
    std::ranges::sort(seen);
    return std::unique(seen.begin(), seen.end()) - seen.begin();
}

}

/// In declared order: their warnings are. The others cannot fail and wait until something reads them.
void Run::computeEagerFacts()
{
    for (const Index i : m_paths.eagerFacts) {
        if (!m_paths.facts[i].mayOverflow || !m_history.sumsFit())
            need(needs::fact(i));
    }
}

void Run::computeFact(std::size_t i)
{
    const CompiledFact& fact = m_p.facts[i];
    const FactPath& path = m_paths.facts[i];
    need(path.needs);
    const expr::Arena::Mark mark = m_s.arena.mark();
    Value value = fact.expression ? fact.expression->evaluate(m_s.values, m_s.arena) : aggregate(fact, path);
    if (!fact.expression)
        m_s.arena.rewind(mark); // a number: what `of` made of the events is done with
    if (value.isError()) {
        m_d.warnings.push_back(m_p.pack.facts[i].id);
        value = fact.zero;
    }
    m_s.values[m_p.nameSlots.facts + i] = value;
}

Value Run::aggregate(const CompiledFact& fact, const FactPath& path)
{
    using model::Aggregate;
    const FactFold fold(fact, path, m_history, m_now);
    if (fact.where.always && !fact.of)
        return fold.byTimes();
    // Each event of the window for which `where` is true.
    const bool plain = !fact.of || path.field != FactPath::byProgram;
    const auto matching = [&](auto f) {
        fold.each([&](const EventRow& e) {
            bindEvent(e, path.fields);
            return !holds(fact.where) || f(e);
        });
    };
    const auto of = [&](const EventRow& e) {
        return plain ? field(e, path.field) : fact.of->evaluate(m_s.values, m_s.arena);
    };
    if (fact.aggregate == Aggregate::Count || fact.aggregate == Aggregate::Velocity) {
        const bool velocity = fact.aggregate == Aggregate::Velocity;
        std::int64_t count = 0;
        matching([&](const EventRow& e) {
            count += !velocity || fold.isNewer(e) ? 1 : -1;
            return true;
        });
        return Value::of(count);
    }
    if (fact.aggregate == Aggregate::Age) {
        std::int64_t newest = longAgo;
        matching([&](const EventRow& e) {
            newest = std::max(newest, e.at);
            return false; // older ones of this type do not matter
        });
        return fold.age(newest);
    }
    if (fact.aggregate == Aggregate::Distinct) {
        m_s.distinct.clear();
        matching([&](const EventRow& e) {
            if (const Value value = of(e); value.is(Value::Tag::String))
                m_s.distinct.push_back(value.asString());
            return true;
        });
        return Value::of(distinct(m_s.distinct));
    }
    NumberFold numbers;
    matching([&](const EventRow& e) {
        if (const Value value = of(e); value.is(Value::Tag::Int)) // an error drops the event
            numbers.add(value.asInt());
        return true;
    });
    return numbers.value(fact);
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
