// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported can be imported: all that a project held comes back.
#include "core/store/scratch.h"
#include "ingest/data_export.h"
#include "ingest/importer.h"

#include <QFile>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace ow;
using namespace ow::ingest;

class TestDataExport : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("products") << QByteArray("products")
                                  << QByteArray(
                                         "sku,title,family,category,price,cost,stock,depletion,tags\n"
                                         "A,\"Lamp, \"\"big\"\"\",lamps,home,1250.00,600.05,5,30d,new;big\n"
                                         "B,Öl,care,home,9.90,0.00,,14d,\n"
                                         "C,\"two\nlines\",,,0.00,0.00,0,,\n");
        QTest::newRow("customers") << QByteArray("customers")
                                   << QByteArray("customer,seats,segment,share,vip\n"
                                                 "c1,12,pro,0.25,true\nc2,,\"a, b\",,false\n");
        QTest::newRow("events")
            << QByteArray("events")
            << QByteArray("customer,at,type,sku,qty,value,channel,session,text\n"
                          "c1,2025-01-05T10:00:00.125Z,search,,1,0.00,web,s1,\"dock, \"\"new\"\"\"\n"
                          "c1,2025-01-05T10:05:00Z,purchased,A,2,19.90,web,o1,\n"
                          "c1,2025-01-06T10:05:00Z,returned,A,1,9.95,,o1,\n"
                          "c1,2025-01-07T10:00:00Z,support,,1,12.00,,,\n"
                          "c1,2025-01-07T10:01:00Z,product_viewed,A,1,44.69,,,\n"
                          "c1,2025-01-07T10:02:00Z,search,,1,1.50,,,\n"
                          "c2,2025-02-01T00:00:00Z,survey,,1,9,email,,\n");
        QTest::newRow("exposures")
            << QByteArray("exposures")
            << QByteArray(
                   "customer,at,offer,placement,intent,arm,experiment,withheld,clicked_at,accepted_at,"
                   "declined_at,"
                   "returned_at\n"
                   "c1,2025-01-05T10:00:00Z,dock,cart,s1,treatment,,false,2025-01-05T10:00:05Z,"
                   "2025-01-05T10:01:00Z,,2025-01-09T10:01:00Z\n"
                   "c2,2025-01-06T10:00:00Z,dock,cart,s2,holdout,,true,,,,\n"
                   "c2,2025-01-07T10:00:00Z,dock,cart,s3,short,copy,false,,,2025-01-07T10:00:09.500Z,\n");
        QTest::newRow("baskets") << QByteArray("baskets") << QByteArray("basket,item\n1,A\n1,B\n2,A\n");
    }
    void comesBackAsItWas()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, csv);
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto in = write(scratch, "in.csv", csv);
        const auto report = importFiles(*project, kind.toStdString(), "", { in });
        OW_OK(report);
        QCOMPARE(report->rejected, 0);
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto out = scratch.path("out.csv");
        const auto rows = exportData(**reader, *project->draft(), *dataKind(kind.toStdString()), out);
        OW_OK(rows);
        QCOMPARE(*rows, csv.count('\n') - 1 - csv.count("two\n"));
        QCOMPARE(inOrder(read(out)), inOrder(csv)); // baskets come in no particular order
        QVERIFY(!std::filesystem::exists(scratch.path("out.csv.part")));
        // A query without conditions writes the same.
        store::RowQuery query;
        query.table = store::RowTable(int(*dataKind(kind.toStdString())));
        const auto found = scratch.path("found.csv");
        OW_OK(exportRows(**reader, *project->draft(), query, found));
        QCOMPARE(inOrder(read(found)), inOrder(read(out)));
        const auto fields = store::rowFields(query.table, project->draft()->policy);
        query.where.push_back({ fields.front(), *store::ValueFilter::parse("=no such key", {}) });
        QCOMPARE(*exportRows(**reader, *project->draft(), query, found), 0);
        QCOMPARE(read(found), read(out).left(read(out).indexOf('\n') + 1));
    }

    void stoppingLeavesWhatWasThere()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        QByteArray csv = "basket,item\n";
        for (int i = 0; i < 10'000; ++i)
            csv += QByteArray::number(i) + ",A\n";
        OW_OK(importFiles(*project, "baskets", "", { write(scratch, "in.csv", csv) }));
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto out = write(scratch, "out.csv", "as it was");
        const auto rows = exportData(**reader, *project->draft(), DataKind::Baskets, out,
            [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!rows);
        QVERIFY(rows.error().code == ErrorCode::Cancelled);
        QCOMPARE(read(out), QByteArray("as it was"));
        QVERIFY(!std::filesystem::exists(scratch.path("out.csv.part")));
    }

    /// What cannot be read comes as an empty page, which is no end.
    void missingRowsAreNoEnd_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QString>("damage");
        QTest::newRow("products") << "products" << QByteArray("sku,title,price\nA,a,1\nB,b,2\nC,c,3\n")
                                  << "DELETE FROM product WHERE sku > 1";
        QTest::newRow("customers") << "customers" << QByteArray("customer,segment\n1,x\n2,y\n3,z\n")
                                   << "DELETE FROM customer_row WHERE customer > 1";
    }
    void missingRowsAreNoEnd()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, csv);
        QFETCH(QString, damage);
        test::Scratch scratch;
        auto project = scratch.create();
        OW_OK(importFiles(*project, kind.toStdString(), "", { write(scratch, "in.csv", csv) }));
        const auto data = *dataKind(kind.toStdString());
        const auto out = scratch.path("out.csv");
        const auto before = project->openReader();
        OW_OK(before);
        OW_OK(exportData(**before, *project->draft(), data, out));
        const QByteArray whole = read(out);
        QCOMPARE(whole.count('\n'), 4);
        {
            SQLite::Database db(project->file().string(), SQLite::OPEN_READWRITE);
            QVERIFY(db.exec(damage.toStdString()) > 0);
        }
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto rows = exportData(**reader, *project->draft(), data, out);
        QVERIFY(!rows);
        QVERIFY(rows.error().code == ErrorCode::CorruptFile);
        QVERIFY2(rows.error().message.find("of 3 " + kind.toStdString()) != std::string::npos,
            rows.error().message.c_str());
        QCOMPARE(read(out), whole);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto rows
            = exportData(**reader, *project->draft(), DataKind::Events, scratch.path("none") / "out.csv");
        QVERIFY(!rows);
        QVERIFY(rows.error().code == ErrorCode::Io);
        QVERIFY(!rows.error().at.empty());
    }

    void kinds()
    {
        QVERIFY(dataKind("events") == DataKind::Events);
        QVERIFY(!dataKind("event"));
    }

private:
    static std::filesystem::path write(
        const test::Scratch& scratch, const char* name, const QByteArray& bytes)
    {
        const auto path = scratch.path(name);
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }
    static QByteArrayList inOrder(const QByteArray& csv)
    {
        QByteArrayList lines = csv.split('\n');
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    static QByteArray read(const std::filesystem::path& path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestDataExport)
#include "tst_data_export.moc"
