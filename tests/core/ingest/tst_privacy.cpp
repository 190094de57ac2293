// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps people's identities out of a project.
#include "core/store/scratch.h"
#include "ingest/importer.h"
#include "ingest/pseudonyms.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace ow;
using namespace ow::ingest;

class TestPrivacy : public QObject {
    Q_OBJECT

private slots:
    /// Expected values from another implementation of BLAKE2b: Python's hashlib.blake2b(digest_size=17,
    /// key=…), its first 130 bits in base 32.
    void pseudonymsAreKeyedHashes()
    {
        Pseudonyms::Key key {};
        std::iota(key.begin(), key.end(), static_cast<unsigned char>(0));
        const Pseudonyms pseudonyms(key);
        QCOMPARE(pseudonyms.of("c1"), std::string("pq5nefi2grdavyn7jj46bsu7l2e"));
        QCOMPARE(pseudonyms.of("someone@example.org"), std::string("p4bjdabwpwmhzvpqxowlqgfhvdj"));
        QCOMPARE(pseudonyms.of(""), std::string("phgrckggrtsesvjunrnig72dns4"));
        key[0] = 9;
        QVERIFY(Pseudonyms(key).of("c1") != pseudonyms.of("c1"));
    }

    void aKeyIsMadeOnceAndForItsOwnerAlone()
    {
        test::Scratch scratch;
        const auto file = scratch.path("key");
        const auto made = Pseudonyms::fromFile(file);
        OW_OK(made);
        const auto again = Pseudonyms::fromFile(file);
        OW_OK(again);
        QCOMPARE(made->of("c1"), again->of("c1"));
        const auto allowed = QFileInfo(QString::fromStdString(file.string())).permissions();
        QVERIFY(!allowed.testAnyFlags(
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther));
        const auto other = Pseudonyms::fromFile(scratch.path("other"));
        OW_OK(other);
        QVERIFY(other->of("c1") != made->of("c1"));
    }

