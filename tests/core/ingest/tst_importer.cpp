// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/importer.h"
#include "ingest/preset.h"

#include <QFile>

using namespace ow;
using namespace ow::ingest;

class TestImporter : public QObject {
    Q_OBJECT

private slots:
    void presetsAreFoundByTheirHeaders_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("preset");
        QTest::newRow("UCI's own names")
            << QByteArray("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")
            << QByteArray("online-retail");
        QTest::newRow("Online Retail II")
            << QByteArray("Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country")
            << QByteArray("online-retail");
        QTest::newRow("Taobao") << QByteArray("user_id,item_id,category_id,behavior_type,timestamp")
                                << QByteArray("taobao");
        QTest::newRow("Journey coupons")
            << QByteArray("coupon_upc,product_id,campaign_id") << QByteArray("complete-journey");
        QTest::newRow("Groceries") << QByteArray("basket_id,item,level2,level1") << QByteArray("baskets");
        QTest::newRow("order lines") << QByteArray("order_id;sku") << QByteArray("baskets");
        QTest::newRow("our events") << QByteArray("customer,at,type,sku") << QByteArray("events");
        QTest::newRow("our exposures")
            << QByteArray("customer,offer,placement,at,arm") << QByteArray("exposures");
        QTest::newRow("our products") << QByteArray("sku,title,price,cost") << QByteArray("products");
        QTest::newRow("our customers") << QByteArray("customer,segment") << QByteArray("customers");
        QTest::newRow("clicks") << QByteArray("session_id,item_id,timestamp") << QByteArray("clicks");
        QTest::newRow("none") << QByteArray("x,y,z") << QByteArray("");
    }
    void presetsAreFoundByTheirHeaders()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, preset);
        test::Scratch scratch;
        const auto seen = preview(write(scratch, "any.csv", header + '\n'));
        OW_OK(seen);
        QCOMPARE(QByteArray::fromStdString(seen->preset), preset);
    }

    void outcomesInWordsOfAllKinds()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = run(*project, scratch, "exposures",
            "user_id,offer_id,slot,timestamp,variant,clicked,outcome\n"
            "a,o,cart,2024-01-01T10:00:00Z,treatment,true,accepted\n"
            "b,o,cart,2024-01-01T10:00:00Z,holdout,0,none\n"
            "c,o,cart,2024-01-01T10:00:00Z,treatment,2024-01-01T10:05:00Z,Dismissed\n"
            "d,o,cart,2024-01-01T10:00:00Z,treatment,no,danced\n");
        OW_OK(report);
        QCOMPARE(report->stored, 3);
        QCOMPARE(report->rejected, 1);
        QStringList told;
        OW_OK((*project->openReader())->forEachExposure([&](const model::LoggedExposure& x) {
            const auto minutes = [&](const std::optional<Timestamp>& at) {
                return at ? QString::number((*at - x.at).ms / 60'000) : QString("-");
            };
            told << QString::fromStdString(x.customer) + ' ' + minutes(x.clickedAt) + ' '
                    + minutes(x.acceptedAt) + ' ' + minutes(x.declinedAt) + (x.withheld ? " withheld" : "");
            return true;
        }));
        told.sort();
        QCOMPARE(told, (QStringList { "a 0 0 -", "b - - - withheld", "c 5 - 0" }));
    }

    void invoiceLinesBecomeWhatTheyAre()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = run(*project, scratch, "online-retail",
            "invoice,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n"
            "1,A,LAMP,2,2010-12-01 08:26:00,2.50,17,France\n" // bought
            "1,A,LAMP,1,2010-12-01 08:26:00,2.40,17,France\n" // the same item again: kept
            "1,POST,POSTAGE,1,2010-12-01 08:26:00,4.00,17,France\n" // a fee
            "C2,A,LAMP,-1,2010-12-03 10:00:00,2.50,17,France\n" // brought back
            "3,A,lamp white,1,2010-12-04 10:00:00,9.99,,France\n" // nobody's basket
            "3,A,LAMP,1,2010-12-04 10:00:00,9.99,,France\n" // … twice the same
            "3,BX,,1,2010-12-04 10:00:00,1.00,,France\n"
            "4,A,damaged,-9,2010-12-05 10:00:00,0,,France\n" // stock corrections
            "5,A,found,9,2010-12-05 10:00:00,0,,France\n"
            "C6,A,LAMP,-1,2010-12-05 10:00:00,2.50,,France\n" // a return of nobody
            "7,DOT,DOTCOM,1,2010-12-05 10:00:00,80.00,,France\n"
            "8,A,LAMP,two,2010-12-05 10:00:00,2.50,17,France\n"
            "8,A,LAMP,2,5th of May,2.50,17,France\n"
            ",A,LAMP,2,2010-12-05 10:00:00,2.50,17,France\n");
        OW_OK(report);
        QCOMPARE(report->rows, 14);
        QCOMPARE(report->stored, 6);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(report->rejected, 7);
        const auto reader = project->openReader();
        const auto customer = (*reader)->customer("17");
        OW_OK(customer);
        QCOMPARE(std::get<std::string>(customer->first.attributes.at("country")), std::string("France"));
        const auto& events = customer->second.events;
        QCOMPARE(events.size(), std::size_t(4));
        QCOMPARE(events[0].type, std::string("purchased"));
        QCOMPARE(events[0].value, 500);
        QCOMPARE(formatTimestamp(events[0].at), std::string("2010-12-01T07:26:00Z")); // Berlin in winter
        QCOMPARE(events[2].type, std::string("fee_charged"));
        QCOMPARE(events[2].text, std::string("POST"));
        QVERIFY(events[2].sku.empty());
        QCOMPARE(events[3].type, std::string("returned"));
        QCOMPARE(events[3].qty, 1);
        QCOMPARE(events[3].value, 250);
        const auto catalogue = *project->catalogue();
        QCOMPARE(catalogue->products.size(), std::size_t(2));
        QCOMPARE(catalogue->find("A")->title, std::string("LAMP"));
        QCOMPARE(catalogue->find("A")->price.minor, 250); // lower middle of 2.40 2.50 9.99 9.99
        QCOMPARE(catalogue->find("BX")->title, std::string("BX")); // nothing is said of it
        QStringList baskets;
        OW_OK((*reader)->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
            baskets << QString::fromStdString(std::string(basket) + ':' + std::string(sku));
            return true;
        }));
        baskets.sort();
        QCOMPARE(baskets, (QStringList { "1:A", "3:A", "3:BX" }));
        const auto rejected = (*reader)->rejected(report->record.id, 0, 99);
        QCOMPARE(rejected.size(), std::size_t(7));
        QCOMPARE(rejected[0].row, 9);
        QCOMPARE(rejected[0].column, std::string("quantity"));
        QVERIFY(rejected[0].text.starts_with("4,A,damaged"));
        QCOMPARE(project->draft()->policy.customerAttributes.at(0).name, std::string("country"));
    }

    void costsAreAShareWhereAsked()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.costShareBp = 6000;
        OW_OK(importFiles(*project, "products", "",
            { write(scratch, "p.csv", "sku,title,price\nA,Lamp,10.00\n") }, options));
        QCOMPARE((*project->catalogue())->find("A")->cost.minor, 600);
    }

    void aCatalogueIsReadWhole()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = run(*project, scratch, "products",
            "SKU;Title;Family;Category;Price;Cost;Stock;Depletion;Tags\n"
            "A;Lamp;lamps;home;1.250,00;600;5;30;new, \"big\"\n"
            "B;Oil;care;home;9,90;;;2w;\n"
            "A;Lamp;lamps;home;1.250,00;600;5;30;new, \"big\"\n" // the same again
            "A;Lamp;lamps;home;1;600;5;30;\n" // and another
            "C;Bulb;lamps;home;-1;;;;\n"
            "D;Bulb;lamps;home;1;;x;;\n"
            ";Bulb;lamps;home;1;;;;\n");
        OW_OK(report);
        QCOMPARE(report->stored, 2);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(report->rejected, 4);
        const auto catalogue = *project->catalogue();
        const model::Product* lamp = catalogue->find("A");
        QCOMPARE(lamp->price.minor, 125000);
        QCOMPARE(lamp->cost.minor, 60000);
        QCOMPARE(lamp->stock.value(), 5);
        QVERIFY(lamp->depletion == days(30));
        QCOMPARE(lamp->tags.size(), std::size_t(2));
        QVERIFY(!catalogue->find("B")->stock);
        QVERIFY(catalogue->find("B")->depletion == days(14));
    }

    void attributesGetTheTypeThatFitsAllValues()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(run(*project, scratch, "customers",
            "customer_id,Kids,score,member,Home town,empty\n1,0,1.5,yes,Bonn,\n2,1,2,no,7,\n3,,,,,\n"));
        const auto& declared = project->draft()->policy.customerAttributes;
        QStringList types;
        for (const auto& a : declared)
            types << QString::fromStdString(a.name + ':' + std::string(model::name(a.type)));
        types.sort();
        QCOMPARE(types, (QStringList { "home_town:string", "kids:int", "member:bool", "score:double" }));
        const auto two = (*project->openReader())->customer("2");
        QCOMPARE(std::get<double>(two->first.attributes.at("score")), 2.0);
        QCOMPARE(std::get<std::string>(two->first.attributes.at("home_town")), std::string("7"));
        QVERIFY((*project->openReader())->customer("3")->first.attributes.empty());
        // What is declared holds for later files.
        const auto later
            = run(*project, scratch, "customers", "customer_id,kids\n4,2\n5,many\n", "later.csv");
        OW_OK(later);
        QCOMPARE(later->stored, 1);
        QCOMPARE(later->rejected, 1);
    }

    void exposuresKeepTheirOutcomes()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = run(*project, scratch, "exposures",
            "customer,offer,placement,at,arm,intent,clicked_at,accepted_at\n"
            "ann,dock,cart,2026-01-02T10:00:00Z,treatment,i1,2026-01-02T10:01:00Z,\n"
            "bob,dock,cart,2026-01-02T10:00:00Z,holdout,i2,,2026-01-05T10:00:00Z\n"
            "ann,dock,cart,2026-01-02T10:00:00Z,treatment,i1,,\n" // the same showing
            "eve,dock,cart,2026-01-02T10:00:00Z,treatment,i3,2026-01-01T10:00:00Z,\n"); // clicked before it
                                                                                        // was shown
        OW_OK(report);
        QCOMPARE(report->stored, 2);
        QCOMPARE(report->duplicates, 1);
        QCOMPARE(report->rejected, 1);
        const auto rows = (*project->openReader())->exposures(0, 9);
        QVERIFY(rows[0].clickedAt.has_value() && !rows[0].acceptedAt && !rows[0].withheld);
        QVERIFY(rows[1].withheld && rows[1].acceptedAt.has_value());
    }

    void journeyTransactionsAreNeverBaskets()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto transactions = write(scratch, "t.csv",
            "household_id,store_id,basket_id,product_id,quantity,sales_value,retail_disc,coupon_disc,coupon_"
            "match_disc,week,"
            "transaction_timestamp\n1,1,9,A,2,5.00,0,0,0,1,2017-01-28 "
            "14:06:53\n1,1,9,B,1,2.00,0,0,0,1,2017-01-28 14:06:53\n");
        const auto campaigns = write(scratch, "c.csv", "campaign_id,household_id\n7,1\n7,2\n8,1\n");
        const auto starts = write(scratch, "d.csv",
            "campaign_id,campaign_type,start_date,end_date\n7,Type B,2017-03-03,2017-04-09\n");
        const auto redeemed = write(scratch, "r.csv",
            "household_id,coupon_upc,campaign_id,redemption_date\n1,55,7,2017-03-20\n1,56,7,2017-03-10\n");
        const auto products = write(scratch, "p.csv",
            "product_id,manufacturer_id,department,brand,product_category,product_type,package_size\nA,1,"
            "GROCERY,National,ICE,CUBED,22 LB\n");
        const auto coupons
            = write(scratch, "u.csv", "coupon_upc,product_id,campaign_id\n55,A,7\n56,A,7\n57,Z,7\n");
        const auto report = importFiles(*project, "", "complete-journey",
            { transactions, campaigns, starts, redeemed, products, coupons });
        OW_OK(report);
        QCOMPARE(report->rows, 12);
        QCOMPARE(report->rejected, 2); // campaign 8 without a start, coupon for an unknown product
        const auto reader = project->openReader();
        int lines = 0;
        OW_OK((*reader)->forEachBasketLine([&](std::string_view, std::string_view) { return ++lines > 0; }));
        QCOMPARE(lines, 0);
        const auto exposures = (*reader)->exposures(0, 9);
        QCOMPARE(exposures.size(), std::size_t(2));
        QCOMPARE(exposures[0].offer, std::string("campaign-7"));
        QCOMPARE(
            formatTimestamp(*exposures[0].acceptedAt), std::string("2017-03-09T23:00:00Z")); // the first one
        QVERIFY(!exposures[1].acceptedAt);
        const model::Product* ice = (*project->catalogue())->find("A");
        QCOMPARE(ice->price.minor, 250);
        QCOMPARE(ice->tags, (std::vector<std::string> { "National", "campaign-7" }));
    }

    void theSameFilesAgainChangeNothing()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto file = write(scratch, "b.csv", "basket,item\n1,a\n1,b\n1,a\n");
        OW_OK(importFiles(*project, "", "", { file }));
        const auto head = project->head();
        const auto again = importFiles(*project, "", "", { file });
        OW_OK(again);
        QCOMPARE(again->duplicates, 3);
        QCOMPARE(again->stored, 0);
        QCOMPARE(project->head(), head);
        OW_OK(project->undo());
        const auto anew = importFiles(*project, "", "", { file }); // what was undone may come again
        OW_OK(anew);
        QCOMPARE(anew->stored, 2);
    }

    /// An export that begins where the one before began: what is new is stored, and the rows add up.
    void anExportThatOverlapsAnEarlierOne()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const QByteArray head = "customer,at,type,sku,value\n";
        const QByteArray june = "ann,2026-06-01 10:00:00,purchased,A,2.50\n"
                                "ann,2026-06-01 10:00:00,purchased,A,2.50\n" // twice in the shop's log
                                "bob,2026-06-02 10:00:00,search,,\n";
        const QByteArray july = "ann,2026-07-01 10:00:00,purchased,A,2.50\n"
                                "bob,2026-06-02 10:00:00,search,B,\n" // nearly as before
                                "bob,never,search,,\n";
        OW_OK(importFiles(*project, "", "", { write(scratch, "june.csv", head + june) }));
        const auto report = importFiles(*project, "", "",
            { write(scratch, "both.csv", head + june + june + july),
                write(scratch, "july.csv", head + july) });
        OW_OK(report);
        // June's three rows are there; that both.csv has them twice is its own.
        QCOMPARE(report->duplicates, 3);
        QCOMPARE(report->rejected, 2);
        QCOMPARE(report->stored, 3 + 2 + 2);
        QCOMPARE(report->record.stored, 7);
        QCOMPARE(report->files[0].duplicates, 3);
        QCOMPARE(report->files[0].stored, 5);
        QCOMPARE(report->files[1].duplicates, 0);
        QCOMPARE(report->files[1].stored, 2);
        QCOMPARE(project->counts().events, 3 + 7);
        OW_OK(project->undo());
        QCOMPARE(project->counts().events, 3);
    }

    void failuresLeaveTheProjectAsItWas_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("preset");
        QTest::newRow("a missing column")
            << QByteArray("basket,thing\n1,a\n") << QByteArray("baskets") << QByteArray();
        QTest::newRow("no table") << QByteArray("\x89PNG....") << QByteArray() << QByteArray();
        QTest::newRow("unknown preset")
            << QByteArray("basket,item\n1,a\n") << QByteArray() << QByteArray("shopfy");
        QTest::newRow("nothing fits") << QByteArray("x,y\n1,2\n") << QByteArray() << QByteArray();
    }
    void failuresLeaveTheProjectAsItWas()
    {
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, preset);
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto good = write(scratch, "good.csv", "basket,item\n1,a\n");
        const auto bad = write(scratch, "bad.csv", second);
        const auto report = importFiles(*project, kind.toStdString(), preset.toStdString(), { good, bad });
        QVERIFY(!report);
        QVERIFY(!report.error().at.empty());
        QCOMPARE(project->head(), 0);
        QCOMPARE(project->counts().basketLines, 0);
        OW_OK(project->apply({ "still editable", { store::put(test::offer("a")) }, "" }));
    }

    void stoppingLeavesNoTrace()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        QByteArray bytes = "basket,item\n";
        for (int i = 0; i < 20'000; ++i)
            bytes += QByteArray::number(i / 4) + ',' + QByteArray::number(i) + '\n';
        const auto file = write(scratch, "long.csv", bytes);
        int asked = 0;
        const auto report = importFiles(
            *project, "", "", { file }, {}, [&](std::int64_t, std::int64_t) { return ++asked < 3; });
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::Cancelled);
        QCOMPARE(asked, 3); // it ended early
        QCOMPARE(project->counts().basketLines, 0);
        QVERIFY((*project->openReader())->imports().empty());
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
    static Result<ImportReport> run(store::Project& project, const test::Scratch& scratch, const char* preset,
        const QByteArray& bytes, const char* name = "file.csv")
    {
        return importFiles(project, "", preset, { write(scratch, name, bytes) });
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
