// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"

using namespace ow;
using namespace ow::store;

namespace {

model::Product product(const std::string& sku, std::int64_t price)
{
    model::Product p;
    p.sku = sku;
    p.title = "Thing " + sku;
    p.family = "things";
    p.price = { price };
    p.tags = { "new", "gr\u00fcn" };
    return p;
}

model::Event happening(
    std::int64_t day, const std::string& type, const std::string& sku, const std::string& session)
{
    model::Event e;
    e.at = { days(day).ms };
    e.type = type;
    e.sku = sku;
    e.session = session;
    return e;
}

using Lines = std::vector<std::pair<std::string, std::string>>;

Lines basketLines(const Project& project)
{
    Lines out;
    const auto reader = project.openReader();
    const auto done = (*reader)->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
        out.emplace_back(basket, sku);
        return true;
    });
    if (!done)
        qFatal("%s", done.error().text().c_str());
    return out;
}

}

class TestBulk : public QObject {
    Q_OBJECT

private slots:
    void anImportIsOneRowAndUndoable()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importSmall(*project);
        QCOMPARE(int(project->history().size()), 2);
        QCOMPARE(project->history()[0].title, std::string("Small imported"));
        compareCounts(project->counts(), { 2, 2, 4, 1, 1, 0, 1 });
        QCOMPARE(int((*project->catalogue())->products.size()), 2);
        QCOMPARE((*project->catalogue())->find("A")->tags.at(1), std::string("gr\u00fcn"));
        OW_OK(project->undo());
        compareCounts(project->counts(), {});
        QVERIFY((*project->catalogue())->products.empty());
        QVERIFY(basketLines(*project).empty());
        auto reader = project->openReader();
        QVERIFY((*reader)->customers(0, 10).empty());
        QVERIFY((*reader)->events(0, 10).empty());
        QVERIFY(!(*reader)->customer("ann"));
        QVERIFY(!(*reader)->imports().at(0).active);
        QVERIFY(!(*reader)->dataEnd());
        OW_OK(project->redo());
        compareCounts(project->counts(), { 2, 2, 4, 1, 1, 0, 1 });
        compareCounts(scratch.open()->counts(), { 2, 2, 4, 1, 1, 0, 1 });
    }

    void whatWasWrittenIsRead()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importSmall(*project);
        const auto reader = project->openReader();
        const auto ann = (*reader)->customer("ann");
        OW_OK(ann);
        QCOMPARE(std::get<std::string>(ann->first.attributes.at("country")), std::string("DE"));
        QCOMPARE(std::get<std::int64_t>(ann->first.attributes.at("seats")), 3);
        QCOMPARE(std::get<double>(ann->first.attributes.at("score")), 2.0);
        QCOMPARE(std::get<bool>(ann->first.attributes.at("member")), true);
        QCOMPARE(int(ann->second.events.size()), 3);
        QCOMPARE(ann->second.events[0].type, std::string("product_viewed")); // written last, happened first
        QCOMPARE(ann->second.events[0].text, std::string("words"));
        QCOMPARE(ann->second.events[1].session, std::string("o1"));
        QCOMPARE(int(ann->second.exposures.size()), 1);
        QVERIFY(ann->second.exposures[0].acceptedAt == Timestamp { days(9).ms });
        QVERIFY((*reader)->dataEnd() == Timestamp { days(9).ms });
        QVERIFY((basketLines(*project) == Lines { { "b1", "A" }, { "o1", "A" }, { "o1", "B" } }
            || basketLines(*project) == Lines { { "o1", "A" }, { "o1", "B" }, { "b1", "A" } }));
        QStringList order;
        OW_OK((*reader)->forEachEvent([&](std::string_view customer, const model::Event& e) {
            order << QString::fromStdString(
                std::string(customer) + ' ' + std::to_string(e.at.ms / days(1).ms));
            return true;
        }));
        QCOMPARE(order, (QStringList { "ann 1", "ann 2", "ann 2", "bob 3" }));
        QCOMPARE(int((*reader)->rejected(1, 0, 10).size()), 1);
        QCOMPARE((*reader)->rejected(1, 0, 10)[0].row, 7);
        QCOMPARE((*reader)->exposures(0, 5).at(0).customer, std::string("ann"));
        QCOMPARE((*reader)->minedEdges().size(), std::size_t(0));
        int stopped = 0;
        OW_OK((*reader)->forEachCustomer(
            0, 0, [&](const model::Customer&, const model::History&) { return ++stopped < 1; }));
        QCOMPARE(stopped, 1);
    }

    void aLaterImportReplacesAndItsUndoRestores()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importSmall(*project);
        {
            auto writer = project->openWriter();
            OW_OK(writer);
            OW_OK((*writer)->add(product("A", 5)));
            OW_OK((*writer)->add(product("C", 6)));
            model::Customer ann { "ann", {} };
            ann.attributes["country"] = std::string("FR");
            OW_OK((*writer)->add(ann));
            OW_OK((*writer)->add("ann", happening(20, "search", "", "")));
            OW_OK((*writer)->addBasketLine("b1", "A")); // there already
            OW_OK((*writer)->addBasketLine("b1", "C"));
            const auto record = (*writer)->commit("More", "events", "more.csv");
            OW_OK(record);
            QCOMPARE(record->duplicates, 1);
        }
        project->refresh();
        compareCounts(project->counts(), { 3, 2, 5, 1, 2, 0, 1 });
        QCOMPARE((*project->catalogue())->find("A")->price.minor, 5);
        auto ann = (*project->openReader())->customer("ann");
        QCOMPARE(std::get<std::string>(ann->first.attributes.at("country")), std::string("FR"));
        QCOMPARE(std::get<std::int64_t>(ann->first.attributes.at("seats")), 3); // of the first import
        OW_OK(project->undo());
        compareCounts(project->counts(), { 2, 2, 4, 1, 1, 0, 1 });
        QCOMPARE((*project->catalogue())->find("A")->price.minor, 100);
        ann = (*project->openReader())->customer("ann");
        QCOMPARE(std::get<std::string>(ann->first.attributes.at("country")), std::string("DE"));
    }

    void countsAddUpOnBranchesToo()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        importSmall(*project);
        OW_OK(project->undo());
        importSmall(*project); // a second branch with the same customers and products
        compareCounts(project->counts(), { 2, 2, 4, 1, 1, 0, 1 });
        OW_OK(project->goTo(1));
        compareCounts(project->counts(), { 2, 2, 4, 1, 1, 0, 1 });
        QCOMPARE((*project->openReader())->events(0, 99).size(), std::size_t(4));
    }

    void withoutCommitThereIsNoTrace()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            auto writer = project->openWriter();
            OW_OK(writer);
            OW_OK((*writer)->add(product("A", 5)));
            const auto meanwhile = project->apply({ "a", { put(test::offer("a")) }, "" });
            QVERIFY(!meanwhile);
            QVERIFY(meanwhile.error().code == ErrorCode::Conflict);
            QVERIFY(!project->openWriter());
        }
        project->refresh();
        compareCounts(project->counts(), {});
        QCOMPARE(project->head(), 0);
        OW_OK(project->apply({ "a", { put(test::offer("a")) }, "" }));
        QVERIFY((*project->openReader())->imports().empty());
    }

    void anImportsEditsAreUndoneWithIt()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            auto writer = project->openWriter();
            model::Attribute country;
            country.name = "country";
            OW_OK(
                (*writer)->commit("With attribute", "customers", "c.csv", { putCustomerAttribute(country) }));
        }
        project->refresh();
        QCOMPARE(project->draft()->policy.customerAttributes.size(), std::size_t(1));
        OW_OK(project->undo());
        QVERIFY(project->draft()->policy.customerAttributes.empty());
    }

    void theLatestMiningHolds()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        mine(*project, { "x", "y" });
        mine(*project, { "z" });
        QCOMPARE(project->counts().minedEdges, 1);
        QCOMPARE((*project->openReader())->minedEdges().at(0).b, std::string("sku:z"));
        mine(*project, {});
        QCOMPARE(project->counts().minedEdges, 0);
        QVERIFY((*project->openReader())->minedEdges().empty());
        OW_OK(project->undo());
        OW_OK(project->undo());
        QCOMPARE(project->counts().minedEdges, 2);
        QCOMPARE((*project->openReader())->minedEdges().size(), std::size_t(2));
    }

    void aReaderStandsStillWhileOthersWrite()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto early = project->openReader();
        importSmall(*project);
        QCOMPARE((*early)->counts().events, 0);
        QVERIFY((*early)->events(0, 9).empty());
        QCOMPARE((*project->openReader())->counts().events, 4);
    }

