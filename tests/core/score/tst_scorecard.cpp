// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/random.h"
#include "log_builder.h"
#include "score/report.h"
#include "score/scorecard_json.h"
#include "score/wording.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::score;
using namespace ow::score::testing;

class TestScorecard : public QObject {
    Q_OBJECT
private slots:
    void noExposures();
    void handComputedLiftAndMargin();
    void onlyWholeMatureCyclesCount();
    void weeksAddUp();
    void sampleRatioMismatchBlocks();
    void crossedCustomersBlock();
    void tooFewUnitsGiveNoInterval();
    void segmentsAreAdjusted();
    void unknownSegmentIsAnError();
    void orderOfRowsChangesNothing();
    void scalingMoneyScalesMargins();
    void sameOfferInBothArmsIsRarelyCalledDifferent();
    void harmShowsInTheMargin();
    void cannibalAttachesWithoutEarning();
    void verdictsNeedCustomers();
    void goodOfferWaitsForItsGuardrails();
    void uselessOfferIsKilled();
    void stopsWhenTold();
    void reportIsSelfContained();
};

namespace {

model::Policy halfHeldOut()
{
    auto p = policy();
    p.holdout->shareBp = 5000;
    return p;
}

Scorecard cardOf(const LogBuilder& b, const model::Policy& p = halfHeldOut(), const Options& options = {})
{
    auto card = scoreOffers(b.log, p, catalogue(), options);
    if (!card)
        qFatal("%s", card.error().text().c_str());
    return *card;
}

// n customers per arm over two weeks from day 0; the first kT / kC of each arm buy a dock an hour after the
// ask.
LogBuilder shares(int n, int kT, int kC)
{
    LogBuilder b;
    for (int i = 0; i < n; ++i) {
        const double day = 14.0 * i / n;
        b.expose("t" + std::to_string(i), "dock", day, "treatment");
        b.expose("h" + std::to_string(i), "dock", day, "holdout");
        if (i < kT)
            b.buy("t" + std::to_string(i), "DOCK", day + 1 / 24.0);
        if (i < kC)
            b.buy("h" + std::to_string(i), "DOCK", day + 1 / 24.0);
    }
    b.until(80);
    return b;
}

const Measure& of(const OfferScore& offer, Metric metric) { return *offer.find(metric); }

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)); }

}

void TestScorecard::noExposures()
{
    const Scorecard card = cardOf(LogBuilder().buy("a", "PEN", 1));
    QVERIFY(!card.start);
    QVERIFY(card.offers.empty());
    QCOMPARE(healthLines(card).at(0).title, std::string("No exposures yet"));
}

void TestScorecard::handComputedLiftAndMargin()
{
    // 200 per arm, 60 and 30 attach: 0.30 − 0.15 = 0.15, se = √(0.3·0.7/200 + 0.15·0.85/200) = √0.0016875.
    // A dock earns 1000 − 400 = 600: margins 600·0.30 = 180 and 600·0.15 = 90 a unit, difference 90.
    // Variance (n − 1) of 600·Bernoulli(p): 600²·p(1−p)·n/(n−1); se² = 360000/199·(0.21 + 0.1275) =
    // 121500/199.
    const Scorecard card = cardOf(shares(200, 60, 30));
    QCOMPARE(card.offers.size(), std::size_t(1));
    const Measure& lift = of(card.offers[0], Metric::AttachRate);
    QCOMPARE(lift.treatment.units, std::int64_t(200));
    QCOMPARE(lift.treatment.successes, 60.0);
    QVERIFY(near(*lift.estimate, 0.15));
    QVERIFY(near(*lift.se, std::sqrt(0.0016875)));
    QVERIFY(lift.hasInterval());
    QVERIFY(
        *lift.anytimeLower < *lift.lower && *lift.upper < *lift.anytimeUpper); // looking often costs width
    QVERIFY(near(*lift.relLift, 1.0)); // 0.30 / 0.15 − 1
    const Measure& margin = of(card.offers[0], Metric::MarginPerUnit);
    QVERIFY(near(*margin.estimate, 90.0));
    QVERIFY(near(*margin.se, std::sqrt(121500.0 / 199.0)));
    QVERIFY(near(*margin.treatment.value, 180.0));
    const Measure& core = of(card.offers[0], Metric::CoreConversion);
    QCOMPARE(core.treatment.successes, 0.0); // docks are an offer, no core sale
    QVERIFY(near(*card.overall.find(Metric::AttachRate)->estimate, 0.15));
}

