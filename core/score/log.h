// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/customer.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::score {

/// A name's number inside one Log. Numbers of different Logs have nothing to do with each other.
using NameId = std::uint32_t;
inline constexpr NameId noName = 0xffffffff;

/// Strings to small numbers and back, so that millions of rows compare integers.
class Names {
public:
    NameId id(std::string_view text);
    /// noName where the text never occurred.
    NameId find(std::string_view text) const;
    const std::string& text(NameId id) const { return m_texts[id]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::deque<std::string> m_texts; // a deque: the map's views must stay where they are
    std::unordered_map<std::string_view, NameId> m_ids;
};

/// The rows a scorecard stands on, read once and kept compact: exposures, purchases, returns, customers'
/// attributes. Add rows in any order. Not thread-safe while rows are added; a const Log may be read from any
/// thread.
class Log {
public:
    struct Exposure {
        NameId customer, intent, offer, placement, arm, experiment;
        Timestamp at;
        bool withheld, clicked, accepted, declined;
    };
    /// A purchased line, or a returned one.
    struct Line {
        NameId customer, sku, order;
        Timestamp at;
        std::int64_t qty; ///< pieces, >= 0
        std::int64_t value; ///< minor units: paid for the whole line, or refunded (0 = not said)
    };
    struct Attribute {
        std::string name;
        std::vector<NameId> values; ///< by customer; shorter than the customers where the last ones have none
    };

    void add(const model::LoggedExposure& row);
    /// Purchases and returns are kept; of every other event only the time counts (it may be the data end).
    void add(std::string_view customer, const model::Event& event);
    /// Keeps text, bool and whole-number attributes: those can be segments.
    void add(const model::Customer& customer);

    const std::vector<Exposure>& exposures() const { return m_exposures; }
    const std::vector<Line>& purchases() const { return m_purchases; }
    const std::vector<Line>& returns() const { return m_returns; }
    const std::vector<Attribute>& attributes() const { return m_attributes; }
    /// The attribute's value for the customer; noName = none.
    NameId attribute(std::size_t index, NameId customer) const;

    /// E of the documentation: the latest timestamp among the rows, not the clock. Empty without rows.
    std::optional<Timestamp> dataEnd() const { return m_end; }

    Names customers; ///< ids of customers
    Names names; ///< everything else: offers, intents, orders, SKUs, placements, arms, attribute values

private:
    void seen(Timestamp at);

    std::vector<Exposure> m_exposures;
    std::vector<Line> m_purchases;
    std::vector<Line> m_returns;
    std::vector<Attribute> m_attributes;
    std::optional<Timestamp> m_end;
};

}
