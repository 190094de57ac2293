// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shop.h"

#include "sample/sample.h"
#include "sample/truths.h"

#include <stdexcept>

namespace ow::sample {

const std::vector<World>& worlds()
{
    static const std::vector<World> all {
        { "office", 0.44,
            { { "laptops", 0.55 }, { "monitors", 0.2 }, { "tablets", 0.13 }, { "printers", 0.12 } },
            { "dock for laptop", "laptop easy setup", "screen for two laptops", "laptop sleeve protect",
                "first home office", "home office kit" } },
        { "baby", 0.2,
            { { "strollers", 0.6 }, { "car seats", 0.2 }, { "baby monitors", 0.1 }, { "play mats", 0.05 },
                { "high chairs", 0.05 } },
            { "stroller rain cover", "first stroller", "stroller for travel", "car seat safe",
                "cup holder stroller" } },
        { "kitchen", 0.42, { { "blenders", 0.62 }, { "coffee makers", 0.28 }, { "juicers", 0.1 } },
            { "smoothie easy", "first blender", "bottle to go", "water filter", "healthy reset kit" } },
        { "tools", 0.28, { { "drills", 0.6 }, { "saws", 0.2 }, { "sanders", 0.2 } },
            { "drill for brick wall", "first drill", "bit set", "shelf quick", "safety glasses",
                "tool kit" } },
        { "travel", 0.32, { { "carry-ons", 0.6 }, { "suitcases", 0.2 }, { "backpacks", 0.2 } },
            { "carry-on for travel", "packing cubes", "adapter for travel", "cabin size", "finder tag" } },
        { "sleep", 0.18, { { "mattresses", 0.75 }, { "bed frames", 0.25 } },
            { "mattress queen", "mattress setup", "protect mattress", "side sleeper pillow" } },
        { "creator", 0.22, { { "cameras", 0.6 }, { "lenses", 0.2 }, { "drones", 0.2 } },
            { "first camera", "vlog kit", "memory card", "camera for travel", "tripod", "capture kit" } },
        { "software", 0.18, { { "software plans", 1.0 } },
            { "invoice software", "bookkeeping easy", "plan with support", "first invoice" } },
    };
    return all;
}

Shop::Shop()
    : m_catalogue(sampleCatalogue())
{
    for (const auto& product : m_catalogue.products)
        m_families[product.family].push_back(&product);
    for (const auto& pair : plantedTruths().substitutes) {
        m_substitutes[pair.a].push_back(pair.b);
        m_substitutes[pair.b].push_back(pair.a);
    }
}

const model::Product& Shop::product(std::string_view sku) const
{
    const auto* found = m_catalogue.find(sku);
    if (!found)
        throw std::out_of_range("the sample catalogue has no " + std::string(sku));
    return *found;
}

const std::vector<const model::Product*>& Shop::family(std::string_view family) const
{
    const auto it = m_families.find(family);
    if (it == m_families.end())
        throw std::out_of_range("the sample catalogue has no family " + std::string(family));
    return it->second;
}

const model::Product& Shop::pick(Philox& random, std::string_view name) const
{
    const auto& products = family(name);
    double total = 0;
    for (std::size_t i = 0; i < products.size(); ++i)
        total += 1.0 / double(i + 1);
    double u = random.uniform() * total;
    for (std::size_t i = 0; i + 1 < products.size(); ++i)
        if ((u -= 1.0 / double(i + 1)) < 0)
            return *products[i];
    return *products.back();
}

std::string_view Shop::substituteOf(Philox& random, std::string_view sku) const
{
    const auto it = m_substitutes.find(sku);
    if (it == m_substitutes.end())
        return {};
    return it->second[random.below(it->second.size())];
}

}
