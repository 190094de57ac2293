// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/generator.h"
#include "sample/sample.h"
#include "sample/truths.h"
#include "sample/write.h"
#include "score/scorecard.h"

#include <QTest>

#include <cmath>

using namespace ow;
using namespace ow::score;

/// Does a scorecard of the sample project say what was planted in it?
class TestSampleTruths : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void helpfulOfferLiftsAndEarns();
    void harmfulOfferIsKilledByItsGuardrail();
    void cannibalAttachesWithoutEarning();
    void offersWithoutEffectAreNotCalledHelpful();
    void randomisationWorked();
    void plantedLiftsAreCoveredInMostSeeds();

private:
    const OfferScore& offer(const char* id) const;
    Scorecard m_card;
};

namespace {

Scorecard cardOf(std::uint64_t seed, std::int64_t customers)
{
    static const model::Draft draft = sample::sampleDraft();
    static const model::Catalogue catalogue = sample::sampleCatalogue();
    const sample::Generator generator(seed);
    Log log;
    for (std::int64_t i = 0; i < customers; ++i) {
        const auto one = generator.customer(i);
        log.add(one.customer);
        for (const auto& event : one.events)
            log.add(one.customer.id, event);
        for (const auto& exposure : one.exposures)
            log.add(exposure);
    }
    auto card = scoreOffers(log, draft.policy, catalogue);
    if (!card)
        qFatal("%s", card.error().text().c_str());
    return *card;
}

}

const OfferScore& TestSampleTruths::offer(const char* id) const
{
    for (const OfferScore& o : m_card.offers)
        if (o.id == id)
            return o;
    qFatal("no scores for %s", id);
}

void TestSampleTruths::initTestCase() { m_card = cardOf(sample::defaultSeed, sample::defaultCustomers); }

void TestSampleTruths::helpfulOfferLiftsAndEarns()
{
    const OfferScore& dock = offer("dock");
    const auto& truth = sample::plantedTruths().offer("dock");
    const Measure& lift = *dock.find(Metric::AttachRate);
    QVERIFY(lift.hasInterval() && *lift.anytimeLower > 0);
    QVERIFY(*lift.anytimeLower < truth.shown - truth.withheld
        && truth.shown - truth.withheld < *lift.anytimeUpper);
    QVERIFY(*dock.find(Metric::MarginPerUnit)->anytimeLower > 0);
    QVERIFY(dock.verdict && dock.verdict->state != "kill");
}

void TestSampleTruths::harmfulOfferIsKilledByItsGuardrail()
{
    const OfferScore& care = offer("care_plan");
    QCOMPARE(care.find(Metric::CoreConversion)->guardrail, std::string("breached"));
    QVERIFY(*care.find(Metric::MarginPerUnit)->estimate < 0); // whether one shop shows it clearly is luck
    QCOMPARE(care.verdict->state, std::string("kill"));
    QCOMPARE(care.verdict->reason, std::string("guardrail:core_conversion"));
}

void TestSampleTruths::cannibalAttachesWithoutEarning()
{
    const OfferScore& trio = offer("bottle_trio");
    const Measure& lift = *trio.find(Metric::AttachRate);
    QVERIFY(*lift.lower > 0.10); // 16 points were planted
    QVERIFY(*trio.find(Metric::MarginPerUnit)->anytimeLower < 0); // and nothing shows that they earn anything
    QVERIFY(trio.verdict->state != "keep");
}

void TestSampleTruths::offersWithoutEffectAreNotCalledHelpful()
{
    for (const auto& truth : sample::plantedTruths().offers) {
        if (truth.verdict != sample::PlantedTruths::Verdict::Nothing)
            continue;
        const OfferScore& nothing = offer(truth.offer.c_str());
        const Measure& lift = *nothing.find(Metric::AttachRate);
        QVERIFY2(!lift.hasInterval() || *lift.anytimeLower <= 0, truth.offer.c_str());
        QVERIFY2(!nothing.verdict || nothing.verdict->state != "keep", truth.offer.c_str());
    }
}

void TestSampleTruths::randomisationWorked()
{
    QCOMPARE(m_card.overall.sampleRatio.verdict, std::string("pass"));
    QCOMPARE(m_card.overall.crossed, std::int64_t(0));
    QCOMPARE(m_card.blocked, std::string());
}

void TestSampleTruths::plantedLiftsAreCoveredInMostSeeds()
{
    int covered = 0, all = 0;
    double harm = 0, weights = 0; // of the care plan's margin, pooled over the seeds
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Scorecard card = cardOf(seed, 1500);
        for (const OfferScore& o : card.offers) {
            if (o.experiment.empty())
                continue; // the others have a handful of customers in the holdout
            const auto& truth = sample::plantedTruths().offer(o.id);
            const Measure& lift = *o.find(Metric::AttachRate);
            if (o.id == "care_plan") {
                const Measure& margin = *o.find(Metric::MarginPerUnit);
                harm += *margin.estimate / (*margin.se * *margin.se);
                weights += 1 / (*margin.se * *margin.se);
            }
            ++all;
            covered
                += *lift.lower <= truth.shown - truth.withheld && truth.shown - truth.withheld <= *lift.upper;
        }
    }
    QCOMPARE(all, 90);
    // 95 % intervals: 85.5 of 90 are expected to cover, fewer than 79 in one of 500 correct programs.
    QVERIFY2(covered >= 79, qPrintable(QString::number(covered)));
    QVERIFY2(
        harm / std::sqrt(weights) < -4, qPrintable(QString::number(harm / std::sqrt(weights)))); // a z of 4
}

QTEST_APPLESS_MAIN(TestSampleTruths)
#include "tst_sampletruths.moc"
