// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/expression.h"
#include "expr/program.h"

#include <QTest>

using namespace ow::expr;

namespace {

Vocabulary names()
{
    Vocabulary v;
    v.add("customer.segment", Kind::String, { "new", "regular", "pro" });
    v.add("customer.age", Kind::Int);
    v.add("customer.rate", Kind::Double);
    v.add("customer.open_case", Kind::Bool);
    v.add("now", Kind::Timestamp);
    v.add("cart.skus", Type::list(Kind::String));
    return v;
}

}

/// What a person reads while typing: the place, the code, the hint.
class TestCheck : public QObject {
    Q_OBJECT

private slots:
    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("hint");
        const auto row
            = [](const char* name, const char* text, const char* code, int begin, int end, const char* hint) {
                  QTest::newRow(name) << text << code << begin << end << hint;
              };
        row("a misspelt name", "customer.segmnt == \"pro\"", "unknown_name", 0, 15,
            "did you mean customer.segment?");
        row("a name without its group", "1 < age", "unknown_name", 4, 7, "did you mean customer.age?");
        row("a group by itself", "customer == 1", "unknown_name", 0, 8, "");
        row("string plus int", "customer.segment + 1 == \"a\"", "type", 0, 20, "");
        row("int against double", "customer.rate > 1", "type", 0, 17, "write 1.0");
        row("int name against double", "customer.age > 1.5", "type", 0, 18, "write double(customer.age)");
        row("a misspelt function", "customer.segment.startWith(\"p\")", "unknown_function", 17, 26,
            "did you mean startsWith?");
        row("too few arguments", "customer.segment.startsWith()", "arguments", 17, 27, "");
        row("left out", "bool(customer.age)", "unsupported_function", 0, 4, "");
        row("a type as value", "customer.age == int", "unsupported_type", 16, 19, "");
        row("bytes", "b'a' == b'a'", "unsupported_bytes", 0, 2, "");
        row("unsigned", "customer.age == 3u", "unsupported_uint", 16, 18, "");
        row("a message", "Foo{a: 1}", "unsupported_message", 3, 4, "");
        row("optional", "customer.?segment", "syntax", 9, 10, "");
        row("one equals sign", "customer.age = 3", "syntax", 13, 14, "");
        row("one ampersand", "customer.open_case & true", "syntax", 19, 20, "");
        row("an open string", "customer.segment == \"pro", "literal", 20, 24, "");
        row("an open parenthesis", "(customer.age > 3", "syntax", 17, 17, "");
        row("nothing", "", "syntax", 0, 0, "");
        row("two expressions", "true true", "syntax", 5, 9, "");
        row("not bool", "customer.age", "result_type", 0, 12, "");
        row("a value that never occurs", "customer.segment == \"prq\"", "never_true", 20, 25,
            "did you mean \"pro\"?");
        row("a value that never occurs in a list", "customer.segment in [\"new\", \"prox\"]", "never_true",
            28, 34, "did you mean \"pro\"?");
        row("a reserved word", "for > 1", "syntax", 0, 3, "");
        row("a macro over a number", "customer.age.exists(x, x > 1)", "type", 0, 12, "");
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(QString, hint);
        const Check check = ow::expr::check(text.toStdString(), names(), Kind::Bool);
        QCOMPARE(check.problems.size(), std::size_t(1));
        const Problem& p = check.problems.front();
        QCOMPARE(QString::fromStdString(p.code), code);
        QCOMPARE(int(p.begin), begin);
        QCOMPARE(int(p.end), end);
        QCOMPARE(QString::fromStdString(p.hint), hint);
        QVERIFY(!p.message.empty());
        QCOMPARE(check.ok(), code == "never_true");
    }

    void everyProblemIsSaid()
    {
        const Check check = ow::expr::check("customer.a && customer.rate > 1 || nobody", names(), Kind::Bool);
        QCOMPARE(check.problems.size(), std::size_t(3));
    }

    void typesOfGoodOnes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QTest::newRow("bool") << "customer.segment in [\"pro\"] && !customer.open_case"
                              << "bool";
        QTest::newRow("int") << "size(cart.skus) + customer.age"
                             << "int";
        QTest::newRow("double") << "customer.rate * double(customer.age)"
                                << "double";
        QTest::newRow("list") << "cart.skus.map(s, size(s))"
                              << "list(int)";
        QTest::newRow("mixed list") << "[1, \"a\"]"
                                    << "list(any)";
        QTest::newRow("map") << "{\"a\": 1}"
                             << "map(string, int)";
        QTest::newRow("duration") << "now - timestamp(\"2026-01-01T00:00:00Z\")"
                                  << "duration";
        QTest::newRow("a macro's variable hides a name") << "[1].map(now, now + 1)"
                                                         << "list(int)";
    }

    void typesOfGoodOnes()
    {
        QFETCH(QString, text);
        QFETCH(QString, type);
        const Check check = ow::expr::check(text.toStdString(), names());
        QVERIFY2(
            check.problems.empty(), check.problems.empty() ? "" : check.problems.front().message.c_str());
        QCOMPARE(QString::fromStdString(check.type.text()), type);
    }

    /// Text that wants to hurt: an answer, soon.
    void hostile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("parentheses") << QByteArray(30000, '(');
        QTest::newRow("closed parentheses") << QByteArray(30000, '(') + "1" + QByteArray(30000, ')');
        QTest::newRow("brackets") << QByteArray(60000, '[');
        QTest::newRow("braces") << QByteArray(60000, '{');
        QTest::newRow("nots") << QByteArray(60000, '!') + "true";
        QTest::newRow("minuses") << QByteArray(60000, '-') + "1";
        QTest::newRow("choices") << QByteArray("true ? 1 : ").repeated(5000) + "1";
        QTest::newRow("a long sum") << QByteArray("1 + ").repeated(15000) + "1";
        QTest::newRow("a long path") << "a" + QByteArray(".b").repeated(30000);
        QTest::newRow("indices") << "cart.skus" + QByteArray("[0]").repeated(20000);
        QTest::newRow("too long") << QByteArray(100000, ' ') + "1";
        QTest::newRow("not UTF-8") << QByteArray("\"\xff\xfe\"");
        QTest::newRow("half an escape") << QByteArray("\"\\u12\"");
        QTest::newRow("half a surrogate") << QByteArray("\"\\ud800\"");
        QTest::newRow("a zero byte") << QByteArray("1 \0 2", 5);
        QTest::newRow("calls in calls") << QByteArray("size(").repeated(10000);
    }

    void hostile()
    {
        QFETCH(QByteArray, text);
        const Check check
            = ow::expr::check(std::string_view(text.constData(), std::size_t(text.size())), names());
        QVERIFY(!check.ok());
    }

    void aLongChainOfAndIsFine()
    {
        const std::string text = (QByteArray("customer.open_case && ").repeated(2000) + "true").toStdString();
        QVERIFY(ow::expr::check(text, names(), Kind::Bool).ok());
    }

    /// Evaluation that wants to take for ever ends with an error.
    void costly_data()
    {
        QTest::addColumn<QString>("text");
        const QString ten = "[1,2,3,4,5,6,7,8,9,10]";
        QString nested = "x0 > 0";
        for (int i = 11; i >= 0; --i)
            nested = QString("%1.all(x%2, %3)").arg(ten).arg(i).arg(nested);
        QTest::newRow("macros in macros") << nested.replace("x0 > 0", "x11 > 0");
        QString doubled = "cart.skus";
        for (int i = 0; i < 40; ++i)
            doubled = QString("[%1].map(y%2, y%2 + y%2)[0]").arg(doubled).arg(i % 10);
        QTest::newRow("a list that doubles") << doubled + " == []";
    }

    void costly()
    {
        QFETCH(QString, text);
        const Vocabulary v = names();
        const auto program = compile(text.toStdString(), v, Kind::Bool);
        QVERIFY2(program.has_value(), program ? "" : program.error().message.c_str());
        const Value sku = Value::of(std::string_view("A"));
        std::vector<Value> values(v.slotCount());
        values[v.find("cart.skus")->slot] = Value::list({ &sku, 1 });
        Arena arena;
        const Value value = program->evaluate(values, arena);
        QVERIFY(value.isError());
        QCOMPARE(std::string(errorName(value.errorCode())), std::string("too_costly"));
    }
};

QTEST_APPLESS_MAIN(TestCheck)
#include "tst_check.moc"
