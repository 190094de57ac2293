// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "ingest/importer.h"
#include "store/check_file.h"

#include <QFile>

using namespace ow;
using namespace ow::ingest;

/// Products, customers and exposures without ids are known by what they are: what says nothing new is a
/// duplicate, what says something else is told.
class TestNaturalKeys : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_project = m_scratch->create();
    }

    void customersThatSayNothingNew()
    {
        const QByteArray all = "customer,city,age\nann,York,30\nbob,Bath,40\ncat,,50\n";
        counted(import("a.csv", all), 3, 0, 0);
        counted(import("b.csv", all + "dan,Leeds,60\n"), 1, 0, 3);
        QCOMPARE(m_project->counts().customers, 4);
        // An empty field says nothing; a column of before need not be there.
        counted(import("c.csv", "customer,age,city\nann,,York\n"), 0, 0, 1);
        counted(import("d.csv", "customer,age\nann,30\nbob,41\ncat,50\n"), 1, 0, 2);
        QVERIFY2(found().contains("1 customer was there and was changed"), found());
        QCOMPARE(attribute("bob", "age"), std::string("41"));
        QCOMPARE(attribute("bob", "city"), std::string("Bath"));
        // What nobody said before changes nothing that was said.
        counted(import("e.csv", "customer,tier\nann,gold\n"), 1, 0, 0);
        QVERIFY2(!found().contains("changed"), found());
        OW_OK(m_project->undo());
        OW_OK(m_project->undo());
        QCOMPARE(attribute("bob", "age"), std::string("40"));
        counted(import("f.csv", "customer,age\nbob,41\n"), 1, 0, 0); // what was undone is not there
        sound();
    }

    /// Whoever is known by what he did only has said nothing of himself.
    void customersOfEvents()
    {
        counted(import("e.csv", "customer,at,type\nann,2024-01-01,page_viewed\n"), 1, 0, 0);
        counted(import("c.csv", "customer,city\nann,York\nbob,\n"), 2, 0, 0);
        QVERIFY2(!found().contains("changed"), found());
        counted(import("d.csv", "customer,city\nann,\nbob,\n"), 0, 0, 2);
        QCOMPARE(m_project->counts().customers, 2);
    }

    void customersInTwoFilesOfAnImport()
    {
        const auto a = write("a.csv", "customer,city\nann,York\nbob,Bath\n");
        const auto b = write("b.csv", "customer,tier\nann,gold\n");
        const auto c = write("c.csv", "customer,city\nann,York\nbob,Hull\n");
        const ImportReport report = test::sure(importFiles(*m_project, "", "", { a, b, c }));
        counted(report, 4, 0, 1);
        QCOMPARE(report.files[2].duplicates, 1);
        QCOMPARE(report.totals.customers, 4);
        QCOMPARE(attribute("ann", "city"), std::string("York"));
        QCOMPARE(attribute("ann", "tier"), std::string("gold"));
        QCOMPARE(attribute("bob", "city"), std::string("Hull")); // the last file holds
        m_report = report;
        QVERIFY2(!found().contains("changed"), found()); // nobody was there
    }

    void customersUnderPseudonyms()
    {
        ImportOptions options;
        options.pseudonymKey = m_scratch->path("key");
        counted(import("a.csv", "customer,city\nann,York\nbob,Bath\n", options), 2, 0, 0);
        counted(import("b.csv", "customer,city\nann,York\nbob,Hull\n", options), 1, 0, 1);
        QVERIFY2(found().contains("1 customer was there and was changed"), found());
        QCOMPARE(m_project->counts().customers, 2);
    }

    void changedProducts()
    {
        counted(import("a.csv", "sku,title,price\nA,Dock,10\nB,Cup,2\nC,Lamp,3\n"), 3, 0, 0);
        counted(import("b.csv", "sku,title,price\nA,Dock,11\nB,Cup,2\nC,Lamp,4\nD,Desk,9\n"), 3, 0, 1);
        QVERIFY2(found().contains("2 products were there and were changed: the newest holds."), found());
        QCOMPARE(test::sure(m_project->catalogue())->find("A")->price.minor, 1100);
        OW_OK(m_project->undo());
        QCOMPARE(test::sure(m_project->catalogue())->find("A")->price.minor, 1000);
    }

    /// Last week's showings come again with what came of them since.
    void exposuresWithOtherOutcomes()
    {
        const QByteArray header = "customer,offer,placement,at,arm,clicked_at,accepted_at\n";
        counted(import("a.csv",
                    header + "ann,o,cart,2024-01-01,treatment,,\nbob,o,cart,2024-01-01,treatment,2024-01-02,\n"),
            2, 0, 0);
        counted(import("b.csv",
                    header
                        + "ann,o,cart,2024-01-01,treatment,2024-01-01 10:00,2024-01-03\n" // since then
                          "bob,o,cart,2024-01-01,treatment,2024-01-02,\n" // as it was
                          "ann,o,home,2024-01-01,treatment,,\n" // another placement, another arm, another time
                          "ann,o,cart,2024-01-01,holdout,,\n"
                          "ann,o,cart,2024-01-02,treatment,,\n"),
            3, 0, 2);
        QVERIFY2(found().contains("1 exposure is there with other outcomes: what was there holds."), found());
        QCOMPARE(m_project->counts().exposures, 5);
        const auto reader = test::sure(m_project->openReader());
        for (const model::LoggedExposure& x : reader->exposures(0, 9))
            QVERIFY(!x.acceptedAt);
        sound();
        // As the sentence says: the older one undone, the newer file brings all.
        OW_OK(m_project->undo());
        OW_OK(m_project->undo());
        counted(import("b.csv", header + "ann,o,cart,2024-01-01,treatment,2024-01-01 10:00,2024-01-03\n"), 1, 0, 0);
        QVERIFY(test::sure(m_project->openReader())->exposures(0, 9)[0].acceptedAt);
    }

    void exposuresThatAFileRepeats()
    {
        const QByteArray header = "customer,offer,placement,at,clicked_at\n";
        counted(import("a.csv",
                    header + "ann,o,cart,2024-01-01,\nann,o,cart,2024-01-01,\nann,o,cart,2024-01-01,2024-01-02\n"),
            1, 0, 2);
        QVERIFY2(found().contains("1 row repeats an exposure that stands in the files before, with other outcomes"),
            found());
    }

