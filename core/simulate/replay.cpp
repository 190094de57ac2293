// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/replay.h"

#include "base/json.h"
#include "base/parallel.h"
#include "simulate/person_replay.h"

#include <algorithm>
#include <atomic>
#include <set>

namespace ow::simulate {

namespace {

constexpr std::size_t chunkSize
    = 32; // people; results are combined chunk by chunk, whatever thread made them

struct OfferCounts {
    std::int64_t considered = 0, shown = 0, withheld = 0, attached = 0, organic = 0, declined = 0,
                 customers = 0;
    double margin = 0;
    std::map<std::string, std::int64_t> blockedBy;
};

/// What one chunk of people came to.
struct Tally {
    std::int64_t decisions = 0, silent = 0, refused = 0;
    std::string firstRefusal;
    std::map<std::string, std::int64_t, std::less<>> noneBecause, blockedBy;
    std::map<std::pair<std::string, std::string>, std::int64_t> cells;
    std::vector<OfferCounts> offers; ///< by the compiled pack's offers
    std::vector<PersonRow> people;
    std::vector<model::LoggedExposure> exposures;
    std::vector<std::pair<std::string, model::Event>> purchases;
};

void add(std::map<std::string, std::int64_t, std::less<>>& counts, std::string_view key)
{
    const auto it = counts.find(key);
    if (it == counts.end())
        counts.emplace(key, 1);
    else
        ++it->second;
}

/// The purchase that asking made, at the price of the catalogue.
void addPurchase(const decide::CompiledPack& pack, const Outcome& outcome, Tally& tally)
{
    const auto& offer = pack.offers[outcome.offer];
    for (const auto& item : offer.items) {
        if (item.product == decide::none)
            continue;
        const auto& product = *pack.products[item.product].source;
        model::Event event;
        event.at = *outcome.exposure.acceptedAt;
        event.type = "purchased";
        event.sku = product.sku;
        event.qty = item.qty;
        // The bundle's price over its items, by what they cost alone.
        const auto alone = product.price.minor * item.qty;
        event.value = offer.prices.listPrice > 0
            ? std::int64_t(double(alone) * double(offer.prices.price) / double(offer.prices.listPrice) + 0.5)
            : alone;
        event.channel = simulatedChannel;
        event.session = outcome.exposure.intent + "+";
        tally.purchases.emplace_back(outcome.exposure.customer, std::move(event));
    }
}

class Counter {
public:
    Counter(const decide::CompiledPack& pack, const OfferTraits& traits, const ReplayOptions& options,
        Tally& tally)
        : m_pack(pack)
        , m_traits(traits)
        , m_options(options)
        , m_tally(tally)
    {
        m_tally.offers.resize(pack.offers.size());
    }

    void person(const Person& person, const PersonReplay& replay, decide::Scratch& scratch)
    {
        PersonRow row;
        row.customer = person.customer.id;
        m_seen.clear();
        const decide::DecideOptions options { m_options.reasons, false };
        const auto played = replay.play(person, options, scratch,
            [&](const Moment& moment, const decide::Decision& decision,
                const std::vector<Outcome>& outcomes) {
                count(decision);
                for (const auto& outcome : outcomes)
                    count(outcome, row);
                row.holdout = row.holdout || decision.arm == "holdout";
                ++row.decisions;
                for (const auto& outcome : outcomes)
                    row.offers.emplace_back(moment.at, outcome.exposure.offer);
            });
        if (!played && ++m_tally.refused == 1)
            m_tally.firstRefusal = played.error().text();
        if (!row.offers.empty())
            row.firstOffer = row.offers.front().second;
        for (const auto offer : m_seen)
            ++m_tally.offers[offer].customers;
        m_tally.people.push_back(std::move(row));
    }

private:
    void count(const decide::Decision& decision)
    {
        ++m_tally.decisions;
        if (decision.offers.empty() && decision.withheld.empty()) {
            ++m_tally.silent;
            add(m_tally.noneBecause, decision.noneBecause);
        }
        ++m_tally.cells[{ std::string(decision.stage), std::string(decision.motivation) }];
        for (const auto& considered : decision.considered) {
            auto& offer = m_tally.offers[considered.offer];
            ++offer.considered;
            for (const auto& block : considered.blockedBy) {
                auto text = block.text();
                add(m_tally.blockedBy, text);
                ++offer.blockedBy[std::move(text)];
            }
        }
    }

    void count(const Outcome& outcome, PersonRow& row)
    {
        auto& offer = m_tally.offers[outcome.offer];
        if (outcome.exposure.withheld) {
            ++offer.withheld;
        } else {
            const double margin = outcome.propensity * double(m_traits.of(outcome.offer).margin);
            ++offer.shown;
            offer.attached += outcome.attached;
            offer.organic += outcome.organic;
            offer.declined += outcome.exposure.declinedAt ? 1 : 0;
            offer.margin += margin;
            m_seen.insert(outcome.offer);
            ++row.shown;
            row.attached += outcome.attached;
            row.expectedMargin += margin;
            if (m_options.keepExposures && outcome.attached && !outcome.organic)
                addPurchase(m_pack, outcome, m_tally);
        }
        if (m_options.keepExposures)
            m_tally.exposures.push_back(outcome.exposure);
    }

