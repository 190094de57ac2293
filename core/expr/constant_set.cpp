// SPDX-License-Identifier: Apache-2.0
#include "expr/constant_set.h"

#include <algorithm>

namespace ow::expr {

namespace {

constexpr std::size_t longest = 4096; ///< bytes; a list of longer texts is looked through as it is

bool shorter(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}

std::optional<ConstantSet> ConstantSet::of(std::span<const Value> values)
{
    ConstantSet out;
    if (values.empty())
        return std::nullopt;
    out.m_tag = values.front().tag();
    if (out.m_tag != Value::Tag::String && out.m_tag != Value::Tag::Int)
        return std::nullopt;
    for (const Value& v : values) {
        if (!v.is(out.m_tag) || (v.is(Value::Tag::String) && v.size() > longest))
            return std::nullopt;
        if (v.is(Value::Tag::String))
            out.m_texts.push_back(v.asString());
        else
            out.m_numbers.push_back(v.asInt());
    }
    std::ranges::sort(out.m_numbers);
    std::ranges::sort(out.m_texts, shorter);
    if (!out.m_texts.empty()) {
        for (std::size_t length = 0; length <= out.m_texts.back().size() + 1; ++length)
            out.m_firstOfLength.push_back(
                std::uint32_t(std::ranges::lower_bound(out.m_texts, length, {}, &std::string_view::size)
                    - out.m_texts.begin()));
    }
    return out;
}

bool ConstantSet::holds(std::int64_t number) const { return std::ranges::binary_search(m_numbers, number); }

bool ConstantSet::search(std::uint32_t first, std::uint32_t last, std::string_view text) const
{
    return std::binary_search(m_texts.begin() + first, m_texts.begin() + last, text);
}

}