    void whatIsNoKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray(62, 'a');
        QTest::newRow("long") << QByteArray(66, 'a');
        QTest::newRow("no hexadecimal digits") << QByteArray(64, 'x');
        QTest::newRow("a table") << QByteArray("customer,at\n1,2\n");
    }
    void whatIsNoKeyIsRefused()
    {
        QFETCH(QByteArray, text);
        test::Scratch scratch;
        const auto file = write(scratch, "key", text);
        const auto pseudonyms = Pseudonyms::fromFile(file);
        QVERIFY(!pseudonyms);
        QVERIFY(pseudonyms.error().code == ErrorCode::InvalidInput);
        QCOMPARE(pseudonyms.error().at, file.string());
        QFile after(QString::fromStdString(file.string()));
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), text); // and is left alone
    }

    /// No byte of the project's files has an id or a personal value, not even those of rejected rows; and
    /// imports of different files meet in the same customers.
    void nothingPersonalComesIn()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.pseudonymKey = scratch.path("key");
        const auto customers = importFiles(*project, "customers", "",
            { write(scratch, "customers.csv",
                "customer,First Name,contact,segment,accepts_email\n"
                "ada@example.org,Adalove,ada@example.org,pro,yes\n"
                "bob@example.org,Bobmann,+49 30 5550123,new,no\n"
                "cyd@example.org,Cydrick,cyd@example.org,new,no\n"
                ",Nobody,nobody@example.org,new,no\n") },
            options);
        OW_OK(customers);
        QCOMPARE(customers->stored, 3);
        QCOMPARE(customers->rejected, 1);
        QCOMPARE(customers->notes.size(), std::size_t(2));
        QVERIFY(customers->notes[0].find("First Name") != std::string::npos);
        QVERIFY(customers->notes[1].find("e-mail addresses") != std::string::npos);
        const auto events = importFiles(*project, "events", "",
            { write(scratch, "events.csv",
                "customer,at,type,sku\nada@example.org,2025-01-01T10:00:00Z,purchased,A\n"
                "bob@example.org,yesterday,purchased,A\n") },
            options);
        OW_OK(events);
        QCOMPARE(project->counts().customers, 3); // the event's is one of them
        QStringList names;
        for (const auto& attribute : project->draft()->policy.customerAttributes)
            names << QString::fromStdString(attribute.name);
        QCOMPARE(names, (QStringList { "segment", "accepts_email" }));
        for (const char* suffix : { "", "-wal" }) {
            QFile file(QString::fromStdString(project->file().string()) + QLatin1String(suffix));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            for (const char* secret : { "example.org", "Adalove", "Bobmann", "5550123", "Nobody" })
                QVERIFY2(!bytes.contains(secret), secret);
        }
    }

    /// Presets make the ids of sessions and baskets of the customer's: those are hidden too, by the same
    /// function, and lines of one session stay together.
    void idsAreInNoKeyThatIsMadeOfThem_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const char* preset, const char* text) {
            QTest::newRow(name) << QString(preset) << QByteArray(text);
        };
        row("Google Analytics", "ga4",
            R"({"event_name":"page_view","event_timestamp":"1704880800123456","user_id":"ADALOVELACE",)"
            R"("user_pseudo_id":"1.2","event_params":[{"key":"ga_session_id","value":{"int_value":"17"}}]})"
            "\n");
        row("Taobao", "taobao",
            "user_id,item_id,category_id,event,timestamp\nADALOVELACE,2,3,pv,1511544070\n");
        row("baskets", "baskets", "order_number,user_id,item\n7,ADALOVELACE,A\n7,ADALOVELACE,B\n");
        row("orders without a customer", "events",
            "session,at,type,sku\nADALOVELACE,2025-01-01T10:00:00Z,product_viewed,A\n");
        row("exposures", "exposures",
            "customer,offer,placement,at,arm,intent\nADALOVELACE,o,cart,2024-01-01,holdout,ADALOVELACE-1\n");
    }
    void idsAreInNoKeyThatIsMadeOfThem()
    {
        QFETCH(QString, preset);
        QFETCH(QByteArray, text);
        for (const bool hidden : { false, true }) {
            test::Scratch scratch;
            const auto project = scratch.create();
            ImportOptions options;
            if (hidden)
                options.pseudonymKey = scratch.path("key");
            const auto report
                = importFiles(*project, "", preset.toStdString(), { write(scratch, "file", text) }, options);
            OW_OK(report);
            QVERIFY(report->stored > 0);
            QCOMPARE(report->rejected, 0);
            // That it is found without a key shows that looking finds it; stored bytes may be packed.
            QCOMPARE(held(*project).contains("ADALOVELACE"), !hidden);
            for (const char* suffix : { "", "-wal" }) {
                QFile file(QString::fromStdString(project->file().string()) + QLatin1String(suffix));
                if (hidden && file.open(QIODevice::ReadOnly))
                    QVERIFY(!file.readAll().contains("ADALOVELACE"));
            }
        }
    }

    void linesOfASessionStayTogether()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.pseudonymKey = scratch.path("key");
        OW_OK(importFiles(*project, "events", "",
            { write(scratch, "events.csv",
                "customer,at,type,sku,session\na,2025-01-01T10:00:00Z,purchased,A,s1\n"
                "a,2025-01-01T10:00:00Z,purchased,B,s1\nb,2025-01-01T10:00:00Z,purchased,C,s2\n"
                "c,2025-01-01T10:00:00Z,search,,\n") },
            options));
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto events = (*reader)->events(0, 10);
        QCOMPARE(events.size(), std::size_t(4));
        std::map<std::string, std::string> sessions; // by SKU
        for (const auto& [customer, event] : events)
            sessions[event.sku] = event.session;
        const auto pseudonyms = Pseudonyms::fromFile(options.pseudonymKey);
        OW_OK(pseudonyms);
        QCOMPARE(sessions["A"], pseudonyms->of("s1"));
        QCOMPARE(sessions["B"], sessions["A"]);
        QVERIFY(sessions["C"] != sessions["A"]);
        QCOMPARE(sessions[""], std::string()); // none stays none
    }

    void idsThatAreAddressesAreTold()
    {
        for (const bool hidden : { false, true }) {
            test::Scratch scratch;
            const auto project = scratch.create();
            ImportOptions options;
            if (hidden)
                options.pseudonymKey = scratch.path("key");
            const auto report = importFiles(*project, "", "",
                { write(scratch, "customers.csv",
                    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total "
                    "Orders,Tags\n"
                    "1,Ada,L,ada@example.org,yes,1.00,1,\n2,Bob,M,bob@example.org,no,2.00,1,\n") },
                options);
            OW_OK(report);
            QCOMPARE(report->stored, 2);
            QCOMPARE(std::ranges::count_if(report->notes,
                         [](const std::string& note) {
                             return note.find("2 rows") != std::string::npos
                                 && note.find("ids are e-mail addresses") != std::string::npos
                                 && note.find("--pseudonymize") != std::string::npos;
                         }),
                hidden ? 0 : 1);
        }
    }

    void personalColumnsComeInWhereAskedFor()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.keepPersonal = true;
        const auto report = importFiles(*project, "customers", "",
            { write(scratch, "customers.csv", "customer,email\n1,ada@example.org\n2,bob@example.org\n") },
            options);
        OW_OK(report);
        QCOMPARE(report->notes.size(), std::size_t(0));
        QCOMPARE(project->draft()->policy.customerAttributes.at(0).name, std::string("email"));
    }

private:
    /// Every key that can be read out of a project.
    static QByteArray held(const store::Project& project)
    {
        std::string out;
        const auto reader = project.openReader();
        if (!reader)
            qFatal("cannot read");
        for (const auto& [customer, event] : (*reader)->events(0, 100))
            out += customer + ' ' + event.session + ' ';
        for (const auto& x : (*reader)->exposures(0, 100))
            out += x.customer + ' ' + x.intent + ' ';
        const auto done = (*reader)->forEachBasketLine([&](std::string_view basket, std::string_view) {
            out += basket;
            return true;
        });
        return done ? QByteArray::fromStdString(out) : QByteArray();
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

QTEST_GUILESS_MAIN(TestPrivacy)
#include "tst_privacy.moc"
