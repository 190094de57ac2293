// SPDX-License-Identifier: GPL-3.0-or-later
// The ready-made signals: whom they are true for, told by hand from their definitions; and their settings
// read back.
#include "base/random.h"
#include "decide/compiled_pack.h"
#include "decide/decide.h"
#include "signal/course.h"
#include "signal/standing.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::signal;

namespace {

const Timestamp now { 1'700'000'000'000 };

/// "type sku ago[ session[ value[ text]]]", ago in hours before now.
struct Happened {
    const char* type;
    double hoursAgo;
    const char* sku = "";
    const char* session = "s";
    std::int64_t value = 0;
    const char* text = "";
};

model::Catalogue catalogue()
{
    model::Catalogue out;
    const auto add = [&](const char* sku, const char* family, const char* category) {
        model::Product p;
        p.sku = sku;
        p.title = sku;
        p.family = family;
        p.category = category;
        out.products.push_back(p);
    };
    add("DOCK", "docks", "accessories");
    add("LAP1", "laptops", "computers");
    add("LAP2", "laptops", "computers");
    add("PRAM", "prams", "baby");
    add("SOFA", "sofas", "home");
    return out;
}

model::Draft draft()
{
    model::Draft out;
    model::Edge edge;
    edge.from = { true, "laptops" };
    edge.to = { true, "docks" };
    out.policy.adjacency.push_back(edge);
    return out;
}

}

Q_DECLARE_METATYPE(std::vector<Happened>)

