// SPDX-License-Identifier: Apache-2.0
#include "expr/simple_test.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>

namespace ow::expr {

namespace {

using Of = SimpleTest::Of;
using Range = SimpleTest::Range;

Range universe(Of of)
{
    return of == Of::Bool ? Range { 0, 1 } : Range { SimpleTest::least, SimpleTest::most };
}

/// Ascending, joined where they touch or overlap.
void tidy(std::vector<Range>& ranges)
{
    std::ranges::sort(ranges, {}, &Range::first);
    std::size_t n = 0;
    for (const Range& r : ranges) {
        if (n > 0 && (ranges[n - 1].last == SimpleTest::most || r.first <= ranges[n - 1].last + 1))
            ranges[n - 1].last = std::max(ranges[n - 1].last, r.last);
        else
            ranges[n++] = r;
    }
    ranges.resize(n);
}

void tidy(std::vector<std::string>& texts)
{
    std::ranges::sort(texts);
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::vector<Range> without(const std::vector<Range>& ranges, Range all)
{
    std::vector<Range> out;
    std::int64_t next = all.first;
    for (const Range& r : ranges) {
        if (r.first > next)
            out.push_back({ next, r.first - 1 });
        if (r.last == all.last)
            return out;
        next = r.last + 1;
    }
    out.push_back({ next, all.last });
    return out;
}

std::vector<Range> common(const std::vector<Range>& a, const std::vector<Range>& b)
{
    std::vector<Range> out;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        const Range both { std::max(x->first, y->first), std::min(x->last, y->last) };
        if (both.first <= both.last)
            out.push_back(both);
        ++(x->last < y->last ? x : y);
    }
    return out;
}

std::vector<std::string> common(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::string> out;
    std::ranges::set_intersection(a, b, std::back_inserter(out));
    return out;
}

std::vector<std::string> difference(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::string> out;
    std::ranges::set_difference(a, b, std::back_inserter(out));
    return out;
}

/// One of several texts or ranges of one slot: where any passes. Sorts once, however many there are.
std::optional<SimpleTest> unionOf(std::vector<SimpleTest> tests)
{
    SimpleTest out = std::move(tests.front());
    for (std::size_t i = 1; i < tests.size(); ++i) {
        SimpleTest& t = tests[i];
        if (t.slot != out.slot)
            return std::nullopt;
        if (out.except || t.except) {
            out = complement(intersection(complement(std::move(out)), complement(std::move(t))));
            continue;
        }
        std::ranges::move(t.texts, std::back_inserter(out.texts));
        std::ranges::move(t.ranges, std::back_inserter(out.ranges));
    }
    tidy(out.texts);
    tidy(out.ranges);
    return out;
}

class Recogniser {
public:
    Recogniser(const Expression& expression, const Vocabulary& vocabulary)
        : m_e(expression)
        , m_vocabulary(vocabulary)
    {
    }

    std::optional<SimpleTest> test(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        switch (node.syntax) {
        case Syntax::Name:
        case Syntax::Select: {
            std::optional<SimpleTest> out = named(i);
            if (!out || out->of != Of::Bool)
                return std::nullopt;
            out->ranges = { { 1, 1 } };
            return out;
        }
        case Syntax::Not: {
            std::optional<SimpleTest> inner = test(node.children.front());
            return inner ? complement(std::move(*inner)) : std::optional<SimpleTest>();
        }
        case Syntax::And:
        case Syntax::Or:
            return junction(node);
        case Syntax::Binary:
            return node.text == "in" ? membership(node) : comparison(node);
        default:
            return std::nullopt;
        }
    }

private:
    std::optional<SimpleTest> junction(const Node& node) const
    {
        std::vector<SimpleTest> tests;
        for (const NodeIndex child : node.children) {
            std::optional<SimpleTest> one = test(child);
            if (!one || (!tests.empty() && one->slot != tests.front().slot))
                return std::nullopt;
            tests.push_back(std::move(*one));
        }
        if (node.syntax == Syntax::Or)
            return unionOf(std::move(tests));
        SimpleTest out = std::move(tests.front());
        for (std::size_t i = 1; i < tests.size(); ++i)
            out = intersection(out, tests[i]);
        return out;
    }

    /// A declared name of a simple type, with no value accepted yet.
    std::optional<SimpleTest> named(NodeIndex i) const
    {
        const Name* name = m_vocabulary.find(path(i));
        if (name == nullptr)
            return std::nullopt;
        SimpleTest out;
        out.slot = name->slot;
        switch (name->type.kind) {
        case Kind::Bool:
            out.of = Of::Bool;
            return out;
        case Kind::Int:
            out.of = Of::Int;
            return out;
        case Kind::Double:
            out.of = Of::Double;
            return out;
        case Kind::String:
            out.of = Of::Text;
            return out;
        default:
            return std::nullopt;
        }
    }

    std::string path(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        if (node.syntax == Syntax::Name)
            return node.text;
        if (node.syntax != Syntax::Select)
            return {};
        const std::string target = path(node.children.front());
        return target.empty() ? target : target + '.' + node.text;
    }