void TestScorecard::onlyWholeMatureCyclesCount()
{
    // Start day 0, end day 30: a cycle that ends at day 7k counts if 7k + 7 (margin window) <= 30, so k = 1,
    // 2, 3.
    LogBuilder b;
    for (int day = 0; day < 30; ++day)
        b.expose("t" + std::to_string(day), "dock", day)
            .expose("h" + std::to_string(day), "dock", day, "holdout");
    b.until(30);
    const Scorecard card = cardOf(b);
    QCOMPARE(card.cycles, 3);
    QVERIFY(*card.firstMature == at(14));
    QCOMPARE(of(card.offers[0], Metric::AttachRate).treatment.units, std::int64_t(21));
    QCOMPARE(card.offers[0].immature, std::int64_t(18)); // 9 days in both arms

    b = LogBuilder().expose("a", "dock", 0).until(13.9);
    const Scorecard early = cardOf(b);
    QCOMPARE(early.cycles, 0);
    QCOMPARE(of(early.offers[0], Metric::AttachRate).reason, std::string("no_units"));
    const auto lines = healthLines(early);
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](auto& l) { return l.title == "Not mature yet"; }));
}

void TestScorecard::weeksAddUp()
{
    const Scorecard card = cardOf(shares(200, 60, 30));
    const auto& weeks = card.offers[0].weeks;
    QCOMPARE(weeks.size(), std::size_t(10)); // (80 − 7) / 7 = 10.4
    QCOMPARE(weeks[0].treatment.units, std::int64_t(100));
    QCOMPARE(weeks[0].treatment.successes, 60.0);
    QCOMPARE(weeks[1].treatment.successes, 0.0);
    QVERIFY(!weeks[2].treatment.value); // nobody that week: no rate, not 0 %
    QVERIFY(near(*weeks[1].toDate.estimate, 0.15));
    QVERIFY(near(*weeks[0].toDate.estimate, 0.30)); // 60/100 − 30/100
}

void TestScorecard::sampleRatioMismatchBlocks()
{
    // 300 : 200 where 1 : 1 was configured: χ² = 50²/250 · 2 = 20, p = 7.7e-6.
    LogBuilder b = shares(200, 60, 30);
    for (int i = 200; i < 300; ++i)
        b.expose("t" + std::to_string(i), "dock", 1, "treatment", "i1", "email");
    const Scorecard card = cardOf(b);
    QCOMPARE(card.blocked, std::string("srm"));
    QVERIFY(std::abs(*card.overall.sampleRatio.pValue - 7.744e-6) < 1e-8); // chi2.sf(20, 1)
    const auto& suspects = card.overall.sampleRatio.suspects;
    QVERIFY(std::any_of(
        suspects.begin(), suspects.end(), [](auto& s) { return s.starts_with("placement email"); }));
    QVERIFY(healthLines(card)[0].tone == HealthLine::Tone::Bad);
    QVERIFY(!card.offers[0].verdict || card.offers[0].verdict->state == "blocked");
}

void TestScorecard::crossedCustomersBlock()
{
    LogBuilder b = shares(100, 10, 10);
    for (int i = 0; i < 20; ++i) {
        b.expose("x" + std::to_string(i), "dock", 1)
            .expose("x" + std::to_string(i), "dock", 2, "holdout", "i2");
    }
    QCOMPARE(cardOf(b).blocked, std::string("crossed")); // 20 of 220
}

