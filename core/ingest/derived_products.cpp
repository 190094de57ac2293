// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/derived_products.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::ingest {

DerivedProducts::DerivedProducts(const ImportContext& context)
    : m_context(context)
{
}

void DerivedProducts::add(std::string_view sku, std::string_view description, Money unitPrice, bool sold)
{
    m_key.assign(sku);
    Product& product = m_products[m_key];
    Lines& lines = sold ? product.sold : product.seen;
    if (!description.empty()) {
        const auto it = lines.descriptions.find(description);
        if (it != lines.descriptions.end())
            ++it->second;
        else
            lines.descriptions.emplace(description, 1);
    }
    if (unitPrice.minor > 0) // free pieces say nothing of the price
        lines.prices.push_back(unitPrice.minor);
}

namespace {

std::int64_t median(std::vector<std::int64_t> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::string mostFrequent(const std::map<std::string, std::int64_t, std::less<>>& counts)
{
    const auto best = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return best == counts.end() ? std::string {} : best->first;
}

}

Result<void> DerivedProducts::write(RowSink& sink) const
{
    for (const auto& [sku, lines] : m_products) {
        if (m_context.catalogue && m_context.catalogue->find(sku) != nullptr)
            continue;
        const Lines& from
            = lines.sold.prices.empty() && lines.sold.descriptions.empty() ? lines.seen : lines.sold;
        model::Product product;
        product.sku = sku;
        product.title = mostFrequent(from.descriptions);
        if (product.title.empty())
            product.title = sku;
        product.price = { median(from.prices) };
        product.cost = { product.price.minor * m_context.costShareBp / 10'000 };
        if (auto ok = sink.writer().add(product); !ok)
            return ok;
    }
    return {};
}

std::string DerivedProducts::note() const
{
    const std::string prices
        = "Products were made from the order lines: the most frequent description, the median unit price. ";
    if (m_context.costShareBp == 0)
        return prices
            + "The files name no costs, so costs are 0 and margins are not to be trusted; import a catalogue "
              "with costs, or "
              "import again with a cost share.";
    return prices
        + fmt::format(
            "The files name no costs: {} % of the price was assumed.", m_context.costShareBp / 100.0);
}

}
