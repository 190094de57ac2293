// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/importer.h"

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
