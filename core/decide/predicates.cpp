// SPDX-License-Identifier: Apache-2.0
#include "decide/predicates.h"

namespace ow::decide {

using expr::SimpleTest;
using expr::Value;

namespace {

constexpr std::size_t fewTexts = 12; ///< up to here looking at each is faster than searching

std::string keyOf(const SimpleTest& t)
{
    std::string key = '=' + std::to_string(t.slot) + (t.except ? '!' : ':');
    for (const std::string& text : t.texts)
        key += std::to_string(text.size()) + '"' + text;
    for (const SimpleTest::Range& r : t.ranges)
        key += std::to_string(r.first) + ',' + std::to_string(r.last) + ';';
    return key;
}

}

Answer PredicateTable::askProgram(const Predicate& p, std::span<const Value> values, expr::Arena& arena) const
{
    const Value value = m_programs[p.first].evaluate(values, arena);
    if (!value.is(Value::Tag::Bool))
        return Answer::Error;
    return value.asBool() ? Answer::True : Answer::False;
}

const expr::Program* PredicateTable::program(Index i) const
{
    const Predicate& p = m_predicates[i];
    return p.op == Predicate::Op::Program ? &m_programs[p.first] : nullptr;
}

std::span<const std::uint32_t> PredicateTable::reads(Index i) const
{
    const Predicate& p = m_predicates[i];
    if (p.op == Predicate::Op::Program)
        return m_programs[p.first].reads();
    return { &p.slot, 1 };
}

Index PredicateTable::find(const std::string& key) const
{
    const auto it = m_byKey.find(key);
    return it == m_byKey.end() ? none : it->second;
}

Index PredicateTable::add(const SimpleTest& test, bool shared, bool readsFacts)
{
    using Op = Predicate::Op;
    const auto [it, isNew] = m_byKey.emplace(keyOf(test), Index(m_predicates.size()));
    if (!isNew)
        return it->second;
    const SimpleTest& kept = m_simple.emplace_back(test);
    m_tests.push_back(&kept);
    Predicate& p = m_predicates.emplace_back();
    p.slot = test.slot;
    p.shared = shared;
    p.readsFacts = readsFacts;
    p.except = test.except;
    if (test.of == SimpleTest::Of::Text) {
        p.op = test.texts.size() == 1 ? Op::Text : test.texts.size() <= fewTexts ? Op::Texts : Op::Test;
        p.first = std::uint32_t(m_texts.size());
        p.count = std::uint32_t(test.texts.size());
        m_texts.insert(m_texts.end(), kept.texts.begin(), kept.texts.end());
    } else if (test.ranges.size() == 1) {
        p.least = test.ranges.front().first;
        p.most = test.ranges.front().last;
    } else {
        p.op = Op::Test;
    }
    return it->second;
}

Index PredicateTable::add(const std::string& key, expr::Program program, bool shared, bool readsFacts)
{
    const auto [it, isNew] = m_byKey.emplace(key, Index(m_predicates.size()));
    if (!isNew)
        return it->second;
    m_tests.push_back(nullptr);
    Predicate& p = m_predicates.emplace_back();
    p.op = Predicate::Op::Program;
    p.shared = shared;
    p.readsFacts = readsFacts;
    p.first = std::uint32_t(m_programs.size());
    m_programs.push_back(std::move(program));
    return it->second;
}

}
