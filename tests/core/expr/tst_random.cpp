// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "expr/condition_tree.h"
#include "expr/program.h"

#include <QTest>

#include <cmath>

using namespace ow;
using namespace ow::expr;

namespace {

constexpr std::string_view tokens[] = { "a", "b", "customer.age", "customer.name", "l", "m", "true", "false",
    "null", "1", "-3", "9223372036854775807", "2.5", "1e300", "\"x\"", "'é'", "r'\\'", "(", ")", "[", "]",
    "{", "}", ",", ".", ":", "?", "&&", "||", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", ">",
    ">=", " in ", "size(", ".size()", "has(m.k)", ".all(x, ", ".exists(x, ", ".exists_one(x, ", ".map(x, ",
    ".filter(x, ", "x", "int(", "double(", "string(", "timestamp(", "duration(", "math.greatest(",
    ".startsWith(", ".matches(", ".getHours(", "\"1h\"", "\"2026-01-01T00:00:00Z\"", " // c\n", "\xc3", "\"",
    "`k`", "m.k", "now" };

Vocabulary names()
{
    Vocabulary v;
    v.add("a", Kind::Bool);
    v.add("b", Kind::Bool);
    v.add("customer.age", Kind::Int);
    v.add("customer.name", Kind::String);
    v.add("l", Type::list(Kind::Int));
    v.add("m", Type::map(Kind::String, Kind::Int));
    v.add("now", Kind::Timestamp);
    return v;
}

/// Grows a well-typed condition out of all the operators that conditions are made of.
std::string condition(Philox& r, int depth)
{
    if (depth == 0) {
        constexpr std::string_view leaves[] = { "a", "!b", "true", "customer.age > 3", "4 <= customer.age",
            "customer.name == \"x\"", "customer.name in [\"x\", \"y\"]", "!(customer.age in [1, 2, 3])",
            "7 in l", "!(2 in l)", "customer.name.startsWith(\"x\")", "1 / (customer.age - 5) > 0",
            "l.exists(i, i > customer.age)", "m.k == 1", "has(m.z)",
            "now > timestamp(\"2026-01-01T00:00:00Z\")" };
        return std::string(leaves[r.below(std::size(leaves))]);
    }
    switch (r.below(5)) {
    case 0:
        return '(' + condition(r, depth - 1) + " && " + condition(r, depth - 1) + ')';
    case 1:
        return '(' + condition(r, depth - 1) + " || " + condition(r, depth - 1) + " || "
            + condition(r, depth - 1) + ')';
    case 2:
        return "!(" + condition(r, depth - 1) + ')';
    case 3:
        return '(' + condition(r, depth - 1) + " ? " + condition(r, depth - 1) + " : "
            + condition(r, depth - 1) + ')';
    default:
        return condition(r, depth - 1);
    }
}

struct World {
    Vocabulary vocabulary = names();
    std::vector<Value> values;
    std::vector<Value> list, map;
    Arena arena;

    explicit World(Philox& r)
    {
        for (std::uint64_t i = r.below(4); i > 0; --i)
            list.push_back(Value::of(std::int64_t(r.below(9))));
        map = { Value::of(std::string_view("k")), Value::of(std::int64_t(r.below(3))) };
        values = { Value::of(r.bernoulli(0.5)), Value::of(r.bernoulli(0.5)),
            Value::of(std::int64_t(r.below(8))), Value::of(std::string_view(r.bernoulli(0.5) ? "x" : "yz")),
            Value::list(list), Value::map(map), Value::of(Timestamp { 1'780'000'000'000 }) };
    }
};

bool same(const Value& a, const Value& b) { return a.isError() ? b.isError() : equal(a, b); }

}

/// Random text and random conditions: nothing crashes, and every road from an expression back to itself keeps
/// its meaning.
class TestRandom : public QObject {
    Q_OBJECT

private slots:
    void randomTokensAreAnswered()
    {
        Philox r(11);
        World world(r);
        int compiled = 0;
        for (int i = 0; i < 30000; ++i) {
            std::string text;
            for (std::uint64_t n = 1 + r.below(12); n > 0; --n)
                text += tokens[r.below(std::size(tokens))];
            const auto program = compile(text, world.vocabulary);
            if (!program) {
                QVERIFY(program.error().begin <= program.error().end && program.error().end <= text.size());
                QVERIFY(!program.error().message.empty() && !program.error().code.empty());
                continue;
            }
            ++compiled;
            world.arena.reset();
            const Value value = program->evaluate(world.values, world.arena);
            QVERIFY(value.isError() || program->type().kind == Kind::Any
                || tagName(value.tag())
                    == Type(program->type().kind).text().substr(0, tagName(value.tag()).size()));
            (void)toText(value);
        }
        QVERIFY2(compiled > 300, std::to_string(compiled).c_str());
    }

    void aTreeMeansWhatItsExpressionMeans()
    {
        Philox r(12);
        int trees = 0;
        for (int i = 0; i < 3000; ++i) {
            World world(r);
            const std::string text = condition(r, int(r.below(4)));
            const auto original = compile(text, world.vocabulary, Kind::Bool);
            QVERIFY2(
                original.has_value(), (text + ": " + (original ? "" : original.error().message)).c_str());
            const ConditionTree tree = toTree(original->expression());
            trees += tree.kind == ConditionTree::Kind::Text ? 0 : 1;
            const std::string written = toExpressionText(tree);
            const auto again = compile(written, world.vocabulary, Kind::Bool);
            QVERIFY2(again.has_value(), written.c_str());
            QVERIFY2(toTree(again->expression()) == tree, (text + "  ->  " + written).c_str());
            for (int k = 0; k < 5; ++k) {
                const World other(r);
                world.values = other.values;
                QVERIFY2(same(original->evaluate(other.values, world.arena),
                             again->evaluate(other.values, world.arena)),
                    (text + "  ->  " + written).c_str());
            }
        }
        QVERIFY(trees > 1000);
    }

    void parsingKeepsTheText()
    {
        for (const char* text : { "a  &&\n  b // why\n", "( a )", "\ta" }) {
            const auto expression = parse(text);
            QVERIFY(expression.has_value());
            QCOMPARE(expression->text(), std::string(text));
        }
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
