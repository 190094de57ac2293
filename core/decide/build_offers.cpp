// SPDX-License-Identifier: Apache-2.0
#include "decide/pack_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

// Offers and the experiments on them.

namespace ow::decide {

using expr::Kind;
using expr::Place;
using expr::Value;

void PackBuilder::buildOffers()
{
    CompiledPack& p = *m_out;
    m_offerSources.resize(p.pack.offers.size());
    std::iota(m_offerSources.begin(), m_offerSources.end(), std::size_t(0));
    // By id, so that the order of ids is the order of indices.
    std::ranges::sort(
        m_offerSources, {}, [&](std::size_t i) { return std::string_view(p.pack.offers[i].id); });
    p.offers.resize(p.pack.offers.size());
    for (std::size_t i = 0; i < p.offers.size(); ++i) {
        p.offers[i].source = &p.pack.offers[m_offerSources[i]];
        p.m_offers.emplace(p.offers[i].source->id, Index(i));
    }
    for (std::size_t i = 0; i < p.offers.size(); ++i)
        buildOffer(Index(i), m_offerSources[i]);
    // Errors in the pack's order, not in the order of ids.
    for (auto* list : { &m_errors, &m_warnings })
        std::ranges::stable_sort(*list, {},
            [](const Error& e) { return e.at.starts_with("offers[") ? std::stoul(e.at.substr(7)) : 0UL; });
}

void PackBuilder::buildOffer(Index index, std::size_t sourceIndex)
{
    CompiledPack& p = *m_out;
    CompiledOffer& out = p.offers[index];
    const model::Offer& source = *out.source;
    const std::string path = fmt::format("offers[{}]", sourceIndex);
    buildItems(out, path);
    buildOfferValues(out);
    out.placements.resize(p.pack.placements.size());
    for (std::size_t k = 0; k < source.placements.size(); ++k) {
        const Index placement = reference(
            p.m_placements, source.placements[k], "placement", fmt::format("{}.placements[{}]", path, k));
        if (placement != none)
            out.placements[placement] = true;
    }
    out.trigger = condition(source.trigger, Place::Offer, path + ".trigger");
    out.when = condition(source.when, Place::Offer, path + ".when");
    if (auto propensity = program(source.propensity, at(Place::Offer), Kind::Double, path + ".propensity"))
        out.propensity = std::move(*propensity);
    if (Result<Because> because = Because::parse(source.because, at(Place::Offer)))
        out.because = needing(std::move(*because));
    else
        error(path + ".because", because.error().message);
    if (!source.replacedBy.empty())
        reference(p.m_offers, source.replacedBy, "offer", path + ".replaced_by");
    if (!out.trigger.never)
        p.triggered.push_back(index);
}

Because PackBuilder::needing(Because because) const
{
    because.needs = needs::of(because.reads(), m_out->nameSlots);
    return because;
}

void PackBuilder::buildItems(CompiledOffer& out, const std::string& path)
{
    const CompiledPack& p = *m_out;
    const model::Offer& source = *out.source;
    for (std::size_t k = 0; k < source.anchors.size(); ++k)
        reference(p.m_products, source.anchors[k], "product", fmt::format("{}.anchors[{}]", path, k));
    std::int64_t listPrice = 0;
    std::int64_t cost = 0;
    bool fits = true;
    for (std::size_t k = 0; k < source.items.size(); ++k) {
        const model::OfferItem& item = source.items[k];
        const Index product
            = reference(p.m_products, item.sku, "product", fmt::format("{}.items[{}].sku", path, k));
        out.items.push_back(
            { product, item.qty, std::ranges::find(source.anchors, item.sku) != source.anchors.end() });
        if (product == none)
            continue;
        const model::Product& sold = *p.products[product].source;
        std::int64_t amount = 0;
        fits = fits && !__builtin_mul_overflow(sold.price.minor, item.qty, &amount)
            && !__builtin_add_overflow(listPrice, amount, &listPrice);
        fits = fits && !__builtin_mul_overflow(sold.cost.minor, item.qty, &amount)
            && !__builtin_add_overflow(cost, amount, &cost);
    }
    constexpr std::int64_t most = 1'000'000'000'000'000'000;
    if (!fits || listPrice > most || cost > most || listPrice < -most || cost < -most)
        error(path + ".items", "The items' prices add up to more than can be counted");
    else
        out.prices = pricesAt(source.price.minor, listPrice, cost);
    const model::Guardrails& g = p.pack.guardrails;
    out.marginTooLow
        = g.marginScope == model::MarginScope::Offer && g.minMarginBp && out.prices.marginBp < *g.minMarginBp;
    out.discountTooHigh = source.kind != model::OfferKind::Service && g.maxDiscountBp
        && out.prices.discountBp > *g.maxDiscountBp;
    if (m_find != Find::Warnings || source.status != model::OfferStatus::Active)
        return;
    if (out.marginTooLow)
        warn(path + ".price",
            fmt::format("The margin is {} bp, below the guardrail of {} bp: the offer is active and will "
                        "never be shown",
                out.prices.marginBp, *g.minMarginBp));
    if (out.discountTooHigh)
        warn(path + ".price",
            fmt::format("The discount is {} bp, above the guardrail of {} bp: the offer is active and will "
                        "never be shown",
                out.prices.discountBp, *g.maxDiscountBp));
}

void PackBuilder::buildOfferValues(CompiledOffer& out)
{
    const model::Offer& o = *out.source;
    const OfferPrices& prices = out.prices;
    out.values = { Value::of(std::string_view(o.id)), Value::of(std::string_view(o.name)),
        Value::of(name(o.kind)), Value::of(name(o.role)), Value::of(name(o.tier)), Value::of(name(o.mission)),
        Value::of(prices.price), Value::of(prices.listPrice), Value::of(prices.discountBp),
        Value::of(prices.margin), Value::of(prices.marginBp) };
}

void PackBuilder::buildExperiments()
{
    CompiledPack& p = *m_out;
    p.experiments.resize(p.pack.experiments.size());
    for (std::size_t i = 0; i < p.pack.experiments.size(); ++i) {
        const model::Experiment& experiment = p.pack.experiments[i];
        const std::string path = fmt::format("experiments[{}]", i);
        const Index offer = reference(p.m_offers, experiment.offer, "offer", path + ".offer");
        if (offer != none)
            p.offers[offer].experiments.push_back(Index(i));
        std::vector<CompiledArm>& arms = p.experiments[i].arms;
        arms.resize(experiment.arms.size());
        for (std::size_t k = 0; k < arms.size(); ++k)
            buildArm(experiment, experiment.arms[k], arms[k], fmt::format("{}.arms[{}]", path, k));
    }
}

void PackBuilder::buildArm(
    const model::Experiment& experiment, const model::Arm& arm, CompiledArm& out, const std::string& path)
{
    const CompiledPack& p = *m_out;
    if (arm.withhold && (arm.because || arm.price || arm.name))
        error(path, "An arm that withholds shows nothing: it cannot override because, price or name as well");
    if (arm.because) {
        Result<Because> because = Because::parse(*arm.because, at(Place::Offer));
        if (because)
            out.because = needing(std::move(*because));
        else
            error(path + ".because", because.error().message);
    }
    const Index index = p.offer(experiment.offer);
    if (!arm.price || index == none)
        return;
    const CompiledOffer& offer = p.offers[index];
    const model::Guardrails& g = p.pack.guardrails;
    const OfferPrices prices = pricesAt(arm.price->minor, offer.prices.listPrice, offer.prices.cost);
    if (g.marginScope == model::MarginScope::Offer && g.minMarginBp && prices.marginBp < *g.minMarginBp)
        error(path + ".price",
            fmt::format("At this price the margin is {} bp, below the guardrail of {} bp", prices.marginBp,
                *g.minMarginBp));
    else if (offer.source->kind != model::OfferKind::Service && g.maxDiscountBp
        && prices.discountBp > *g.maxDiscountBp)
        error(path + ".price",
            fmt::format("At this price the discount is {} bp, above the guardrail of {} bp",
                prices.discountBp, *g.maxDiscountBp));
}

}
