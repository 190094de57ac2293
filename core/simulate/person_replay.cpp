// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/person_replay.h"

#include "base/random.h"

#include <algorithm>

namespace ow::simulate {

namespace {

constexpr double declineShare = 0.1; ///< of those who are shown an offer and do not take it

std::uint64_t mixed(std::uint64_t hash, std::string_view text)
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

/// The stream of one (customer, moment, offer): FNV-1a over what names them.
std::uint64_t streamOf(std::string_view customer, const Moment& moment, std::string_view offer)
{
    std::uint64_t hash = mixed(0xcbf29ce484222325U, customer);
    hash = (hash ^ std::uint64_t(moment.at.ms)) * 0x100000001b3U;
    hash = mixed(hash, moment.placement);
    return mixed(hash, offer);
}

decide::HistoryExposure historyOf(const Outcome& outcome, decide::Index placement)
{
    decide::HistoryExposure e;
    e.offer = outcome.offer;
    e.placement = placement;
    const auto set = [&](model::Outcome which, const std::optional<Timestamp>& at) {
        if (at)
            e.times[std::size_t(which)] = at->ms;
    };
    e.times[std::size_t(model::Outcome::Shown)] = outcome.exposure.at.ms;
    set(model::Outcome::Clicked, outcome.exposure.clickedAt);
    set(model::Outcome::Accepted, outcome.exposure.acceptedAt);
    set(model::Outcome::Declined, outcome.exposure.declinedAt);
    return e;
}

}

Duration attachWindow(std::string_view placement)
{
    return placement == "pdp" || placement == "cart" || placement == "checkout" ? hours(24) : days(7);
}

OfferTraits::OfferTraits(const decide::CompiledPack& pack)
{
    for (const auto& offer : pack.offers) {
        Trait trait;
        trait.margin = offer.prices.margin;
        for (const bool withAnchors : { false, true }) {
            for (const auto& item : offer.items)
                if (item.product != decide::none && (withAnchors || !item.anchor))
                    trait.skus.push_back(pack.products[item.product].source->sku);
            if (!trait.skus.empty())
                break; // anchors count only where an offer has nothing else
        }
        m_traits.push_back(std::move(trait));
    }
}

PersonReplay::PersonReplay(const decide::CompiledPack& pack, const OfferTraits& traits, std::uint64_t seed,
    Timestamp from, Timestamp until)
    : m_pack(pack)
    , m_traits(traits)
    , m_seed(seed)
    , m_from(from)
    , m_until(until)
{
}

Outcome PersonReplay::respond(const Person& person, const Moment& moment, const decide::Decision& decision,
    const decide::ChosenOffer& chosen, bool withheld) const
{
    Outcome outcome;
    outcome.offer = chosen.offer;
    outcome.propensity = std::clamp(chosen.propensity, 0.0, 1.0);
    auto& e = outcome.exposure;
    e.at = moment.at;
    e.offer = chosen.id;
    e.placement = moment.placement;
    e.customer = person.customer.id;
    e.intent = moment.intent;
    e.arm = decision.arm;
    e.withheld = withheld;
    if (decision.arm != "holdout" && !chosen.variants.empty() && !chosen.variants.front().second.empty()) {
        e.experiment = chosen.variants.front().first;
        e.arm = chosen.variants.front().second;
    }

    const auto& skus = m_traits.of(chosen.offer).skus;
    const Timestamp end = moment.at + attachWindow(moment.placement);
    const auto first = std::upper_bound(person.events.begin(), person.events.end(), moment.at,
        [](Timestamp t, const model::Event& event) { return t < event.at; });
    const auto organic = std::find_if(first, person.events.end(), [&](const model::Event& event) {
        return event.at >= end
            || (event.type == "purchased" && std::find(skus.begin(), skus.end(), event.sku) != skus.end());
    });
    outcome.organic = organic != person.events.end() && organic->at < end;

    Philox random(m_seed, streamOf(person.customer.id, moment, chosen.id));
    const bool responds = random.bernoulli(outcome.propensity);
    const bool declines = random.bernoulli(declineShare);
    // A tenth to a whole of an hour at the shelf, up to a working day for what was sent.
    const double pace = 0.1 + 0.9 * random.uniform();
    const auto delay
        = seconds(std::int64_t(pace * (attachWindow(moment.placement) > hours(24) ? 36'000.0 : 900.0)));
    if (withheld) {
        outcome.attached = outcome.organic;
        return outcome;
    }
    outcome.attached = outcome.organic || responds;
    if (outcome.attached) {
        e.acceptedAt = outcome.organic ? organic->at : moment.at + delay;
        e.clickedAt = std::min(*e.acceptedAt, moment.at + seconds(20));
    } else if (declines) {
        e.declinedAt = moment.at + seconds(30);
    }
    return outcome;
}

Result<void> PersonReplay::play(const Person& person, const decide::DecideOptions& options,
    decide::Scratch& scratch, const Watch& watch, const Ask& ask) const
{
    auto history = std::make_shared<decide::History>();
    for (const auto& event : person.events)
        history->add(m_pack, event);
    history->sort();
    decide::Request request(m_pack);
    request.customerId = person.customer.id;
    for (const auto& [name, value] : person.customer.attributes) {
        if (m_pack.customerAttribute(name) == decide::none)
            continue; // production sends what the pack asks for
        if (auto set = request.setCustomer(m_pack, name, value); !set)
            return fail(set.error());
    }
    request.history = history;

    std::vector<Outcome> outcomes;
    for (const auto& moment : moments(m_pack.pack, person, m_from, m_until)) {
        request.now = moment.at;
        request.placement = m_pack.placement(moment.placement);
        request.focus = moment.focus.empty() ? decide::none : m_pack.product(moment.focus);
        request.intent = moment.intent;
        request.cart.clear();
        for (const auto& line : moment.cart)
            if (const auto product = m_pack.product(line.sku); product != decide::none)
                request.cart.push_back({ product, std::max<std::int64_t>(line.qty, 1) });
        if (ask && !ask(request))
            return {};
        const decide::Decision& decision = decide::decide(m_pack, request, scratch, options);
        outcomes.clear();
        for (const auto& chosen : decision.offers)
            outcomes.push_back(respond(person, moment, decision, chosen, false));
        for (const auto& chosen : decision.withheld)
            outcomes.push_back(respond(person, moment, decision, chosen, true));
        for (const auto& outcome : outcomes)
            if (!outcome.exposure.withheld) // the holdout was not asked, so no cap and no cooldown counts it
                history->add(historyOf(outcome, request.placement));
        watch(moment, decision, outcomes);
    }
    return {};
}

}