void TestScorecard::tooFewUnitsGiveNoInterval()
{
    const Scorecard card = cardOf(shares(99, 40, 20));
    const Measure& lift = of(card.offers[0], Metric::AttachRate);
    QVERIFY(lift.estimate.has_value());
    QVERIFY(!lift.hasInterval());
    QCOMPARE(lift.reason, std::string("too_few_units"));
    QCOMPARE(reasonText(lift, {}), std::string("99 of 100 customers needed"));
    const Measure few = of(cardOf(shares(150, 40, 9)).offers[0], Metric::AttachRate);
    QCOMPARE(few.reason, std::string("too_few_units")); // 9 events where 10 are needed
}

void TestScorecard::segmentsAreAdjusted()
{
    // pro: 300 a side, 50 % against 20 %; home: 300 a side, 20 % both.
    LogBuilder b;
    for (int i = 0; i < 600; ++i)
        for (const char* arm : { "treatment", "holdout" }) {
            const bool pro = i < 300;
            const std::string id = arm[0] + std::to_string(i);
            model::Customer c;
            c.id = id;
            c.attributes["segment"] = std::string(pro ? "pro" : "home");
            b.log.add(c);
            b.expose(id, "dock", i % 14, arm);
            if (i % 10 < (pro && arm[0] == 't' ? 5 : 2))
                b.buy(id, "DOCK", i % 14 + 0.1);
        }
    b.until(80);
    Options options;
    options.by = "segment";
    const Scorecard card = cardOf(b, halfHeldOut(), options);
    const Forest& forest = *card.offers[0].forest;
    QCOMPARE(forest.segments.size(), std::size_t(2));
    const Segment& pro = forest.segments[forest.segments[0].value == "pro" ? 0 : 1];
    const Segment& home = forest.segments[forest.segments[0].value == "pro" ? 1 : 0];
    QVERIFY(near(*pro.lift.estimate, 0.3));
    QVERIFY(pro.flagged && !home.flagged);
    // Cochran's Q of two: (0.3 − 0)² / (se₁² + se₂²), se₁² = (0.25 + 0.16)/300, se₂² = 0.32/300: Q = 36.99, p
    // = 1.19e-9.
    QVERIFY(std::abs(*forest.differP / std::erfc(std::sqrt(0.09 * 300 / 0.73 / 2)) - 1) < 1e-6);
    QVERIFY(*pro.shrunken < 0.3 && *home.shrunken > 0); // both pulled towards what they have in common
    QVERIFY(near(*pro.q, std::min(1.0, 2 * *pro.lift.anytimeP))); // the smaller of two p-values doubles
    QVERIFY(std::find(card.dimensions.begin(), card.dimensions.end(), "segment") != card.dimensions.end());
}

void TestScorecard::unknownSegmentIsAnError()
{
    Options options;
    options.by = "shoe_size";
    const auto card = scoreOffers(shares(10, 1, 1).log, policy(), catalogue(), options);
    QVERIFY(!card);
    QVERIFY(card.error().code == ErrorCode::NotFound);
    QVERIFY(card.error().message.find("placement") != std::string::npos);
}

void TestScorecard::orderOfRowsChangesNothing()
{
    struct Row {
        std::string customer, arm;
        double day;
    };
    std::vector<Row> rows;
    Philox random(7);
    for (int i = 0; i < 400; ++i)
        rows.push_back({ "c" + std::to_string(i), i % 2 ? "treatment" : "holdout", 20 * random.uniform() });
    const auto build = [&] {
        LogBuilder b;
        for (const Row& r : rows)
            b.expose(r.customer, r.customer.back() < '5' ? "dock" : "kit", r.day, r.arm)
                .buy(r.customer, "BAG", r.day + 0.5);
        b.until(60);
        return canonicalJson(toJson(cardOf(b)));
    };
    const std::string before = build();
    std::reverse(rows.begin(), rows.end());
    std::swap(rows[3], rows[200]);
    QCOMPARE(build(), before);
}

