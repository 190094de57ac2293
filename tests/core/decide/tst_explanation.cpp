// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/desk_pack.h"
#include "core/decide/random_pack.h"
#include "decide/explanation.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::decide;
using test::desk;
using test::deskRequest;

namespace {

/// The reasons of one offer; fails the test where it has another number of them than one.
Reason only(const CompiledPack& pack, const Request& request, const char* offer = "dock")
{
    const auto explained = Explainer(pack).explain(request, offer);
    if (!explained || explained->reasons.size() != 1) {
        QTest::qFail(qPrintable(QStringLiteral("%1 reasons").arg(explained ? explained->reasons.size() : 0)),
            __FILE__, __LINE__);
        return {};
    }
    return explained->reasons.front();
}

Request resolved(const CompiledPack& pack, const test::PlainRequest& plain)
{
    auto history = std::make_shared<History>(History::of(pack, plain.events, plain.exposures));
    Request out
        = *makeRequest(pack, plain.customer, std::move(history), plain.now, pack.placement(plain.placement));
    out.focus = pack.product(plain.focus);
    for (const auto& [sku, qty] : plain.cart) {
        if (pack.product(sku) != none)
            out.cart.push_back({ pack.product(sku), qty });
    }
    return out;
}

std::vector<std::string> codes(const OfferExplanation& offer)
{
    std::vector<std::string> out;
    for (const Reason& reason : offer.reasons)
        out.push_back(reason.code());
    return out;
}

}

