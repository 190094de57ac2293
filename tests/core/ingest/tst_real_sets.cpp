// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/importer.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>
#include <set>

using namespace ow;
using namespace ow::ingest;

// Public data sets, where they are at hand. Row counts are those that their publishers give; the other
// figures were computed from the files by a script of another language, line by line, with the rules of the
// guide's import page.

class TestRealSets : public QObject {
    Q_OBJECT

private slots:
    void onlineRetail()
    {
        const auto files = found({ "online_retail/online_retail_2010-12_2011-06.csv.gz",
            "online_retail/online_retail_2011-07_2011-12.csv.gz" });
        if (files.empty())
            QSKIP("Online Retail is not at hand");
        test::Scratch scratch;
        auto made = store::Project::create(scratch.path(), { "Retail", "GBP", "Europe/London" });
        OW_OK(made);
        const auto& project = *made;
        const auto report = importFiles(*project, "events", "", files);
        OW_OK(report);
        QCOMPARE(report->rows, 541'909); // published by UCI
        QCOMPARE(report->files.at(0).rows, 245'903);
        QCOMPARE(report->files.at(1).rows, 296'006);
        QCOMPARE(report->rejected, 3'659);
        QCOMPARE(report->duplicates, 458);
        QCOMPARE(project->counts().customers, 4'372); // published
        QCOMPARE(project->counts().products, 3'922);
        QCOMPARE(project->counts().events, 406'829); // published: lines with a customer
        QCOMPARE(project->counts().basketLines, 130'963);

        std::map<std::string, std::int64_t> rows;
        std::map<std::string, std::int64_t> pence;
        const auto reader = project->openReader();
        OW_OK((*reader)->forEachEvent([&](std::string_view, const model::Event& e) {
            ++rows[e.type];
            pence[e.type] += e.value;
            return true;
        }));
        QCOMPARE(rows["purchased"], 396'374);
        QCOMPARE(rows["returned"], 8'539);
        QCOMPARE(rows["fee_charged"], 1'916);
        QCOMPARE(pence["purchased"], 876'106'665);
        QCOMPARE(pence["returned"], 47'440'333);
        QCOMPARE(pence["fee_charged"], 1'340'249);

        std::int64_t lines = 0;
        std::set<std::string, std::less<>> baskets;
        OW_OK((*reader)->forEachBasketLine([&](std::string_view basket, std::string_view) {
            ++lines;
            baskets.emplace(basket);
            return true;
        }));
        QCOMPARE(lines, 517'321);
        QCOMPARE(baskets.size(), std::size_t(19'776));

        const auto catalogue = *project->catalogue();
        QCOMPARE(catalogue->find("85123A")->title, std::string("WHITE HANGING HEART T-LIGHT HOLDER"));
        QCOMPARE(catalogue->find("85123A")->price.minor, 295);
        QCOMPARE(catalogue->find("22423")->price.minor, 1275);
        QVERIFY(catalogue->find("POST") == nullptr);

        OW_OK(project->undo());
        QCOMPARE(project->counts().events, 0);
        OW_OK(project->redo());
        QCOMPARE(project->counts().events, 406'829);
    }

    void rowCounts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("preset");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("rejected");
        // Rows as published with each set. Rejected: one sale of 4e-16 dollars is kept as 0.
        QTest::newRow("Groceries") << "groceries/groceries.csv"
                                   << "baskets" << qint64(43'367) << qint64(0);
        QTest::newRow("FIMI retail") << "fimi_retail/fimi_retail.csv.gz"
                                     << "baskets" << qint64(908'576) << qint64(0);
        QTest::newRow("Taobao") << "taobao_userbehavior/taobao_events.csv.gz"
                                << "taobao" << qint64(84'475) << qint64(0);
        QTest::newRow("OTTO") << "otto_sample/otto_events.csv"
                              << "events" << qint64(862) << qint64(0);
        QTest::newRow("bol.com") << "bol_serenade_clicks/bol_clicks.csv.gz"
                                 << "clicks" << qint64(116'285) << qint64(0);
        QTest::newRow("Diginetica") << "diginetica_views_sample/diginetica_item_views.csv"
                                    << "clicks" << qint64(12'391) << qint64(0);
        QTest::newRow("Instacart") << "instacart_last_baskets/instacart_last_baskets.csv.gz"
                                   << "baskets" << qint64(190'635) << qint64(0);
        QTest::newRow("EPub") << "epub/epub_downloads.csv"
                              << "baskets" << qint64(25'893) << qint64(0);
        QTest::newRow("gift cards") << "amazon_gift_cards/products.csv"
                                    << "products" << qint64(1'547) << qint64(0);
        QTest::newRow("Journey products") << "complete_journey/products.csv.gz"
                                          << "complete-journey" << qint64(92'331) << qint64(0);
        QTest::newRow("Journey sample") << "complete_journey/transactions_sample.csv.gz"
                                        << "complete-journey" << qint64(75'000) << qint64(0);
        QTest::newRow("Journey households") << "complete_journey/demographics.csv"
                                            << "complete-journey" << qint64(801) << qint64(0);
        QTest::newRow("Journey redemptions") << "complete_journey/coupon_redemptions.csv"
                                             << "complete-journey" << qint64(2'102) << qint64(0);
    }
    void rowCounts()
    {
        QFETCH(QString, file);
        QFETCH(QString, preset);
        QFETCH(qint64, rows);
        QFETCH(qint64, rejected);
        const auto files = found({ file });
        if (files.empty())
            QSKIP("this set is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "", "", files);
        OW_OK(report);
        QCOMPARE(QString::fromStdString(report->files.at(0).preset), preset);
        QCOMPARE(report->rows, rows);
        QCOMPARE(report->rejected, rejected);
        QCOMPARE(report->stored + report->duplicates, rows - rejected);
    }

    /// Sets that no preset knows, by the mappings of the documentation.
    void mappedCounts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<qint64>("rows");
        const auto row = [](const char* file, const char* mapping, qint64 rows) {
            QTest::newRow(file) << QString(file) << QString(mapping) << rows;
        };
        row("hillstrom_email/hillstrom_email.csv.gz", "hillstrom", 64'000);
        row("open_bandit_men/random.csv.gz", "open-bandit-random", 10'000);
        row("open_bandit_men/bts.csv.gz", "open-bandit", 10'000);
        row("open_bandit_men/item_context.csv", "open-bandit-items", 34);
        row("udacity_free_trial/udacity_free_trial_daily.csv", "udacity-daily", 74);
        row("amazon_gift_cards/also_buy.csv", "amazon-also-buy", 21'681);
        row("amazon_gift_cards/also_view.csv", "amazon-also-view", 34'098);
        row("complete_journey/promotions_sample.csv.gz", "journey-promotions", 360'535);
    }
    void mappedCounts()
    {
        QFETCH(QString, file);
        QFETCH(QString, mapping);
        QFETCH(qint64, rows);
        const auto files = found({ file });
        if (files.empty())
            QSKIP("this set is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "", "", files, mapped(mapping));
        OW_OK(report);
        QCOMPARE(report->rows, rows);
        QCOMPARE(report->rejected, 0);
        QCOMPARE(report->stored, rows - report->duplicates);
        QVERIFY(report->duplicates == 0 || report->record.kind == "baskets");
    }

    void hillstrom()
    {
        const auto files = found({ "hillstrom_email/hillstrom_email.csv.gz" });
        if (files.empty())
            QSKIP("Hillstrom is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "", "", files, mapped("hillstrom")));
        std::map<std::string, int> arms;
        int visits = 0;
        int conversions = 0;
        int withheld = 0;
        OW_OK((*project->openReader())->forEachExposure([&](const model::LoggedExposure& x) {
            ++arms[x.arm];
            visits += x.clickedAt.has_value();
            conversions += x.acceptedAt.has_value();
            withheld += x.withheld;
            return true;
        }));
        QCOMPARE(arms["mens"], 21'307); // published
        QCOMPARE(arms["womens"], 21'387);
        QCOMPARE(arms["holdout"], 21'306);
        QCOMPARE(withheld, 21'306);
        QCOMPARE(visits, 9'394);
        QCOMPARE(conversions, 578);
    }

    void openBandit_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("clicks"); // published
        QTest::newRow("random") << "open_bandit_men/random.csv.gz" << 46;
        QTest::newRow("bts") << "open_bandit_men/bts.csv.gz" << 69;
    }
    void openBandit()
    {
        QFETCH(QString, file);
        QFETCH(int, clicks);
        const auto files = found({ file });
        if (files.empty())
            QSKIP("Open Bandit is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "", "", files, mapped("open-bandit")));
        int clicked = 0;
        OW_OK((*project->openReader())->forEachExposure([&](const model::LoggedExposure& x) {
            clicked += x.clickedAt.has_value();
            return true;
        }));
        QCOMPARE(clicked, clicks);
    }

    /// Rows are numbered in each file from the start: visitors must not be.
    void openBanditsTwoPolicies()
    {
        const auto bts = found({ "open_bandit_men/bts.csv.gz" });
        const auto random = found({ "open_bandit_men/random.csv.gz" });
        if (bts.empty() || random.empty())
            QSKIP("Open Bandit is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "", "", bts, mapped("open-bandit")));
        OW_OK(importFiles(*project, "", "", random, mapped("open-bandit-random")));
        std::set<std::string, std::less<>> visitors;
        std::map<std::string, int, std::less<>> arms;
        OW_OK((*project->openReader())->forEachExposure([&](const model::LoggedExposure& x) {
            visitors.insert(x.customer);
            ++arms[x.arm];
            return true;
        }));
        QCOMPARE(visitors.size(), std::size_t(20'000));
        QCOMPARE(arms["bts"], 10'000);
        QCOMPARE(arms["random"], 10'000);
    }

    void udacity()
    {
        const auto files = found({ "udacity_free_trial/udacity_free_trial_daily.csv" });
        if (files.empty())
            QSKIP("Udacity is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "", "", files, mapped("udacity-daily")));
        std::map<std::string, std::int64_t, std::less<>> views;
        OW_OK((*project->openReader())->forEachEvent([&](std::string_view customer, const model::Event& e) {
            views[std::string(customer)] += e.qty;
            return true;
        }));
        QCOMPARE(views["group-control"], 345'543); // published
        QCOMPARE(views["group-experiment"], 344'660);
    }

    void instacart()
    {
        const auto files = found({ "instacart_last_baskets/instacart_last_baskets.csv.gz" });
        if (files.empty())
            QSKIP("Instacart is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "", "", files));
        std::set<std::string, std::less<>> baskets;
        OW_OK((*project->openReader())->forEachBasketLine([&](std::string_view basket, std::string_view) {
            baskets.emplace(basket);
            return true;
        }));
        QCOMPARE(baskets.size(), std::size_t(19'435)); // one of each user
    }

    /// The set again as its publisher has it, one basket a line.
    void fimiAsPublished()
    {
        const auto files = found({ "fimi_retail/fimi_retail.csv.gz" });
        if (files.empty())
            QSKIP("FIMI retail is not at hand");
        const auto table = openTable(files.front());
        OW_OK(table);
        const QTemporaryDir folder;
        QFile lines(folder.filePath("retail.dat"));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        TableRow row;
        std::string basket;
        while ((*table)->next(row).value()) {
            if (!basket.empty() && basket != row.fields[0])
                lines.write("\n");
            basket = row.fields[0];
            lines.write(row.fields[1].data(), qint64(row.fields[1].size()));
            lines.write(" ");
        }
        lines.write("\n");
        lines.close();
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "", "", { lines.fileName().toStdString() });
        OW_OK(report);
        QCOMPARE(report->rows, 908'576); // published
        QCOMPARE(report->rejected, 0);
        std::set<std::string, std::less<>> baskets;
        std::set<std::string, std::less<>> items;
        OW_OK((*project->openReader())->forEachBasketLine([&](std::string_view b, std::string_view sku) {
            baskets.emplace(b);
            items.emplace(sku);
            return true;
        }));
        QCOMPARE(baskets.size(), std::size_t(88'162));
        QCOMPARE(items.size(), std::size_t(16'470));
    }

    void groceries()
    {
        const auto files = found({ "groceries/groceries.csv" });
        if (files.empty())
            QSKIP("Groceries is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "baskets", "groceries", files));
        std::map<std::string, int, std::less<>> bought;
        std::set<std::string, std::less<>> baskets;
        OW_OK((*project->openReader())->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
            ++bought[std::string(sku)];
            baskets.emplace(basket);
            return true;
        }));
        // The figures of the arules package's printed summary.
        QCOMPARE(baskets.size(), std::size_t(9'835));
        QCOMPARE(bought.size(), std::size_t(169));
        QCOMPARE(bought["whole milk"], 2'513);
        QCOMPARE(bought["yogurt"], 1'372);
        QCOMPARE((*project->catalogue())->find("citrus fruit")->family, std::string("fruit"));
    }

    void taobao()
    {
        const auto files = found({ "taobao_userbehavior/taobao_events.csv.gz" });
        if (files.empty())
            QSKIP("Taobao is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(importFiles(*project, "events", "", files));
        QCOMPARE(project->counts().customers, 815);
        QCOMPARE(project->counts().products, 55'368);
        std::map<std::string, int> types;
        OW_OK((*project->openReader())->forEachEvent([&](std::string_view, const model::Event& e) {
            return ++types[e.type] > 0;
        }));
        QCOMPARE(types["product_viewed"], 75'872);
        QCOMPARE(types["cart_added"], 4'497);
        QCOMPARE(types["wishlist_added"], 2'356);
        QCOMPARE(types["purchased"], 1'750);
    }

    void completeJourney()
    {
        const auto files = found({ "complete_journey/products.csv.gz",
            "complete_journey/transactions_sample.csv.gz", "complete_journey/campaign_descriptions.csv",
            "complete_journey/campaigns.csv", "complete_journey/coupons.csv.gz",
            "complete_journey/coupon_redemptions.csv", "complete_journey/demographics.csv" });
        if (files.empty())
            QSKIP("The Complete Journey is not at hand");
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto report = importFiles(*project, "", "complete-journey", files);
        OW_OK(report);
        QCOMPARE(report->rows, 92'331 + 75'000 + 27 + 6'589 + 116'204 + 2'102 + 801);
        QCOMPARE(report->rejected, 16); // coupons for products that the catalogue does not list
        QCOMPARE(project->counts().exposures, 6'589);
        QCOMPARE(project->counts().basketLines, 0);
        int lines = 0;
        OW_OK((*project->openReader())->forEachBasketLine([&](std::string_view, std::string_view) {
            return ++lines > 0;
        }));
        QCOMPARE(lines, 0);
    }

private:
    static ImportOptions mapped(const QString& name)
    {
        const QString path = QFINDTESTDATA("../../docs/mappings/" + name + ".json");
        auto mapping = readMapping(path.toStdString());
        if (!mapping)
            qFatal("%s", mapping.error().text().c_str());
        ImportOptions options;
        options.mapping = std::make_shared<const Mapping>(std::move(*mapping));
        return options;
    }
    static std::vector<std::filesystem::path> found(const QStringList& names)
    {
        std::vector<std::filesystem::path> out;
        for (const QString& name : names) {
            const QString path = QStringLiteral(OFFERWRIGHT_SHARED "/data/") + name;
            if (!QFileInfo::exists(path))
                return {};
            out.push_back(path.toStdString());
        }
        return out;
    }
};

QTEST_GUILESS_MAIN(TestRealSets)
#include "tst_real_sets.moc"