void TestScorecard::scalingMoneyScalesMargins()
{
    const auto margin = [](std::int64_t factor) {
        LogBuilder b;
        for (int i = 0; i < 240; ++i) {
            const std::string id = "c" + std::to_string(i);
            b.expose(id, "dock", i % 7, i % 2 ? "treatment" : "holdout");
            b.buy(id, "PEN", i % 7 + 0.1, factor * (100 + 7 * (i % 11)));
        }
        b.until(60);
        auto prices = catalogue();
        for (auto& product : prices.products)
            product.cost.minor *= factor;
        return *scoreOffers(b.log, halfHeldOut(), prices)->offers[0].find(Metric::MarginPerUnit);
    };
    const Measure one = margin(1), ten = margin(10);
    QVERIFY(near(*ten.estimate, 10 * *one.estimate));
    QVERIFY(near(*ten.anytimeUpper, 10 * *one.anytimeUpper));
}

void TestScorecard::sameOfferInBothArmsIsRarelyCalledDifferent()
{
    // A/A: 500 shops, everybody buys with 15 % within a week of an e-mail, whatever the arm. As in life only
    // the holdout is asked again (a shown ask starts a cooldown): if that took anything from its first asks,
    // lifts would appear.
    int once = 0, anytime = 0, judged = 0;
    for (std::uint64_t shop = 0; shop < 500; ++shop) {
        Philox random(20261122, shop);
        LogBuilder b;
        for (int i = 0; i < 400; ++i) {
            const std::string id = "c" + std::to_string(i);
            const bool treated = random.bernoulli(0.5);
            const double day = 7 * random.uniform();
            b.expose(id, "dock", day, treated ? "treatment" : "holdout", "i1", "email");
            if (!treated)
                b.expose(id, "dock", day + 2, "holdout", "i2", "email");
            if (random.bernoulli(0.15))
                b.buy(id, "DOCK", day + 6.9 * random.uniform());
        }
        b.until(60);
        const Scorecard card = cardOf(b);
        const Measure& lift = of(card.offers[0], Metric::AttachRate);
        if (!lift.hasInterval())
            continue;
        ++judged;
        once += *lift.pValue <= 0.05;
        anytime += *lift.anytimeLower > 0 || *lift.anytimeUpper < 0;
    }
    QVERIFY(judged >= 490);
    const double share = double(once) / judged;
    QVERIFY2(
        share > 0.025 && share < 0.080, qPrintable(QString::number(share))); // 5 % ± 3 Monte-Carlo errors
    QVERIFY2(anytime <= 15,
        qPrintable(QString::number(anytime))); // at most 3 %: one look spends little of the 5 %
}

void TestScorecard::harmShowsInTheMargin()
{
    // Asking puts half of the core buyers off: pens (margin 950) bought by 40 % instead of 80 %.
    LogBuilder b;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = "c" + std::to_string(i);
        const bool treated = i % 2;
        b.expose(id, "dock", i % 14, treated ? "treatment" : "holdout");
        if ((i / 2) % 10 < (treated ? 4 : 8))
            b.buy(id, "PEN", i % 14 + 0.2);
        if ((i / 2) % 10 < (treated ? 2 : 1))
            b.buy(id, "DOCK", i % 14 + 0.1);
    }
    b.until(80);
    const Scorecard card = cardOf(b);
    QCOMPARE(of(card.offers[0], Metric::CoreConversion).guardrail, std::string("breached"));
    QVERIFY(*of(card.offers[0], Metric::MarginPerUnit).anytimeUpper < 0); // 0.1·600 − 0.4·950 = −320 a unit
    QVERIFY(near(*of(card.offers[0], Metric::MarginPerUnit).estimate, -320.0));
    QVERIFY(*of(card.offers[0], Metric::AttachRate).anytimeLower > 0); // and yet it "attaches"
    QCOMPARE(card.offers[0].verdict->state, std::string("kill"));
    QCOMPARE(card.offers[0].verdict->reason, std::string("guardrail:core_conversion"));
    QCOMPARE(card.offers[0].verdict->cycle, 1); // harm is acted upon from the first cycle
}

