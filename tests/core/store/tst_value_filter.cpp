// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/time.h"
#include "store/filter_literal.h"
#include "store/text_fold.h"
#include "store/value_filter.h"

#include <QTest>

using namespace ow;
using namespace ow::store;

namespace {

FilterForm form(FieldType type, bool decimalComma = false)
{
    return { type, 2, "Europe/Berlin", decimalComma, { "empty", "leer" } };
}

std::int64_t ms(const char* rfc3339) { return parseTimestamp(rfc3339)->ms; }

}

class TestValueFilter : public QObject {
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("passing"); // separated by |
        QTest::addColumn<QString>("others");
        const auto row = [](const char* filter, const char* passing, const char* others) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(passing)
                                  << QString::fromUtf8(others);
        };
        row("lamp", "lamp|Blue LAMP|lampshade", "|lam|damp");
        row("  lamp ", "lamp|a lamp b", "|lam p");
        row("lamp*", "lamp|Lampshade", "|Blue lamp");
        row("*lamp", "lamp|Blue Lamp", "|lampshade");
        row("=Lamp", "Lamp", "|lamp|Lamps| Lamp");
        row("!lamp", "|desk|lam", "lamp|Blue LAMP");
        row("!=Lamp", "|lamp|desk", "Lamp");
        row("!lamp*", "|Blue lamp", "lamp|LAMPSHADE");
        row("empty", "", "x|empty| ");
        row("Leer", "", "x|leer");
        row("=", "", "x");
        row("!empty", "x|empty", "");
        row("\"empty\"", "empty|it is Empty", "|full");
        row("ÄPFEL", "Äpfel|rote äpfel", "|Apfel");
        row("привет", "ПРИВЕТ", "|приве");
        row("ΣΟΦΙΑ", "σοφια", "|σοφι");
        row("*", "a*b|*", "|ab");
        row("a..b", "a..b|xA..By", "|ab");
        row(">= 10", "x >= 10", "|10|11");
        row("%_'\"; DROP TABLE event; --", "%_'\"; drop table event; --", "|DROP TABLE event");
        row("!!x", "|x|yx", "!x|a!X");
    }
    void texts()
    {
        QFETCH(QString, filter);
        QFETCH(QString, passing);
        QFETCH(QString, others);
        const auto parsed = ValueFilter::parse(filter.toStdString(), form(FieldType::Text));
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        for (const QString& text : passing.split(u'|'))
            QVERIFY2(parsed->passes(std::string_view(text.toStdString())), qPrintable(text));
        for (const QString& text : others.split(u'|'))
            if (!others.isEmpty() && !(text.isEmpty() && passing.split(u'|').contains(QString())))
                QVERIFY2(!parsed->passes(std::string_view(text.toStdString())), qPrintable(text));
        QCOMPARE(parsed->passesNothing(), parsed->passes(std::string_view()));
    }

    void numbers_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<qint64>>("passing");
        QTest::addColumn<QList<qint64>>("others");
        const auto row = [](FieldType type, const char* filter, const QList<qint64>& passing,
                             const QList<qint64>& others) {
            QTest::newRow(filter) << int(type) << QString::fromUtf8(filter) << passing << others;
        };
        const qint64 none = ValueFilter::none;
        const qint64 most = std::numeric_limits<qint64>::max();
        row(FieldType::Whole, "10", { 10 }, { 9, 11, -10, none });
        row(FieldType::Whole, "=10", { 10 }, { 9, 11, none });
        row(FieldType::Whole, "-3", { -3 }, { 3, -2, none });
        row(FieldType::Whole, ">= 10", { 10, 11, most }, { 9, none });
        row(FieldType::Whole, "≥10", { 10 }, { 9, none });
        row(FieldType::Whole, "> 10", { 11, most }, { 10, none });
        row(FieldType::Whole, "<=10", { 10, -most }, { 11, none });
        row(FieldType::Whole, "< 10", { 9, -most }, { 10, none });
        row(FieldType::Whole, "10..20", { 10, 15, 20 }, { 9, 21, none });
        row(FieldType::Whole, "-5 .. -1", { -5, -1 }, { -6, 0, none });
        row(FieldType::Whole, "10..", { 10, most }, { 9, none });
        row(FieldType::Whole, "..20", { 20, -most }, { 21, none });
        row(FieldType::Whole, "!10", { 9, 11, none }, { 10 });
        row(FieldType::Whole, "!10..20", { 9, 21, none }, { 10, 20 });
        row(FieldType::Whole, "empty", { none }, { 0, 1 });
        row(FieldType::Whole, "!empty", { 0, 1 }, { none });
        row(FieldType::Whole, "1,250", { 1250 }, { 1, 125 });
        row(FieldType::Whole, "1.250.000", { 1'250'000 }, { 1 });
        row(FieldType::Whole, "1 250", { 1250 }, { 1 });
        row(FieldType::Whole, "> 2.5", { 3 }, { 2 });
        row(FieldType::Whole, "< 2.5", { 2 }, { 3 });
        row(FieldType::Whole, ">= -2.5", { -2 }, { -3 });
        row(FieldType::Whole, "2.5", {}, { 2, 3 });
        row(FieldType::Whole, "007", { 7 }, { 0 });
        row(FieldType::Money, "19.90", { 1990 }, { 19, 1989, none });
        row(FieldType::Money, "€ 19,90", { 1990 }, { 19 });
        row(FieldType::Money, "20", { 2000 }, { 20 });
        row(FieldType::Money, ">= 10.555", { 1056 }, { 1055 });
        row(FieldType::Money, "<= 10.555", { 1055 }, { 1056 });
        row(FieldType::Money, "10.50..1,000", { 1050, 100'000 }, { 1049, 100'001 });
        row(FieldType::Money, "1.234,56", { 123'456 }, { 1234 });
        row(FieldType::Money, "-0.01", { -1 }, { 0, 1 });
        row(FieldType::Duration, "7d", { days(7).ms }, { days(6).ms, none });
        row(FieldType::Duration, ">= 36h", { days(2).ms, hours(36).ms }, { hours(35).ms, none });
        row(FieldType::Duration, "7..30", { days(7).ms, days(30).ms }, { days(31).ms });
        row(FieldType::Time, "2026", { ms("2025-12-31T23:00:00Z"), ms("2026-12-31T22:59:59.999Z") },
            { ms("2025-12-31T22:59:59.999Z"), ms("2026-12-31T23:00:00Z"), none });
        row(FieldType::Time, "2026-05", { ms("2026-04-30T22:00:00Z"), ms("2026-05-31T21:59:59.999Z") },
            { ms("2026-04-30T21:59:59.999Z"), ms("2026-05-31T22:00:00Z") });
        row(FieldType::Time, "> 2026-05", { ms("2026-05-31T22:00:00Z") }, { ms("2026-05-31T21:59:59.999Z") });
        row(FieldType::Time, "< 2026-05", { ms("2026-04-30T21:59:59.999Z") }, { ms("2026-04-30T22:00:00Z") });
        row(FieldType::Time, "<= 2026-05", { ms("2026-05-31T21:59:59.999Z") },
            { ms("2026-05-31T22:00:00Z") });
        row(FieldType::Time, "2026-02-28", { ms("2026-02-28T22:59:59Z") }, { ms("2026-02-28T23:00:00Z") });
        row(FieldType::Time, "17.5.2026", { ms("2026-05-16T22:00:00Z") }, { ms("2026-05-17T22:00:00Z") });
        // The day that lost an hour has 23.
        row(FieldType::Time, "2026-03-29", { ms("2026-03-28T23:00:00Z"), ms("2026-03-29T21:59:59Z") },
            { ms("2026-03-29T22:00:00Z") });
        row(FieldType::Time, "2026-05-17 14:30", { ms("2026-05-17T12:30:59.999Z") },
            { ms("2026-05-17T12:31:00Z") });
        row(FieldType::Time, "2026-05-17T14:30:05", { ms("2026-05-17T12:30:05.5Z") },
            { ms("2026-05-17T12:30:06Z") });
        row(FieldType::Time, "2026-05-17T12:30:00Z", { ms("2026-05-17T12:30:00Z") },
            { ms("2026-05-17T12:30:00.001Z") });
        row(FieldType::Time, "2026-05..2026-06", { ms("2026-06-30T21:59:59Z") },
            { ms("2026-06-30T22:00:00Z") });
    }
    void numbers()
    {
        QFETCH(int, type);
        QFETCH(QString, filter);
        QFETCH(QList<qint64>, passing);
        QFETCH(QList<qint64>, others);
        const auto parsed = ValueFilter::parse(filter.toStdString(), form(FieldType(type)));
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().message.c_str());
        for (const qint64 value : passing)
            QVERIFY2(parsed->passes(std::int64_t(value)), qPrintable(QString::number(value)));
        for (const qint64 value : others)
            QVERIFY2(!parsed->passes(std::int64_t(value)), qPrintable(QString::number(value)));
    }

    void realNumbers()
    {
        const auto filter = [](const char* text) { return *ValueFilter::parse(text, form(FieldType::Real)); };
        QVERIFY(filter("0.25").passes(0.25));
        QVERIFY(filter("0.333333").passes(1.0 / 3)); // as a screen shows it
        QVERIFY(!filter("0.25").passes(0.2501));
        QVERIFY(!filter("> 0.25").passes(0.25));
        QVERIFY(filter(">= 0,25").passes(0.25));
        QVERIFY(filter("< 1").passes(0.999999999));
        QVERIFY(!filter("< 1").passes(1.0));
        QVERIFY(filter("!1").passes(2.0));
        QVERIFY(!filter("0..1").passes(1.5));
        QVERIFY(filter("empty").passesNothing());
        QVERIFY(!filter("> 0").passesNothing());
    }

    void germanNumbers()
    {
        const auto value = [](const char* text) {
            const auto literal = parseLiteral(text, form(FieldType::Money, true));
            return literal ? literal->low : -1;
        };
        QCOMPARE(value("1.250"), 125'000);
        QCOMPARE(value("1,25"), 125);
        QCOMPARE(value("1.25"), 125); // no group of three
        QCOMPARE(value("1.234,56"), 123'456);
        QCOMPARE(value("1,234"), 123 + 1); // three decimals: the next whole cent
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("filter");
        for (const char* text :
            { "", "  ", "!", "! ", "x", ">", ">=", "..", "1..x", "20..10", "--5", "5-", "1,2,3", "1.2.3,4",
                "99999999999999999999", "1e5", "0x10", "10 20x", "=", "\xFF\xFE", ">>5", "1...5x" })
            if (std::string_view(text) != "=")
                QTest::addRow("number '%s'", text) << int(FieldType::Whole) << QString::fromLatin1(text);
        for (const char* text : { "x", "26", "2026-13", "2026-02-30", "2026-00", "2026-05-17 25",
                 "2026-05-17 14:3", "2026-05-17 14:30:61", "2026 05", "99999", "2026-06..2026-05", "17.5",
                 "32.1.2026", "2026-05-17x" })
            QTest::addRow("time '%s'", text) << int(FieldType::Time) << QString::fromLatin1(text);
        for (const char* text : { "x", "7 parsecs", "-", "9999999999999d" })
            QTest::addRow("duration '%s'", text) << int(FieldType::Duration) << QString::fromLatin1(text);
        QTest::addRow("blank text") << int(FieldType::Text) << QStringLiteral(" ");
        QTest::addRow("nothing negated") << int(FieldType::Text) << QStringLiteral("!");
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(int, type);
        QFETCH(QString, filter);
        const auto parsed = ValueFilter::parse(filter.toStdString(), form(FieldType(type)));
        QVERIFY(!parsed);
        QVERIFY(parsed.error().code == ErrorCode::InvalidInput);
        QVERIFY(parsed.error().message.size() > 10);
    }

    /// Nothing that is typed or pasted does harm.
    void anyBytes()
    {
        const std::string pieces[] { "!", "=", ">", "<", ">=", "..", "*", "\"", "empty", "2026-05", "1,5",
            "-", "\0", "\xC3", "\xF0\x9F\x98\x80", "€", " ", "7d", std::string(300, '9'),
            std::string(5000, 'a'), ":" };
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            Philox random(7, i);
            std::string text;
            for (std::uint64_t n = random.below(6); n > 0; --n)
                text += pieces[random.below(std::size(pieces))];
            for (int type = 0; type <= int(FieldType::Duration); ++type) {
                const auto parsed = ValueFilter::parse(text, form(FieldType(type), random.bernoulli(0.5)));
                if (!parsed)
                    continue;
                // Whatever it is, what it takes its negation leaves.
                const auto value = std::int64_t(random.next64());
                const auto negated = ValueFilter::parse("!" + text, form(FieldType(type)));
                if (negated && !parsed->isNegated() && parsed->low() == negated->low()
                    && parsed->high() == negated->high())
                    QCOMPARE(parsed->passes(value), !negated->passes(value));
                (void)parsed->passes(std::string_view(text));
            }
        }
    }

    void foldingKeepsWhatIsNoText()
    {
        QCOMPARE(foldCase("ABC \xFFÄß"), std::string("abc \xFFäß"));
        QCOMPARE(foldCase(std::string_view("A\0B", 3)), std::string("a\0b", 3));
        QCOMPARE(foldCase("\xE4\xBD"), std::string("\xE4\xBD")); // cut off
    }
};

QTEST_GUILESS_MAIN(TestValueFilter)
#include "tst_value_filter.moc"
