// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command.h"

#include <string>

namespace ow::ui {

/// What the Inspector shows: one authored object, one product or one customer.
struct Selection {
    enum class Kind { None, Object, Product, Customer };
    Kind kind = Kind::None;
    store::ObjectKey object; ///< Kind::Object
    std::string id; ///< SKU or customer id

    static Selection none() { return {}; }
    static Selection of(std::string objectKind, std::string objectId)
    {
        return { Kind::Object, { std::move(objectKind), std::move(objectId) }, {} };
    }
    static Selection product(std::string sku) { return { Kind::Product, {}, std::move(sku) }; }
    static Selection customer(std::string customerId)
    {
        return { Kind::Customer, {}, std::move(customerId) };
    }

    friend bool operator==(const Selection&, const Selection&) = default;
};

}
