// SPDX-License-Identifier: Apache-2.0
#include "model/catalogue.h"

#include <algorithm>

namespace ow::model {

const Product* Catalogue::find(std::string_view sku) const
{
    const auto it = std::ranges::lower_bound(
        products, sku, {}, [](const Product& p) { return std::string_view(p.sku); });
    return it != products.end() && it->sku == sku ? &*it : nullptr;
}

}
