// SPDX-License-Identifier: GPL-3.0-or-later
// What the report says is what is in the file.
#include "core/store/scratch.h"
#include "ingest/importer.h"
#include "ingest/privacy_report.h"
#include "store/erase_customers.h"

#include <QFile>

#include <algorithm>

using namespace ow;
using namespace ow::ingest;

namespace {

std::filesystem::path write(const test::Scratch& scratch, const char* name, const QByteArray& text)
{
    const auto path = scratch.path(name);
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", name);
    return path;
}

const PrivacyReport::Attribute* find(const PrivacyReport& report, const std::string& name)
{
    const auto at = std::ranges::find(report.attributes, name, &PrivacyReport::Attribute::name);
    return at == report.attributes.end() ? nullptr : &*at;
}

}

class TestPrivacyReport : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatIsThere()
    {
        test::Scratch scratch;
        std::string gone;
        {
            const auto project = scratch.create();
            ImportOptions keep;
            keep.keepColumns = { "Telefon" };
            OW_OK(importFiles(*project, "customers", "",
                { write(scratch, "customers.csv",
                    "customer,Vorname,Telefon,kontakt,segment\n"
                    "ada@example.org,Ada,030 555,ada@example.org,pro\n"
                    "bob@example.org,Bob,030 556,bob@example.org,new\n"
                    "17,Cyd,,,new\n,Nobody,030 557,eve@example.org,new\n") },
                keep));
            ImportOptions hidden;
            hidden.pseudonymKey = scratch.path("key");
            OW_OK(importFiles(*project, "events", "",
                { write(scratch, "events.csv",
                    "customer,at,type,sku,session,text\nada@example.org,2025-01-01T10:00:00Z,search,,s1,my "
                    "words\n"
                    "ada@example.org,yesterday,purchased,A,s1,\n") },
                hidden));
            OW_OK(importFiles(*project, "events", "",
                { write(scratch, "more.csv",
                    "customer,at,type,sku\nbob@example.org,2025-01-01T10:00:00Z,purchased,A\n") }));
            OW_OK(project->undo());
        }
        const auto report = privacyReport(scratch.path());
        OW_OK(report);
        QCOMPARE(report->customers, 4);
        QCOMPARE(report->pseudonyms, 1);
        QCOMPARE(report->idKinds, (std::map<PersonalData, std::int64_t> { { PersonalData::Email, 2 } }));
        QCOMPARE(report->attributes.size(), std::size_t(2));
        QVERIFY(find(*report, "telefon") != nullptr);
        QVERIFY(find(*report, "telefon")->kind == PersonalData::Phone);
        QVERIFY(find(*report, "telefon")->byName);
        QCOMPARE(find(*report, "telefon")->values, 2);
        QCOMPARE(find(*report, "telefon")->imports, std::vector<std::int64_t> { 1 });
        QVERIFY(!find(*report, "segment")->kind);
        QCOMPARE(report->words, 1);
        QCOMPARE(report->rejectedTexts, 1); // that of the pseudonymised import is not kept
        QCOMPARE(report->sessions, 1);
        QCOMPARE(report->undoneRows(), 1);
        QCOMPARE(report->remarks, 0);
        QCOMPARE(report->imports.size(), std::size_t(3));
        const auto& leftOut = report->imports[0].leftOut;
        QCOMPARE(leftOut.size(), std::size_t(2));
        QCOMPARE(leftOut[0].column, std::string("Vorname"));
        QVERIFY(leftOut[0].byName);
        QCOMPARE(leftOut[1].column, std::string("kontakt"));
        QVERIFY(leftOut[1].kind == PersonalData::Email && !leftOut[1].byName);
        QVERIFY(!report->imports[0].pseudonyms && report->imports[1].pseudonyms);
        QVERIFY(!report->imports[2].texts.active);
        QVERIFY(report->erasures.empty());

        OW_OK(store::eraseCustomers(scratch.path(), { { { "bob@example.org", "" } }, "asked", "me" }));
        const auto after = privacyReport(scratch.path());
        OW_OK(after);
        QCOMPARE(after->customers, 3);
        QCOMPARE(after->idKinds.at(PersonalData::Email), 1);
        QCOMPARE(find(*after, "telefon")->values, 1);
        QCOMPARE(after->undoneRows(), 0);
        QCOMPARE(after->remarks, 1);
        QCOMPARE(after->erasures.size(), std::size_t(1));
        QCOMPARE(after->erasures[0].who, std::string("me"));
        QCOMPARE(after->erasures[0].all.events, 1);
    }

    void anEmptyProjectHoldsNothing()
    {
        test::Scratch scratch;
        scratch.create();
        const auto report = privacyReport(scratch.path());
        OW_OK(report);
        QCOMPARE(
            report->customers + report->sessions + report->words + report->rejectedTexts + report->remarks,
            0);
        QVERIFY(report->attributes.empty() && report->imports.empty() && report->erasures.empty());
    }
};

QTEST_APPLESS_MAIN(TestPrivacyReport)
#include "tst_privacy_report.moc"
