// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/expression.h"
#include "expr/value.h"

#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ow::expr {

/// A condition on one name that only asks whether its value is in a fixed set: `x == 3`, `x != "a"`,
/// `x in [1, 2]`, `x`, `!x`, `2.5 <= x && x < 4.0`, `x == "a" || x == "b"`, and what && || ! make of these.
/// It has no error, so that two of them can be merged, put first, or answered by a table.
struct SimpleTest {
    enum class Of : std::uint8_t { Bool, Int, Double, Text };

    /// Whole numbers first … last, both of them in it.
    struct Range {
        std::int64_t first = 0;
        std::int64_t last = 0;
        friend bool operator==(const Range&, const Range&) = default;
    };
    static constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

    std::uint32_t slot = 0;
    Of of = Of::Bool;
    bool except = false; ///< Text: any but `texts`
    std::vector<std::string> texts; ///< Text: sorted, each once
    std::vector<Range> ranges; ///< of numberKey(): ascending, none touches the next

    bool isAlways() const;
    bool isNever() const { return of == Of::Text ? !except && texts.empty() : ranges.empty(); }
    /// Whether a value passes; it must be of the name's type.
    bool passes(const Value& value) const;
    friend bool operator==(const SimpleTest&, const SimpleTest&) = default;
};

/// A double as a whole number in the same order: -0.0 is 0.0, NaN (in no order) is SimpleTest::most.
inline std::int64_t numberKey(double number)
{
    if (number != number)
        return SimpleTest::most;
    const auto bits = std::bit_cast<std::int64_t>(number + 0.0); // -0.0 becomes 0.0
    return bits >= 0 ? bits : bits ^ SimpleTest::most;
}
/// The key of a bool (0, 1), an int (itself) or a double.
inline std::int64_t numberKey(const Value& value)
{
    return value.is(Value::Tag::Double) ? numberKey(value.asDouble()) : value.asInt();
}

/// The tests that pass where both / where either / where it does not. Both must be of one slot.
SimpleTest intersection(const SimpleTest& a, const SimpleTest& b);
SimpleTest complement(SimpleTest test);

/// The node as a simple test, where it is one. Names count by their declared type; `vocabulary` must be the
/// one that the expression was checked against.
std::optional<SimpleTest> simpleTest(
    const Expression& expression, NodeIndex node, const Vocabulary& vocabulary);

/// A node's meaning as text without spaces, comments or parentheses: nodes of equal keys mean the same
/// wherever their names have the same slots.
std::string canonicalKey(const Expression& expression, NodeIndex node);

}