class TestExplanation : public QObject {
    Q_OBJECT

private slots:
    void conditionsNameTheirFalsePartsAndWhatTheyRead()
    {
        const auto pack = desk(R"({"offer:dock": {"when":
            "customer.tenure_days >= 30 && (customer.segment == 'pro' || context.weather == 'rain') && facts.views > 0"},
            "facts": [{"id": "views", "aggregate": "count", "types": ["product_viewed"], "window": "48h"}]})");
        const Reason r = only(*pack, deskRequest(*pack, R"({"events":
            [{"at": "2026-11-22T11:00:00Z", "type": "product_viewed", "sku": "LAP-1"}]})"));
        QCOMPARE(r.code(), std::string("when"));
        QVERIFY(r.expression);
        QCOMPARE(r.expression->clauses.size(), std::size_t(1));
        QCOMPARE(r.expression->clauses[0].text,
            std::string("customer.segment == 'pro' || context.weather == 'rain'"));
        const auto value = [&](const char* name) {
            const auto it = std::ranges::find(r.expression->reads, name, &Reading::name);
            return it == r.expression->reads.end() ? std::string("?") : it->value;
        };
        QCOMPARE(value("customer.segment"), std::string("\"regular\""));
        QCOMPARE(value("customer.tenure_days"), std::string("100"));
        QCOMPARE(value("context.weather"), std::string("\"dry\""));
        QCOMPARE(value("facts.views"), std::string("1"));
        QCOMPARE(r.expression->reads.size(), std::size_t(4));
        QCOMPARE(r.sentence,
            std::string(
                "Its condition does not hold: not true is customer.segment == 'pro' || "
                "context.weather == 'rain' (customer.segment = \"regular\", context.weather = \"dry\")."));
    }

    void failuresNameTheirPlace()
    {
        const auto pack
            = desk(R"({"offer:dock": {"when": "true && 100 / (customer.tenure_days - 100) > 1"}})");
        const Reason r = only(*pack, deskRequest(*pack));
        QCOMPARE(r.expression->clauses.size(), std::size_t(1));
        const Clause& c = r.expression->clauses[0];
        QCOMPARE(c.error, std::string("division_by_zero"));
        QCOMPARE(c.errorText, std::string("100 / (customer.tenure_days - 100)"));
        QCOMPARE(r.expression->text.substr(c.errorBegin, c.errorEnd - c.errorBegin), c.errorText);
    }

    void suppressionsNameTheirTrueParts()
    {
        const auto pack
            = desk(R"({"suppress": [{"id": "care", "scope": {"all": true}, "reason": "Care first.",
            "when": "customer.open_case || customer.tenure_days > 5000"}]})");
        const Reason r
            = only(*pack, deskRequest(*pack, R"({"customer": {"attributes": {"open_case": true}}})"));
        QCOMPARE(r.code(), std::string("suppress:care"));
        QCOMPARE(r.sentence,
            std::string(
                "\"care\" suppresses it: customer.open_case (customer.open_case = true). Care first."));
    }

    void aCapCountsAndSaysWhenItFrees()
    {
        const auto pack
            = desk(R"({"caps": [{"id": "asks", "scope": {"all": true}, "count": "shown", "limit": 2,
            "window": "7d"}]})");
        // Three count; one fits again when but one is left: with the second oldest gone, 7 d after it.
        const Reason r = only(*pack, deskRequest(*pack, R"({"exposures": [
            {"at": "2026-11-15T12:00:00Z", "offer": "dock", "placement": "cart"},
            {"at": "2026-11-17T09:00:00Z", "offer": "hub", "placement": "cart"},
            {"at": "2026-11-18T12:00:00Z", "offer": "dock", "placement": "mail"},
            {"at": "2026-11-22T12:00:00Z", "offer": "gone", "placement": "cart"}]})"));
        QCOMPARE(r.code(), std::string("cap:asks"));
        QCOMPARE(*r.found, 3); // the first is exactly 7 d old: no longer
        QCOMPARE(*r.limit, 2);
        QCOMPARE(r.others.size(), std::size_t(3));
        QCOMPARE(formatTimestamp(*r.opens), std::string("2026-11-25T12:00:00Z"));
        QCOMPARE(r.sentence,
            std::string("Cap \"asks\": 3 shown within 7d, 2 allowed; free again from 2026-11-25T12:00:00Z."));
    }

    void aCalendarCapFreesAtTheNextMidnightOfItsZone_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("frees");
        // Berlin is at +01:00 in winter, +02:00 in summer; clocks change on 2026-03-29 and 2026-10-25.
        QTest::newRow("winter day") << "2026-11-22T12:00:00Z"
                                    << "day"
                                    << "2026-11-22T23:00:00Z";
        QTest::newRow("the day of 23 hours") << "2026-03-29T12:00:00Z"
                                             << "day"
                                             << "2026-03-29T22:00:00Z";
        QTest::newRow("the day of 25 hours") << "2026-10-25T12:00:00Z"
                                             << "day"
                                             << "2026-10-25T23:00:00Z";
        QTest::newRow("week ends on Sunday") << "2026-11-22T12:00:00Z"
                                             << "week"
                                             << "2026-11-22T23:00:00Z";
        QTest::newRow("month over the change") << "2026-10-03T12:00:00Z"
                                               << "month"
                                               << "2026-10-31T23:00:00Z";
        QTest::newRow("hour") << "2026-11-22T12:34:56Z"
                              << "hour"
                              << "2026-11-22T13:00:00Z";
    }
    void aCalendarCapFreesAtTheNextMidnightOfItsZone()
    {
        QFETCH(QString, now);
        QFETCH(QString, unit);
        QFETCH(QString, frees);
        const auto pack = desk(qPrintable(QStringLiteral(R"({"caps": [{"id": "one", "scope": {"all": true},
            "count": "shown", "limit": 1, "calendar": "%1"}]})")
                                              .arg(unit)));
        const Reason r = only(*pack,
            deskRequest(*pack,
                qPrintable(QStringLiteral(R"({"now": "%1", "exposures":
            [{"at": "%1", "offer": "hub", "placement": "cart"}]})")
                               .arg(now))));
        QCOMPARE(QString::fromStdString(formatTimestamp(*r.opens)), frees);
        QVERIFY(r.calendar);
    }

    void cooldownsSequencesAndGroupsSayFromWhen()
    {
        const auto pack = desk(R"({
            "cooldowns": [{"id": "declined", "scope": {"offers": ["dock"]}, "after": "declined", "for": "30d"}],
            "sequence": [{"id": "post", "offer": "hub", "after": {"event": "case_resolved", "where": "event.qty > 1"},
                          "min": "2h", "max": "4h"}],
            "exclusive": [{"id": "one", "offers": ["dock", "hub"], "window": "14d"}]})");
        const Request request = deskRequest(*pack, R"({
            "events": [{"at": "2026-11-22T11:00:00Z", "type": "case_resolved", "qty": 2},
                       {"at": "2026-11-22T11:59:00Z", "type": "case_resolved"}],
            "exposures": [{"at": "2026-11-20T12:00:00Z", "offer": "dock", "placement": "cart",
                           "declined_at": "2026-11-20T12:00:30.250Z"}]})");
        const Reason cooldown = only(*pack, request, "dock");
        QCOMPARE(cooldown.code(), std::string("cooldown:declined"));
        QCOMPARE(formatTimestamp(*cooldown.since), std::string("2026-11-20T12:00:30.250Z"));
        QCOMPARE(formatTimestamp(*cooldown.opens), std::string("2026-12-20T12:00:30.250Z"));
        const auto hub = Explainer(*pack).explain(request, "hub");
        QCOMPARE(codes(*hub), (std::vector<std::string> { "sequence:post", "exclusive:one" }));
        QCOMPARE(formatTimestamp(*hub->reasons[0].since), std::string("2026-11-22T11:00:00Z"));
        QCOMPARE(formatTimestamp(*hub->reasons[0].opens), std::string("2026-11-22T13:00:00Z"));
        QCOMPARE(formatTimestamp(*hub->reasons[0].closes), std::string("2026-11-22T15:00:00Z"));
        QCOMPARE(hub->reasons[1].others.front().offer, std::string("dock"));
        QCOMPARE(formatTimestamp(*hub->reasons[1].opens), std::string("2026-12-04T12:00:00Z"));
    }

    void theShopsOwnReasons()
    {
        const auto pack = desk(R"({"guardrails": {"min_margin_bp": 7600, "max_discount_bp": 100},
            "adjacency": [{"from": "sku:DOCK-1", "to": "sku:HUB-3", "kind": "substitute", "weight": 0.7}],
            "substitutes": {"in_cart": true, "owned_window": "10d"},
            "offer:dock": {"once": true}, "offer:hub": {"status": "paused"}})");
        const Request request = deskRequest(*pack, R"({"placement": "mail", "events": [
            {"at": "2026-11-20T12:00:00Z", "type": "purchased", "sku": "DOCK-1"}]})");
        const auto dock = Explainer(*pack).explain(request, "dock");
        QCOMPARE(codes(*dock), (std::vector<std::string> { "consent", "owned", "margin" }));
        QCOMPARE(dock->reasons[2].sentence, // (19900 - 5000) / 19900
            std::string("Its margin of 74.87 % is below the least of 76.00 %."));
        const auto hub = Explainer(*pack).explain(request, "hub");
        QCOMPARE(codes(*hub),
            (std::vector<std::string> { "status", "placement", "consent", "substitute", "discount" }));
        QCOMPARE(hub->reasons[0].sentence, std::string("Its status is paused, not active."));
        QCOMPARE(
            hub->reasons[1].sentence, std::string("It is not for the placement \"mail\"; it is for cart."));
        QCOMPARE(hub->reasons[3].sentence,
            std::string(
                "DOCK-1, a substitute of HUB-3, was bought at 2026-11-20T12:00:00Z; that counts for 10d, "
                "until 2026-11-30T12:00:00Z."));
        QCOMPARE(*hub->reasons[4].found, 200); // 49.00 instead of 50.00
    }

    void whatIsOutrankedNamesWhatWasPreferred()
    {
        const auto pack = desk();
        const Reason r = only(*pack, deskRequest(*pack), "hub");
        QCOMPARE(r.kind, std::string("outranked"));
        QCOMPARE(r.detail, std::string("slots"));
        QCOMPARE(r.sentence,
            std::string("Outranked with a score of 0.25: \"dock\" (score 0.5) took the only place."));
        const auto two = desk(R"({"rank": {"score": "candidate.propensity", "distinct_roles": true},
            "placements": [{"id": "cart", "channel": "web", "max_offers": 2}, {"id": "mail", "channel": "email"}]})");
        QCOMPARE(only(*two, deskRequest(*two), "hub").detail, std::string("role"));
    }

    void whatIsNoCandidateSaysWhatWouldLeadToIt()
    {
        const auto pack = desk(R"({"offer:dock": {"trigger": "customer.segment == 'pro'"},
            "stages": [{"id": "early", "when": "customer.tenure_days < 30"}, {"id": "late", "when": "true"}],
            "motivations": [{"id": "any", "when": "true"}],
            "matrix": [{"stage": "early", "motivation": "any", "offers": [{"offer": "dock"}]}],
            "adjacency": [{"from": "family:laptop", "to": "sku:DOCK-1", "kind": "complement", "weight": 0.8}]})");
        const auto dock = Explainer(*pack).explain(deskRequest(*pack, R"({"focus": "HUB-3"})"), "dock");
        QVERIFY(!dock->candidate);
        QCOMPARE(codes(*dock), (std::vector<std::string> { "matrix", "adjacency", "trigger" }));
        QCOMPARE(dock->reasons[0].sentence,
            std::string("Stage \"late\" and motivation \"any\": it is listed in early / any."));
        QCOMPARE(dock->reasons[1].sentence,
            std::string("No edge leads to it from HUB-3; edges lead to it from family:laptop."));
        QCOMPARE(dock->reasons[2].expression->reads.front().value, std::string("\"regular\""));
        QVERIFY(!Explainer(*pack).explain(deskRequest(*pack), "nothing"));
    }

    /// Over random packs: the reasons are those of the decision, and a time that a reason gives is exact.
    void reasonsAndTheirTimesAreTheEngines()
    {
        int times = 0;
        int reasons = 0;
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const auto pack = *compile(test::randomPack(seed));
            Explainer explainer(*pack);
            for (std::uint64_t i = 0; i < 20; ++i) {
                test::PlainRequest plain = test::randomRequest(seed * 1000 + i);
                const Request request = resolved(*pack, plain);
                const Decision d = decide::decide(*pack, request, scratch, { true, false });
                const Explanation e = explainer.explain(request);
                QCOMPARE(e.offers.size(), d.considered.size());
                for (std::size_t k = 0; k < e.offers.size(); ++k) {
                    QCOMPARE(e.offers[k].verdict, d.considered[k].verdict);
                    std::vector<std::string> expected;
                    for (const Block& block : d.considered[k].blockedBy)
                        expected.push_back(block.text());
                    if (e.offers[k].verdict == Verdict::Outranked)
                        QVERIFY(!e.offers[k].reasons.empty());
                    else
                        QCOMPARE(codes(e.offers[k]), expected);
                    for (const Reason& reason : e.offers[k].reasons) {
                        QVERIFY(!reason.sentence.empty());
                        ++reasons;
                        times += reason.opens ? 1 : 0;
                        if (reason.opens)
                            checkTime(*pack, plain, e.offers[k].offer, reason);
                    }
                }
            }
        }
        QVERIFY(times > 500 && reasons > 2000); // or the test would look at nothing
    }

