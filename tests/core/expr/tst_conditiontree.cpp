// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/condition_tree.h"

#include <QTest>

using namespace ow::expr;

namespace {

/// A tree in short: all(segment == "pro", any(…)).
std::string sketch(const ConditionTree& t)
{
    using Kind = ConditionTree::Kind;
    if (t.kind == Kind::Text)
        return '<' + t.text + '>';
    if (t.kind == Kind::Compare) {
        std::string out = t.name + ' ' + std::string(symbol(t.comparison));
        for (const Literal& v : t.values)
            out += ' ' + v.text;
        return out;
    }
    std::string out = t.kind == Kind::All ? "all(" : t.kind == Kind::Any ? "any(" : "none(";
    for (std::size_t i = 0; i < t.children.size(); ++i)
        out += (i == 0 ? "" : ", ") + sketch(t.children[i]);
    return out + ')';
}

}

class TestConditionTree : public QObject {
    Q_OBJECT

private slots:
    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("true") << "true"
                              << "all()";
        QTest::newRow("false") << "false"
                               << "any()";
        QTest::newRow("a bool") << "customer.open_case"
                                << "customer.open_case is true";
        QTest::newRow("not a bool") << "!customer.open_case"
                                    << "customer.open_case is false";
        QTest::newRow("a comparison") << "customer.age >= 18"
                                      << "customer.age >= 18";
        QTest::newRow("the other way round") << "18 <= customer.age"
                                             << "customer.age >= 18";
        QTest::newRow("a negative number") << "customer.score > -2.5"
                                           << "customer.score > -2.5";
        QTest::newRow("one of") << "customer.segment in [\"new\", 'pro']"
                                << "customer.segment in new pro";
        QTest::newRow("none of") << "!(customer.segment in [\"new\"])"
                                 << "customer.segment not in new";
        QTest::newRow("a list holds") << "\"DOCK-1\" in owned.skus"
                                      << "owned.skus has DOCK-1";
        QTest::newRow("a list holds not") << "!(\"DOCK-1\" in owned.skus)"
                                          << "owned.skus has not DOCK-1";
        QTest::newRow("a string's own") << "context.campaign.startsWith(\"sale\")"
                                        << "context.campaign startsWith sale";
        QTest::newRow("a time") << "now < timestamp(\"2026-01-01T00:00:00Z\")"
                                << "now < 2026-01-01T00:00:00Z";
        QTest::newRow("all") << "a && b == 1 && !c"
                             << "all(a is true, b == 1, c is false)";
        QTest::newRow("groups") << "(a || b) && c"
                                << "all(any(a is true, b is true), c is true)";
        QTest::newRow("none") << "!(a || b == 2)"
                              << "none(a is true, b == 2)";
        QTest::newRow("not all") << "!(a && b)"
                                 << "none(all(a is true, b is true))";
        QTest::newRow("what does not fit") << "a && (b + 1 > 2)"
                                           << "all(a is true, <b + 1 > 2>)";
        QTest::newRow("a choice") << "a ? b : c"
                                  << "<a ? b : c>";
        QTest::newRow("two names") << "a == b"
                                   << "<a == b>";
        QTest::newRow("a macro") << "l.exists(x, x == 1) || a"
                                 << "any(<l.exists(x, x == 1)>, a is true)";
        QTest::newRow("a comment") << "a // why\n && b"
                                   << "<a // why\n && b>";
        QTest::newRow("slashes in a string are no comment") << "a == \"//\""
                                                            << "a == //";
    }

    void shows()
    {
        QFETCH(QString, text);
        QFETCH(QString, tree);
        const auto expression = parse(text.toStdString());
        QVERIFY(expression.has_value());
        const ConditionTree made = toTree(*expression);
        QCOMPARE(QString::fromStdString(sketch(made)), tree);
        // And back: the same tree again.
        const auto again = parse(toExpressionText(made));
        QVERIFY2(again.has_value(), toExpressionText(made).c_str());
        QVERIFY2(toTree(*again) == made, toExpressionText(made).c_str());
    }

    /// A name in backticks would be another expression without them: "now.LAP-1" takes 1 away.
    void namesInBackticksStayText()
    {
        for (const char* text : { "now.`LAP-1` == 3", "(now.`LAP-1`) && customer.open_case" }) {
            const auto parsed = parse(text);
            QVERIFY(parsed.has_value());
            const ConditionTree tree = toTree(*parsed);
            const auto again = parse(toExpressionText(tree));
            QVERIFY(again.has_value());
            QVERIFY2(toTree(*again) == tree, toExpressionText(tree).c_str());
            QVERIFY2(QString::fromStdString(toExpressionText(tree)).contains(QLatin1Char('`')),
                toExpressionText(tree).c_str());
        }
    }

    void whatDoesNotFitSaysWhy()
    {
        const auto expression = parse("a + 1 > 2");
        QVERIFY(!toTree(*expression).why.empty());
    }

    void writesForReaders()
    {
        ConditionTree any;
        any.kind = ConditionTree::Kind::Any;
        for (const char* name : { "customer.open_case", "context.rainy" }) {
            ConditionTree row;
            row.kind = ConditionTree::Kind::Compare;
            row.name = name;
            row.comparison = Comparison::Is;
            row.values = { { Kind::Bool, "true" } };
            any.children.push_back(row);
        }
        ConditionTree all;
        ConditionTree row;
        row.kind = ConditionTree::Kind::Compare;
        row.name = "customer.name";
        row.comparison = Comparison::Equal;
        row.values = { { Kind::String, "a \"quoted\" one" } };
        all.children = { any, row };
        QCOMPARE(toExpressionText(all),
            std::string(
                "(customer.open_case || context.rainy) && customer.name == \"a \\\"quoted\\\" one\""));
    }
};

QTEST_APPLESS_MAIN(TestConditionTree)
#include "tst_conditiontree.moc"