class TestReadySignals : public QObject {
    Q_OBJECT

private slots:
    void holds_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<std::vector<Happened>>("events");
        QTest::addColumn<bool>("holds");
        const auto row = [](const char* id, const char* what, std::vector<Happened> events, bool holds) {
            QTest::addRow("%s: %s", id, what) << QByteArray(id) << std::move(events) << holds;
        };
        using H = Happened;
        row("query_qualifier", "said so an hour ago", { H { "search", 1, "", "s", 0, "bag For Travel" } },
            true);
        row("query_qualifier", "said something else", { H { "search", 1, "", "s", 0, "bag" } }, false);
        row("query_qualifier", "best window over", { H { "search", 3, "", "s", 0, "bag for travel" } },
            false);
        row("rebrowse_burst", "three visits to a family",
            { H { "product_viewed", 40, "LAP1", "a" }, H { "product_viewed", 20, "LAP2", "b" },
                H { "product_viewed", 2, "LAP1", "c" } },
            true);
        row("rebrowse_burst", "three views of one visit",
            { H { "product_viewed", 2.2, "LAP1", "a" }, H { "product_viewed", 2.1, "LAP2", "a" },
                H { "product_viewed", 2, "LAP1", "a" } },
            false);
        row("rebrowse_burst", "data without sessions",
            { H { "product_viewed", 40, "LAP1", "" }, H { "product_viewed", 20, "LAP2", "" },
                H { "product_viewed", 2, "LAP1", "" } },
            true);
        row("rebrowse_burst", "different families",
            { H { "product_viewed", 40, "LAP1", "a" }, H { "product_viewed", 20, "PRAM", "b" },
                H { "product_viewed", 2, "LAP1", "c" } },
            false);
        row("rebrowse_burst", "the first visit too long ago",
            { H { "product_viewed", 49, "LAP1", "a" }, H { "product_viewed", 20, "LAP2", "b" },
                H { "product_viewed", 2, "LAP1", "c" } },
            false);
        row("wishlist_activity", "today", { H { "wishlist_added", 5, "LAP1" } }, true);
        row("wishlist_activity", "two days ago", { H { "wishlist_added", 48.5, "LAP1" } }, false);
        row("cart_edits", "three",
            { H { "cart_added", 3, "LAP1" }, H { "cart_removed", 2, "LAP1" }, H { "cart_added", 1, "LAP2" } },
            true);
        row("cart_edits", "two", { H { "cart_added", 3, "LAP1" }, H { "cart_removed", 2, "LAP1" } }, false);
        row("cart_left", "checkout and no order", { H { "checkout_started", 5 } }, true);
        row("cart_left", "an order before the checkout",
            { H { "purchased", 30, "LAP1" }, H { "checkout_started", 5 } }, true);
        row("cart_left", "ordered", { H { "checkout_started", 5 }, H { "purchased", 4.9, "LAP1" } }, false);
        row("category_hopping", "three categories",
            { H { "product_viewed", 3, "LAP1" }, H { "product_viewed", 2, "PRAM" },
                H { "product_viewed", 1, "SOFA" } },
            true);
        row("category_hopping", "a product nobody knows is of no category",
            { H { "product_viewed", 3, "LAP1" }, H { "product_viewed", 2, "PRAM" },
                H { "product_viewed", 1, "???" } },
            false);
        row("whats_next", "clicked", { H { "page_viewed", 3, "", "s", 0, "what-next" } }, true);
        row("whats_next", "another page", { H { "page_viewed", 3, "", "s", 0, "whatsoever" } }, false);
        row("accessory_gravity", "docks after a laptop",
            { H { "purchased", 100, "LAP1" }, H { "product_viewed", 3, "DOCK" },
                H { "product_viewed", 2, "DOCK" } },
            true);
        row("accessory_gravity", "docks after a pram",
            { H { "purchased", 100, "PRAM" }, H { "product_viewed", 3, "DOCK" },
                H { "product_viewed", 2, "DOCK" } },
            false);
        row("accessory_gravity", "the laptop is old",
            { H { "purchased", 24 * 40, "LAP1" }, H { "product_viewed", 3, "DOCK" },
                H { "product_viewed", 2, "DOCK" } },
            false);
        row("service_glow", "thanks after a solution",
            { H { "case_opened", 30 }, H { "case_resolved", 20 }, H { "survey", 2, "", "s", 5 } }, true);
        row("service_glow", "a poor score",
            { H { "case_opened", 30 }, H { "case_resolved", 20 }, H { "survey", 2, "", "s", 3 } }, false);
        row("service_glow", "thanks, but a case was opened since",
            { H { "case_resolved", 20 }, H { "survey", 2, "", "s", 5 }, H { "case_opened", 1 } }, false);
        row("service_glow", "a survey without a case", { H { "survey", 2, "", "s", 5 } }, false);
        row("service_glow", "later than six hours",
            { H { "case_opened", 30 }, H { "case_resolved", 20 }, H { "survey", 7, "", "s", 5 } }, false);
        row("support_tickets", "this week", { H { "case_opened", 100 } }, true);
        row("recent_returns", "last week", { H { "returned", 24 * 7, "LAP1" } }, true);
        row("howto_reading", "yesterday", { H { "howto_read", 24 } }, true);
        row("howto_reading", "four days ago", { H { "howto_read", 24 * 4 } }, false);
        row("contract_pivot", "day 27", { H { "contract_started", 24 * 27 } }, true);
        row("contract_pivot", "day 24", { H { "contract_started", 24 * 24 } }, false);
        row("contract_pivot", "day 31", { H { "contract_started", 24 * 31 } }, false);
        row("trial_pivot", "the seventh day", { H { "trial_started", 24 * 7.5 } }, true);
        row("trial_pivot", "the sixth day", { H { "trial_started", 24 * 6.5 } }, false);
        row("renewal_near", "told four days ago", { H { "contract_ending", 24 * 4 } }, true);
        row("channel_handoff", "clicked, then opened",
            { H { "email_clicked", 1.5 }, H { "app_opened", 0.2 } }, true);
        row("channel_handoff", "opened, then clicked",
            { H { "app_opened", 0.3 }, H { "email_clicked", 0.2 } }, false);
        row("channel_handoff", "three hours between", { H { "email_clicked", 3.2 }, H { "app_opened", 0.2 } },
            false);
        row("channel_handoff", "an hour ago", { H { "email_clicked", 2 }, H { "app_opened", 1 } }, false);
        row("rfv_hot", "two orders and more and more views",
            { H { "purchased", 24 * 100, "LAP1", "o1" }, H { "purchased", 24 * 10, "PRAM", "o2" },
                H { "product_viewed", 3, "SOFA" } },
            true);
        row("rfv_hot", "one order of two lines",
            { H { "purchased", 24 * 10, "LAP1", "o1" }, H { "purchased", 24 * 10, "PRAM", "o1" },
                H { "product_viewed", 3, "SOFA" } },
            false);
        row("rfv_hot", "orders without sessions",
            { H { "purchased", 24 * 100, "LAP1", "" }, H { "purchased", 24 * 10, "PRAM", "" },
                H { "product_viewed", 3, "SOFA" } },
            true);
        row("rfv_hot", "fewer views than before",
            { H { "purchased", 24 * 100, "LAP1", "o1" }, H { "purchased", 24 * 10, "PRAM", "o2" },
                H { "product_viewed", 24 * 20, "SOFA" } },
            false);
        for (const ReadySignal& signal : readySignals())
            row(signal.id.data(), "nothing happened", {}, false);
    }

    void holds()
    {
        QFETCH(QByteArray, id);
        QFETCH(std::vector<Happened>, events);
        QFETCH(bool, holds);
        const ReadySignal* signal = findReadySignal(id.toStdString());
        QVERIFY(signal);
        model::Customer customer;
        customer.id = "c";
        model::History history;
        for (const Happened& e : events) {
            model::Event event;
            event.at = Timestamp { now.ms - std::int64_t(e.hoursAgo * 3'600'000) };
            event.type = e.type;
            event.sku = e.sku;
            event.session = e.session;
            event.value = e.value;
            event.text = e.text;
            history.events.push_back(event);
        }
        simulate::Population people;
        people.add(customer, history);
        people.seal();
        const Trial trial { signal, signal->usual };
        // A year ago nothing had happened yet.
        const std::vector<Timestamp> instants { now, now - days(500) };
        const auto got = countSignals(draft(), catalogue(), people, std::span(&trial, 1), instants);
        QVERIFY2(got.has_value(), got ? "" : got.error().text().c_str());
        QCOMPARE(got->people, 1);
        QCOMPARE(got->having[0][0], holds ? 1 : 0);
        QCOMPARE(got->having[0][1], 0);
    }

    /// Any settings come back out of the facts that they made, and facts changed by hand are somebody's own.
    void settingsReadBack()
    {
        Philox random(5, 1);
        int tried = 0;
        for (const ReadySignal& signal : readySignals())
            for (int round = 0; round < 60; ++round) {
                model::Draft d = draft();
                Settings s = signal.usual;
                const auto some
                    = [&](std::int64_t most) { return 1 + std::int64_t(random.below(std::uint64_t(most))); };
                if ((signal.uses & ReadySignal::Threshold) != 0)
                    s.threshold = some(12);
                if ((signal.uses & ReadySignal::Window) != 0)
                    s.window = hours(some(24 * 60));
                if ((signal.uses & ReadySignal::Best) != 0)
                    s.best = Duration { std::min(s.window.ms, hours(some(72)).ms) };
                if ((signal.uses & ReadySignal::Words) != 0)
                    s.words = { "a.b (c)", "it's \"new\"", "back\\slash|no" };
                if ((signal.uses & ReadySignal::Words) != 0)
                    s.words[2] = "plain"; // a bar would part it
                d.policy.facts = signal.facts(signal.id, s, d);
                const Standing standing = standingOf(signal, d);
                QVERIFY2(standing.how == Standing::How::Adopted, signal.id.data());
                // Two settings may make the same facts (a window that is cut off); then either is right.
                QVERIFY(signal.facts(signal.id, standing.settings, d) == d.policy.facts);
                QCOMPARE(factsOf(signal, d).size(), d.policy.facts.size());
                *d.policy.facts.back().expr += " && true";
                QVERIFY(standingOf(signal, d).how == Standing::How::Own);
                QCOMPARE(factsOf(signal, d).size(), std::size_t(1));
                ++tried;
            }
        QCOMPARE(tried, int(readySignals().size()) * 60);
        QVERIFY(standingOf(readySignals()[0], draft()).how == Standing::How::Absent);
    }

    /// Catalogues with numbers for SKUs: a condition full of them hides neither threshold nor window.
    void numbersOfSkusAreNoSettings()
    {
        const ReadySignal* gravity = findReadySignal("accessory_gravity");
        model::Draft d;
        for (int i = 0; i < 60; ++i) {
            model::Edge edge;
            edge.from = { false, std::to_string(85'000 + i) };
            edge.to = { false, std::to_string(20'000 + i) };
            edge.weight = 1.0 - i * 0.01;
            d.policy.adjacency.push_back(edge);
        }
        Settings s = gravity->usual;
        s.threshold = 7;
        s.window = hours(50);
        s.best = hours(5);
        d.policy.facts = gravity->facts(gravity->id, s, d);
        const Standing standing = standingOf(*gravity, d);
        QVERIFY(standing.how == Standing::How::Adopted);
        QVERIFY(standing.settings == s);

        const ReadySignal* said = findReadySignal("query_qualifier");
        Settings words = said->usual;
        words.words.clear();
        for (int i = 0; i < 60; ++i)
            words.words.push_back(std::to_string(70'000 + i));
        words.threshold = 3;
        d.policy.facts = said->facts(said->id, words, d);
        QVERIFY(standingOf(*said, d).how == Standing::How::Adopted);
        QVERIFY(standingOf(*said, d).settings == words);
    }

    /// What was taken of the graph when a signal was adopted stays, and it stays adopted.
    void anotherEdgeMakesNobodyOwner()
    {
        const ReadySignal* gravity = findReadySignal("accessory_gravity");
        model::Draft d = draft();
        d.policy.facts = gravity->facts(gravity->id, gravity->usual, d);
        const auto adopted = d.policy.facts;
        model::Edge edge;
        edge.from = { true, "prams" };
        edge.to = { true, "sofas" };
        d.policy.adjacency.push_back(edge);
        QVERIFY(gravity->facts(gravity->id, gravity->usual, d) != adopted); // adopted now it would be another
        QVERIFY(standingOf(*gravity, d).how == Standing::How::Adopted);
        QCOMPARE(factsOf(*gravity, d).size(), adopted.size());

        Settings s = gravity->usual;
        s.threshold = 5;
        const auto changed = adjusted(*gravity, s, d);
        QCOMPARE(changed.size(), adopted.size());
        QVERIFY(changed != adopted);
        for (std::size_t i = 0; i < changed.size(); ++i) {
            QCOMPARE(changed[i].id, adopted[i].id);
            QCOMPARE(changed[i].where, adopted[i].where);
        }
        d.policy.facts = changed;
        QVERIFY(standingOf(*gravity, d).how == Standing::How::Adopted);
        QCOMPARE(standingOf(*gravity, d).settings.threshold, std::int64_t(5));
        // With other types it is not its fact any more.
        d.policy.facts.front().types = { "purchased" };
        QVERIFY(standingOf(*gravity, d).how == Standing::How::Own);
    }

    /// What adopting puts into a draft is a pack that compiles: each alone, and all together.
    void compile()
    {
        model::Pack pack;
        pack.version = "1";
        pack.products = catalogue().products;
        for (const ReadySignal& signal : readySignals())
            for (model::Fact& fact : signal.facts(signal.id, signal.usual, draft()))
                pack.facts.push_back(std::move(fact));
        const auto compiled = decide::compile(pack);
        QVERIFY2(compiled.has_value(), compiled ? "" : compiled.error().text().c_str());
    }

    /// Without words, or without a graph, a signal is false and no error.
    void nothingToLookFor()
    {
        model::Draft bare;
        for (const ReadySignal& signal : readySignals()) {
            QCOMPARE(signal.lacks(bare) == ReadySignal::Lacks::ComplementEdges, signal.needsGraph);
            QCOMPARE(signal.lacks(draft()), ReadySignal::Lacks::Nothing);
            Settings s = signal.usual;
            s.words.clear();
            model::Pack pack;
            pack.version = "1";
            pack.facts = signal.facts(signal.id, s, bare);
            const auto compiled = decide::compile(pack);
            QVERIFY2(compiled.has_value(), compiled ? "" : compiled.error().text().c_str());
        }
    }

    void weeks()
    {
        const auto instants = weeksUntil(now, 3);
        QCOMPARE(instants.size(), std::size_t(3));
        QCOMPARE(instants[2].ms, now.ms);
        QCOMPARE(instants[0].ms, now.ms - 14 * days(1).ms);
    }
};

QTEST_GUILESS_MAIN(TestReadySignals)
#include "tst_ready_signals.moc"