    const decide::CompiledPack& m_pack;
    const OfferTraits& m_traits;
    const ReplayOptions& m_options;
    Tally& m_tally;
    std::set<decide::Index> m_seen;
};

template <typename Map, typename Other>
void addAll(Map& into, const Other& from)
{
    for (const auto& [key, n] : from)
        into[key] += n;
}

void addTally(ReplayResult& result, Tally& tally, std::vector<OfferCounts>& offers)
{
    result.decisions += tally.decisions;
    result.silent += tally.silent;
    if (result.refusedRequests == 0)
        result.firstRefusal = tally.firstRefusal;
    result.refusedRequests += tally.refused;
    addAll(result.noneBecause, tally.noneBecause);
    addAll(result.blockedBy, tally.blockedBy);
    addAll(result.cells, tally.cells);
    offers.resize(std::max(offers.size(), tally.offers.size()));
    for (std::size_t i = 0; i < tally.offers.size(); ++i) {
        auto& o = offers[i];
        const auto& t = tally.offers[i];
        o.considered += t.considered;
        o.shown += t.shown;
        o.withheld += t.withheld;
        o.attached += t.attached;
        o.organic += t.organic;
        o.declined += t.declined;
        o.customers += t.customers;
        o.margin += t.margin;
        addAll(o.blockedBy, t.blockedBy);
    }
    std::move(tally.people.begin(), tally.people.end(), std::back_inserter(result.people));
    std::move(tally.exposures.begin(), tally.exposures.end(), std::back_inserter(result.exposures));
    std::move(tally.purchases.begin(), tally.purchases.end(), std::back_inserter(result.purchases));
}

void finish(ReplayResult& result, const decide::CompiledPack& pack, const std::vector<OfferCounts>& offers)
{
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto& o = offers[i];
        result.shown += o.shown;
        result.withheld += o.withheld;
        result.attached += o.attached;
        result.organic += o.organic;
        result.offers.push_back({ pack.offers[i].source->id, o.considered, o.shown, o.withheld, o.attached,
            o.organic, o.declined, o.customers, shareFigure(o.attached, o.shown), o.margin, o.blockedBy });
    }
    result.opportunities = result.shown + result.withheld;
    for (const auto& [cell, n] : result.cells) {
        result.stages[cell.first] += n;
        result.motivations[cell.second] += n;
    }
    result.attachRate = shareFigure(result.attached, result.shown);
    std::vector<double> asks;
    std::vector<double> margin;
    for (const auto& person : result.people) {
        asks.push_back(double(person.shown));
        margin.push_back(person.expectedMargin);
    }
    result.asksPerCustomer = meanFigure(asks);
    result.marginPerCustomer = meanFigure(margin);
}

}

Result<ReplayResult> replay(const decide::CompiledPack& pack, const Population& population,
    const ReplayOptions& options, const Progress& progress)
{
    ReplayResult result;
    result.options = options;
    result.until = population.dataEnd();
    result.from = result.until - days(options.days);
    const auto all = population.size();
    const auto count = options.customers > 0 ? std::min(all, std::size_t(options.customers)) : all;
    result.customers = std::int64_t(count);

    const OfferTraits traits(pack);
    const PersonReplay person(pack, traits, options.seed, result.from, result.until);
    std::vector<Tally> tallies((count + chunkSize - 1) / chunkSize);
    std::atomic<std::int64_t> done { 0 };
    const bool ran = forChunks(
        count, chunkSize, options.threads, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
            thread_local decide::Scratch scratch;
            Counter counter(pack, traits, options, tallies[chunk]);
            for (std::size_t i = begin; i < end; ++i)
                counter.person(population.people()[i], person, scratch);
            return goOn(progress, done += std::int64_t(end - begin), std::int64_t(count));
        });
    if (!ran)
        return fail(ErrorCode::Cancelled, "The simulation was stopped.");
    std::vector<OfferCounts> offers(pack.offers.size());
    for (auto& tally : tallies)
        addTally(result, tally, offers);
    finish(result, pack, offers);
    return result;
}

Result<std::vector<ExplainedMoment>> explain(const decide::CompiledPack& pack, const Population& population,
    const ReplayOptions& options, std::string_view customer)
{
    const auto* person = population.find(customer);
    if (!person)
        return fail(
            ErrorCode::NotFound, "No customer \"" + std::string(customer) + "\" is in the population");
    const OfferTraits traits(pack);
    const PersonReplay replay(
        pack, traits, options.seed, population.dataEnd() - days(options.days), population.dataEnd());
    std::vector<ExplainedMoment> out;
    decide::Scratch scratch;
    const auto played = replay.play(*person, { true, true }, scratch,
        [&](const Moment& moment, const decide::Decision& decision, const std::vector<Outcome>& outcomes) {
            ExplainedMoment explained { moment, canonicalJson(decide::writeDecision(decision, true)), {} };
            for (const auto& outcome : outcomes)
                explained.outcome.push_back(outcome.exposure);
            out.push_back(std::move(explained));
        });
    if (!played)
        return fail(played.error());
    return out;
}

}
