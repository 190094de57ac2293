// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace ow::decide::request {

/// The kinds of objects in a request, and their fields in the contract's order (DECISION.md, section 2): of
/// several faults the first in this order is the one that is named.
enum class Kind : std::uint8_t { Top, Customer, CartLine, Event, Exposure };

enum Top : std::uint8_t { customer, now, placement, intent, focus, cart, context, events, exposures };
enum Customer : std::uint8_t { id, attributes };
enum CartLine : std::uint8_t { sku, qty };
enum Event : std::uint8_t { at, type, eventSku, eventQty, value, channel, session, text };
enum Exposure : std::uint8_t { shownAt, offer, shownIn, clickedAt, acceptedAt, declinedAt, returnedAt };

struct Field {
    std::string_view name;
    std::string_view quoted; ///< as it stands in JSON without white space: "name":
    bool required = false;
};

#define OW_FIELD(name, required)                                                                             \
    {                                                                                                        \
        name, "\"" name "\":", required                                                                      \
    }
constexpr std::array<Field, 9> topFields { { OW_FIELD("customer", true), OW_FIELD("now", true),
    OW_FIELD("placement", true), OW_FIELD("intent", false), OW_FIELD("focus", false), OW_FIELD("cart", false),
    OW_FIELD("context", false), OW_FIELD("events", false), OW_FIELD("exposures", false) } };
constexpr std::array<Field, 2> customerFields { { OW_FIELD("id", true), OW_FIELD("attributes", false) } };
constexpr std::array<Field, 2> cartFields { { OW_FIELD("sku", true), OW_FIELD("qty", false) } };
constexpr std::array<Field, 8> eventFields { { OW_FIELD("at", true), OW_FIELD("type", true),
    OW_FIELD("sku", false), OW_FIELD("qty", false), OW_FIELD("value", false), OW_FIELD("channel", false),
    OW_FIELD("session", false), OW_FIELD("text", false) } };
constexpr std::array<Field, 7> exposureFields { { OW_FIELD("at", true), OW_FIELD("offer", true),
    OW_FIELD("placement", true), OW_FIELD("clicked_at", false), OW_FIELD("accepted_at", false),
    OW_FIELD("declined_at", false), OW_FIELD("returned_at", false) } };
#undef OW_FIELD

constexpr std::span<const Field> fieldsOf(Kind kind)
{
    switch (kind) {
    case Kind::Top:
        return topFields;
    case Kind::Customer:
        return customerFields;
    case Kind::CartLine:
        return cartFields;
    case Kind::Event:
        return eventFields;
    case Kind::Exposure:
        break;
    }
    return exposureFields;
}

}
