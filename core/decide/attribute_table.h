// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/name_table.h"
#include "decide/quoted_key.h"
#include "expr/value.h"
#include "model/pack.h"

#include <limits>
#include <span>
#include <vector>

namespace ow::decide {

/// One of a pack's lists of attributes, laid out for reading their values from JSON: keys as they stand
/// there, ranges side by side, closed values by hash. Views the declarations, which must outlive it.
class AttributeTable {
public:
    enum class Form : std::uint8_t { Bool, Int, Double, OpenText, ClosedText };
    using Key = QuotedKey<4>;

    struct Entry {
        Key key;
        Form form = Form::Bool;
        Index closed = none; ///< of ClosedText
        double min = -std::numeric_limits<double>::infinity();
        double max = std::numeric_limits<double>::infinity();
    };

    AttributeTable() = default;
    explicit AttributeTable(const std::vector<model::Attribute>& declared);

    std::span<const Entry> entries() const { return m_entries; } ///< by declared attribute
    /// One of the values that a closed text may have, as the pack's own; null for any other.
    const expr::Value* closedValue(const Entry& entry, std::string_view text) const
    {
        return valueAt(m_closed[entry.closed].index(text));
    }
    const expr::Value* closedValue(const Entry& entry, const NameWords& text) const
    {
        return valueAt(m_closed[entry.closed].index(text));
    }

private:
    const expr::Value* valueAt(Index i) const { return i == none ? nullptr : &m_values[i]; }

    std::vector<Entry> m_entries;
    std::vector<NameTable> m_closed;
    std::vector<expr::Value> m_values; ///< of all closed texts
};

}
