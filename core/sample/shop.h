// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "model/catalogue.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::sample {

/// A corner of the shop and the people who walk in it.
struct World {
    std::string_view id;
    double share = 0; ///< of customers who care for it
    std::vector<std::pair<std::string_view, double>> anchors; ///< core families with their weights
    std::vector<std::string_view> searches;
};

const std::vector<World>& worlds();

/// The catalogue with the look-ups that customers need. Immutable.
class Shop {
public:
    Shop();

    const model::Product& product(std::string_view sku) const; ///< throws std::out_of_range
    /// A product of the family; earlier SKUs are the popular ones.
    const model::Product& pick(Philox& random, std::string_view family) const;
    /// One of the SKU's planted substitutes; "" = it has none.
    std::string_view substituteOf(Philox& random, std::string_view sku) const;
    const std::vector<const model::Product*>& family(std::string_view family) const;

private:
    model::Catalogue m_catalogue;
    std::map<std::string, std::vector<const model::Product*>, std::less<>> m_families;
    std::map<std::string, std::vector<std::string>, std::less<>> m_substitutes;
};

}