void TestScorecard::cannibalAttachesWithoutEarning()
{
    // Every dock the offer sells (600) replaces a laptop's worth of bags (6 × 100 = 600) bought anyway.
    LogBuilder b;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = "c" + std::to_string(i);
        const bool treated = i % 2;
        b.expose(id, "dock", i % 14, treated ? "treatment" : "holdout");
        const int who = (i / 2) % 10;
        if (who < (treated ? 5 : 2))
            b.buy(id, "DOCK", i % 14 + 0.1, 1000);
        else if (who < 5)
            b.buy(id, "PEN", i % 14 + 0.1, 650); // earns 600, like the dock
    }
    b.until(80);
    const Scorecard card = cardOf(b);
    QVERIFY(*of(card.offers[0], Metric::AttachRate).anytimeLower > 0.2);
    const Measure& margin = of(card.offers[0], Metric::MarginPerUnit);
    QVERIFY(std::abs(*margin.estimate) < 1e-9);
    QVERIFY(*margin.anytimeLower < 0 && 0 < *margin.anytimeUpper);
}

void TestScorecard::verdictsNeedCustomers()
{
    const Scorecard card = cardOf(shares(99, 40, 20));
    QCOMPARE(card.offers[0].verdict->state, std::string("continue"));
    QCOMPARE(card.offers[0].verdict->reason, std::string("too_few_units"));
    QVERIFY(!card.overall.verdict); // a verdict is about one offer
}

void TestScorecard::goodOfferWaitsForItsGuardrails()
{
    // 300 of 1000 against 150 of 1000 and 90 minor units more a head, far above both thresholds; but nobody's
    // core sale was ever measured (no pens in this shop), and a guardrail that was never measured cannot
    // hold.
    const Scorecard card = cardOf(shares(1000, 300, 150));
    QCOMPARE(card.offers[0].verdict->state, std::string("continue"));
    QCOMPARE(card.offers[0].verdict->reason, std::string("guardrail_pending"));
}

void TestScorecard::uselessOfferIsKilled()
{
    // 200 of 4000 in both arms: the upper bound of the lift is about 2.8 · √(2 · 0.05 · 0.95 / 4000) = 1.4
    // points, below the 2 points that would be worthwhile.
    const Scorecard card = cardOf(shares(4000, 200, 200));
    QCOMPARE(card.offers[0].verdict->state, std::string("kill"));
    QCOMPARE(card.offers[0].verdict->reason, std::string("lift_below"));
    QVERIFY(card.offers[0].verdict->final);
}

void TestScorecard::stopsWhenTold()
{
    const auto card
        = scoreOffers(shares(10, 1, 1).log, policy(), catalogue(), {}, [](auto, auto) { return false; });
    QVERIFY(!card && card.error().code == ErrorCode::Cancelled);
}

void TestScorecard::reportIsSelfContained()
{
    auto p = halfHeldOut();
    p.name = "Nuts & <bolts>";
    const std::string html = reportHtml(cardOf(shares(200, 60, 30), p));
    QVERIFY(html.find("Nuts &amp; &lt;bolts&gt;") != std::string::npos);
    QVERIFY(html.find("<bolts>") == std::string::npos);
    QVERIFY(html.find("http") == std::string::npos && html.find("<script") == std::string::npos);
    QVERIFY(html.find("valid at any time") != std::string::npos);
    QVERIFY(html.find("<svg") != std::string::npos);
    QVERIFY(html.find("proved") == std::string::npos && html.find("no effect") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestScorecard)
#include "tst_scorecard.moc"