private:
    std::filesystem::path write(const char* name, const QByteArray& text) const
    {
        QFile file(QString::fromStdString(m_scratch->path(name).string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return m_scratch->path(name);
    }
    const ImportReport& import(const char* name, const QByteArray& text, const ImportOptions& options = {})
    {
        m_report = test::sure(importFiles(*m_project, "", "", { write(name, text) }, options));
        return m_report;
    }
    void counted(const ImportReport& report, std::int64_t stored, std::int64_t rejected, std::int64_t duplicates)
    {
        QCOMPARE(report.stored, stored);
        QCOMPARE(report.rejected, rejected);
        QCOMPARE(report.duplicates, duplicates);
        QCOMPARE(report.rows, stored + rejected + duplicates);
        const auto record = test::sure(m_project->openReader())->imports().at(0);
        QCOMPARE(record.stored, stored);
        QCOMPARE(record.duplicates, duplicates);
    }
    /// Findings and notes of the last import.
    QByteArray found() const
    {
        QByteArray out;
        for (const Finding& finding : m_report.findings)
            out += QByteArray::fromStdString(finding.text) + '|';
        for (const std::string& note : m_report.notes)
            out += QByteArray::fromStdString(note) + '|';
        return out;
    }
    std::string attribute(const char* customer, const char* name) const
    {
        const auto found = test::sure(test::sure(m_project->openReader())->customer(customer)).first;
        const auto at = found.attributes.find(name);
        if (at == found.attributes.end())
            return "none";
        if (const auto* text = std::get_if<std::string>(&at->second))
            return *text;
        return std::to_string(std::get<std::int64_t>(at->second));
    }
    void sound() const { QVERIFY(test::sure(store::checkFile(m_scratch->path())).empty()); }

    std::unique_ptr<test::Scratch> m_scratch;
    std::unique_ptr<store::Project> m_project;
    ImportReport m_report;
};

QTEST_GUILESS_MAIN(TestNaturalKeys)
#include "tst_natural_keys.moc"
