// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// What the values of a table's column are.
enum class FieldType {
    Text,
    Flag, ///< the texts "true" and "false"
    Whole,
    Real,
    Money, ///< minor units
    Time, ///< milliseconds since 1970
    Duration, ///< milliseconds
};

/// How a person writes values of a column.
struct FilterForm {
    FieldType type = FieldType::Text;
    int decimals = 0; ///< of Money
    std::string zone = "UTC"; ///< whose clocks times are of
    bool decimalComma = false; ///< "1.234,5"; "1,5" and "1.5" are understood either way
    std::vector<std::string> emptyWords { "empty" }; ///< small letters
};

/// What a person asks of the values of one column:
///
///   texts    lamp (contains) · lamp* (begins with) · *lamp (ends with) · =Lamp (exactly that)
///   others   10 · >= 10 · > 10 · <= 10 · < 10 · 10..20 · 10.. · ..20
///   both     !… (none of that, also where nothing stands) · empty · !empty · "empty" (the word)
///
/// Case does not count but behind "=". A time is a whole year, month, day, hour, minute or second: 2026,
/// 2026-05, 2026-05-17, 17.5.2026, 2026-05-17 14:30; so "> 2026-05" begins with June. A value. Any thread.
class ValueFilter {
public:
    /// Stands for "no value" among numbers.
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::min();

    /// Errors: InvalidInput with what to write instead; also of blank text.
    [[nodiscard]] static Result<ValueFilter> parse(std::string_view text, const FilterForm& form);

    bool passes(std::string_view text) const { return holds(text) != m_negated; }
    bool passes(std::int64_t value) const { return holds(value) != m_negated; } ///< `none` = no value
    bool passes(double value) const { return (value >= m_lowReal && value <= m_highReal) != m_negated; }
    bool passesNothing() const { return m_kind == Kind::Empty ? !m_negated : m_negated; } ///< no value

    bool isNegated() const { return m_negated; }
    /// Before it is negated: a thing that has several texts passes where any of them holds.
    bool holds(std::string_view text) const;
    bool holds(std::int64_t value) const
    {
        return value == none ? m_kind == Kind::Empty : value >= m_low && value <= m_high;
    }
    /// Of numbers: those that hold. Nothing does where low > high.
    std::int64_t low() const { return m_low; }
    std::int64_t high() const { return m_high; }
    bool isEmptyFilter() const { return m_kind == Kind::Empty; }
    /// Of texts: the only one that holds; null = there may be several.
    const std::string* onlyText() const { return m_kind == Kind::Exactly ? &m_text : nullptr; }

private:
    enum class Kind { Empty, Contains, Begins, Ends, Exactly, Between };

    [[nodiscard]] Result<void> parseText(std::string_view text);
    [[nodiscard]] Result<void> parseRange(std::string_view text, const FilterForm& form);

    Kind m_kind = Kind::Empty;
    bool m_negated = false;
    std::string m_text; ///< folded but for Exactly
    std::int64_t m_low = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_high = none;
    double m_lowReal = std::numeric_limits<double>::infinity();
    double m_highReal = -std::numeric_limits<double>::infinity();
};

}
