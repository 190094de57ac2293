// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "expr/program.h"
#include "expr/value_json.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <set>

using namespace ow;
using namespace ow::expr;

/// The public conformance tests of CEL, as far as DECISION.md section 3 lets them in.
class TestCel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(OFFERWRIGHT_SHARED "/reference/cel/conformance.json"));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const Result<Json> json = parseJson(file.readAll().toStdString());
        QVERIFY(json.has_value());
        m_cases = json->at("cases");
    }

    void cases_data()
    {
        QTest::addColumn<int>("index");
        if (m_cases.empty())
            QSKIP("no CEL cases at " OFFERWRIGHT_SHARED "/reference/cel");
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            const std::string name = std::to_string(i) + ' ' + m_cases[i]["suite"].get<std::string>() + ' '
                + m_cases[i]["name"].get<std::string>();
            QTest::newRow(name.c_str()) << int(i);
        }
    }

    void cases()
    {
        QFETCH(int, index);
        const Json& c = m_cases[std::size_t(index)];
        const std::string text = c["expr"].get<std::string>();
        const Result<Bindings> read = bindingsFromJson(c.value("bindings", Json::object()));
        QVERIFY(read.has_value());
        const auto program = compile(text, read->vocabulary);
        if (!program) {
            const Problem& problem = program.error();
            if (problem.code.starts_with("unsupported")) {
                m_unsupported.insert(problem.code + ": " + problem.message);
                ++m_refused;
                return;
            }
            // CEL's own checker refuses these too, or the case wants an error of any kind.
            QVERIFY2(c.value("dynamic", false) || c.contains("evalError"),
                (text + ": " + problem.message).c_str());
            return;
        }
        Arena arena;
        const Value value = program->evaluate(read->values, arena);
        if (c.contains("evalError")) {
            QVERIFY2(value.isError(), (text + " should fail, gives " + toText(value)).c_str());
            return;
        }
        QVERIFY2(!value.isError(),
            (text + ": " + std::string(errorName(value.isError() ? value.errorCode() : EvalError {})))
                .c_str());
        Arena expectedArena;
        const Result<TypedValue> expected = valueFromJson(c["value"], expectedArena);
        QVERIFY(expected.has_value());
        QVERIFY2(value.tag() == expected->value.tag() && equal(value, expected->value),
            (text + " gives " + toText(value) + ", not " + toText(expected->value)).c_str());
    }

    void cleanupTestCase()
    {
        qInfo("%d of %d cases use what the language leaves out, and are refused by name:", m_refused,
            int(m_cases.size()));
        for (const std::string& what : m_unsupported)
            qInfo("  %s", what.c_str());
    }

private:
    Json m_cases = Json::array();
    int m_refused = 0;
    std::set<std::string> m_unsupported;
};

QTEST_APPLESS_MAIN(TestCel)
#include "tst_cel.moc"
