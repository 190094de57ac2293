// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filter_literal.h"

#include "base/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace ow::store {

namespace {

constexpr std::size_t mostDigits = 17; ///< of a number: with two more no 64 bits overflow

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// "1,234,567": one to three digits, then groups of three.
bool isGrouped(std::string_view digits, char mark)
{
    std::size_t first = digits.find(mark);
    if (first == 0 || first > 3)
        return false;
    for (std::string_view rest = digits.substr(first); !rest.empty(); rest.remove_prefix(4))
        if (rest.size() < 4 || rest[0] != mark || !std::ranges::all_of(rest.substr(1, 3), isDigit))
            return false;
    return true;
}

std::string without(std::string_view text, char mark)
{
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), [mark](char c) { return c != mark; });
    return out;
}

/// Where the decimals begin; npos = there are none. Other marks are then groups'.
std::size_t decimalPlace(std::string_view text, bool decimalComma)
{
    const char decimal = decimalComma ? ',' : '.';
    const char group = decimalComma ? '.' : ',';
    const auto decimals = std::ranges::count(text, decimal);
    const auto groups = std::ranges::count(text, group);
    if (decimals > 0 && groups > 0)
        return std::max(text.rfind(decimal), text.rfind(group));
    if (decimals == 1)
        return text.find(decimal);
    return groups == 1 && !isGrouped(text, group) ? text.find(group) : std::string_view::npos;
}

/// Without sign and ornaments: digits, marks.
std::optional<std::string> plainDigits(std::string_view text, bool decimalComma)
{
    const std::size_t place = decimalPlace(text, decimalComma);
    const std::string_view whole = text.substr(0, place);
    const std::string_view part
        = place == std::string_view::npos ? std::string_view() : text.substr(place + 1);
    const std::size_t mark = whole.find_first_of(".,");
    if (mark != std::string_view::npos && !isGrouped(whole, whole[mark]))
        return std::nullopt;
    std::string out = mark == std::string_view::npos ? std::string(whole) : without(whole, whole[mark]);
    if (!std::ranges::all_of(out, isDigit) || !std::ranges::all_of(part, isDigit)
        || out.size() + part.size() == 0)
        return std::nullopt;
    if (out.empty())
        out = "0";
    return part.empty() ? out : out + '.' + std::string(part);
}

void removeAll(std::string& text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at))
        text.erase(at, what.size());
}

Result<Literal> wholeLiteral(std::string_view text, int decimals, bool decimalComma)
{
    const auto number = machineNumber(text, decimalComma);
    if (!number)
        return fail(ErrorCode::InvalidInput, "Write a number: 10, >= 10, < 10, 10..20, !10 or empty.");
    const bool negative = number->starts_with('-');
    const std::string_view all = std::string_view(*number).substr(negative ? 1 : 0);
    const std::size_t point = std::min(all.find('.'), all.size());
    const std::string_view part = all.substr(std::min(point + 1, all.size()));
    std::string digits(all.substr(0, point));
    for (int i = 0; i < decimals; ++i)
        digits += std::size_t(i) < part.size() ? part[std::size_t(i)] : '0';
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > mostDigits)
        return fail(ErrorCode::InvalidInput, "That number is greater than any that can stand here.");
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool exact = part.size() <= std::size_t(decimals)
        || part.find_first_not_of('0', std::size_t(decimals)) == std::string_view::npos;
    if (negative) // cut off towards 0: the next whole one below is one less
        return Literal { -value, exact ? -value : -value - 1, 0 };
    return Literal { exact ? value : value + 1, value, 0 };
}

Result<Literal> realLiteral(std::string_view text, bool decimalComma)
{
    Literal out;
    const auto number = machineNumber(text, decimalComma);
    if (!number
        || std::from_chars(number->data(), number->data() + number->size(), out.real).ec != std::errc())
        return fail(ErrorCode::InvalidInput, "Write a number: 10, >= 10, < 10, 10..20, !10 or empty.");
    return out;
}

Result<Literal> durationLiteral(std::string_view text)
{
    const bool bare = !text.empty() && std::ranges::all_of(text, isDigit);
    const auto duration = parseDuration(bare ? std::string(text) + 'd' : std::string(text));
    if (!duration)
        return fail(ErrorCode::InvalidInput, "Write a length of time: 7d, 36h, >= 30d, 7d..30d or empty.");
    return Literal { duration->ms, duration->ms, 0 };
}

// ---- times

enum class Unit { Year, Month, Day, Hour, Minute, Second };

struct WallTime {
    CivilTime civil;
    Unit unit = Unit::Year;
};

