// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/dry_run.h"
#include "ingest/rejected_file.h"
#include "store/check_file.h"

#include <QFile>

using namespace ow;
using namespace ow::ingest;

/// Rejected rows are mended and taken in, and every row stays accounted for.
class TestMending : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_project = m_scratch->create();
    }

    void complaintsPointToCells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mapping");
        QTest::addColumn<QStringList>("told"); ///< column, cell, whether the row is whole
        QTest::newRow("by the column's own name")
            << QByteArray("customer,at,type,qty\nann,yesterday,purchased,1\nann,2024-01-01,purchased,x\n")
            << QByteArray() << QStringList { "at: yesterday", "qty: x" };
        QTest::newRow("by a synonym") << QByteArray("user_id,timestamp,event\nann,yesterday,view\n")
                                      << QByteArray() << QStringList { "timestamp: yesterday" };
        QTest::newRow("through a mapping")
            << QByteArray("who;when\nann;yesterday\n")
            << QByteArray(R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"who"},)"
                          R"("at":{"column":"when"}}})")
            << QStringList { "when: yesterday" };
        QTest::newRow("quotes") << QByteArray("customer,at,type\nann,\"a \"\"b\"\", c\",x\n") << QByteArray()
                                << QStringList { "at: a \"b\", c" };
        QTest::newRow("too few cells")
            << QByteArray("customer,at,type\nann,2024-01-01\n") << QByteArray() << QStringList { "the row" };
        QTest::newRow("JSON lines") << QByteArray(
            "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"Order Completed\",\"timestamp\":\"2024-01-01\","
            "\"properties\":{\"order_id\":\"o\",\"products\":[{\"sku\":\"A\",\"quantity\":1,\"price\":2},"
            "{\"sku\":\"B\",\"quantity\":-1,\"price\":2}]}}\n")
                                    << QByteArray() << QStringList { "properties.products[].quantity: -1" };
    }
    void complaintsPointToCells()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mapping);
        QFETCH(QStringList, told);
        ImportOptions options;
        if (!mapping.isEmpty())
            options.mapping = std::make_shared<const Mapping>(*parseMapping(mapping.toStdString()));
        OW_OK(import("any.csv", text, options));
        const auto reader = m_project->openReader();
        const auto mending = Mending::open(**reader, 1);
        OW_OK(mending);
        QStringList found;
        for (const MendRow& row : mending->rows(**reader, 0, 99)) {
            QVERIFY2(row.whole, row.why.c_str());
            QCOMPARE(row.row.cells.size(), mending->form.files[row.file].columns.size());
            found << (row.fault == MendRow::none
                    ? QString("the row")
                    : QString::fromStdString(row.column + ": " + row.row.cells[row.fault]));
        }
        QCOMPARE(found, told);
    }

    /// Nothing is mended: nothing is taken. One is: it goes in, in one step, and comes out again.
    void whatIsMendedGoesInAsOneStep()
    {
        const auto first = import("e.csv", events);
        OW_OK(first);
        QCOMPARE(first->rejected, 4);
        auto rows = all(1);
        QCOMPARE(rows.size(), std::size_t(4));
        const auto none = retry(1, rows);
        OW_OK(none);
        QCOMPARE(none->record.id, 0);
        QCOMPARE(none->rejected, 4);
        QCOMPARE(m_project->history().size(), std::size_t(2));

        rows[0].row.cells[1] = "2024-12-01 10:00";
        rows[2].row.cells[4] = "2";
        const auto fates = tryRows(*importContext(*m_project), mending(1), rows);
        OW_OK(fates);
        const std::vector<bool> taken { true, false, true, false };
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(fates->at(i).taken, taken[i]);
        QCOMPARE(fates->at(1).fault, std::size_t(0));
        QCOMPARE(m_project->counts().events, 1); // trying changes nothing

        const auto report = retry(1, rows);
        OW_OK(report);
        QCOMPARE(report->rows, 4);
        QCOMPARE(report->stored, 2);
        QCOMPARE(report->rejected, 2);
        QCOMPARE(report->duplicates, 0);
        QCOMPARE(report->record.origin, 1);
        QCOMPARE(report->record.rejected, 0);
        QCOMPARE(m_project->counts().events, 3);
        QCOMPARE(m_project->counts().rejectedRows, 2);
        QCOMPARE(m_project->history().size(), std::size_t(3));
        const auto imports = (*m_project->openReader())->imports();
        QCOMPARE(imports.at(1).rejected, 4); // what the file brought stays true
        QCOMPARE(imports.at(1).retried, 2);
        QCOMPARE(imports.at(1).stillRejected(), 2);
        QCOMPARE(imports.at(0).origin, 1);
        QCOMPARE(all(1).size(), std::size_t(2));
        const auto faults = store::checkFile(m_scratch->path());
        OW_OK(faults);
        QVERIFY(faults->empty());

        OW_OK(m_project->undo());
        QCOMPARE(m_project->counts().events, 1);
        QCOMPARE(m_project->counts().rejectedRows, 4);
        QCOMPARE(all(1).size(), std::size_t(4));
        OW_OK(m_project->redo());
        QCOMPARE(m_project->counts().rejectedRows, 2);
        QVERIFY(!mendingOf(99).has_value());
    }

    /// A row that is in the project already is taken as a duplicate and is rejected no longer.
    void aRowThatIsThereAlready()
    {
        OW_OK(import("e.csv", events));
        auto rows = all(1);
        rows.resize(1);
        rows[0].row.cells = { "ann", "2024-01-01 10:00", "purchased", "A", "1", "3.50" }; // the first row's
        const auto report = retry(1, rows);
        OW_OK(report);
        QCOMPARE(report->stored, 0);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(m_project->counts().events, 1);
        QCOMPARE(m_project->counts().rejectedRows, 3);
    }

    void byWayOfASpreadsheet_data()
    {
        QTest::addColumn<char>("separator");
        QTest::newRow("commas") << ',';
        QTest::newRow("semicolons, as some save it") << ';';
    }
    void byWayOfASpreadsheet()
    {
        QFETCH(char, separator);
        OW_OK(import("e.csv", events));
        const auto reader = m_project->openReader();
        const auto csv = m_scratch->path("r.csv");
        const auto written = writeRejected(**reader, mending(1), csv);
        OW_OK(written);
        QCOMPARE(*written, 4);
        QFile file(QString::fromStdString(csv.string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines[0].startsWith(
            "rejected_row,rejected_file,rejected_line,rejected_column,rejected_reason,customer"));
        QVERIFY2(lines[1].startsWith("1,e.csv,3,at,is no time,bob,2024-13-01"), lines[1].constData());
        lines[1].replace("2024-13-01", "2024-12-01");
        lines[4].replace("purchased,,,", "purchased,C,1,2");
        lines.removeAt(2); // stays rejected
        file.resize(0);
        file.seek(0);
        file.write(lines.join('\n').replace(',', separator));
        file.close();
        auto rows = readRejected(**reader, mending(1), csv);
        OW_OK(rows);
        QCOMPARE(rows->size(), std::size_t(3));
        const auto report = retry(1, std::move(*rows));
        OW_OK(report);
        QCOMPARE(report->stored, 2);
        QCOMPARE(report->rejected, 1); // the quantity is x still
        QCOMPARE(m_project->counts().rejectedRows, 2);
        const auto again = readRejected(**m_project->openReader(), mending(1), csv);
        QVERIFY(!again.has_value()); // these are in the project
        QVERIFY2(again.error().message.find("\"1\"") != std::string::npos, again.error().text().c_str());
    }

    /// The value map was missing.
    void throughAnotherMapping()
    {
        const auto mapped = [](const char* type) {
            ImportOptions options;
            options.mapping = std::make_shared<const Mapping>(*parseMapping(
                std::string(
                    R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"who"},)")
                + R"("at":{"column":"when"},"qty":{"column":"n"},"type":{"column":"what")" + type + "}}}"));
            return options;
        };
        const auto first = import("m.csv",
            "who,when,what,n\nann,2024-01-01,bought,1\nann,2024-01-02,,1\nann,2024-01-03,none,1\n",
            mapped(""));
        OW_OK(first);
        QCOMPARE(first->rejected, 1);
        const auto report = retry(1, all(1), mapped(R"(,"values":{"":"page_viewed"})"));
        OW_OK(report);
        QCOMPARE(report->stored, 1);
        QCOMPARE(m_project->counts().rejectedRows, 0);
    }

    /// No row that was stored says a mail address, so the project declares no such attribute: only the choice
    /// that was made at the import's door tells that the column is to be kept.
    void columnsThatWereKeptAreKeptOnceMore()
    {
        ImportOptions options;
        options.keepColumns = { "Email", "Phone" };
        OW_OK(import("c.csv", "customer,Email,Phone,last_name,city\nann,,,,York\n,bob@example.org,,Low,Bath\n",
            options));
        QVERIFY(mending(1).form.keepColumns == options.keepColumns);
        auto rows = all(1);
        QCOMPARE(rows.size(), std::size_t(1));
        rows[0].row.cells[0] = "bob";
        OW_OK(retry(1, rows));
        const auto bob = (*m_project->openReader())->customer("bob");
        OW_OK(bob);
        QVERIFY(bob->first.attributes.at("email") == model::AttributeValue(std::string("bob@example.org")));
        QVERIFY(!bob->first.attributes.contains("last_name")); // nobody asked for it
    }

    /// An export of June, then one of June and July: what was wrong in June is known.
    void anOverlappingFileRejectsNothingTwice()
    {
        OW_OK(import("june.csv", events));
        const auto second = import("july.csv", events + "eve,2024-07-32,purchased,A,1,3.50\n");
        OW_OK(second);
        QCOMPARE(second->rows, 6);
        QCOMPARE(second->stored, 0);
        QCOMPARE(second->duplicates, 5);
        QCOMPARE(second->rejected, 1);
        QCOMPARE(m_project->counts().rejectedRows, 5);
        // Two equal rows in one file are two rows, of which the project knows one.
        const auto third = import(
            "twice.csv", header + "eve,2024-07-32,purchased,A,1,3.50\neve,2024-07-32,purchased,A,1,3.50\n");
        OW_OK(third);
        QCOMPARE(third->duplicates, 1);
        QCOMPARE(third->rejected, 1);
        // Undone imports know nothing.
        OW_OK(m_project->undo());
        OW_OK(m_project->undo());
        const auto again = import("again.csv", header + "eve,2024-07-32,purchased,A,1,3.50\n");
        OW_OK(again);
        QCOMPARE(again->rejected, 1);
        // As another kind it is another row.
        const auto exposures = import("x.csv", "customer,offer,at\n,o,2024-01-01\n");
        OW_OK(exposures);
        QCOMPARE(exposures->rejected, 1);
        const auto events2 = import("y.csv", "customer,session,at,type\n,,2024-01-01,o\n");
        OW_OK(events2);
        QCOMPARE(events2->rejected, 1);
    }

