// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "expr/program.h"
#include "expr/simple_test.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace ow;
using namespace ow::expr;

namespace {

Vocabulary names()
{
    Vocabulary v;
    v.add("b", Kind::Bool);
    v.add("i", Kind::Int);
    v.add("d", Kind::Double);
    v.add("s", Kind::String);
    v.add("other", Kind::Int);
    v.add("l", Type::list(Kind::Int));
    return v;
}

const std::vector<Value>& valuesOf(char name)
{
    constexpr double inf = std::numeric_limits<double>::infinity();
    static const std::vector<Value> bools { Value::of(false), Value::of(true) };
    static const std::vector<Value> ints { Value::of(std::numeric_limits<std::int64_t>::min()),
        Value::of(std::int64_t(-1)), Value::of(std::int64_t(0)), Value::of(std::int64_t(1)),
        Value::of(std::int64_t(2)), Value::of(std::int64_t(3)), Value::of(std::int64_t(4)),
        Value::of(std::numeric_limits<std::int64_t>::max()) };
    static const std::vector<Value> doubles { Value::of(-inf), Value::of(-1.5),
        Value::of(-std::numeric_limits<double>::denorm_min()), Value::of(-0.0), Value::of(0.0),
        Value::of(std::numeric_limits<double>::denorm_min()), Value::of(1.0),
        Value::of(std::nextafter(1.0, 2.0)), Value::of(1e300), Value::of(inf),
        Value::of(std::numeric_limits<double>::quiet_NaN()) };
    static const std::vector<Value> texts { Value::of(std::string_view("")), Value::of(std::string_view("a")),
        Value::of(std::string_view("b")), Value::of(std::string_view("ab")),
        Value::of(std::string_view("zz")) };
    return name == 'b' ? bools : name == 'i' ? ints : name == 'd' ? doubles : texts;
}

std::string literal(char name, Philox& r)
{
    constexpr const char* ints[]
        = { "-9223372036854775808", "-1", "0", "1", "2", "3", "9223372036854775807" };
    constexpr const char* doubles[] = { "-1.5", "-0.0", "0.0", "1.0", "1e300", "5e-324" };
    constexpr const char* texts[] = { "\"\"", "\"a\"", "'b'", "\"ab\"" };
    return name == 'b' ? (r.bernoulli(0.5) ? "true" : "false")
        : name == 'i'  ? ints[r.below(std::size(ints))]
        : name == 'd'  ? doubles[r.below(std::size(doubles))]
                       : texts[r.below(std::size(texts))];
}

/// A condition on one name, of everything that a simple test may be made of.
std::string condition(char name, Philox& r, int depth)
{
    const std::string x(1, name);
    switch (depth == 0 ? r.below(3) : 3 + r.below(3)) {
    case 0: {
        constexpr const char* operators[] = { "==", "!=", "<", "<=", ">", ">=" };
        const std::string op = operators[r.below(name == 'b' || name == 's' ? 2 : 6)];
        return r.bernoulli(0.7) ? x + ' ' + op + ' ' + literal(name, r)
                                : literal(name, r) + ' ' + op + ' ' + x;
    }
    case 1:
        if (name == 'b')
            return x;
        [[fallthrough]];
    case 2: {
        std::string list;
        for (std::uint64_t k = 1 + r.below(4); k > 0; --k)
            list += (list.empty() ? "" : ", ") + literal(name, r);
        return x + " in [" + list + ']';
    }
    case 3:
        return "!(" + condition(name, r, depth - 1) + ')';
    case 4:
        return '(' + condition(name, r, depth - 1) + " && " + condition(name, r, depth - 1) + " && "
            + condition(name, r, depth - 1) + ')';
    default:
        return '(' + condition(name, r, depth - 1) + " || " + condition(name, r, depth - 1) + ')';
    }
}

}

