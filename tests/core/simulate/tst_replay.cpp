// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/compiled_pack.h"
#include "model/pack_json.h"
#include "simulate/compare.h"
#include "simulate/replay.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace ow;

namespace {

constexpr int people = 200;
const Timestamp start = *parseTimestamp("2026-10-01T00:00:00Z");

/// A shop with a lamp and a bulb; the bulb is offered in the cart. %1: propensity, %2: more keys.
std::shared_ptr<const decide::CompiledPack> pack(const QString& propensity, const QString& more = {})
{
    const auto text
        = QStringLiteral(R"({"format":"offerwright.pack/1","name":"t","version":"1","currency":"USD",
        "products":[{"sku":"BULB","title":"Bulb","family":"bulbs","category":"light","price":1000,"cost":200},
                    {"sku":"LAMP","title":"Lamp","family":"lamps","category":"light","price":5000,"cost":3000}],
        "adjacency":[{"from":"family:lamps","to":"sku:BULB","kind":"complement","weight":0.5}],
        "channels":[{"id":"web","consent":"true"}],
        "placements":[{"id":"cart","channel":"web"}],
        "offers":[{"id":"bulb","name":"Bulb","kind":"single","role":"power","status":"active",
                   "items":[{"sku":"BULB","qty":1}],"price":1000,"placements":["cart"],"propensity":"%1",
                   "because":"Because of {anchor.title}."}] %2})")
              .arg(propensity, more.isEmpty() ? QString() : "," + more);
    const auto read = model::readPackText(text.toStdString());
    if (!read)
        qFatal("%s", read.error().text().c_str());
    auto compiled = decide::compile(*read);
    if (!compiled)
        qFatal("%s", compiled.error().text().c_str());
    return *compiled;
}

/// Everybody puts a lamp into the cart once a day for ten days; every fourth person buys a bulb an hour after
/// the first.
simulate::Population population()
{
    simulate::Population population;
    for (int i = 0; i < people; ++i) {
        model::Customer customer;
        customer.id = QStringLiteral("p%1").arg(i, 3, 10, QChar('0')).toStdString();
        model::History history;
        for (int day = 0; day < 10; ++day) {
            model::Event event;
            event.at = start + days(day) + hours(10) + seconds(i);
            event.type = "cart_added";
            event.sku = "LAMP";
            event.session = customer.id + "-" + std::to_string(day);
            history.events.push_back(event);
            if (day == 0 && i % 4 == 0) {
                event.at = event.at + hours(1);
                event.type = "purchased";
                event.sku = "BULB";
                event.session += "b";
                history.events.push_back(event);
            }
        }
        population.add(customer, history);
    }
    population.seal();
    return population;
}

simulate::ReplayResult run(const decide::CompiledPack& pack, unsigned threads = 1, std::uint64_t seed = 1)
{
    simulate::ReplayOptions options;
    options.days = 12;
    options.threads = threads;
    options.seed = seed;
    static const auto everybody = population();
    const auto result = simulate::replay(pack, everybody, options);
    if (!result)
        qFatal("%s", result.error().text().c_str());
    return *result;
}

const char* weekCap
    = R"("caps":[{"id":"week","scope":{"all":true},"count":"shown","limit":2,"window":"7d"}])";

}

class TestReplay final : public QObject {
    Q_OBJECT

private slots:
    void everyCartIsDecided();
    void onlyOrganicPurchasesAttachAtPropensityZero();
    void everythingAttachesAtPropensityOne();
    void propensityIsTheRate();
    void noCapIsEverExceeded();
    void cooldownAfterDeclineHolds();
    void theHoldoutIsNeverShown();
    void threadsDoNotMatter();
    void explainSaysWhatReplayDid();
    void comparingSaysWhoGainsAndLoses();
    void stopping();
};

void TestReplay::everyCartIsDecided()
{
    const auto r = run(*pack("0.0"));
    QCOMPARE(r.customers, std::int64_t(people));
    // … and the bulb's own order: it has no cart events, so it gets a cart a second before.
    QCOMPARE(r.decisions, std::int64_t(people * 10 + people / 4));
    QCOMPARE(r.shown + r.silent, r.decisions);
}

void TestReplay::onlyOrganicPurchasesAttachAtPropensityZero()
{
    const auto r = run(*pack("0.0"));
    // The bulb is bought an hour after the first cart: within 24 h of that one, and of no later one.
    QCOMPARE(r.attached, std::int64_t(people / 4));
    QCOMPARE(r.organic, r.attached);
    QVERIFY(r.purchases.empty());
    QCOMPARE(r.attachRate.value, double(people / 4) / double(r.shown));
}

void TestReplay::everythingAttachesAtPropensityOne()
{
    const auto r = run(*pack("1.0"));
    QCOMPARE(r.attached, r.shown);
    QCOMPARE(r.organic, std::int64_t(people / 4));
    QCOMPARE(std::int64_t(r.purchases.size()), r.attached - r.organic);
    QCOMPARE(r.purchases[0].second.sku, std::string("BULB"));
    QCOMPARE(r.purchases[0].second.value, std::int64_t(1000));
    // 800 of margin on each shown one.
    QCOMPARE(r.offers.at(0).expectedMargin, 800.0 * double(r.shown));
}

void TestReplay::propensityIsTheRate()
{
    const auto r = run(*pack("0.3"));
    const double n = double(r.shown - people / 4); // moments without an organic purchase
    const double rate = double(r.attached - r.organic) / n;
    QVERIFY2(std::abs(rate - 0.3) < 4 * std::sqrt(0.21 / n), qPrintable(QString::number(rate)));
    QVERIFY(r.attachRate.known && r.attachRate.lower < r.attachRate.value
        && r.attachRate.value < r.attachRate.upper);
}