private:
    const QByteArray header = "customer,at,type,sku,qty,value\n";
    const QByteArray events = header
        + "ann,2024-01-01 10:00,purchased,A,1,3.50\nbob,2024-13-01 10:00,purchased,A,1,3.50\n"
          ",2024-01-02 10:00,purchased,B,1,\"1,000.00\"\ncat,2024-01-03 10:00,purchased,B,x,7.00\n"
          "dan,2024-01-03 10:00,purchased\n";

    Result<ImportReport> import(const char* name, const QByteArray& text, const ImportOptions& options = {})
    {
        QFile file(QString::fromStdString(m_scratch->path(name).string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        file.close();
        return importFiles(*m_project, "", "", { m_scratch->path(name) }, options);
    }
    Result<Mending> mendingOf(std::int64_t import) const
    {
        return Mending::open(**m_project->openReader(), import);
    }
    Mending mending(std::int64_t import) const { return *mendingOf(import); }
    std::vector<MendRow> all(std::int64_t import) const
    {
        return allRejected(**m_project->openReader(), mending(import));
    }
    Result<ImportReport> retry(
        std::int64_t import, std::vector<MendRow> rows, const ImportOptions& options = {})
    {
        return retryRows(*m_project, mending(import), std::move(rows), options);
    }

    std::unique_ptr<test::Scratch> m_scratch;
    std::unique_ptr<store::Project> m_project;
};

QTEST_GUILESS_MAIN(TestMending)
#include "tst_mending.moc"
