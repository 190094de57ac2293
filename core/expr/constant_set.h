// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/same_text.h"
#include "expr/value.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ow::expr {

/// The constant list of `name in ["a", "b"]`: strings by length and bytes, or ints in order, so that looking
/// one up takes a comparison or two. Holds views of the list's texts.
class ConstantSet {
public:
    /// Nothing where the values are not all strings or all ints.
    static std::optional<ConstantSet> of(std::span<const Value> values);

    Value::Tag tag() const { return m_tag; } ///< of its values
    /// `value` is of that tag.
    bool holds(const Value& value) const
    {
        return m_tag == Value::Tag::String ? holds(value.asString()) : holds(value.asInt());
    }

private:
    bool holds(std::string_view text) const
    {
        if (text.size() + 1 >= m_firstOfLength.size())
            return false;
        std::uint32_t first = m_firstOfLength[text.size()];
        const std::uint32_t last = m_firstOfLength[text.size() + 1];
        if (last - first > few)
            return search(first, last, text);
        while (first < last && !sameText(m_texts[first], text))
            ++first;
        return first < last;
    }
    bool holds(std::int64_t number) const;
    bool search(std::uint32_t first, std::uint32_t last, std::string_view text) const;

    static constexpr std::uint32_t few = 6;

    Value::Tag m_tag = Value::Tag::String;
    std::vector<std::string_view> m_texts; ///< by length, then by bytes
    std::vector<std::uint32_t>
        m_firstOfLength; ///< [n]: where the texts of n bytes begin, up to the longest + 1
    std::vector<std::int64_t> m_numbers;
};

}
