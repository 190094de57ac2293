// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sample.h"
#include "sample/truths.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace ow;

/// What the authored half of the sample project must hold (DOMAIN.md's tables), and that it keeps its own
/// guardrails.
class TestSampleDraft final : public QObject {
    Q_OBJECT

private slots:
    void matrixIsFilled();
    void everyCellSaysWhyAndWithWhatEvidence();
    void offersKeepTheGuardrails();
    void domainPricesAreExact_data();
    void domainPricesAreExact();
    void catalogueIsSortedAndKnown();
    void truthsNameRealThings();
};

void TestSampleDraft::matrixIsFilled()
{
    const auto draft = sample::sampleDraft();
    QCOMPARE(draft.policy.stages.size(), std::size_t(4));
    QCOMPARE(draft.policy.motivations.size(), std::size_t(3));
    QCOMPARE(draft.policy.matrix.size(), std::size_t(12));
    std::set<std::string> leads;
    for (const auto& cell : draft.policy.matrix)
        leads.insert(cell.offers.at(0).offer);
    QCOMPARE(leads.size(), std::size_t(12)); // each cell has its own most logical offer
}

void TestSampleDraft::everyCellSaysWhyAndWithWhatEvidence()
{
    const auto draft = sample::sampleDraft();
    for (const auto& cell : draft.policy.matrix) {
        QVERIFY2(!cell.benefit.empty(), cell.stage.c_str());
        QVERIFY2(draft.evidence.count({ cell.stage, cell.motivation }) == 1, cell.stage.c_str());
        QVERIFY(draft.titles.count(cell.stage) == 1 && draft.titles.count(cell.motivation) == 1);
    }
    QCOMPARE(std::count_if(draft.edges.begin(), draft.edges.end(),
                 [](const auto& e) { return e.second.second.state == model::EdgeState::Rejected; }),
        3);
}

void TestSampleDraft::offersKeepTheGuardrails()
{
    const auto draft = sample::sampleDraft();
    const auto catalogue = sample::sampleCatalogue();
    for (const auto& offer : draft.policy.offers) {
        if (offer.status != model::OfferStatus::Active)
            continue;
        std::int64_t list = 0;
        std::int64_t cost = 0;
        for (const auto& item : offer.items) {
            const auto* product = catalogue.find(item.sku);
            QVERIFY2(product, item.sku.c_str());
            list += product->price.minor * item.qty;
            cost += product->cost.minor * item.qty;
        }
        QVERIFY2((offer.price.minor - cost) * 10'000 >= 6'800 * offer.price.minor, offer.id.c_str());
        if (offer.kind != model::OfferKind::Service)
            QVERIFY2((list - offer.price.minor) * 10'000 <= 1'500 * list, offer.id.c_str());
        QVERIFY2(!offer.because.empty(), offer.id.c_str());
    }
}

void TestSampleDraft::domainPricesAreExact_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("marginBp");
    // DOMAIN.md, "Bundles and prices", the table at its end.
    QTest::newRow("starter + setup") << "plan_setup" << 7900LL << 7200LL;
    QTest::newRow("core + priority support") << "priority_support" << 2900LL << 8100LL;
    QTest::newRow("pro + training") << "team_training" << 19900LL << 6800LL;
}

void TestSampleDraft::domainPricesAreExact()
{
    QFETCH(QString, offer);
    QFETCH(qint64, price);
    QFETCH(qint64, marginBp);
    const auto draft = sample::sampleDraft();
    const auto catalogue = sample::sampleCatalogue();
    const auto& offers = draft.policy.offers;
    const auto it = std::find_if(
        offers.begin(), offers.end(), [&](const auto& o) { return o.id == offer.toStdString(); });
    QVERIFY(it != offers.end());
    QCOMPARE(qint64(it->price.minor), price);
    const auto* product = catalogue.find(it->items.at(0).sku);
    QVERIFY(product);
    QCOMPARE(qint64((it->price.minor - product->cost.minor) * 10'000 / it->price.minor), marginBp);
}

void TestSampleDraft::catalogueIsSortedAndKnown()
{
    const auto catalogue = sample::sampleCatalogue();
    QVERIFY(catalogue.products.size() >= 150);
    QVERIFY(std::is_sorted(catalogue.products.begin(), catalogue.products.end(),
        [](const auto& a, const auto& b) { return a.sku < b.sku; }));
    const auto* arm = catalogue.find("ARM-1"); // the cell with a comma in it
    QVERIFY(arm);
    QCOMPARE(arm->title, std::string("Monitor arm, single"));
    QCOMPARE(arm->price.minor, std::int64_t(11'999));
    QCOMPARE(arm->stock, std::optional<std::int64_t>(85));
    QCOMPARE(catalogue.find("FIL-3")->depletion.ms, days(90).ms);
}

void TestSampleDraft::truthsNameRealThings()
{
    const auto draft = sample::sampleDraft();
    const auto catalogue = sample::sampleCatalogue();
    const auto& truths = sample::plantedTruths();
    for (const auto& truth : truths.offers)
        QVERIFY2(std::any_of(draft.policy.offers.begin(), draft.policy.offers.end(),
                     [&](const auto& o) { return o.id == truth.offer; }),
            truth.offer.c_str());
    for (const auto& c : truths.complements)
        QVERIFY2(catalogue.find(c.sku), c.sku.c_str());
    for (const auto& s : truths.substitutes)
        QVERIFY2(catalogue.find(s.a) && catalogue.find(s.b), s.a.c_str());
}

QTEST_GUILESS_MAIN(TestSampleDraft)
#include "tst_sampledraft.moc"
