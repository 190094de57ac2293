// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_influence.h"

#include "expr/expression.h"
#include "expr/time_value.h"

#include <algorithm>

namespace ow::decide {

namespace {

using expr::Syntax;

/// "customer.segment" of a chain of selections that ends in a name; "" of anything else.
std::string pathOf(const expr::Expression& e, expr::NodeIndex i)
{
    const expr::Node& node = e.node(i);
    if (node.syntax == Syntax::Name)
        return node.text;
    if (node.syntax != Syntax::Select)
        return {};
    const std::string before = pathOf(e, node.children.front());
    return before.empty() ? std::string() : before + '.' + node.text;
}

bool isLogic(Syntax s)
{
    return s == Syntax::And || s == Syntax::Or || s == Syntax::Not || s == Syntax::Conditional;
}

class Collector {
public:
    Collector(const expr::Expression& e, const std::unordered_map<std::string, std::uint32_t>& slots)
        : m_e(e)
        , m_slots(slots)
    {
    }

    /// Every part below the logic is a test of its own.
    void tests(expr::NodeIndex i, std::vector<Test>& out)
    {
        if (!isLogic(m_e.node(i).syntax)) {
            m_test = {};
            collect(i);
            if (!m_test.names.empty())
                out.push_back(std::move(m_test));
            return;
        }
        for (const expr::NodeIndex child : m_e.node(i).children)
            tests(child, out);
    }

private:
    void collect(expr::NodeIndex i)
    {
        const expr::Node& node = m_e.node(i);
        switch (node.syntax) {
        case Syntax::Int:
            m_test.numbers.push_back(double(node.number));
            return;
        case Syntax::Double:
            m_test.numbers.push_back(node.real);
            return;
        case Syntax::String:
            m_test.texts.push_back(node.text);
            return;
        case Syntax::Name:
        case Syntax::Select:
            if (const auto slot = m_slots.find(pathOf(m_e, i)); slot != m_slots.end()) {
                m_test.names.push_back(slot->second);
                return;
            }
            break;
        case Syntax::Negate: {
            const std::size_t before = m_test.numbers.size();
            collect(node.children.front());
            for (std::size_t k = before; k < m_test.numbers.size(); ++k)
                m_test.numbers[k] = -m_test.numbers[k];
            return;
        }
        case Syntax::Call:
            call(node);
            break;
        default:
            break;
        }
        for (const expr::NodeIndex child : node.children)
            collect(child);
    }

    void call(const expr::Node& node)
    {
        if (node.children.size() != 1 || m_e.node(node.children.front()).syntax != Syntax::String)
            return;
        const std::string& text = m_e.node(node.children.front()).text;
        if (node.text == "timestamp") {
            if (const Result<Timestamp> t = parseTimestamp(text))
                m_test.times.push_back(t->ms);
        } else if (node.text == "duration") {
            const expr::Value length = expr::parseDurationValue(text);
            if (!length.isError())
                m_test.lengths.push_back(length.durationNanos() / 1'000'000);
        }
    }

    const expr::Expression& m_e;
    const std::unordered_map<std::string, std::uint32_t>& m_slots;
    Test m_test;
};

}

void Influence::add(const Influence& other)
{
    if (attributes.size() < other.attributes.size())
        attributes.resize(other.attributes.size());
    for (std::size_t i = 0; i < other.attributes.size(); ++i)
        attributes[i] = attributes[i] || other.attributes[i];
    time = time || other.time;
    events = events || other.events;
    exposures = exposures || other.exposures;
    cart = cart || other.cart;
    focus = focus || other.focus;
}

Influence Influence::everything(std::size_t attributes)
{
    return { std::vector<bool>(attributes, true), true, true, true, true, true };
}

InfluenceTable::InfluenceTable(const CompiledPack& pack)
    : m_p(pack)
{
    for (const expr::Place place : { expr::Place::Rank, expr::Place::FactEvent }) {
        const expr::Vocabulary names = pack.names.at(place);
        for (const expr::Name& name : names.names())
            m_slots.emplace(name.path, name.slot);
    }
    const model::Pack& p = pack.pack;
    for (const model::Fact& fact : p.facts) {
        Influence influence;
        if (fact.expr) {
            influence = of(*fact.expr);
            learn(*fact.expr, none);
        } else {
            influence = of(fact.where);
            influence.add(of(fact.of));
            influence.events = true;
            influence.time = true;
            learn(fact.where, none);
            learn(fact.of, none);
        }
        m_facts.push_back(std::move(influence));
    }
    for (const auto* conditions : { &p.stages, &p.motivations }) {
        for (const model::Condition& c : *conditions) {
            m_stages.add(of(c.when));
            learn(c.when, none);
        }
    }
    for (const model::Channel& c : p.channels)
        learn(c.consent, none);
    for (const model::Suppression& s : p.suppress)
        learn(s.when, none);
    for (const model::SequenceRule& s : p.sequence)
        learn(s.where, none);
    learn(p.rank.score, none);
    for (Index i = 0; i < pack.offers.size(); ++i) {
        const model::Offer& offer = *pack.offers[i].source;
        for (const std::string* text : { &offer.trigger, &offer.when, &offer.propensity })
            learn(*text, i);
    }
}

void InfluenceTable::learn(const std::string& expression, Index owner)
{
    std::vector<Test> tests = testsOf(expression, owner);
    std::ranges::move(tests, std::back_inserter(m_tests));
}

std::vector<Test> InfluenceTable::testsOf(const std::string& expression, Index owner) const
{
    std::vector<Test> out;
    const auto parsed = expr::parse(expression);
    if (!parsed)
        return out; // "" where a fact has no `of`
    Collector(*parsed, m_slots).tests(parsed->tree().root, out);
    for (Test& test : out)
        test.owner = owner;
    return out;
}

std::vector<std::uint32_t> InfluenceTable::reads(const std::string& expression) const
{
    std::vector<std::uint32_t> out;
    for (const Test& test : testsOf(expression, none))
        out.insert(out.end(), test.names.begin(), test.names.end());
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

Influence InfluenceTable::of(const std::string& expression) const
{
    Influence out;
    for (const std::uint32_t slot : reads(expression))
        out.add(ofSlot(slot));
    return out;
}

Influence InfluenceTable::ofSlot(std::uint32_t slot) const
{
    const expr::SlotMap& s = m_p.nameSlots;
    Influence out;
    out.attributes.assign(m_p.defaults.size(), false);
    const auto within
        = [&](std::uint32_t first, std::uint32_t count) { return slot >= first && slot - first < count; };
    if (slot < out.attributes.size())
        out.attributes[slot] = true;
    else if (slot == s.now)
        out.time = true;
    else if (within(s.focus, 8))
        out.focus = true;
    else if (within(s.cart, 6))
        out.cart = true;
    else if (within(s.owned, 2) || within(s.event, 10))
        out.events = true;
    else if (slot == s.stage || slot == s.motivation)
        out = m_stages;
    else if (within(s.anchor, 8))
        out.focus = out.cart = out.events = out.time = true;
    else if (within(s.candidate, 3))
        out = ofCandidates();
    else if (within(s.facts, std::uint32_t(m_facts.size())))
        out = m_facts[slot - s.facts];
    return out;
}

Influence InfluenceTable::ofStages() const { return m_stages; }

Influence InfluenceTable::ofCandidates() const
{
    Influence out = m_stages;
    out.focus = out.cart = out.events = out.time = true;
    return out;
}

}
