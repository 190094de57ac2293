// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/preset.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::ingest {

/// A catalogue made of order lines, for shops that give no other. Title = the description that most lines
/// have (of equally frequent ones the first in byte order), price = the median unit price of the lines (the
/// lower middle of an even number, so that it is a price really asked). Returns speak only for what was never
/// sold in the files. Costs are not in order lines: they are 0, or the share of the price that the context
/// names. Products that the catalogue has already are left as they are: a real catalogue knows better.
class DerivedProducts {
public:
    explicit DerivedProducts(const ImportContext& context);

    void sold(std::string_view sku, std::string_view description, Money unitPrice)
    {
        add(sku, description, unitPrice, true);
    }
    void seen(std::string_view sku, std::string_view description, Money unitPrice)
    {
        add(sku, description, unitPrice, false);
    }

    [[nodiscard]] Result<void> write(RowSink& sink) const;
    /// What a person should know of the prices and costs.
    std::string note() const;

private:
    struct Lines {
        std::map<std::string, std::int64_t, std::less<>> descriptions;
        std::vector<std::int64_t> prices;
    };
    struct Product {
        Lines sold;
        Lines seen;
    };
    void add(std::string_view sku, std::string_view description, Money unitPrice, bool sold);

    ImportContext m_context;
    std::unordered_map<std::string, Product> m_products;
    std::string m_key;
};

}
