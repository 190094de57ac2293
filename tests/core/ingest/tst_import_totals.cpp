// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/counting_writer.h"
#include "ingest/importer.h"

#include <QFile>
#include <QTest>

#include <limits>

using namespace ow;
using namespace ow::ingest;

/// What a person reads after an import: the totals, and what looks as if it had been mapped wrongly.
class TestImportTotals : public QObject {
    Q_OBJECT

private slots:
    void addsUp()
    {
        const ImportReport report = run("customer,at,type,sku,qty,value,session\n"
                                        "c1,2025-01-05T10:00:00Z,product_viewed,A,1,,s1\n"
                                        "c1,2025-01-05T23:59:59.999Z,purchased,A,2,19.90,o1\n"
                                        "c2,2025-01-06T00:00:00Z,purchased,B,1,5,o2\n"
                                        "c2,2025-01-09T10:00:00Z,returned,B,1,5,o2\n"
                                        "c2,never,purchased,B,1,5,o2\n");
        const ImportTotals& t = report.totals;
        QCOMPARE(t.events, 4);
        QCOMPARE(t.purchases, 2);
        QCOMPARE(t.revenue, 2490);
        QCOMPARE(t.returned, 500);
        QCOMPARE(t.greatestPurchase, 1990);
        QCOMPARE(t.types.at("purchased"), 2);
        QCOMPARE(t.types.size(), std::size_t(3));
        QCOMPARE(formatTimestamp(*t.first), std::string("2025-01-05T10:00:00Z"));
        QCOMPARE(formatTimestamp(*t.last), std::string("2025-01-09T10:00:00Z"));
        QCOMPARE(t.days.size(), std::size_t(3));
        QCOMPARE(t.days.begin()->second.rows, 2);
        QCOMPARE(t.days.begin()->second.revenue, 1990);
        QCOMPARE(t.skusLookedAt, 2);
        QCOMPARE(t.skusUnknown, 2);
    }

