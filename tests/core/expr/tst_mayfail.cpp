// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "expr/program.h"

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
    v.add("t", Kind::Timestamp);
    v.add("u", Kind::Duration);
    v.add("l", Type::list(Kind::String));
    v.add("m", Type::map(Kind::String, Kind::Int));
    return v;
}

/// Values at the ends of each type's range, where operations fail.
std::vector<Value> extremes(Philox& r)
{
    static const std::vector<Value> list { Value::of(std::string_view("x")),
        Value::of(std::string_view("")) };
    constexpr std::int64_t ints[]
        = { 0, -1, 1, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max() };
    const double doubles[] = { 0.0, -0.0, 1e308, -1e308, std::nan(""), HUGE_VAL };
    constexpr std::string_view strings[] = { "", "x", "((", "12", "Europe/Berlin", "\xf0\x9f\x98\x80" };
    const auto number = [&] { return ints[r.below(std::size(ints))]; };
    return { Value::of(r.bernoulli(0.5)), Value::of(number()),
        Value::of(doubles[r.below(std::size(doubles))]), Value::of(strings[r.below(std::size(strings))]),
        Value::timestamp(r.bernoulli(0.5) ? -62'135'596'800 : 253'402'300'799, 0), Value::duration(number()),
        Value::list(r.bernoulli(0.5) ? std::span<const Value>(list) : std::span<const Value>()),
        Value::map({}) };
}

}

/// Which expressions can never give an error.
class TestMayFail : public QObject {
    Q_OBJECT

private slots:
    void itIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        for (const char* text : { "b", "1", "i == 3", "s == 'pro' && i >= 3", "b ? i : 3", "!(d < 0.5 || b)",
                 "s in ['a', 'b']", "s in l", "s.startsWith('a') || s.contains(s)", "s.matches('^a+$')",
                 "size(l) > 2 && s.size() == 1", "d * 2.0 + double(i)", "d / 0.0", "-d", "t > t",
                 "u >= duration('30m')", "t < timestamp('2026-01-01T00:00:00Z')", "t.getHours() < 9",
                 "u.getMinutes()", "int(t)", "has(m.k)", "math.greatest(i, 3)", "1 + 2 * 3", "l == ['a']",
                 "string(s)", "i / 2", "i % -7", "(i / 86400) % 7 == 3", "i / (1 + 2)" })
            QTest::newRow(text) << QString::fromUtf8(text) << false;
        for (const char* text : { "i + 1", "-i", "i / 0", "i % 0", "i / -1", "i % -1", "7 / i", "i / (3 - 3)",
                 "(i + 1) / 2", "int(d)", "int(s)", "double(s)", "1 / 0", "string(i)", "s.matches(s)", "m.k",
                 "m['k'] == 1", "l[0]", "t + u", "t - t", "timestamp(s)", "t.getHours(s)",
                 "l.all(x, x == 'a')", "s + s", "[i, 2]", "math.greatest([i])", "b || i + 1 > 2",
                 "[1, 'a'][i] == 1", "m == m", "s.matches('(')" })
            QTest::newRow(text) << QString::fromUtf8(text) << true;
    }

    void itIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        const auto program = compile(text.toStdString(), names());
        QVERIFY2(program.has_value(), program ? "" : program.error().message.c_str());
        QCOMPARE(program->mayFail(), expected);
    }

    /// Random operations over the ends of every type's range: what is said not to fail does not.
    void whatCannotFailDoesNot()
    {
        constexpr std::string_view operators[] = { " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ",
            " <= ", " > ", " >= ", " in ", " && ", " || ", " ? i : ", ".startsWith(", ".contains(" };
        constexpr std::string_view leaves[]
            = { "b", "i", "d", "s", "t", "u", "l", "m", "3", "0.5", "'x'", "double(i)", "int(t)", "size(s)",
                  "t.getHours()", "u.getSeconds()", "2", "-1", "0", "-d", "-i", "!b", "int(d)", "string(d)",
                  "has(m.k)", "m.k", "t.getDate('Europe/Berlin')", "s.matches('^x')", "['x', s]" };
        const Vocabulary vocabulary = names();
        Philox r(5);
        Arena arena;
        int safe = 0;
        int unsafe = 0;
        for (int i = 0; i < 40000; ++i) {
            std::string text(leaves[r.below(std::size(leaves))]);
            for (std::uint64_t n = r.below(3); n > 0; --n) {
                const std::string_view op = operators[r.below(std::size(operators))];
                text = '(' + text + ')' + std::string(op) + std::string(leaves[r.below(std::size(leaves))]);
                text += op.ends_with('(') ? ")" : "";
            }
            const auto program = compile(text, vocabulary);
            if (!program)
                continue;
            ++(program->mayFail() ? unsafe : safe);
            for (int k = 0; k < 8 && !program->mayFail(); ++k) {
                arena.reset();
                QVERIFY2(!program->evaluate(extremes(r), arena).isError(), text.c_str());
            }
        }
        QVERIFY(safe > 1000 && unsafe > 1000);
    }
};

QTEST_APPLESS_MAIN(TestMayFail)
#include "tst_mayfail.moc"
