// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_pack.h"
#include "decide/counterfactual.h"
#include "decide/decide.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::decide;
using test::PlainRequest;

namespace {

using Kind = Change::Kind;
using Found = Counterfactual::Answer;
using Pack = std::shared_ptr<const CompiledPack>;

constexpr std::int64_t hour = 3'600'000;

Request resolved(const CompiledPack& pack, const PlainRequest& plain)
{
    auto history = std::make_shared<History>(History::of(pack, plain.events, plain.exposures));
    Request out
        = *makeRequest(pack, plain.customer, std::move(history), plain.now, pack.placement(plain.placement));
    out.intent = plain.intent;
    out.focus = pack.product(plain.focus);
    for (const auto& [sku, qty] : plain.cart) {
        if (pack.product(sku) != none)
            out.cart.push_back({ pack.product(sku), qty });
    }
    return out;
}

/// A random pack in which less is settled for good: no guardrail, everything in stock.
model::Pack livelyPack(std::uint64_t seed)
{
    model::Pack out = test::randomPack(seed);
    out.guardrails = {};
    for (model::Product& product : out.products)
        product.stock.reset();
    return out;
}

bool isChosen(const CompiledPack& pack, const PlainRequest& plain, const std::string& offer)
{
    thread_local Scratch scratch;
    const Request request = resolved(pack, plain);
    const Decision d = decide::decide(pack, request, scratch, { false, false });
    const auto has = [&](const auto& list) {
        return std::ranges::find(list, offer, &ChosenOffer::id) != list.end();
    };
    return has(d.offers) || has(d.withheld);
}

/// What has happened until now and nothing later, in the order of time.
PlainRequest untilNow(PlainRequest r)
{
    std::erase_if(r.events, [&](const model::Event& e) { return e.at > r.now; });
    std::erase_if(r.exposures, [&](const model::Exposure& e) { return e.at > r.now; });
    for (model::Exposure& e : r.exposures) {
        for (auto* t : { &e.clickedAt, &e.acceptedAt, &e.declinedAt, &e.returnedAt }) {
            if (*t && **t > r.now)
                t->reset();
        }
    }
    std::ranges::stable_sort(r.events, {}, &model::Event::at);
    std::ranges::stable_sort(r.exposures, {}, &model::Exposure::at);
    // Lines of products that the pack does not have are no lines.
    std::erase_if(r.cart, [](const auto& line) { return line.first == test::sku(test::productCount); });
    return r;
}

/// The changes made to plain values: nothing of core/decide's own way is in it.
PlainRequest changed(const PlainRequest& before, std::vector<Change> changes)
{
    PlainRequest r = before;
    std::ranges::sort(changes, std::greater(), &Change::position); // later ones first: positions stay good
    for (const Change& c : changes) {
        switch (c.kind) {
        case Kind::Time:
            r.now = c.at;
            break;
        case Kind::Attribute:
            r.customer.attributes[c.name.substr(9)] = c.value;
            break;
        case Kind::Context:
            qFatal("these packs have no context");
        case Kind::NoExposure:
            r.exposures.erase(r.exposures.begin() + std::ptrdiff_t(c.position));
            break;
        case Kind::NoEvent:
            r.events.erase(r.events.begin() + std::ptrdiff_t(c.position));
            break;
        case Kind::Event:
            r.events.push_back({ c.at, c.name, c.sku, c.qty, c.number, c.channel, "", c.text });
            break;
        case Kind::Exposure: {
            model::Exposure e { c.at, c.offer, c.placement, {}, {}, {}, {} };
            if (c.outcome == model::Outcome::Clicked)
                e.clickedAt = c.at;
            if (c.outcome == model::Outcome::Accepted)
                e.acceptedAt = c.at;
            if (c.outcome == model::Outcome::Declined)
                e.declinedAt = c.at;
            r.exposures.push_back(e);
            break;
        }
        case Kind::NoCartLine:
            std::erase_if(r.cart, [&](const auto& line) { return line.first == c.sku; });
            break;
        case Kind::CartLine:
            r.cart.emplace_back(c.sku, c.qty);
            break;
        case Kind::Focus:
            r.focus = c.sku;
            break;
        }
    }
    return r;
}

Change of(Kind kind)
{
    Change c;
    c.kind = kind;
    return c;
}

/// Every single change of a small request, the kinds in their order, each kind the smallest first.
std::vector<Change> everyChange(const PlainRequest& r)
{
    std::vector<Change> out;
    for (std::int64_t h = 1; h <= 24 * 60; ++h) {
        out.push_back(of(Kind::Time));
        out.back().at = Timestamp { r.now.ms + h * hour };
    }
    const auto age = std::get<std::int64_t>(r.customer.attributes.at("age"));
    for (std::int64_t step = 1; step <= 120; ++step) {
        for (const std::int64_t to : { age - step, age + step }) {
            if (to < 0 || to > 120)
                continue;
            out.push_back(of(Kind::Attribute));
            out.back().name = "customer.age";
            out.back().value = to;
        }
    }
    out.push_back(of(Kind::Attribute));
    out.back().name = "customer.open_case";
    out.back().value = !std::get<bool>(r.customer.attributes.at("open_case"));
    for (std::size_t i = 0; i < r.exposures.size(); ++i) {
        out.push_back(of(Kind::NoExposure));
        out.back().position = i;
    }
    for (std::size_t i = 0; i < r.events.size(); ++i) {
        out.push_back(of(Kind::NoEvent));
        out.back().position = i;
    }
    for (const char* type : { "product_viewed", "purchased", "returned", "case_resolved", "search" }) {
        for (int sku = -1; sku < test::productCount; ++sku) {
            for (const std::int64_t qty : { 1, 2, 3 }) {
                for (const std::int64_t value : { 0, 5001 }) {
                    out.push_back(of(Kind::Event));
                    out.back().at = r.now;
                    out.back().name = type;
                    out.back().sku = sku < 0 ? "" : test::sku(std::uint64_t(sku));
                    out.back().qty = qty;
                    out.back().number = value;
                }
            }
        }
    }
    for (const auto& line : r.cart) {
        out.push_back(of(Kind::NoCartLine));
        out.back().sku = line.first;
    }
    for (std::uint64_t sku = 0; sku < test::productCount; ++sku) {
        out.push_back(of(Kind::CartLine));
        out.back().sku = test::sku(sku);
    }
    for (int sku = -1; sku < test::productCount; ++sku) {
        out.push_back(of(Kind::Focus));
        out.back().sku = sku < 0 ? "" : test::sku(std::uint64_t(sku));
    }
    return out;
}

double distance(const Change& c, const PlainRequest& r)
{
    if (c.kind == Kind::Time)
        return double((c.at - r.now).ms);
    const auto* number = std::get_if<std::int64_t>(&c.value);
    return c.kind != Kind::Attribute ? 0
        : number == nullptr
        ? 120
        : std::abs(double(*number - std::get<std::int64_t>(r.customer.attributes.at("age"))));
}

std::string told(const Counterfactual& found) { return found.offer + ": " + found.sentence; }

}