/// Numbers from the front, each behind one of the marks that may stand there.
class Numbers {
public:
    explicit Numbers(std::string_view text)
        : m_rest(text)
    {
    }
    bool take(std::size_t least, std::size_t most, int& out)
    {
        std::size_t length = 0;
        while (length < m_rest.size() && length < most && isDigit(m_rest[length]))
            ++length;
        if (length < least || (length < m_rest.size() && isDigit(m_rest[length])))
            return false;
        std::from_chars(m_rest.data(), m_rest.data() + length, out);
        m_rest.remove_prefix(length);
        return true;
    }
    bool takeMark(std::string_view marks)
    {
        if (m_rest.empty() || marks.find(m_rest[0]) == std::string_view::npos)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

bool takeDate(Numbers& numbers, WallTime& out)
{
    Numbers german = numbers; // 17.5.2026
    CivilTime& c = out.civil;
    if (german.take(1, 2, c.day) && german.takeMark(".") && german.take(1, 2, c.month) && german.takeMark(".")
        && german.take(4, 4, c.year)) {
        numbers = german;
        out.unit = Unit::Day;
        return true;
    }
    c = {};
    if (!numbers.take(4, 4, c.year))
        return false;
    if (!numbers.takeMark("-"))
        return true;
    out.unit = Unit::Month;
    if (!numbers.take(1, 2, c.month))
        return false;
    if (!numbers.takeMark("-"))
        return true;
    out.unit = Unit::Day;
    return numbers.take(1, 2, c.day);
}

std::optional<WallTime> wallTime(std::string_view text)
{
    Numbers numbers(text);
    WallTime out;
    if (!takeDate(numbers, out))
        return std::nullopt;
    if (numbers.atEnd())
        return out;
    CivilTime& c = out.civil;
    if (out.unit != Unit::Day || !numbers.takeMark(" T") || !numbers.take(1, 2, c.hour))
        return std::nullopt;
    out.unit = Unit::Hour;
    if (numbers.takeMark(":")) {
        out.unit = Unit::Minute;
        if (!numbers.take(2, 2, c.minute))
            return std::nullopt;
        if (numbers.takeMark(":")) {
            out.unit = Unit::Second;
            if (!numbers.take(2, 2, c.second))
                return std::nullopt;
        }
    }
    return numbers.atEnd() ? std::optional(out) : std::nullopt;
}

/// The first instant behind it.
Result<Timestamp> endOf(const WallTime& wall, Timestamp begin, const std::string& zone)
{
    using namespace std::chrono;
    const CivilTime& c = wall.civil;
    year_month_day date { year(c.year), month(unsigned(c.month)), day(unsigned(c.day)) };
    switch (wall.unit) {
    case Unit::Hour:
        return begin + hours(1);
    case Unit::Minute:
        return begin + seconds(60);
    case Unit::Second:
        return begin + seconds(1);
    case Unit::Year:
        date += years(1);
        break;
    case Unit::Month:
        date += months(1);
        break;
    case Unit::Day:
        date = sys_days(date) + std::chrono::days(1);
        break;
    }
    CivilTime next;
    next.year = int(date.year());
    next.month = int(unsigned(date.month()));
    next.day = int(unsigned(date.day()));
    return fromCivil(next, zone);
}

Result<Literal> timeLiteral(std::string_view text, const std::string& zone)
{
    if (const auto instant = parseTimestamp(text))
        return Literal { instant->ms, instant->ms, 0 };
    if (const auto wall = wallTime(text))
        if (const auto begin = fromCivil(wall->civil, zone))
            if (const auto end = endOf(*wall, *begin, zone))
                return Literal { begin->ms, end->ms - 1, 0 };
    return fail(ErrorCode::InvalidInput,
        "Write a time: 2026, 2026-05, 2026-05-17, 2026-05-17 14:30, >= 2026-05, 2026-05..2026-08 or empty.");
}

}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<std::string> machineNumber(std::string_view text, bool decimalComma)
{
    std::string out(text);
    for (const std::string_view ornament :
        { " ", "'", "\u00A0", "\u202F", "\u2009", "\u2019", "€", "$", "£", "¥" })
        removeAll(out, ornament);
    if (out.starts_with("\u2212"))
        out.replace(0, 3, "-");
    const bool negative = out.starts_with('-');
    const auto digits
        = plainDigits(std::string_view(out).substr(negative || out.starts_with('+') ? 1 : 0), decimalComma);
    if (!digits)
        return std::nullopt;
    return negative ? '-' + *digits : *digits;
}

Result<Literal> parseLiteral(std::string_view text, const FilterForm& form)
{
    text = trimmed(text);
    switch (form.type) {
    case FieldType::Whole:
        return wholeLiteral(text, 0, form.decimalComma);
    case FieldType::Money:
        return wholeLiteral(text, form.decimals, form.decimalComma);
    case FieldType::Real:
        return realLiteral(text, form.decimalComma);
    case FieldType::Time:
        return timeLiteral(text, form.zone);
    case FieldType::Duration:
        return durationLiteral(text);
    case FieldType::Text:
    case FieldType::Flag:
        break;
    }
    return fail(ErrorCode::InvalidInput, "This column holds no numbers.");
}

}
