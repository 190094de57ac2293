// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/dry_run.h"
#include "ingest/importer.h"
#include "ingest/mapping.h"

#include <QFile>

#include <algorithm>

using namespace ow;
using namespace ow::ingest;

/// Files as their programs write them are right without a touch. The fixtures are written by hand in the
/// vendors' published columns; what must come out of them was worked out by hand too.
class TestPresets : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        m_project = m_scratch->create(); // euros, Berlin
    }
    void cleanup()
    {
        m_project.reset();
        m_scratch.reset();
    }

    void rowsAreAccountedFor_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("preset");
        QTest::addColumn<QList<int>>("counts"); // rows, stored, rejected, duplicates
        const auto row = [](const char* file, const char* preset, QList<int> counts) {
            QTest::newRow(file) << QByteArray(file) << QByteArray(preset) << counts;
        };
        row("shopify-orders.csv", "shopify-orders", { 6, 4, 2, 0 });
        row("shopify-products.csv", "shopify-products", { 5, 3, 1, 1 });
        row("shopify-customers.csv", "shopify-customers", { 4, 3, 1, 0 });
        row("woocommerce-items.csv", "woocommerce-orders", { 5, 4, 1, 0 });
        row("woocommerce-orders.csv", "woocommerce-orders", { 2, 1, 1, 0 });
        row("woocommerce-analytics.csv", "woocommerce-orders", { 3, 2, 1, 0 });
        row("ga4.ndjson", "ga4", { 7, 6, 1, 0 });
        row("segment.ndjson", "segment", { 10, 8, 2, 0 });
        row("baskets-fimi.dat", "baskets", { 10, 10, 0, 0 });
        row("baskets-names.csv", "baskets", { 16, 15, 0, 1 });
        row("order-items.csv", "baskets", { 4, 3, 0, 1 });
    }
    void rowsAreAccountedFor()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, preset);
        QFETCH(QList<int>, counts);
        const auto report = import(file.constData());
        OW_OK(report);
        QCOMPARE(QByteArray::fromStdString(report->files.front().preset), preset);
        QCOMPARE((QList<int> { int(report->rows), int(report->stored), int(report->rejected),
                     int(report->duplicates) }),
            counts);
        const auto again = import(file.constData());
        OW_OK(again);
        QCOMPARE(again->duplicates, report->rows); // twice changes nothing
    }

    void shopifyOrders()
    {
        OW_OK(import("shopify-orders.csv"));
        QCOMPARE(told("ada@example.com"),
            (QStringList { "2024-03-01T14:30:12Z purchased LAP-14 x1 29900 #1001 |",
                "2024-03-01T14:30:12Z purchased DOCK-G x2 3900 #1001 |" }));
        QCOMPARE(told("bob@example.com"),
            (QStringList { "2024-03-03T16:59:00Z purchased RAIN x1 1990 #1002 |",
                "2024-03-04T13:00:00Z returned RAIN x1 1990 #1002 |" }));
        QCOMPARE(
            told("order:#1003"), (QStringList { "2024-03-05T17:00:00Z purchased Gift wrap x1 950 #1003 |" }));
        QCOMPARE((*m_project->catalogue())->find("DOCK-G")->title, std::string("USB-C dock - grey"));
    }

    void shopifyProducts()
    {
        OW_OK(import("shopify-products.csv"));
        const auto catalogue = *m_project->catalogue();
        const model::Product* grey = catalogue->find("DOCK-G");
        QVERIFY(grey != nullptr);
        QCOMPARE(grey->title, std::string("USB-C dock, Grey"));
        QCOMPARE(grey->family, std::string("Docks"));
        QCOMPARE(grey->category, std::string("Electronics > Docks"));
        QCOMPARE(grey->price.minor, 8900);
        QCOMPARE(grey->cost.minor, 4150);
        QCOMPARE(grey->stock.value(), 12);
        QCOMPARE(grey->tags, (std::vector<std::string> { "desk", "laptop" }));
        const model::Product* black = catalogue->find("DOCK-B");
        QCOMPARE(black->title, std::string("USB-C dock, Black"));
        QCOMPARE(black->family, std::string("Docks"));
        QCOMPARE(black->stock.value(), 0); // oversold
        const model::Product* card = catalogue->find("gift-card");
        QCOMPARE(card->title, std::string("Gift card"));
        QVERIFY(!card->stock);
    }

    void shopifyCustomers()
    {
        const auto report = import("shopify-customers.csv");
        OW_OK(report);
        const auto ada = (*m_project->openReader())->customer("ada@example.com");
        OW_OK(ada);
        const model::Attributes& a = ada->first.attributes;
        QCOMPARE(std::get<bool>(a.at("accepts_email")), true);
        QCOMPARE(std::get<bool>(a.at("accepts_sms")), false);
        QCOMPARE(std::get<std::string>(a.at("country")), std::string("US"));
        QCOMPARE(std::get<std::string>(a.at("region")), std::string("MA"));
        QCOMPARE(std::get<double>(a.at("total_spent")), 338.0);
        QCOMPARE(std::get<std::int64_t>(a.at("total_orders")), 1);
        QCOMPARE(std::get<std::string>(a.at("tags")), std::string("vip, early"));
        for (const auto& [name, value] : a) // who somebody is stays outside
            if (const auto* text = std::get_if<std::string>(&value))
                QVERIFY2(text->find("Main") == std::string::npos && text->find("+1") == std::string::npos,
                    name.c_str());
        OW_OK((*m_project->openReader())->customer("7003"));
    }

    void shopifyFilesMeet()
    {
        OW_OK(import("shopify-products.csv"));
        OW_OK(import("shopify-customers.csv"));
        OW_OK(import("shopify-orders.csv"));
        const auto ada = (*m_project->openReader())->customer("ada@example.com");
        OW_OK(ada);
        QCOMPARE(ada->second.events.size(), std::size_t(2));
        QVERIFY(!ada->first.attributes.empty());
        QCOMPARE((*m_project->catalogue())->find("DOCK-G")->price.minor, 8900); // the catalogue knows better
    }

    /// The next export of a shop has the orders of before once more, refunds and all.
    void anExportThatOverlaps()
    {
        OW_OK(import("shopify-orders.csv"));
        const auto events = m_project->counts().events;
        QFile file(QFINDTESTDATA("ingest/fixtures/shopify-orders.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        text += QByteArray(text.split('\n').at(1)).replace("#1001", "#1006") + '\n';
        QFile next(QString::fromStdString(m_scratch->path("next.csv").string()));
        QVERIFY(next.open(QIODevice::WriteOnly) && next.write(text) == text.size());
        next.close();
        const auto report = importFiles(*m_project, "", "", { next.fileName().toStdString() });
        OW_OK(report);
        QCOMPARE(report->rows, 7);
        QCOMPARE(report->stored, 1);
        QCOMPARE(report->duplicates, 6); // the two rows that were rejected then are known, too
        QCOMPARE(report->rejected, 0);
        QCOMPARE(m_project->counts().events, events + 1);
        QCOMPARE(report->record.duplicates, 6);
    }

    void wooCommerceItems()
    {
        OW_OK(import("woocommerce-items.csv"));
        QCOMPARE(told("dora@example.com"),
            (QStringList { "2024-05-02T08:15:00Z purchased BLEND x1 4900 501 |",
                "2024-05-02T08:15:00Z purchased BOTTLE x2 800 501 |" }));
        QCOMPARE(told("emil@example.com"),
            (QStringList { "2024-05-03T09:00:00Z purchased BLEND x1 4900 502 |",
                "2024-05-03T09:00:00Z returned BLEND x1 4900 502 |" }));
        QCOMPARE(told("order:504"), (QStringList { "2024-05-05T09:00:00Z purchased Bottle x1 990 504 |" }));
    }

    void wooCommerceOrders()
    {
        OW_OK(import("woocommerce-orders.csv"));
        QCOMPARE(told("gil@example.com"),
            (QStringList { "2024-05-02T08:15:00Z purchased BLEND x1 4900 601 |",
                "2024-05-02T08:15:00Z purchased BOTTLE x2 800 601 |" }));
        QCOMPARE((*m_project->catalogue())->find("BLEND")->title, std::string("Blender: large"));
    }

    void wooCommerceAnalytics()
    {
        OW_OK(import("woocommerce-analytics.csv"));
        // 57.05 over three pieces: 19.01 each, and the two cents that are left to the first item.
        QCOMPARE(told("order:701"),
            (QStringList { "2024-05-02T08:15:00Z purchased Blender, large x1 1903 701 |",
                "2024-05-02T08:15:00Z purchased Bottle x2 3802 701 |" }));
        QCOMPARE(told("order:703"), (QStringList { "2024-05-04T09:00:00Z purchased Bottle x1 990 703 |" }));
    }

    void ga4()
    {
        const auto report = import("ga4.ndjson");
        OW_OK(report);
        QCOMPARE(told("111.222"),
            (QStringList { "2024-01-10T10:00:00.123Z page_viewed  x1 0 111.222.1704880790 "
                           "web|https://shop.example.com/docks",
                "2024-01-10T10:01:00Z product_viewed DOCK-G x1 0 111.222.1704880790 web|",
                "2024-01-10T10:01:30Z search  x1 0 111.222.1704880790 web|dock for travel" }));
        QCOMPARE(told("ada"),
            (QStringList { "2024-01-10T10:02:00Z purchased DOCK-G x1 8900 T-9 web|",
                "2024-01-10T10:02:00Z purchased Cable x2 1890 T-9 web|",
                "2024-01-11T10:46:40Z returned  x1 10790 T-9 web|" }));
        QVERIFY(std::ranges::any_of(
            report->notes, [](const std::string& note) { return note.find("USD") != std::string::npos; }));
    }

    void segment()
    {
        OW_OK(import("segment.ndjson"));
        QCOMPARE(told("an-1"),
            (QStringList { "2024-01-10T10:00:00.123Z page_viewed  x1 0 s-1 |Docks",
                "2024-01-10T10:00:30Z search  x1 0 s-1 |dock for travel",
                "2024-01-10T10:01:00Z product_viewed DOCK-G x1 0 s-1 |" }));
        QCOMPARE(told("ada"),
            (QStringList { "2024-01-10T10:02:00Z cart_added DOCK-G x2 0 s-1 |",
                "2024-01-10T10:03:00Z purchased DOCK-G x2 16900 O-7 |",
                "2024-01-10T10:03:00Z purchased 505bd x1 1145 O-7 |",
                "2024-01-12T10:03:00Z returned  x1 18045 O-7 |",
                "2024-01-13T10:03:00Z Product Reviewed 507f1 x1 0  |" }));
    }

    /// One rule for the values of events, however a cell is written.
    void valuesOfEvents_data()
    {
        QTest::addColumn<QByteArray>("line"); // type, qty, value
        QTest::addColumn<QString>("told"); // type, quantity, value; or the column and the reason
        const auto row = [](const char* line, const char* told) {
            QTest::newRow(line) << QByteArray(line) << QString::fromUtf8(told);
        };
        row("support,1,12", "support x1 1200");
        row("support,1,12.00", "support x1 1200");
        row("product_viewed,1,44.69", "product_viewed x1 4469");
        row("product_viewed,1,44", "product_viewed x1 4400");
        row("search,1,1.5", "search x1 150");
        row("search,1,€ 1.50", "search x1 150");
        row("support,1,-3", "support x1 -300");
        row("support,1,many", "value is no amount");
        row("survey,1,9", "survey x1 9");
        row("survey,1,-100", "survey x1 -100");
        row("survey,1,4.5", "value is no whole number, as a score must be");
        row("purchased,2,19.90", "purchased x2 1990");
        row("returned,-2,-19.90", "returned x2 1990");
        row("returned,-2,19.90", "returned x2 1990");
        row("returned,2,-19.90", "returned x2 1990");
        row("returned,2,19.90", "returned x2 1990");
        const QByteArray reason = " is negative on a purchase: say returned, or say in the mapping that such rows "
                                  "are returns (negative_quantity)";
        row("purchased,-2,19.90", "qty" + reason);
        row("purchased,2,-19.90", "value" + reason);
        row("cart_removed,-2,", "cart_removed x-2 0");
    }
    void valuesOfEvents()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, told);
        QCOMPARE(oneEvent("customer,at,type,qty,value\nc,2024-01-01T00:00:00Z," + line + '\n'), told);
    }

    void scores_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("mappedColumn"); // "" = by the preset
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* text, const char* column, const char* told) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(column) << QString::fromUtf8(told);
        };
        row("score", "customer,at,type,score\nc,2024-01-01,reviewed,4\n", "", "reviewed x1 4");
        row("rating", "customer,at,type,Rating\nc,2024-01-01,reviewed,4\n", "", "reviewed x1 4");
        row("beside a value", "customer,at,type,score,value\nc,2024-01-01,survey,4,\n", "", "survey x1 4");
        row("a value beside", "customer,at,type,score,value\nc,2024-01-01,support,,12\n", "", "support x1 1200");
        row("with decimals", "customer,at,type,rating\nc,2024-01-01,reviewed,4.5\n", "",
            "value is no whole number, as a score must be");
        row("mapped", "customer,at,type,Rating\nc,2024-01-01,reviewed,4\n", "Rating", "reviewed x1 4");
        row("mapped amount", "customer,at,type,Worth\nc,2024-01-01,reviewed,4\n", "Worth", "reviewed x1 400");
        row("mapped survey", "customer,at,type,Worth\nc,2024-01-01,survey,4\n", "Worth", "survey x1 4");
        row("mapped purchase", "customer,at,type,Score\nc,2024-01-01,purchased,4\n", "Score", "purchased x1 400");
    }
    void scores()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, mappedColumn);
        QFETCH(QString, told);
        ImportOptions options;
        if (!mappedColumn.isEmpty()) {
            QByteArray json = "{'offerwright_mapping':1,'kind':'events','fields':{'customer':{'column':'customer'},"
                              "'at':{'column':'at'},'type':{'column':'type'},'value':{'column':'"
                + mappedColumn + "'}}}";
            const auto mapping = parseMapping(json.replace('\'', '"').toStdString());
            OW_OK(mapping);
            options.mapping = std::make_shared<const Mapping>(*mapping);
        }
        QCOMPARE(oneEvent(text, options), told);
    }

    void armsOfExposures_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("told"); // arm and whether it was withheld
        QTest::addColumn<QString>("note"); // "" = none
        const auto row = [](const char* name, const QByteArray& more, const QByteArray& cells, const char* told,
                             const char* note = "") {
            QTest::newRow(name) << "customer,at,offer" + more + "\nc,2024-01-01,o" + cells + '\n'
                                << QString::fromUtf8(told) << QString::fromUtf8(note);
        };
        for (const char* arm : { "holdout", "HOLDOUT", "Holdout", "hold-out", "hold_out", "holdout group" })
            row(arm, ",arm", QByteArray(",") + arm, "holdout withheld");
        row("said otherwise", ",arm,withheld", ",HOLDOUT,false", "holdout shown");
        row("said nothing", ",arm,withheld", ",Holdout,", "holdout withheld");
        row("an experiment's", ",arm,experiment", ",Holdout,copy", "Holdout withheld");
        row("another", ",arm", ",B", "B shown");
        row("control", ",arm", ",Control", "Control shown",
            "1 exposure of the arm \"Control\" counts as shown; map the column withheld if it was not.");
        row("controls", ",arm", ",control\nd,2024-01-01,o,control", "control shown",
            "2 exposures of the arm \"control\" count as shown; map the column withheld if they were not.");
        row("control and withheld", ",arm,withheld", ",control,true", "control withheld");
    }
    void armsOfExposures()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, told);
        QFETCH(QString, note);
        const auto report = importText(text);
        OW_OK(report);
        QCOMPARE(report->files.front().preset, std::string("exposures"));
        const auto exposures = (*m_project->openReader())->exposures(0, 1);
        QCOMPARE(exposures.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(exposures[0].arm) + (exposures[0].withheld ? " withheld" : " shown"), told);
        QStringList notes;
        for (const std::string& one : report->notes)
            if (QString::fromStdString(one).contains("withheld"))
                notes << QString::fromStdString(one);
        QCOMPARE(notes.join('|'), note);
    }

    void columnsThatWereNotRead_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("note"); // "" = none
        const auto row = [](const char* name, const char* kind, const char* text, const char* note) {
            QTest::newRow(name) << QByteArray(kind) << QByteArray(text) << QString::fromUtf8(note);
        };
        row("baskets", "baskets", "Receipt No,Date,SKU,Qty,Total Incl. Tax\n1,2024-01-01,A,1,2.00\n",
            "Not read: Date, Qty, Total Incl. Tax.");
        row("all were read", "events", "customer,at,type,sku\nc,2024-01-01,purchased,A\n", "");
        row("one of two names", "events", "customer,at,event_type,type\nc,2024-01-01,purchased,A\n", "Not read: type.");
        row("many", "exposures",
            "customer,at,offer,x1,x2,x3,x4,x5,x6,x7,x8,x9,x10,x11,x12,x13,x14,x15,x16,x17\n"
            "c,2024-01-01,o,,,,,,,,,,,,,,,,,\n",
            "Not read: x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12 and 5 more.");
        row("attributes", "customers", "customer,seats,plan\nc,1,pro\n", "");
        row("a catalogue", "products", "sku,title,price,shelf\nA,a,1,7\n", "");
        row("a column per product", "baskets", "TID,Milk,Bread,Butter\n1,1,1,0\n2,0,1,0\n3,1,0,1\n", "");
    }
    void columnsThatWereNotRead()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, text);
        QFETCH(QString, note);
        const auto file = write(text);
        const auto told = [](const std::vector<std::string>& notes) {
            QStringList out;
            for (const std::string& one : notes)
                if (one.starts_with("Not read:"))
                    out << QString::fromStdString(one);
            return out.join('|');
        };
        const auto dry = dryRun(emptyContext("EUR", "UTC"), kind.toStdString(), "", file, {}, 10);
        OW_OK(dry);
        QCOMPARE(told(dry->notes), note);
        const auto report = importFiles(*m_project, kind.toStdString(), "", { file });
        OW_OK(report);
        QCOMPARE(told(report->notes), note);
    }

    void wooCommerceTellsWhoCustomersAre_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("byEmail");
        QTest::newRow("items") << QByteArray("woocommerce-items.csv") << true;
        QTest::newRow("analytics") << QByteArray("woocommerce-analytics.csv") << false;
    }
    void wooCommerceTellsWhoCustomersAre()
    {
        QFETCH(QByteArray, file);
        QFETCH(bool, byEmail);
        const auto report = import(file.constData());
        OW_OK(report);
        const auto has = [&](const char* part) {
            return std::ranges::any_of(report->notes,
                [&](const std::string& note) { return note.find(part) != std::string::npos; });
        };
        QCOMPARE(has("known by their e-mail address"), byEmail);
        QCOMPARE(has("anonymous customer"), !byEmail);
    }

    void basketLines()
    {
        OW_OK(import("baskets-fimi.dat"));
        QStringList lines;
        OW_OK(
            (*m_project->openReader())->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
                lines << QString::fromStdString(std::string(basket) + ':' + std::string(sku));
                return true;
            }));
        lines.sort();
        QCOMPARE(lines,
            (QStringList { "1:0", "1:1", "1:2", "1:3", "2:30", "2:31", "2:32", "3:1", "3:2", "4:32" }));
    }