private:
    /// Blocked until then, and no longer from then on, if nothing else happens.
    static void checkTime(
        const CompiledPack& pack, test::PlainRequest plain, const std::string& offer, const Reason& reason)
    {
        const Timestamp now = plain.now;
        std::erase_if(plain.events, [&](const model::Event& e) { return e.at > now; });
        std::erase_if(plain.exposures, [&](const model::Exposure& e) { return e.at > now; });
        for (model::Exposure& e : plain.exposures) {
            for (auto* t : { &e.clickedAt, &e.acceptedAt, &e.declinedAt, &e.returnedAt }) {
                if (*t && **t > now)
                    t->reset();
            }
        }
        const auto blocks = [&](Timestamp at) -> std::optional<bool> {
            plain.now = at;
            Scratch scratch;
            const Decision d = decide::decide(pack, resolved(pack, plain), scratch, { true, false });
            const auto it = std::ranges::find(d.considered, offer, &Considered::id);
            if (it == d.considered.end())
                return std::nullopt; // no longer a candidate
            return std::ranges::any_of(
                it->blockedBy, [&](const Block& b) { return b.text() == reason.code(); });
        };
        QVERIFY(*reason.opens > now);
        QVERIFY(blocks(Timestamp { reason.opens->ms - 1 }).value_or(true));
        QVERIFY(!blocks(*reason.opens).value_or(false));
    }
};

QTEST_APPLESS_MAIN(TestExplanation)
#include "tst_explanation.moc"
