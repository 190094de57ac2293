// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "expr/condition_tree.h"
#include "expr/program.h"
#include "expr/value_json.h"

#include <QTest>

using namespace ow;
using namespace ow::expr;

namespace {

/// Macros inside macros, each variable a list of eight times the one before: 8^14 elements in a few hundred
/// bytes.
std::string sharedLists(const std::string& macro, const std::string& innermost)
{
    std::string text = innermost;
    for (char v = 'n'; v >= 'a'; --v) {
        const std::string before = v == 'a' ? "1" : std::string(1, char(v - 1));
        std::string list = before;
        for (int i = 1; i < 8; ++i)
            list += ", " + before;
        text = "[[" + list + "]]." + macro + "(" + v + ", " + text + ")";
    }
    return text;
}

QByteArray outcome(const std::string& text)
{
    const auto program = compile(text, Vocabulary());
    if (!program)
        return QByteArray::fromStdString(program.error().code);
    Arena arena;
    const Value value = program->evaluate({}, arena);
    return value.isError() ? QByteArray(errorName(value.errorCode()).data()) : QByteArray("a value");
}

}

/// What hostile text may cost: it is refused by name, and soon.
class TestLimits : public QObject {
    Q_OBJECT

private slots:
    void listsThatShareTheirElements()
    {
        QCOMPARE(outcome(sharedLists("all", "n == n")), QByteArray("too_costly"));
        QCOMPARE(outcome(sharedLists("all", "n in [n]")), QByteArray("too_costly"));
        QCOMPARE(outcome(sharedLists("map", "n")), QByteArray("too_costly"));
        QCOMPARE(outcome("[1, 2].map(a, [a, a]) == [[1, 1], [2, 2]]"), QByteArray("a value"));
    }

    void aPatternThatIsNoText()
    {
        // A mixed list's elements are of any type: only evaluating can tell.
        QCOMPARE(
            outcome("'x'.matches([timestamp('2026-01-01T00:00:00.5Z'), 'a'][0])"), QByteArray("wrong_type"));
        QCOMPARE(outcome("'x'.matches([[1, 2, 3], 'a'][0])"), QByteArray("wrong_type"));
        QCOMPARE(outcome("'x'.matches([1, 'x'][1])"), QByteArray("a value"));
    }

    void aPatternCostsWhatItsSizeIs()
    {
        // Fourteen bytes of text that RE2 works on for some 20 ms before it gives up: a few of them are
        // enough, whether they are fixed or made while evaluating.
        const std::string letters(R"('a'.matches(r'\pL{100}'))");
        std::string fixed = letters;
        for (int i = 1; i < 1000; ++i)
            fixed += " || " + letters;
        QCOMPARE(outcome(fixed), QByteArray("too_costly"));
        QCOMPARE(outcome("[1, 2, 3, 4, 5, 6].exists(x, 'a'.matches(r'\\pL{100}' + string(x)))"),
            QByteArray("too_costly"));
    }

    void theLeftErrorWins()
    {
        // A junction that failed is not followed by what stands to its right.
        QCOMPARE(outcome("(1 / 0 > 1 && true) == ([1][3] == 1)"), QByteArray("division_by_zero"));
        QCOMPARE(outcome("[1].all(x, x / 0 > 1) == ([1][3] == 1)"), QByteArray("division_by_zero"));
        QCOMPARE(outcome("(1 / 0 > 1 && false) == ([1][3] == 1)"), QByteArray("index_out_of_range"));
    }

    void typesGrowOnlySoDeep()
    {
        Type deep = Kind::Int;
        for (int i = 1; i < deepestNesting; ++i)
            deep = Type::list(std::move(deep));
        Vocabulary names;
        names.add("deep", deep);
        QVERIFY(compile("deep", names).has_value());
        const auto deeper = compile("[deep]", names);
        QVERIFY(!deeper);
        QCOMPARE(deeper.error().code, std::string("too_deep"));
    }

    void rowsThatCannotBeWrittenStayText()
    {
        std::string manyValues = "a in [1";
        while (manyValues.size() < longestText - 10)
            manyValues += ",1"; // rows put a space behind every comma
        for (const std::string& text : { std::string(150, '!') + "(a || b)", manyValues + ']' }) {
            const auto expression = parse(text);
            QVERIFY2(expression.has_value(), text.substr(0, 40).c_str());
            const ConditionTree tree = toTree(*expression);
            QVERIFY(tree.kind == ConditionTree::Kind::Text && tree.text == text && !tree.why.empty());
        }
        const auto few = parse("!!!!(a || b)");
        QVERIFY(toTree(*few).kind == ConditionTree::Kind::None);
    }

    void variablesOfTheWrongFormAreRefused()
    {
        for (const char* text :
            { R"({"l": {"listValue": {"values": {"a": 1}}}})", R"({"l": {"listValue": {"values": 3}}})",
                R"({"m": {"mapValue": {"entries": [1]}}})", R"({"m": {"mapValue": {"entries": 1}}})" }) {
            const auto bindings = bindingsFromJson(parseJson(text).value());
            QVERIFY2(!bindings, text);
            QVERIFY2(!bindings.error().at.empty(), text);
        }
    }
};

QTEST_APPLESS_MAIN(TestLimits)
#include "tst_limits.moc"