private:
    Result<ImportReport> import(const char* file)
    {
        const QString path = QFINDTESTDATA(QStringLiteral("ingest/fixtures/") + QLatin1String(file));
        return importFiles(*m_project, "", "", { path.toStdString() });
    }

    std::filesystem::path write(const QByteArray& text) const
    {
        const auto path = m_scratch->path("any.csv");
        QFile file(QString::fromStdString(path.string()));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return path;
    }
    Result<ImportReport> importText(const QByteArray& text, const ImportOptions& options = {})
    {
        return importFiles(*m_project, "", "", { write(text) }, options);
    }
    /// What became of a file of one event.
    QString oneEvent(const QByteArray& text, const ImportOptions& options = {})
    {
        const auto report = importText(text, options);
        if (!report)
            return QString::fromStdString(report.error().text());
        if (report->rows != 1 || report->stored + report->rejected + report->duplicates != 1)
            return QStringLiteral("rows were lost");
        const auto reader = m_project->openReader();
        if (report->rejected == 1) {
            const store::RejectedRow row = (*reader)->rejected(report->record.id, 0, 1).at(0);
            return QString::fromStdString(row.column + ' ' + row.reason);
        }
        const model::Event e = (*reader)->events(0, 1).at(0).second;
        return QString::fromStdString(e.type + " x" + std::to_string(e.qty) + ' ' + std::to_string(e.value));
    }

    /// A customer's events, oldest first: time, type, sku, quantity, value, session, channel | text.
    QStringList told(const char* customer) const
    {
        QStringList out;
        const auto found = (*m_project->openReader())->customer(customer);
        if (!found)
            return { QString::fromStdString(found.error().text()) };
        for (const model::Event& e : found->second.events)
            out << QString::fromStdString(formatTimestamp(e.at) + ' ' + e.type + ' ' + e.sku + " x"
                + std::to_string(e.qty) + ' ' + std::to_string(e.value) + ' ' + e.session + ' ' + e.channel
                + '|' + e.text);
        return out;
    }

    std::unique_ptr<test::Scratch> m_scratch;
    std::unique_ptr<store::Project> m_project;
};

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
