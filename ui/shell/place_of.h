// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/objects.h"

#include <string>

namespace ow::ui {

/// Where a key path of a pack ("offers[2].when") leads in the draft that the pack is made of.
struct Place {
    store::ObjectKey key; ///< kind "" = the pack as a whole
    QString words; ///< "Offer “USB-C dock”, when"
    QString screen;
    std::string sku; ///< where the path is a product's
};

/// `products`: the SKUs in the pack's order.
Place placeOf(const model::Draft& draft, const model::Catalogue& catalogue, const std::string& path);

}