/// Over random packs and requests, against changes made by hand.
class TestCounterfactualProperties : public QObject {
    Q_OBJECT

private slots:
    void whatIsFoundWorksAndNothingOfItCanBeLeftOut()
    {
        std::map<Found, int> answers;
        std::map<std::size_t, int> parts;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const Pack pack = *compile(seed % 2 == 0 ? test::randomPack(seed) : livelyPack(seed));
            CounterfactualSearch search(*pack);
            for (std::uint64_t i = 0; i < 10; ++i) {
                const PlainRequest plain = untilNow(test::randomRequest(seed * 1000 + i));
                const Request request = resolved(*pack, plain);
                const std::string offer = test::offerId((seed + i) % test::offerCount);
                const auto found = search.find(request, offer, { 4000, 3 });
                QVERIFY(found);
                ++answers[found->answer];
                QCOMPARE(found->answer == Found::Already, isChosen(*pack, plain, offer));
                QCOMPARE(found->answer == Found::Found, !found->changes.empty());
                if (found->answer != Found::Found)
                    continue;
                ++parts[found->changes.size()];
                QVERIFY2(isChosen(*pack, changed(plain, found->changes), offer), told(*found).c_str());
                for (std::size_t out = 0; out < found->changes.size(); ++out) {
                    std::vector<Change> fewer = found->changes;
                    fewer.erase(fewer.begin() + std::ptrdiff_t(out));
                    QVERIFY2(!isChosen(*pack, changed(plain, fewer), offer), told(*found).c_str());
                }
                const auto again = counterfactual(*pack, request, offer, { 4000, 3 });
                QCOMPARE(again->sentence, found->sentence);
                QCOMPARE(again->decisions, found->decisions);
            }
        }
        qInfo("found %d (1: %d, 2: %d, 3: %d), already %d, impossible %d, not found %d",
            answers[Found::Found], parts[1], parts[2], parts[3], answers[Found::Already],
            answers[Found::Impossible], answers[Found::NotFound]);
        QVERIFY(parts[1] > 20 && parts[2] > 10 && answers[Found::Impossible] > 5);
    }

    void noSmallerSingleChangeExists()
    {
        int compared = 0;
        int without = 0;
        for (std::uint64_t seed = 100; seed < 130 && compared < 60; ++seed) {
            const Pack pack = *compile(livelyPack(seed));
            CounterfactualSearch search(*pack);
            for (std::uint64_t i = 0; i < 24; ++i) {
                const PlainRequest plain = untilNow(test::randomRequest(seed * 1000 + i));
                const std::string offer = test::offerId((seed * 5 + i) % test::offerCount);
                if (isChosen(*pack, plain, offer))
                    continue;
                const auto found = search.find(resolved(*pack, plain), offer, { 6000, 1 });
                QVERIFY(found);
                if (found->answer == Found::Impossible)
                    continue; // see below
                const std::vector<Change> every = everyChange(plain);
                const auto best = std::ranges::find_if(
                    every, [&](const Change& c) { return isChosen(*pack, changed(plain, { c }), offer); });
                if (best == every.end()) {
                    // Ours may look further into time than the changes made by hand.
                    const bool single = found->changes.size() == 1;
                    QVERIFY2(!single || found->changes[0].kind == Kind::Time, told(*found).c_str());
                    ++without;
                    continue;
                }
                ++compared;
                const std::string said = told(*found) + " / by hand " + std::string(name(best->kind)) + ' '
                    + best->name + ' ' + best->sku + ' ' + formatTimestamp(best->at) + ", seed "
                    + std::to_string(seed) + ", " + std::to_string(i);
                QVERIFY2(found->answer == Found::Found, said.c_str());
                QVERIFY2(found->changes.size() == 1, said.c_str());
                QVERIFY2(found->changes[0].kind <= best->kind, said.c_str());
                if (found->changes[0].kind == best->kind)
                    QVERIFY2(distance(found->changes[0], plain) <= distance(*best, plain), said.c_str());
            }
        }
        QVERIFY(compared >= 60 && without > 20);
    }

    void whatIsProvedImpossibleIs()
    {
        int proved = 0;
        Philox r(5);
        for (std::uint64_t seed = 200; seed < 220; ++seed) {
            const Pack pack = *compile(test::randomPack(seed));
            CounterfactualSearch search(*pack);
            for (std::uint64_t i = 0; i < 6; ++i) {
                const PlainRequest plain = untilNow(test::randomRequest(seed * 1000 + i));
                const std::string offer = test::offerId((seed + i) % test::offerCount);
                const auto found = search.find(resolved(*pack, plain), offer, { 100, 1 });
                QVERIFY(found);
                if (found->answer != Found::Impossible)
                    continue;
                ++proved;
                const std::vector<Change> every = everyChange(plain);
                for (const Change& c : every)
                    QVERIFY2(!isChosen(*pack, changed(plain, { c }), offer), told(*found).c_str());
                for (int k = 0; k < 300; ++k) {
                    std::vector<Change> some;
                    for (std::uint64_t n = 2 + r.below(2); n > 0; --n) {
                        const Change& c = every[r.below(every.size())];
                        // Two that take away could name the same place twice.
                        const bool takes = c.kind == Kind::NoEvent || c.kind == Kind::NoExposure;
                        if (!takes
                            || std::ranges::none_of(some, [&](const Change& o) { return o.kind == c.kind; }))
                            some.push_back(c);
                    }
                    // Taking away goes before adding, and by place.
                    QVERIFY2(!isChosen(*pack, changed(plain, some), offer), told(*found).c_str());
                }
            }
        }
        QVERIFY(proved > 15);
    }
};

QTEST_APPLESS_MAIN(TestCounterfactualProperties)
#include "tst_counterfactualproperties.moc"
