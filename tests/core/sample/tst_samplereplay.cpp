// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/compiled_pack.h"
#include "release/compile.h"
#include "sample/generator.h"
#include "sample/sample.h"
#include "sample/write.h"
#include "simulate/replay.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace ow;

/// The sample's rules over the sample's customers, through release and the one engine.
class TestSampleReplay final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void theDraftReleases();
    void noCapIsEverExceeded();
    void nobodyIsAskedDuringACase();
    void sleepIsSequenced();
    void everyCellIsMet();

private:
    std::shared_ptr<const decide::CompiledPack> m_pack;
    simulate::Population m_people;
    simulate::ReplayResult m_result;
};

void TestSampleReplay::initTestCase()
{
    const auto pack
        = release::compile(sample::sampleDraft(), sample::sampleCatalogue(), "1", sample::yearEnd());
    QVERIFY2(pack, pack ? "" : pack.error().text().c_str());
    auto compiled = decide::compile(*pack);
    QVERIFY2(compiled, compiled ? "" : compiled.error().text().c_str());
    m_pack = *compiled;
    const sample::Generator generator(sample::defaultSeed);
    for (std::int64_t i = 0; i < 600; ++i) {
        auto made = generator.customer(i);
        m_people.add(made.customer, { std::move(made.events), {} });
    }
    m_people.seal();
    simulate::ReplayOptions options;
    options.days = 84;
    const auto result = simulate::replay(*m_pack, m_people, options);
    QVERIFY(result);
    m_result = *result;
}

void TestSampleReplay::theDraftReleases()
{
    QCOMPARE(m_result.refusedRequests, std::int64_t(0));
    QVERIFY(m_result.shown > 1'000);
    QVERIFY(m_result.silent > m_result.shown); // mostly the best offer is none
}

void TestSampleReplay::noCapIsEverExceeded()
{
    std::map<std::string, std::vector<const model::LoggedExposure*>> shown;
    std::set<std::string> bundles;
    for (const auto& offer : m_pack->pack.offers)
        if (offer.kind == model::OfferKind::Bundle)
            bundles.insert(offer.id);
    for (const auto& e : m_result.exposures)
        if (!e.withheld)
            shown[e.customer].push_back(&e);
    for (const auto& [customer, rows] : shown)
        for (const auto* row : rows) {
            const auto inWeek = [&](auto counts) {
                return std::count_if(rows.begin(), rows.end(), [&](const auto* other) {
                    return other->at > row->at - days(7) && other->at <= row->at && counts(*other);
                });
            };
            QVERIFY(inWeek([](const auto&) { return true; }) <= 3); // asks_week
            QVERIFY(inWeek([&](const auto& e) { return bundles.count(e.offer) > 0; }) <= 1); // bundles_week
            QVERIFY(inWeek([](const auto& e) { return e.placement == "push" || e.placement == "sms"; }) <= 1);
        }
}

void TestSampleReplay::nobodyIsAskedDuringACase()
{
    int inCase = 0;
    for (const auto& person : m_people.people()) {
        bool open = false;
        std::vector<std::pair<Timestamp, Timestamp>> cases;
        for (const auto& event : person.events) {
            if (event.type == "case_opened" && !open) {
                open = true;
                cases.emplace_back(event.at, m_people.dataEnd());
            } else if (event.type == "case_resolved" && open) {
                open = false;
                cases.back().second = event.at;
            }
        }
        inCase += int(cases.size());
        for (const auto& e : m_result.exposures)
            if (e.customer == person.customer.id)
                for (const auto& [from, until] : cases)
                    QVERIFY2(e.at <= from || e.at >= until, person.customer.id.c_str());
    }
    QVERIFY(inCase > 20);
}

void TestSampleReplay::sleepIsSequenced()
{
    std::map<std::string, std::vector<std::string>> sleep;
    for (const auto& e : m_result.exposures)
        if (!e.withheld
            && (e.offer == "mattress_setup" || e.offer == "frame_alignment" || e.offer == "protector"))
            sleep[e.customer].push_back(e.offer);
    int frames = 0;
    for (const auto& [customer, offers] : sleep) {
        const auto place = [&](const char* id) { return std::find(offers.begin(), offers.end(), id); };
        frames += place("frame_alignment") != offers.end();
        QVERIFY(
            place("frame_alignment") == offers.end() || place("mattress_setup") < place("frame_alignment"));
        QVERIFY(place("protector") == offers.end() || place("frame_alignment") < place("protector"));
    }
    QVERIFY(frames > 0);
}

void TestSampleReplay::everyCellIsMet()
{
    for (const auto& cell : m_pack->pack.matrix) {
        const std::pair key { cell.stage, cell.motivation };
        QVERIFY2(m_result.cells[key] > 0,
            qPrintable(QString::fromStdString(cell.stage + " × " + cell.motivation)));
    }
}

QTEST_GUILESS_MAIN(TestSampleReplay)
#include "tst_samplereplay.moc"
