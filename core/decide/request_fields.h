// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/quoted_key.h"

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
    bool required = false;
};

constexpr std::uint8_t unknownField = 0xFF;

/// The fields of one kind of object. Which one a key may be is told by its first two letters, which differ in
/// all of them: no search, and no guess that an absent optional field would make wrong.
template <std::size_t count>
class Fields {
public:
    using Key = QuotedKey<2>;

    consteval explicit Fields(const std::array<Field, count>& fields)
        : m_fields(fields)
    {
        for (std::size_t f = 0; f < count; ++f) {
            m_keys[f] = Key(fields[f].name);
            m_required |= unsigned(fields[f].required) << f;
        }
        for (m_factor = 1; !placesDiffer(); ++m_factor) { }
        for (std::size_t f = 0; f < count; ++f)
            m_byLetters[placeOf(fields[f].name[0], fields[f].name[1])] = std::uint8_t(f);
    }

    /// The field whose key stands at p in the form that machines write, without white space before its
    /// colon.
    std::uint8_t usualKey(const char* p, const char* end) const
    {
        if (end - p < std::ptrdiff_t(Key::room))
            return unknownField;
        const std::uint8_t f = m_byLetters[placeOf(p[1], p[2])];
        return m_keys[f].isAt(p) ? f : unknownField;
    }
    /// Bytes of that key, marks and colon with them.
    constexpr std::size_t keySize(std::uint8_t f) const { return m_keys[f].size(); }
    std::uint8_t find(std::string_view name) const
    {
        for (std::size_t f = 0; f < count; ++f) {
            if (m_fields[f].name == name)
                return std::uint8_t(f);
        }
        return unknownField;
    }
    unsigned required() const { return m_required; } ///< a bit for each
    constexpr std::span<const Field> list() const { return m_fields; }

private:
    static constexpr std::size_t places = 32;

    constexpr std::size_t placeOf(char first, char second) const
    {
        return (std::size_t(static_cast<unsigned char>(first)) * m_factor
                   + static_cast<unsigned char>(second))
            % places;
    }
    consteval bool placesDiffer() const
    {
        std::array<bool, places> taken {};
        for (const Field& f : m_fields) {
            bool& place = taken[placeOf(f.name[0], f.name[1])];
            if (place)
                return false;
            place = true;
        }
        return true;
    }

    std::array<Field, count> m_fields;
    std::array<Key, count> m_keys {};
    std::array<std::uint8_t, places> m_byLetters {};
    std::size_t m_factor = 0;
    unsigned m_required = 0;
};

inline constexpr Fields<9> topFields({ { { "customer", true }, { "now", true }, { "placement", true },
    { "intent" }, { "focus" }, { "cart" }, { "context" }, { "events" }, { "exposures" } } });
inline constexpr Fields<2> customerFields({ { { "id", true }, { "attributes" } } });
inline constexpr Fields<2> cartFields({ { { "sku", true }, { "qty" } } });
inline constexpr Fields<8> eventFields({ { { "at", true }, { "type", true }, { "sku" }, { "qty" },
    { "value" }, { "channel" }, { "session" }, { "text" } } });
inline constexpr Fields<7> exposureFields({ { { "at", true }, { "offer", true }, { "placement", true },
    { "clicked_at" }, { "accepted_at" }, { "declined_at" }, { "returned_at" } } });

template <Kind kind>
constexpr const auto& fieldsOf()
{
    if constexpr (kind == Kind::Top)
        return topFields;
    else if constexpr (kind == Kind::Customer)
        return customerFields;
    else if constexpr (kind == Kind::CartLine)
        return cartFields;
    else if constexpr (kind == Kind::Event)
        return eventFields;
    else
        return exposureFields;
}

/// Bytes of a field's usual key, known while compiling.
template <Kind kind, std::uint8_t f>
inline constexpr std::size_t keySize = fieldsOf<kind>().keySize(f);

constexpr std::span<const Field> listOf(Kind kind)
{
    switch (kind) {
    case Kind::Top:
        return topFields.list();
    case Kind::Customer:
        return customerFields.list();
    case Kind::CartLine:
        return cartFields.list();
    case Kind::Event:
        return eventFields.list();
    case Kind::Exposure:
        break;
    }
    return exposureFields.list();
}

}
