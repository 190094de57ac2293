// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/importer.h"
#include "store/bulk_reader.h"
#include "store/check_file.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ow;
using namespace ow::ingest;

/// Of an id that comes again the first row holds, in one file and over imports.
class TestEventIds : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_project = m_scratch->create();
    }

    void theFirstOfAnIdHolds_data()
    {
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QList<int>>("stored");
        QTest::addColumn<QList<int>>("duplicates");
        QTest::addColumn<QList<int>>("other"); ///< same id, other content
        const QByteArray head = "customer,at,type,sku,event_id\n";
        QTest::newRow("in one file") << QByteArrayList { head
            + "a,2024-01-01,product_viewed,X,1\n"
              "a,2024-01-01,product_viewed,X,1\n"
              "a,2024-01-02,product_viewed,X,1\n"
              "a,2024-01-02,product_viewed,X,2\n" }
                                     << QList<int> { 2 } << QList<int> { 2 } << QList<int> { 1 };
        QTest::newRow("over imports") << QByteArrayList { head + "a,2024-01-01,product_viewed,X,1\n",
            head
                + "a,2024-01-01,product_viewed,X,1\nb,2024-01-05,cart_added,Y,1\nb,2024-01-05,cart_added,Y,"
                  "2\n" } << QList<int> { 1, 1 }
                                      << QList<int> { 0, 2 } << QList<int> { 0, 1 };
        QTest::newRow("equal, and other ids: other events") << QByteArrayList {
            head + "a,2024-01-01,product_viewed,X,1\n", head + "a,2024-01-01,product_viewed,X,2\n"
        } << QList<int> { 1, 1 } << QList<int> { 0, 0 } << QList<int> { 0, 0 };
        QTest::newRow("what came without an id is known by all of it")
            << QByteArrayList { "customer,at,type,sku\na,2024-01-01,product_viewed,X\n",
                   head + "a,2024-01-01,product_viewed,X,1\n", head + "a,2024-01-01,product_viewed,X,1\n\n" }
            << QList<int> { 1, 0, 0 } << QList<int> { 0, 1, 1 } << QList<int> { 0, 0, 0 };
        QTest::newRow("rows without an id beside")
            << QByteArrayList { head + "a,2024-01-01,product_viewed,X,1\na,2024-01-01,product_viewed,Y,\n",
                   head + "a,2024-01-01,product_viewed,Y,\n" }
            << QList<int> { 2, 0 } << QList<int> { 0, 1 } << QList<int> { 0, 0 };
        const QByteArray call
            = "{\"type\":\"track\",\"messageId\":\"m1\",\"userId\":\"u\",\"event\":\"Order Completed\","
              "\"timestamp\":\"2024-01-01T00:00:00Z\",\"properties\":{\"order_id\":\"o\",\"products\":["
              "{\"sku\":\"A\",\"quantity\":1,\"price\":2},{\"sku\":\"B\",\"quantity\":1,\"price\":2},"
              "{\"sku\":\"A\",\"quantity\":2,\"price\":2}]}}\n";
        QByteArray later = call;
        later.replace("00:00:00Z", "00:00:09Z");
        QTest::newRow("Segment: a call that was sent twice")
            << QByteArrayList { call + later, later } << QList<int> { 3, 0 } << QList<int> { 3, 3 }
            << QList<int> { 3, 3 };
        const auto ga4 = [](int index, const char* value) {
            return QByteArray("{\"event_name\":\"view_item\",\"event_timestamp\":1704067200000000,\"user_"
                              "pseudo_id\":\"p\","
                              "\"event_bundle_sequence_id\":7,\"batch_page_id\":1,\"batch_ordering_id\":1,"
                              "\"batch_event_index\":")
                + QByteArray::number(index) + ",\"platform\":\"" + value
                + "\",\"items\":[{\"item_id\":\"A\"}]}\n";
        };
        QTest::newRow("GA4: the place in the batch")
            << QByteArrayList { ga4(1, "WEB") + ga4(2, "WEB") + ga4(1, "IOS") } << QList<int> { 2 }
            << QList<int> { 1 } << QList<int> { 1 };
        const QByteArray exposures = "customer,offer,at,event_id,clicked_at\n";
        QTest::newRow("exposures") << QByteArrayList { exposures + "a,o,2024-01-01,1,\na,o,2024-01-01,2,\n",
            exposures + "a,o,2024-01-01,2,2024-01-01 00:01\na,o,2024-01-02,3,\n" }
                                   << QList<int> { 2, 1 } << QList<int> { 0, 1 } << QList<int> { 0, 1 };
        const QByteArray woo = "order_id,order_date,status,billing_email,item_id,item_name,item_sku,item_"
                               "quantity,item_total\n";
        QTest::newRow("WooCommerce: an item, refunded later")
            << QByteArrayList { woo + "1,2024-01-01,completed,a@example.com,11,Lamp,L,1,10\n",
                   woo + "1,2024-01-01,refunded,a@example.com,11,Lamp,L,1,10\n" }
            << QList<int> { 1, 0 } << QList<int> { 0, 1 } << QList<int> { 0, 0 };
    }
    void theFirstOfAnIdHolds()
    {
        QFETCH(QByteArrayList, files);
        QFETCH(QList<int>, stored);
        QFETCH(QList<int>, duplicates);
        QFETCH(QList<int>, other);
        std::vector<std::int64_t> events;
        for (qsizetype i = 0; i < files.size(); ++i) {
            const auto report = import(files[i]);
            OW_OK(report);
            QCOMPARE(report->stored, stored[i]);
            QCOMPARE(report->duplicates, duplicates[i]);
            QCOMPARE(report->rejected, 0);
            QCOMPARE(report->record.duplicates, duplicates[i]);
            QCOMPARE(report->totals.leftOut.sameIdOtherContent, other[i]);
            const bool told = std::ranges::any_of(report->findings, [](const Finding& f) {
                return f.text.find("the id of one that was there") != std::string::npos;
            });
            QCOMPARE(told, other[i] > 0);
            events.push_back(m_project->counts().events + m_project->counts().exposures);
        }
        const auto faults = store::checkFile(m_scratch->path());
        OW_OK(faults);
        QVERIFY(faults->empty());
        // Undone, ids are free again.
        OW_OK(m_project->undo());
        const auto again = import(files.back() + '\n');
        OW_OK(again);
        QCOMPARE(again->stored, stored.back());
        QCOMPARE(m_project->counts().events + m_project->counts().exposures, events.back());
    }

    /// Two systems that both count from 1.
    void columnsOfOtherNamesAreOtherIds()
    {
        const auto mapped = [](const char* column) {
            ImportOptions options;
            options.mapping = std::make_shared<const Mapping>(*parseMapping(
                std::string(
                    R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"c"},)")
                + R"("at":{"column":"t"},"event_id":{)" + column + "}}}"));
            return options;
        };
        OW_OK(import("c,t,id\na,2024-01-01,1\n", mapped(R"("column":"id")")));
        const auto same = import("c,t,id\nb,2024-01-02,1\n", mapped(R"("column":"id")"));
        OW_OK(same);
        QCOMPARE(same->duplicates, 1);
        const auto other = import("c,t,id\nb,2024-01-02,1\n\n", mapped(R"("text":"web-{id}")"));
        OW_OK(other);
        QCOMPARE(other->stored, 1);
    }

    /// Many, so that blocks are full and run over; and nothing where no row has one.
    void manyIdsAreFoundAgain()
    {
        const auto file = [](int first, int last, bool ids) {
            QByteArray out = ids ? "customer,at,type,sku,event_id\n" : "customer,at,type,sku\n";
            for (int i = first; i < last; ++i)
                out += "c" + QByteArray::number(i % 700) + ",2024-01-01 10:00:00,product_viewed,S"
                    + QByteArray::number(i % 90) + (ids ? ",e" + QByteArray::number(i) : QByteArray()) + '\n';
            return out;
        };
        OW_OK(import(file(0, 70'000, false)));
        QCOMPARE(blocks(), 0);
        OW_OK(m_project->undo());
        OW_OK(import(file(0, 70'000, true)));
        QCOMPARE(blocks(), 9);
        const auto next = import(file(30'000, 100'000, true));
        OW_OK(next);
        QCOMPARE(next->stored, 30'000);
        QCOMPARE(next->duplicates, 40'000);
        QCOMPARE(next->totals.leftOut.sameIdOtherContent, 0);
        QCOMPARE(storedOf(next->totals).events, 30'000);
        {
            SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
            db.exec("UPDATE event_id SET ids = CAST(substr(ids, 1, length(ids) - 9) || x'5A' || substr(ids, -8) AS BLOB) "
                    "WHERE id = 3");
        }
        const auto faults = store::checkFile(m_scratch->path());
        OW_OK(faults);
        QCOMPARE(faults->size(), std::size_t(1));
        QVERIFY2(faults->front().find("ids of events") != std::string::npos, faults->front().c_str());
        const auto refused = import(file(1, 2, true));
        QVERIFY(!refused.has_value());
        QVERIFY2(
            refused.error().message.find("damaged") != std::string::npos, refused.error().text().c_str());
    }

    void negativeQuantities_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<int>("stored");
        QTest::newRow("rejected, and told what to choose") << QByteArray() << 1;
        QTest::newRow("returns") << QByteArray(R"(,"negative_quantity":"returned")") << 2;
    }
    void negativeQuantities()
    {
        QFETCH(QByteArray, rule);
        QFETCH(int, stored);
        ImportOptions options;
        const auto mapping = parseMapping(
            R"({"offerwright_mapping":1,"kind":"events","fields":{"customer":{"column":"c"},"at":{"column":"t"},)"
            R"("type":{"constant":"purchased"},"qty":{"column":"n"},"value":{"column":"v"}})"
            + rule.toStdString() + "}");
        OW_OK(mapping);
        QCOMPARE(parseMapping(mappingText(*mapping))->negativeIsReturn, stored == 2);
        options.mapping = std::make_shared<const Mapping>(*mapping);
        const auto report = import("c,t,n,v\na,2024-01-01,2,10\na,2024-01-02,-2,-10\n", options);
        OW_OK(report);
        QCOMPARE(report->stored, stored);
        const auto reader = m_project->openReader();
        if (stored == 1) {
            const auto rejected = (*reader)->rejected(1, 0, 9);
            QCOMPARE(rejected.at(0).column, std::string("qty"));
            QVERIFY(rejected.at(0).reason.find("negative_quantity") != std::string::npos);
            return;
        }
        const auto events = (*reader)->customer("a")->second.events;
        QCOMPARE(events.at(1).type, std::string("returned"));
        QCOMPARE(events.at(1).qty, 2);
        QCOMPARE(events.at(1).value, 1000);
    }

    void clicksThatWereFiredTwiceAreTold()
    {
        const auto report
            = import("customer,at,type,sku\na,2024-01-01 10:00:00,product_viewed,X\n"
                     "b,2024-01-01 10:00:00,product_viewed,X\na,2024-01-01 10:00:01,product_viewed,X\n"
                     "a,2024-01-01 10:00:01,cart_added,X\na,2024-01-01 10:00:02,product_viewed,Y\n"
                     "a,2024-01-01 10:00:08,product_viewed,X\n");
        OW_OK(report);
        QCOMPARE(report->stored, 6);
        QCOMPARE(report->totals.nearEqual, 1);
        QVERIFY(std::ranges::any_of(report->findings, [](const Finding& f) {
            return !f.serious && f.text.starts_with("At least 1 event comes within two");
        }));
    }

private:
    Result<ImportReport> import(const QByteArray& text, const ImportOptions& options = {})
    {
        const auto path = m_scratch->path(text.startsWith('{') ? "f.ndjson" : "f.csv");
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        file.close();
        return importFiles(*m_project, "", "", { path }, options);
    }
    int blocks() const
    {
        SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READONLY);
        return db.execAndGet("SELECT count(*) FROM event_id").getInt();
    }

    std::unique_ptr<test::Scratch> m_scratch;
    std::unique_ptr<store::Project> m_project;
};

QTEST_GUILESS_MAIN(TestEventIds)
#include "tst_event_ids.moc"