    void whatLooksWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("said"); ///< "" = nothing
        QTest::addColumn<bool>("serious");
        const auto row
            = [](const char* name, const QByteArray& rows, const char* said, bool serious = false) {
                  QTest::newRow(name) << rows << QByteArray(said) << serious;
              };
        row("nothing", daily(30, "10.00", {}), "");
        row("free", daily(10, "0", {}), "All purchases have the value 0", true);
        row("decimals lost once", daily(30, "10.00", {}) + "c,2025-01-05,purchased,,1,90000.00\n",
            "1 purchase is over a hundred times what is usual, the greatest 90000.00 EUR");
        row("too early", daily(30, "10.00", {}) + "c,1970-01-02T10:00:00Z,purchased,,1,9.00\n",
            "1 row before the year 2000, the first on 1970-01-02", true);
        row("too late", daily(30, "10.00", {}) + "c,2925-01-02,purchased,,1,9.00\n", "1 row in the future",
            true);
        row("a gap", daily(30, "10.00", { 11, 12, 13, 20 }),
            "no rows on 4 days between the first and the last: 2025-01-12 to 2025-01-14; 2025-01-21");
        row("closed once a week", daily(30, "10.00", { 4, 11, 18, 25, 28, 1 }), "");
        row("closed once a week, and for longer", daily(30, "10.00", { 2, 4, 11, 18, 25, 7, 8, 9 }),
            "no rows on 3 days between the first and the last: 2025-01-08 to 2025-01-10.");
        row("few rows a day have gaps", "c,2025-01-02,purchased,,1,9.00\nc,2025-01-08,purchased,,1,9.00\n",
            "");
        row("strange types", "c,2025-01-02,thing_done,,1,\nc,2025-01-02,purchased,,1,9.00\n",
            "1 of 2 events are of types that no ready-made signal or scorecard knows: thing_done");
        row("only strange types", "c,2025-01-02,thing_done,,1,\n", "1 of 1 events are of types", true);
        row("many pieces", daily(30, "10.00", {}) + "c,2025-01-05,purchased,,80995,9.00\n",
            "1 purchase is of more than 1,000 pieces.");
        row("unknown products", "c,2025-01-02,purchased,A,1,9.00\n",
            "1 of 1 products are not in the catalogue", true);
    }
    void whatLooksWrongIsSaid()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, said);
        QFETCH(bool, serious);
        const ImportReport report = run("customer,at,type,sku,qty,value\n" + rows);
        QByteArray all;
        for (const Finding& finding : report.findings)
            all += QByteArray::fromStdString(finding.text) + '|';
        QVERIFY2(all.contains(said), all);
        QCOMPARE(report.findings.size(), std::size_t(said.isEmpty() ? 0 : 1));
        if (!said.isEmpty())
            QCOMPARE(report.findings[0].serious, serious);
    }

    void whatWasThereIsTold()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const QByteArray first = "customer,at,type,sku,qty,value\nc1,2025-01-05,purchased,A,1,10\n"
                                 "c1,2025-01-06,purchased,A,1,20\n";
        const auto once = importFiles(*project, "events", "", { write(scratch, "a.csv", first) });
        OW_OK(once);
        QCOMPARE(once->totals.there, 0);
        QVERIFY(once->notes.empty());
        const auto again = importFiles(
            *project, "events", "", { write(scratch, "b.csv", first + "c2,2025-01-07,purchased,A,1,40\n") });
        OW_OK(again);
        QCOMPARE(again->stored, 1);
        QCOMPARE(again->duplicates, 2);
        QCOMPARE(again->totals.events, 3);
        QCOMPARE(again->totals.there, 2);
        QCOMPARE(again->totals.revenue, 7000); // in the file
        const ImportTotals stored = storedOf(again->totals);
        QCOMPARE(stored.events, 1);
        QCOMPARE(stored.revenue, 4000);
        QCOMPARE(stored.purchases, 1);
        QCOMPARE(stored.types.at("purchased"), 1);
        QCOMPARE(stored.days.size(), std::size_t(1));
        QCOMPARE(stored.days.begin()->second.revenue, 4000);
        QCOMPARE(again->notes.size(), std::size_t(1));
        QVERIFY(again->notes[0].find("2 rows of the files were in the project already") != std::string::npos);
    }

    /// Amounts are what a file says: their sums end where the numbers end.
    void sumsStayInTheirRange()
    {
        ImportTotals totals;
        const auto writer = totalling(std::make_unique<CountingWriter>(100), totals, nullptr);
        model::Event event;
        event.at = { 1'736'071'200'000 };
        for (const char* type : { "purchased", "returned" })
            for (int i = 0; i < 3; ++i) {
                event.type = type;
                event.value = std::numeric_limits<std::int64_t>::max() - 1;
                OW_OK(writer->addUnlessThere("c", event, {}));
            }
        QCOMPARE(totals.revenue, std::numeric_limits<std::int64_t>::max());
        QCOMPARE(totals.returned, std::numeric_limits<std::int64_t>::max());
        QCOMPARE(totals.days.begin()->second.revenue, std::numeric_limits<std::int64_t>::max());
        event.type = "purchased";
        event.value = std::numeric_limits<std::int64_t>::min();
        for (int i = 0; i < 3; ++i)
            OW_OK(writer->addUnlessThere("c", event, {}));
        QCOMPARE(totals.revenue, std::numeric_limits<std::int64_t>::min());
    }

    void linesOfBasketsAreCountedOnce()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(
            *project, "baskets", "", { write(scratch, "b.csv", "basket,item\n1,A\n1,A\n2,A\n") });
        OW_OK(report);
        QCOMPARE(report->totals.basketLines, report->stored);
    }

private:
    /// Six purchases a day of January 2025, some days left out.
    static QByteArray daily(int days, const char* value, const QList<int>& without)
    {
        QByteArray out;
        for (int day = 0; day < days; ++day)
            for (int i = 0; i < 6 && !without.contains(day); ++i)
                out += "c,2025-01-" + QByteArray::number(day + 1).rightJustified(2, '0') + ' '
                    + QByteArray::number(10 + i) + ":00,purchased,,1," + value + '\n';
        return out;
    }
    static ImportReport run(const QByteArray& csv)
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "events", "", { write(scratch, "e.csv", csv) });
        if (!report)
            qFatal("%s", report.error().text().c_str());
        return *report;
    }
    static std::filesystem::path write(
        const test::Scratch& scratch, const char* name, const QByteArray& bytes)
    {
        const auto path = scratch.path(name);
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
};

QTEST_GUILESS_MAIN(TestImportTotals)
#include "tst_import_totals.moc"