    /// The key of a literal of the test's type.
    static std::optional<std::int64_t> key(const SimpleTest& test, const Node& literal)
    {
        if ((test.of == Of::Int && literal.syntax == Syntax::Int)
            || (test.of == Of::Bool && literal.syntax == Syntax::Bool))
            return literal.number;
        if (test.of == Of::Double && literal.syntax == Syntax::Double && !std::isnan(literal.real))
            return numberKey(literal.real);
        return std::nullopt;
    }

    std::optional<SimpleTest> comparison(const Node& node) const
    {
        for (const bool swapped : { false, true }) {
            std::optional<SimpleTest> out = named(node.children[swapped ? 1 : 0]);
            const Node& literal = m_e.node(node.children[swapped ? 0 : 1]);
            if (!out)
                continue;
            const bool equality = node.text == "==" || node.text == "!=";
            if (out->of == Of::Text && literal.syntax == Syntax::String && equality) {
                out->texts = { literal.text };
                out->except = node.text == "!=";
                return out;
            }
            const std::optional<std::int64_t> at = key(*out, literal);
            if (!at || (out->of == Of::Bool && !equality))
                return std::nullopt;
            return compared(std::move(*out), node.text, *at, swapped);
        }
        return std::nullopt;
    }

    static std::optional<SimpleTest> compared(
        SimpleTest out, std::string_view op, std::int64_t at, bool swapped)
    {
        // NaN has the largest key and is on neither side of anything.
        const std::int64_t top = out.of == Of::Double ? SimpleTest::most - 1 : SimpleTest::most;
        const bool below = (op.front() == '<') != swapped;
        if (op == "==" || op == "!=") {
            out.ranges = { { at, at } };
            return op == "==" ? out : complement(std::move(out));
        }
        if (op != "<" && op != "<=" && op != ">" && op != ">=")
            return std::nullopt;
        const bool itself = op.size() == 2;
        if (below && (itself || at != SimpleTest::least))
            out.ranges = { { SimpleTest::least, itself ? at : at - 1 } };
        else if (!below && (itself || at < top))
            out.ranges = { { itself ? at : at + 1, top } };
        return out;
    }

    std::optional<SimpleTest> membership(const Node& node) const
    {
        std::optional<SimpleTest> out = named(node.children[0]);
        const Node& list = m_e.node(node.children[1]);
        if (!out || list.syntax != Syntax::List)
            return std::nullopt;
        for (const NodeIndex item : list.children) {
            const Node& literal = m_e.node(item);
            if (out->of == Of::Text && literal.syntax == Syntax::String) {
                out->texts.push_back(literal.text);
            } else if (const std::optional<std::int64_t> at = key(*out, literal)) {
                out->ranges.push_back({ *at, *at });
            } else {
                return std::nullopt;
            }
        }
        tidy(out->texts);
        tidy(out->ranges);
        return out;
    }

    const Expression& m_e;
    const Vocabulary& m_vocabulary;
};

void appendKey(const Expression& e, NodeIndex i, std::string& out)
{
    const Node& node = e.node(i);
    out += std::to_string(int(node.syntax));
    if (!node.text.empty())
        out += '"' + std::to_string(node.text.size()) + ':' + node.text;
    if (node.syntax == Syntax::Int || node.syntax == Syntax::Bool)
        out += '#' + std::to_string(node.number);
    if (node.syntax == Syntax::Double)
        out += '#' + std::to_string(std::bit_cast<std::uint64_t>(node.real));
    if (node.children.empty())
        return;
    out += '(';
    for (const NodeIndex child : node.children) {
        appendKey(e, child, out);
        out += ',';
    }
    out += ')';
}

}

bool SimpleTest::isAlways() const
{
    return of == Of::Text ? except && texts.empty() : ranges.size() == 1 && ranges.front() == universe(of);
}

bool SimpleTest::passes(const Value& value) const
{
    if (of == Of::Text)
        return std::ranges::binary_search(texts, value.asString()) != except;
    const std::int64_t key = numberKey(value);
    const auto next = std::ranges::upper_bound(ranges, key, {}, &Range::first);
    return next != ranges.begin() && key <= std::prev(next)->last;
}

SimpleTest intersection(const SimpleTest& a, const SimpleTest& b)
{
    SimpleTest out;
    out.slot = a.slot;
    out.of = a.of;
    out.ranges = common(a.ranges, b.ranges);
    out.except = a.except && b.except;
    if (out.except)
        std::ranges::set_union(a.texts, b.texts, std::back_inserter(out.texts));
    else if (a.except || b.except)
        out.texts = a.except ? difference(b.texts, a.texts) : difference(a.texts, b.texts);
    else
        out.texts = common(a.texts, b.texts);
    return out;
}

SimpleTest complement(SimpleTest test)
{
    if (test.of == Of::Text)
        test.except = !test.except;
    else
        test.ranges = without(test.ranges, universe(test.of));
    return test;
}

std::optional<SimpleTest> simpleTest(
    const Expression& expression, NodeIndex node, const Vocabulary& vocabulary)
{
    return Recogniser(expression, vocabulary).test(node);
}

std::string canonicalKey(const Expression& expression, NodeIndex node)
{
    std::string out;
    appendKey(expression, node, out);
    return out;
}

}
