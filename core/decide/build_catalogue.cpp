// SPDX-License-Identifier: Apache-2.0
#include "decide/pack_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

// Products, and the edges between them.

namespace ow::decide {

using expr::Value;

void PackBuilder::buildProducts()
{
    CompiledPack& p = *m_out;
    std::vector<const model::Product*> sorted;
    for (const model::Product& product : p.pack.products)
        sorted.push_back(&product);
    std::ranges::sort(
        sorted, {}, [](const model::Product* product) { return std::string_view(product->sku); });
    p.products.resize(sorted.size());
    std::unordered_map<std::string_view, Value> kept; // one text for all equal ones
    const auto once = [&](std::string_view text) { return kept.emplace(text, Value::of(text)).first->second; };
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const model::Product& source = *sorted[i];
        CompiledProduct& out = p.products[i];
        out.source = &source;
        p.m_products.emplace(source.sku, Index(i));
        out.family = p.m_families.emplace(source.family, Index(p.m_families.size())).first->second;
        for (const std::string& tag : source.tags)
            out.tags.push_back(Value::of(std::string_view(tag)));
        out.values = { Value::of(std::string_view(source.sku)), Value::of(std::string_view(source.title)),
            once(source.family), once(source.category),
            Value::of(source.price.minor), Value::of(source.cost.minor), Value::of(source.stock.value_or(-1)),
            Value::list(out.tags) };
    }
}

Index PackBuilder::edgeEnd(const model::EdgeEnd& end, std::string at)
{
    const CompiledPack& p = *m_out;
    if (!end.family)
        return reference(p.m_products, end.key, "product", std::move(at));
    const Index family = reference(p.m_families, end.key, "family", std::move(at));
    return family == none ? none : Index(p.products.size()) + family;
}

void PackBuilder::buildEdges()
{
    CompiledPack& p = *m_out;
    const std::size_t ends = p.products.size() + p.m_families.size();
    p.complements.resize(ends);
    p.m_offersWith.resize(ends);
    for (std::size_t o = 0; o < p.offers.size(); ++o) {
        for (const CompiledItem& item : p.offers[o].items) {
            if (item.product == none)
                continue;
            for (const Index end :
                { item.product, Index(p.products.size()) + p.products[item.product].family }) {
                std::vector<Index>& list = p.m_offersWith[end];
                if (list.empty() || list.back() != o)
                    list.push_back(Index(o));
            }
        }
    }
    for (std::size_t i = 0; i < p.pack.adjacency.size(); ++i) {
        const model::Edge& edge = p.pack.adjacency[i];
        const Index from = edgeEnd(edge.from, fmt::format("adjacency[{}].from", i));
        const Index to = edgeEnd(edge.to, fmt::format("adjacency[{}].to", i));
        if (from == none || to == none)
            continue;
        if (edge.kind == model::EdgeKind::Complement) {
            if (!p.m_offersWith[to].empty())
                p.complements[from].push_back({ edge.weight, &p.m_offersWith[to] });
        } else {
            p.m_substitutes.insert(std::uint64_t(from) << 32 | to);
            p.m_substitutes.insert(std::uint64_t(to) << 32 | from);
        }
    }
}

}
