// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/value_filter.h"

#include "store/filter_literal.h"
#include "store/text_fold.h"

#include <algorithm>
#include <cmath>

namespace ow::store {

namespace {

constexpr std::int64_t least = -std::numeric_limits<std::int64_t>::max(); // below is ValueFilter::none
constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
constexpr double asShown = 5e-6; ///< screens show six digits: what looks equal is

bool takeFront(std::string_view& text, std::string_view mark)
{
    if (!text.starts_with(mark))
        return false;
    text = trimmed(text.substr(mark.size()));
    return true;
}

Error nothingBehind()
{
    return { ErrorCode::InvalidInput, "Write behind ! what is not to be shown: !lamp, !10, !empty.", {} };
}

}

Result<ValueFilter> ValueFilter::parse(std::string_view text, const FilterForm& form)
{
    ValueFilter out;
    std::string_view rest = trimmed(text);
    if (takeFront(rest, "!"))
        out.m_negated = true;
    if (rest.empty())
        return fail(
            out.m_negated ? nothingBehind() : Error { ErrorCode::InvalidInput, "The filter is blank.", {} });
    if (rest == "=" || std::ranges::find(form.emptyWords, foldCase(rest)) != form.emptyWords.end())
        return out;
    const bool isText = form.type == FieldType::Text || form.type == FieldType::Flag;
    if (auto parsed = isText ? out.parseText(rest) : out.parseRange(rest, form); !parsed)
        return fail(parsed.error());
    return out;
}

Result<void> ValueFilter::parseText(std::string_view text)
{
    if (text.starts_with('=')) {
        m_kind = Kind::Exactly;
        m_text = text.substr(1); // not trimmed in front: " x" is another text than "x"
        return {};
    }
    m_kind = Kind::Contains;
    if (text.size() > 2 && text.starts_with('"') && text.ends_with('"')) {
        text = text.substr(1, text.size() - 2);
    } else if (text.size() > 1 && text.ends_with('*') && !text.starts_with('*')) {
        m_kind = Kind::Begins;
        text.remove_suffix(1);
    } else if (text.size() > 1 && text.starts_with('*') && !text.ends_with('*')) {
        m_kind = Kind::Ends;
        text.remove_prefix(1);
    }
    foldCase(text, m_text);
    return {};
}

Result<void> ValueFilter::parseRange(std::string_view text, const FilterForm& form)
{
    m_kind = Kind::Between;
    m_low = least;
    m_high = greatest;
    m_lowReal = -std::numeric_limits<double>::infinity();
    m_highReal = std::numeric_limits<double>::infinity();
    const bool orMore = takeFront(text, ">=") || takeFront(text, "≥");
    const bool orLess = !orMore && (takeFront(text, "<=") || takeFront(text, "≤"));
    const bool more = !orMore && !orLess && takeFront(text, ">");
    const bool less = !orMore && !orLess && !more && takeFront(text, "<");
    const bool compared = orMore || orLess || more || less;
    const std::size_t dots = compared ? std::string_view::npos : text.find("..");
    if (dots != std::string_view::npos && text.size() > 2) {
        const std::string_view from = trimmed(text.substr(0, dots));
        const std::string_view until = trimmed(text.substr(dots + 2));
        const auto low = from.empty() ? Literal { least, least, m_lowReal } : parseLiteral(from, form);
        const auto high
            = until.empty() ? Literal { greatest, greatest, m_highReal } : parseLiteral(until, form);
        if (!low || !high)
            return fail(low ? high.error() : low.error());
        // Between two cents low is one more than high.
        if ((low->low > high->low && low->low > high->high) || low->real > high->real)
            return fail(ErrorCode::InvalidInput, "The first of a range must not be greater than the second.");
        m_low = low->low;
        m_high = high->high;
        m_lowReal = low->real;
        m_highReal = high->real;
        return {};
    }
    if (!compared)
        (void)takeFront(text, "=");
    const auto value = parseLiteral(text, form);
    if (!value)
        return fail(value.error());
    const double infinity = std::numeric_limits<double>::infinity();
    if (!less && !orLess) {
        m_low = more ? value->high + 1 : value->low;
        m_lowReal = more ? std::nextafter(value->real, infinity) : value->real;
    }
    if (!more && !orMore) {
        m_high = less ? value->low - 1 : value->high;
        m_highReal = less ? std::nextafter(value->real, -infinity) : value->real;
    }
    if (!compared) {
        m_lowReal -= std::abs(value->real) * asShown;
        m_highReal += std::abs(value->real) * asShown;
    }
    return {};
}

bool ValueFilter::holds(std::string_view text) const
{
    if (m_kind == Kind::Empty)
        return text.empty();
    if (m_kind == Kind::Exactly)
        return text == m_text;
    if (text.empty())
        return false;
    thread_local std::string folded; // asked for millions of texts
    foldCase(text, folded);
    if (m_kind == Kind::Begins)
        return folded.starts_with(m_text);
    return m_kind == Kind::Ends ? folded.ends_with(m_text) : folded.find(m_text) != std::string::npos;
}

}