void TestReplay::noCapIsEverExceeded()
{
    const auto r = run(*pack("0.1", weekCap));
    QVERIFY(r.blockedBy.count("cap:week") == 1);
    QCOMPARE(r.shown, std::int64_t(people * 4)); // days 0, 1, 7, 8
    std::map<std::string, std::vector<Timestamp>> shown;
    for (const auto& e : r.exposures)
        shown[e.customer].push_back(e.at);
    for (const auto& [customer, times] : shown)
        for (const auto t : times) {
            const auto n = std::count_if(
                times.begin(), times.end(), [&](Timestamp u) { return u > t - days(7) && u <= t; });
            QVERIFY(n <= 2);
        }
}

void TestReplay::cooldownAfterDeclineHolds()
{
    const auto r = run(*pack(
        "0.0", R"("cooldowns":[{"id":"no","scope":{"offers":["bulb"]},"after":"declined","for":"30d"}])"));
    std::map<std::string, std::optional<Timestamp>> declined;
    std::int64_t declines = 0;
    for (const auto& e : r.exposures) { // by customer, then time
        QVERIFY2(!declined[e.customer], e.customer.c_str());
        if (e.declinedAt)
            declined[e.customer] = e.declinedAt;
        declines += e.declinedAt ? 1 : 0;
    }
    QVERIFY(declines > people / 4);
}

void TestReplay::theHoldoutIsNeverShown()
{
    const auto r = run(*pack("1.0", R"("holdout":{"salt":"s","unit":"customer","share_bp":3000})"));
    std::int64_t withheld = 0;
    for (const auto& e : r.exposures) {
        QCOMPARE(e.withheld, e.arm == "holdout");
        QVERIFY(!e.withheld || (!e.acceptedAt && !e.clickedAt && !e.declinedAt));
        withheld += e.withheld;
    }
    QCOMPARE(withheld, r.withheld);
    const auto held
        = std::count_if(r.people.begin(), r.people.end(), [](const auto& p) { return p.holdout; });
    QCOMPARE(r.withheld, std::int64_t(held * 10)); // withheld offers use up nothing: asked about each day
    QVERIFY(held > 35 && held < 90); // 60 expected, 4 standard errors
}

void TestReplay::threadsDoNotMatter()
{
    const auto p = pack("0.3", weekCap);
    const auto one = run(*p, 1);
    const auto four = run(*p, 4);
    QCOMPARE(four.exposures.size(), one.exposures.size());
    for (std::size_t i = 0; i < one.exposures.size(); ++i) {
        QCOMPARE(four.exposures[i].customer, one.exposures[i].customer);
        QVERIFY(four.exposures[i].at == one.exposures[i].at
            && four.exposures[i].acceptedAt == one.exposures[i].acceptedAt
            && four.exposures[i].declinedAt == one.exposures[i].declinedAt);
    }
    QCOMPARE(four.marginPerCustomer.value, one.marginPerCustomer.value); // to the last bit
    QCOMPARE(four.marginPerCustomer.upper, one.marginPerCustomer.upper);
    QVERIFY(run(*p, 1, 2).attached != one.attached); // and the seed does
}

void TestReplay::explainSaysWhatReplayDid()
{
    const auto p = pack("0.3", weekCap);
    const auto all = run(*p);
    simulate::ReplayOptions options;
    options.days = 12;
    const auto everybody = population();
    const auto told = simulate::explain(*p, everybody, options, "p007");
    QVERIFY(told);
    QCOMPARE(told->size(), std::size_t(10));
    std::vector<model::LoggedExposure> mine;
    for (const auto& moment : *told)
        mine.insert(mine.end(), moment.outcome.begin(), moment.outcome.end());
    std::size_t i = 0;
    for (const auto& e : all.exposures)
        if (e.customer == "p007") {
            QVERIFY(i < mine.size());
            QVERIFY(mine[i].at == e.at && mine[i].acceptedAt == e.acceptedAt);
            ++i;
        }
    QCOMPARE(i, mine.size());
    QVERIFY(told->front().decision.find("Because of Lamp.") != std::string::npos);
    QVERIFY(told->at(3).decision.find("cap:week") != std::string::npos);
    QVERIFY(!simulate::explain(*p, everybody, options, "nobody"));
}

void TestReplay::comparingSaysWhoGainsAndLoses()
{
    const auto all = run(*pack("0.3"));
    const auto capped = run(*pack("0.3", weekCap));
    const auto c = simulate::compare(all, capped);
    QCOMPARE(c.changes, std::int64_t(people));
    QCOMPARE(c.gains + c.loses, std::int64_t(0));
    QCOMPARE(c.asksPerCustomer.value, -6.0); // ten asks become four, for everybody
    QCOMPARE(c.people.at(0).before, std::string("bulb"));
    QCOMPARE(c.people.at(0).after, std::string());
    QCOMPARE(c.people.at(0).at.ms, (start + days(2) + hours(10)).ms); // the third day is the first without
    const auto none = run(*pack("0.3", R"("suppress":[{"id":"x","when":"true","scope":{"all":true}}])"));
    QCOMPARE(simulate::compare(all, none).loses, std::int64_t(people));
    QCOMPARE(simulate::compare(none, all).gains, std::int64_t(people));
    QVERIFY(simulate::compare(all, all).people.empty());
}

void TestReplay::stopping()
{
    simulate::ReplayOptions options;
    options.threads = 1;
    int calls = 0;
    const auto result
        = simulate::replay(*pack("0.3"), population(), options, [&](auto, auto) { return ++calls < 2; });
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), int(ErrorCode::Cancelled));
    QCOMPARE(calls, 2);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
