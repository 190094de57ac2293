// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/money.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::model {

/// One sellable thing. `sku` is free text and its key.
struct Product {
    std::string sku;
    std::string title;
    std::string family; ///< free text; what shares a family stands in for each other in facts and edges
    std::string category;
    Money price;
    Money cost;
    std::optional<std::int64_t> stock; ///< pieces; empty = not tracked
    Duration depletion; ///< how long one piece lasts; 0 = it does not run out
    std::vector<std::string> tags;

    friend bool operator==(const Product&, const Product&) = default;
};

/// The products of a project, in the order of their SKUs' bytes.
struct Catalogue {
    std::vector<Product> products;

    /// Binary search; null where the SKU is unknown.
    const Product* find(std::string_view sku) const;
};

}
