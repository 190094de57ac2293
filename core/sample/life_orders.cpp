// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/life.h"
#include "sample/sample.h"
#include "sample/truths.h"

#include <algorithm>
#include <cmath>

// Orders, what follows them, and the moments at which the programme asked.

namespace ow::sample {

namespace {

bool isCareCategory(std::string_view category)
{
    return category == "computers" || category == "creator" || category == "kitchen" || category == "tools";
}

/// The product of the offer as the programme sold it.
std::string_view skuOf(std::string_view offer)
{
    static const std::map<std::string_view, std::string_view> skus { { "dock", "DOCK-11" },
        { "care_plan", "CARE-2Y" }, { "bottle_trio", "BOT-3PK" }, { "mattress_setup", "SET-WG" },
        { "protector", "PRT-Q" }, { "bit_set", "BIT-65" }, { "rain_cover", "RAIN-UNI" }, { "cubes", "CUB-4" },
        { "plan_setup", "ONB-SETUP" }, { "priority_support", "SUP-PRIO" }, { "filters_refill", "FIL-3" },
        { "setup_session", "HELP-30" }, { "sleeve", "SLV-14" }, { "memory_card", "CRD-256" },
        { "adapter", "ADP-UNI" }, { "rush_delivery", "RUSH-1" } };
    return skus.at(offer);
}

/// What the programme asked where, by the family of the thing that is looked at or bought.
std::string_view offerFor(std::string_view family, std::string_view placement)
{
    static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> plan {
        { { "strollers", "pdp" }, "rain_cover" },
        { { "drills", "pdp" }, "bit_set" },
        { { "carry-ons", "pdp" }, "cubes" },
        { { "laptops", "cart" }, "sleeve" },
        { { "carry-ons", "cart" }, "cubes" },
        { { "drills", "cart" }, "bit_set" },
        { { "cameras", "cart" }, "memory_card" },
        { { "mattresses", "cart" }, "mattress_setup" },
        { { "laptops", "order_page" }, "dock" },
        { { "blenders", "order_page" }, "bottle_trio" },
        { { "strollers", "order_page" }, "rain_cover" },
        { { "software plans", "order_page" }, "plan_setup" },
    };
    const auto it = plan.find({ family, placement });
    return it == plan.end() ? std::string_view {} : it->second;
}

}

/// Asks on a page of the visit. What it attaches goes into `cart` where there is one, else into an order of
/// its own.
void Life::offerOnPage(
    Visit& visit, std::string_view family, std::string_view placement, std::vector<Line>* cart)
{
    const auto offer = offerFor(family, placement);
    if (offer.empty() || owns(skuOf(offer)) || (placement == "pdp" && m_random.bernoulli(0.4)))
        return;
    const std::string sku(skuOf(offer));
    if (cart && std::any_of(cart->begin(), cart->end(), [&](const Line& l) { return l.sku == sku; }))
        return;
    const auto outcome = m_programme.ask(visit.now, offer, placement, visit.id);
    visit.now = visit.now + seconds(30);
    if (!outcome)
        return;
    const Timestamp bought = visit.now + seconds(240);
    if (outcome->attached && cart) {
        cart->push_back({ sku });
        m_programme.accepted(outcome->row, bought);
    } else if (outcome->attached) {
        buyAlone(placement == "order_page" ? within(visit.now, 0.1, 100) : bought, { { sku } }, visit.channel,
            outcome->row);
    } else if (offer == "bottle_trio" && outcome->draw < plantedTruths().offer("bottle_trio").shown) {
        // Not asked, they buy two single bottles instead: what the pack of three takes away.
        buyAlone(within(visit.now, 1, 110), { { "BOT-07", 2 } }, visit.channel, std::string::npos);
    }
}

void Life::offerBySend(Timestamp at, std::string_view offer, std::string_view placement)
{
    const std::string sku(skuOf(offer));
    if ((placement == "email" && !mailable()) || (owns(sku) && offer != "filters_refill"))
        return;
    const Visit visit { "mail-" + newSession(), placement == "email" ? "email" : "app", at };
    const auto outcome = m_programme.ask(at, offer, placement, visit.id);
    if (!outcome)
        return;
    if (outcome->attached)
        buyAlone(within(at, 0.5, 120), { { sku } }, "web", outcome->row);
    else if (offer == "bottle_trio" && outcome->draw < plantedTruths().offer("bottle_trio").shown)
        buyAlone(within(at, 0.5, 120), { { "BOT-07", 2 } }, "web", std::string::npos);
}

bool Life::buyAlone(Timestamp at, const std::vector<Line>& lines, std::string_view channel, std::size_t row)
{
    const Visit visit { newSession(), std::string(channel), at };
    for (const auto& line : lines) {
        const auto& product = m_shop.product(line.sku);
        auto& event = log(at, "purchased", line.sku, visit);
        event.qty = line.qty;
        event.value = product.price.minor * line.qty;
        m_owned.insert(line.sku);
        m_ownedFamilies[product.family] = at;
    }
    if (row == std::string::npos || at >= yearEnd())
        return at < yearEnd();
    m_programme.accepted(row, at);
    if (m_random.bernoulli(0.03)) {
        const Timestamp back = within(at, 96, 500);
        auto& event = log(back, "returned", lines.front().sku, visit);
        event.value = m_shop.product(lines.front().sku).price.minor;
        m_programme.returned(row, back);
    }
    return true;
}

void Life::order(Visit& visit, std::vector<Line> lines)
{
    for (const auto& line : lines) {
        log(visit.now, "cart_added", line.sku, visit).qty = line.qty;
        visit.now = visit.now + seconds(20);
    }
    if (m_random.bernoulli(0.07)) { // has second thoughts, and third ones
        log(visit.now, "cart_removed", lines.back().sku, visit);
        log(visit.now + seconds(30), "cart_added", lines.back().sku, visit);
        visit.now = visit.now + seconds(60);
    }
    const std::string family = m_shop.product(lines.front().sku).family;
    offerOnPage(visit, family, "cart", &lines);
    bool careShown = false;
    if (!checkout(visit, lines, careShown))
        return;
    for (const auto& line : lines) {
        const auto& product = m_shop.product(line.sku);
        auto& event = log(visit.now, "purchased", line.sku, visit);
        event.qty = line.qty;
        event.value = product.price.minor * line.qty;
        m_owned.insert(line.sku);
        m_ownedFamilies[product.family] = visit.now;
    }
    afterOrder(visit, lines, careShown);
}

/// Whether the order goes through. Asking for the care plan here is what costs the sale.
bool Life::checkout(Visit& visit, std::vector<Line>& lines, bool& careShown)
{
    log(visit.now, "checkout_started", {}, visit);
    visit.now = visit.now + seconds(40);
    const auto& core = m_shop.product(lines.front().sku);
    const double completes = m_random.uniform();
    const bool wantsCare = isCareCategory(core.category) && core.price.minor >= 8'000;
    double completion = 0.92;
    if (wantsCare || m_random.bernoulli(0.3)) {
        const std::string_view offer = wantsCare ? "care_plan" : "rush_delivery";
        if (const auto outcome = m_programme.ask(visit.now, offer, "checkout", visit.id)) {
            careShown = wantsCare && outcome->shown;
            completion += careShown ? plantedTruths().harmCompletion : 0;
            if (outcome->attached && completes < completion) {
                lines.push_back({ std::string(skuOf(offer)) });
                m_programme.accepted(outcome->row, visit.now + seconds(90));
            }
        }
    }
    visit.now = visit.now + seconds(90);
    return completes < completion;
}

void Life::afterOrder(const Visit& visit, const std::vector<Line>& lines, bool careShown)
{
    Visit page = visit;
    page.now = page.now + seconds(30);
    const auto& core = m_shop.product(lines.front().sku);
    offerOnPage(page, core.family, "order_page", nullptr);
    plan(within(visit.now, 19, 26), Step::OrderMail, core.family);
    for (const auto& line : lines)
        careFor(visit, m_shop.product(line.sku), careShown && line.sku == core.sku);
    if (core.family == "mattresses")
        plan(visit.now + days(6), Step::ProtectorMail);
    if (core.family == "software plans")
        startPlan(visit.now, core);
    if (core.family == "coffee makers" || core.sku == "FIL-3")
        plan(visit.now + days(78 + std::int64_t(m_random.below(14))), Step::Refill);
}

/// How-tos, cases, surveys and returns of one bought line.
void Life::careFor(const Visit& visit, const model::Product& product, bool careShown)
{
    if (m_random.bernoulli(0.12)) {
        const Timestamp read = within(visit.now, 2, 150);
        log(read, "howto_read", product.sku, { newSession(), visit.channel, read }).text
            = "getting started: " + product.family;
    }
    if (m_random.bernoulli(0.045)) {
        const Timestamp opened = within(visit.now, 20, 300);
        const Timestamp resolved
            = opened + seconds(std::int64_t((1.0 + 22.0 * m_random.exponential()) * 3600.0));
        const Visit desk { {}, "support", opened };
        log(opened, "case_opened", product.sku, desk).text
            = m_random.bernoulli(0.15) ? "escalated" : "question";
        log(resolved, "case_resolved", product.sku, desk);
        m_programme.addCase(opened, resolved);
        if (m_random.bernoulli(0.7)) {
            const double u = m_random.uniform();
            log(within(resolved, 0.2, 20), "survey", product.sku, desk).value = u < 0.45 ? 5
                : u < 0.75                                                               ? 4
                : u < 0.87                                                               ? 3
                : u < 0.95                                                               ? 2
                                                                                         : 1;
        }
        plan(resolved + hours(3), Step::PostCase);
    }
    const double returns = 0.04 + (careShown ? plantedTruths().harmReturns : 0.0);
    if (m_random.uniform() < returns) {
        const Timestamp back = within(visit.now, 72, 600);
        auto& event = log(back, "returned", product.sku, { visit.id, visit.channel, back });
        event.value = product.price.minor;
        if (back < yearEnd() && isCareCategory(product.category))
            m_owned.erase(product.sku);
    }
}

void Life::startPlan(Timestamp at, const model::Product& product)
{
    const Visit app { newSession(), "app", at };
    log(at + seconds(60), "trial_started", product.sku, app);
    plan(at + days(14), Step::TrialEnd, product.sku);
    plan(within(at, 1, 30), Step::FeatureUse, product.sku);
}

}