/// Conditions that are a set of values: what the table of them answers is what the evaluator answers.
class TestSimpleTest : public QObject {
    Q_OBJECT

private slots:
    void passesWhereTheEvaluatorSaysSo()
    {
        Philox r(3);
        const Vocabulary vocabulary = names();
        Arena arena;
        int passed = 0;
        int refused = 0;
        for (int n = 0; n < 8000; ++n) {
            const char name = "bids"[r.below(4)];
            const std::string text = condition(name, r, int(r.below(4)));
            const auto program = compile(text, vocabulary, Kind::Bool);
            QVERIFY2(program.has_value(), text.c_str());
            const Expression& expression = program->expression();
            const auto test = simpleTest(expression, expression.tree().root, vocabulary);
            QVERIFY2(test.has_value(), text.c_str());
            bool all = true;
            bool any = false;
            for (const Value& value : valuesOf(name)) {
                std::vector<Value> values(6, Value::of(std::int64_t(0)));
                QCOMPARE(test->slot, vocabulary.find(std::string(1, name))->slot);
                values[test->slot] = value;
                const Value expected = program->evaluate(values, arena);
                QVERIFY2(test->passes(value) == expected.isTrue(), (text + " of " + toText(value)).c_str());
                ++(expected.isTrue() ? passed : refused);
                all = all && expected.isTrue();
                any = any || expected.isTrue();
            }
            QVERIFY2(!test->isAlways() || all, text.c_str());
            QVERIFY2(!test->isNever() || !any, text.c_str());
        }
        QVERIFY(passed > 10000 && refused > 10000); // or the conditions say nothing
    }

    void whatIsNotOneIsLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : { "i == other", "i + 1 == 2", "i == 1 && other == 1", "i == 1 || b", "1 in l",
                 "s < \"m\"", "s.startsWith(\"a\")", "1 / i > 0", "l.exists(i, i == 1)", "b ? b : false",
                 "i in [1, other]", "double(i) > 1.0", "true" })
            QTest::newRow(text) << text;
    }
    void whatIsNotOneIsLeftAlone()
    {
        QFETCH(QString, text);
        const auto expression = parse(text.toStdString());
        QVERIFY(expression.has_value());
        QVERIFY(check(*expression, names(), Kind::Bool).ok());
        QVERIFY(!simpleTest(*expression, expression->tree().root, names()));
    }

    void equalMeaningsAreEqualTests()
    {
        const auto test = [](const char* text) {
            const auto expression = parse(text);
            return *simpleTest(*expression, expression->tree().root, names());
        };
        QVERIFY(test("i > 2 && i <= 5") == test("5 >= i && !(i < 3)"));
        QVERIFY(test("s == 'a' || s == \"b\"") == test("s in ['b', 'a', 'b']"));
        QVERIFY(test("!(s in ['a', 'b'])") == test("s != 'a' && s != 'b'"));
        QVERIFY(test("b == true") == test("!!b"));
        QVERIFY(test("i in [1, 2, 3]") == test("i >= 1 && i < 4"));
        QVERIFY(test("d < 1.0") != test("d <= 1.0"));
        QVERIFY(test("s == 'a' && s == 'b'").isNever() && test("b || !b").isAlways());
        QVERIFY(!test("d < 1.0 || d >= 1.0").isAlways()); // NaN
    }

    void keysIgnoreHowItIsWritten()
    {
        const auto key = [](const char* text) {
            const auto expression = parse(text);
            return canonicalKey(*expression, expression->tree().root);
        };
        QCOMPARE(key("1 / i > 0 // c"), key("((1/i)>0)"));
        for (const char* other : { "1 / i > 1", "2 / i > 0", "1.0 / i > 0", "1 / other > 0", "1 / i >= 0",
                 "1 / (i > 0)", "\"1\" / i > 0" })
            QVERIFY2(key("1 / i > 0") != key(other), other);
    }
};

QTEST_APPLESS_MAIN(TestSimpleTest)
#include "tst_simpletest.moc"
