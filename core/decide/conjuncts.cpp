// SPDX-License-Identifier: Apache-2.0
#include "decide/conjuncts.h"

#include "decide/conjunct_code.h"
#include "expr/analysis.h"

#include <algorithm>
#include <stdexcept>

namespace ow::decide {

using expr::NodeIndex;
using expr::SimpleTest;

ConjunctSplitter::ConjunctSplitter(
    PredicateTable& table, const expr::SlotMap& slots, const std::vector<bool>& sureFacts)
    : m_table(table)
    , m_slots(slots)
    , m_sureFacts(sureFacts)
{
}

void ConjunctSplitter::split(const expr::Vocabulary& names, Condition& out)
{
    m_expression = &out.program.expression();
    m_names = &names;
    m_tests.clear();
    m_programs.clear();
    m_never = false;
    collect(m_expression->tree().root);
    for (const SimpleTest& test : m_tests) {
        if (test.isNever())
            m_never = true; // whatever the others say, errors included
        if (test.isAlways() || m_never)
            continue;
        const std::uint32_t slot = test.slot;
        out.conjuncts.push_back(m_table.add(test, isShared({ &slot, 1 }), readsFacts({ &slot, 1 })));
    }
    std::ranges::sort(m_programs);
    m_programs.erase(std::unique(m_programs.begin(), m_programs.end()), m_programs.end());
    out.conjuncts.insert(out.conjuncts.end(), m_programs.begin(), m_programs.end());
    out.never = m_never;
    out.always = !m_never && out.conjuncts.empty();
    if (m_never)
        out.conjuncts.clear();
    std::ranges::stable_sort(out.conjuncts, {}, [&](Index i) { return lateness(i); });
    ConjunctCode::append(m_table, out.conjuncts, m_slots, out.code);
}

void ConjunctSplitter::collect(NodeIndex i)
{
    const expr::Node& node = m_expression->node(i);
    if (node.syntax != expr::Syntax::And) {
        take(i);
        return;
    }
    for (const NodeIndex child : node.children)
        collect(child);
}

void ConjunctSplitter::take(NodeIndex i)
{
    std::optional<SimpleTest> test = simpleTest(*m_expression, i, *m_names);
    if (test && isSure(test->slot)) {
        const auto older = std::ranges::find(m_tests, test->slot, &SimpleTest::slot);
        if (older == m_tests.end())
            m_tests.push_back(std::move(*test));
        else
            *older = intersection(*older, *test);
        return;
    }
    const std::string key = canonicalKey(*m_expression, i);
    if (const Index known = m_table.find(key); known != none) {
        m_programs.push_back(known);
        return;
    }
    // Any type: an element of a mixed list may stand here, and is an error where it is no bool.
    auto program = expr::compile(m_expression->textOf(i), *m_names);
    if (!program)
        throw std::logic_error("a part of a checked condition does not compile: " + program.error().message);
    if (const expr::Value* constant = program->constant()) {
        m_never = m_never || !constant->isTrue();
        return;
    }
    const bool shared = isShared(program->reads());
    const bool facts = readsFacts(program->reads());
    m_programs.push_back(m_table.add(key, std::move(*program), shared, facts));
}

bool ConjunctSplitter::isSure(std::uint32_t slot) const
{
    return slot < m_slots.facts
        || (slot - m_slots.facts < m_sureFacts.size() && m_sureFacts[slot - m_slots.facts]);
}

bool ConjunctSplitter::isShared(std::span<const std::uint32_t> reads) const
{
    return std::ranges::none_of(reads, [&](std::uint32_t slot) {
        return (slot >= m_slots.event && slot < m_slots.stage)
            || (slot >= m_slots.offer && slot < m_slots.facts);
    });
}

bool ConjunctSplitter::readsFacts(std::span<const std::uint32_t> reads) const
{
    return !reads.empty() && reads.back() >= m_slots.facts; // sorted
}

double ConjunctSplitter::lateness(Index i) const
{
    const PredicateTable::Predicate& p = m_table[i];
    const SimpleTest* test = m_table.test(i);
    double passing = 0.5;
    if (test != nullptr && test->of == SimpleTest::Of::Text) {
        const double some = std::min(0.9, 0.12 * double(test->texts.size()));
        passing = test->except ? 1 - some : some;
    }
    return (p.readsFacts ? 4 : 0) + (test == nullptr ? 2 : 0) + passing;
}

bool hasSureType(const std::string& text, const expr::Vocabulary& names, const expr::SlotMap& slots,
    const std::vector<bool>& sureFacts)
{
    const auto expression = expr::parse(text);
    if (!expression)
        return false;
    const auto isAny = [](auto&& self, const expr::Type& t) -> bool {
        return t.kind == expr::Kind::Any
            || std::ranges::any_of(t.args, [&](const expr::Type& a) { return self(self, a); });
    };
    const expr::Analysis analysis = analyse(*expression, names, {});
    const auto reached = [&](auto&& self, NodeIndex i) -> bool {
        const expr::NodeFacts& facts = analysis.nodes[i];
        if (facts.binding == expr::NodeFacts::Binding::Name)
            return !isAny(isAny, facts.type)
                && (facts.slot < slots.facts || sureFacts[facts.slot - slots.facts]);
        if (expression->node(i).syntax == expr::Syntax::Name
            && facts.binding == expr::NodeFacts::Binding::None)
            return true; // "math" in front of a function
        if (isAny(isAny, facts.type))
            return false;
        return std::ranges::all_of(
            expression->node(i).children, [&](NodeIndex child) { return self(self, child); });
    };
    return analysis.ok() && reached(reached, expression->tree().root);
}

}