private:
    static void compareCounts(const Counts& is, const Counts& expected)
    {
        QCOMPARE(is.products, expected.products);
        QCOMPARE(is.customers, expected.customers);
        QCOMPARE(is.events, expected.events);
        QCOMPARE(is.exposures, expected.exposures);
        QCOMPARE(is.basketLines, expected.basketLines);
        QCOMPARE(is.minedEdges, expected.minedEdges);
        QCOMPARE(is.rejectedRows, expected.rejectedRows);
    }

    static void importSmall(Project& project)
    {
        {
            auto writer = project.openWriter();
            OW_OK(writer);
            OW_OK((*writer)->add(product("A", 100)));
            OW_OK((*writer)->add(product("B", 200)));
            model::Customer ann { "ann", {} };
            ann.attributes["country"] = std::string("DE");
            ann.attributes["seats"] = std::int64_t(3);
            ann.attributes["score"] = 2.0;
            ann.attributes["member"] = true;
            OW_OK((*writer)->add(ann));
            OW_OK((*writer)->add("ann", happening(2, "purchased", "B", "o1")));
            OW_OK((*writer)->add("ann", happening(2, "purchased", "A", "o1")));
            OW_OK((*writer)->add("bob", happening(3, "cart_added", "A", "s1")));
            model::Event viewed = happening(1, "product_viewed", "A", "s0");
            viewed.text = "words";
            OW_OK((*writer)->add("ann", viewed));
            model::LoggedExposure exposure;
            exposure.customer = "ann";
            exposure.at = { days(8).ms };
            exposure.offer = "dock";
            exposure.acceptedAt = Timestamp { days(9).ms };
            OW_OK((*writer)->add(exposure));
            OW_OK((*writer)->addBasketLine("b1", "A"));
            OW_OK((*writer)->reject({ "small.csv", 7, "price", "no number", "x;y" }));
            const auto record = (*writer)->commit("Small imported", "events", "small.csv");
            OW_OK(record);
            QCOMPARE(record->stored, 9);
            QCOMPARE(record->rejected, 1);
        }
        project.refresh();
    }

    static void mine(Project& project, const std::vector<std::string>& names)
    {
        {
            auto writer = project.openWriter();
            for (const std::string& name : names)
                OW_OK((*writer)->add(MinedEdge { "sku:a", "sku:" + name, "{}", "complement", 0.5, 2, 0.01 }));
            OW_OK((*writer)->commit("Mined", "mined", ""));
        }
        project.refresh();
    }
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
