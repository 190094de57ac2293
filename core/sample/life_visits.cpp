// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/life.h"
#include "sample/sample.h"
#include "sample/truths.h"

#include <algorithm>

// What people do in a session: search, look, compare, come back, and go for the accessory of what they own.

namespace ow::sample {

namespace {

template <typename Weighted>
std::size_t pickWeighted(Philox& random, const Weighted& items, double total)
{
    double u = random.uniform() * total;
    for (std::size_t i = 0; i + 1 < items.size(); ++i)
        if ((u -= items[i].second) < 0)
            return i;
    return items.size() - 1;
}

}

void Life::session(Timestamp at, const std::string& aboutFamily)
{
    Visit visit { newSession(), m_random.bernoulli(m_appShare) ? "app" : "web", at };
    if (visit.channel == "app") {
        log(visit.now, "app_opened", {}, visit);
        visit.now = visit.now + seconds(20);
    }
    const World& world = *m_worlds[m_random.below(m_worlds.size())];
    double total = 0;
    for (const auto& anchor : world.anchors)
        total += anchor.second;
    const std::string_view family = !aboutFamily.empty()
        ? std::string_view(aboutFamily)
        : world.anchors[pickWeighted(m_random, world.anchors, total)].first;
    if (m_random.bernoulli(0.4))
        search(visit, world);
    if (m_random.bernoulli(0.06)) {
        log(visit.now, "page_viewed", {}, visit).text = world.id == "travel" ? "trip-planner" : "what-next";
        visit.now = visit.now + seconds(45);
    }
    if (ownsFamily(family))
        accessoryVisit(visit, family);
    else
        coreVisit(visit, family);
}

void Life::search(Visit& visit, const World& world)
{
    const auto& words = world.searches;
    std::size_t pick = m_random.below(words.size());
    // On the coast it rains, and people look for covers the evening before.
    if (world.id == "baby" && m_region == "coast" && m_random.bernoulli(0.4))
        pick = 0;
    log(visit.now, "search", {}, visit).text = words[pick];
    visit.now = visit.now + seconds(15 + std::int64_t(m_random.below(60)));
}

void Life::view(Visit& visit, const model::Product& product)
{
    log(visit.now, "product_viewed", product.sku, visit);
    visit.now = visit.now + seconds(25 + std::int64_t(m_random.below(150)));
}

/// Looks at the product and, as people do, at what could stand in for it.
void Life::compare(Visit& visit, const model::Product& product)
{
    view(visit, product);
    const auto other = m_shop.substituteOf(m_random, product.sku);
    if (!other.empty() && m_random.bernoulli(0.6))
        view(visit, m_shop.product(other));
}

void Life::coreVisit(Visit& visit, std::string_view family)
{
    const auto& wanted = m_shop.pick(m_random, family);
    compare(visit, wanted);
    offerOnPage(visit, family, "pdp", nullptr);
    if (m_random.bernoulli(0.35))
        view(visit, m_shop.pick(m_random, family));
    if (m_random.bernoulli(0.08)) {
        log(visit.now, "wishlist_added", wanted.sku, visit);
        visit.now = visit.now + seconds(10);
    }
    std::vector<Line> lines;
    const bool buys = m_random.bernoulli(0.34);
    for (const auto& complement : plantedTruths().complements) {
        if (complement.family != family)
            continue;
        const bool takes = m_random.bernoulli(complement.chance);
        if (takes || m_random.bernoulli(0.08))
            view(visit, m_shop.product(complement.sku));
        if (takes && buys && !owns(complement.sku))
            lines.push_back({ complement.sku });
    }
    if (buys) {
        lines.insert(lines.begin(), { wanted.sku });
        order(visit, std::move(lines));
    } else if (m_random.bernoulli(0.3)) { // comes back to the family within two days: a rebrowse burst
        const int times = 1 + int(m_random.below(3));
        for (int i = 0; i < times; ++i)
            plan(within(visit.now, 2, 46), Step::Session, std::string(family));
    }
}

void Life::accessoryVisit(Visit& visit, std::string_view family)
{
    std::vector<std::pair<const model::Product*, double>> wishes;
    double total = 0;
    for (const auto& complement : plantedTruths().complements)
        if (complement.family == family && !owns(complement.sku)) {
            wishes.emplace_back(&m_shop.product(complement.sku), complement.chance);
            total += complement.chance;
        }
    if (wishes.empty() || m_random.bernoulli(0.25)) {
        view(visit, m_shop.pick(m_random, family)); // only looks
        return;
    }
    const auto& wanted = *wishes[pickWeighted(m_random, wishes, total)].first;
    if (m_random.bernoulli(0.2)) {
        log(visit.now, "howto_read", wanted.sku, visit).text = "how to choose " + wanted.family;
        visit.now = visit.now + seconds(120);
    }
    compare(visit, wanted);
    if (m_random.bernoulli(0.04)) {
        auto& event = log(visit.now, "price_dropped", wanted.sku, visit);
        event.value = wanted.price.minor * 9 / 10;
    }
    if (!m_random.bernoulli(0.38))
        return;
    const auto other = m_shop.substituteOf(m_random, wanted.sku);
    const bool instead = !other.empty() && m_random.bernoulli(0.45);
    std::vector<Line> lines { { instead ? std::string(other) : wanted.sku } };
    // Half of them take one more thing along; a choice shows only where more than one thing is bought.
    const auto& more = *wishes[m_random.below(wishes.size())].first;
    if (more.sku != wanted.sku && more.sku != other && m_random.bernoulli(0.6)) {
        view(visit, more);
        lines.push_back({ more.sku });
    }
    order(visit, std::move(lines));
}

}
