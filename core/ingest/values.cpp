// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/values.h"

#include "base/little_endian.h"
#include "base/text.h"
#include "ingest/loose_time.h"
#include "ingest/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace ow::ingest {

namespace {

constexpr std::size_t rememberedHours = 200'000; ///< of 23 years
constexpr std::int64_t minuteMs = 60'000;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// The number that the digits at `at` make; -1 where there is another character.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || !isDigit(text[i]))
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}

namespace {

/// Thousands separators out, the decimal mark a point. `form` decides only what can be read in two ways.
std::string withoutGroups(std::string_view text, DecimalMark form)
{
    const std::size_t mark = text.find_last_of(".,");
    if (mark == std::string_view::npos)
        return std::string(text);
    const char decimal = text[mark];
    const char other = decimal == '.' ? ',' : '.';
    const char groups = form == DecimalMark::Comma ? '.' : ',';
    std::string whole(text.substr(0, mark));
    const bool mixed = whole.find(other) != std::string::npos;
    if (mixed && isGrouped(whole, other)) {
        std::erase(whole, other);
        return whole + '.' + std::string(text.substr(mark + 1));
    }
    const bool repeated = whole.find(decimal) != std::string::npos;
    if ((repeated || decimal == groups) && !mixed && isGrouped(text, decimal)) {
        std::string out(text);
        std::erase(out, decimal);
        return out;
    }
    return whole + '.' + std::string(text.substr(mark + 1)); // what is still wrong, parseMoney() refuses
}

}

namespace {

std::optional<std::int64_t> plainInteger(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    if (const auto point = text.find('.'); point != std::string_view::npos) {
        if (text.find_first_not_of('0', point + 1) != std::string_view::npos)
            return std::nullopt;
        text = text.substr(0, point);
    }
    std::int64_t value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<double> plainDouble(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Whether machines write numbers so: no groups, a point, no minus behind.
bool isPlainNumber(std::string_view text, DecimalMark mark)
{
    return !text.ends_with('-') && std::ranges::all_of(text, [&](char c) {
        return isDigit(c) || c == '-' || c == '+' || c == 'e' || c == 'E'
            || (c == '.' && mark == DecimalMark::Point);
    });
}

}

namespace {

/// What nearly all whole numbers look like: a few digits and nothing else.
std::optional<std::int64_t> fewDigits(std::string_view text)
{
    if (text.empty() || text.size() > 18)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}

std::optional<std::int64_t> toInteger(std::string_view text, DecimalMark mark)
{
    text = trim(text);
    if (const auto value = fewDigits(text))
        return value;
    if (isPlainNumber(text, mark))
        return plainInteger(text);
    const auto plain = plainNumber(text, mark);
    return plain ? plainInteger(*plain) : std::nullopt;
}

std::optional<double> toNumber(std::string_view text, DecimalMark mark)
{
    text = trim(text);
    if (isPlainNumber(text, mark))
        return plainDouble(text);
    const auto plain = plainNumber(text, mark);
    return plain ? plainDouble(*plain) : std::nullopt;
}

std::optional<bool> toBool(std::string_view text)
{
    text = trim(text);
    if (text.size() > 10)
        return std::nullopt;
    std::string word;
    for (const char c : text)
        word += lower(c);
    constexpr std::array<std::string_view, 13> yes { "true", "yes", "y", "1", "ja", "j", "wahr", "oui",
        "vrai", "si", "s\xC3\xAD", "vero", "verdadero" };
    constexpr std::array<std::string_view, 10> no { "false", "no", "n", "0", "nein", "falsch", "non", "faux",
        "nee", "falso" };
    if (std::ranges::find(yes, word) != yes.end())
        return true;
    if (std::ranges::find(no, word) != no.end())
        return false;
    return std::nullopt;
}

namespace {

constexpr std::array<std::string_view, 31> currencySigns { "US$", "C$", "CA$", "A$", "AU$", "NZ$", "HK$",
    "S$", "R$", "$", "€", "£", "¥", "₹", "₽", "₺", "₩", "₪", "₫", "₴", "฿", "zł", "Kč", "Ft", "kr.", "kr",
    "SFr.", "Fr.", "Rs.", "Rs", "лв" };
constexpr std::array<std::string_view, 45> currencyCodes { "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF",
    "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY",
    "KES", "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "RUB",
    "SAR", "SEK", "SGD", "THB", "TRY", "UAH", "USD", "ZAR" };

bool takeSign(std::string_view& text, std::string_view sign)
{
    if (sign.empty())
        return false;
    const bool before = text.starts_with(sign);
    if (before)
        text.remove_prefix(sign.size());
    const bool behind = text.ends_with(sign);
    if (behind)
        text.remove_suffix(sign.size());
    if (before || behind)
        text = trim(text);
    return before || behind;
}

}

std::string_view withoutSigns(std::string_view text, std::string_view currency)
{
    if (text.empty() || (isDigit(text.front()) && isDigit(text.back())))
        return text;
    for (const std::string_view sign : currencySigns)
        takeSign(text, sign);
    // A sign may be many currencies'. A code is one: of another one than the project's it makes another amount.
    if (currency.empty())
        for (const std::string_view code : currencyCodes)
            takeSign(text, code);
    takeSign(text, currency);
    return text;
}

BareAmount bareAmount(std::string_view amount, std::string_view currency)
{
    BareAmount out { trim(amount) };
    // Each of the three can stand around the others.
    for (std::size_t before = 0; before != out.text.size();) {
        before = out.text.size();
        out.text = withoutSigns(out.text, currency);
        if (out.minus || out.text.size() < 2)
            continue;
        if (out.text.front() == '(' && out.text.back() == ')') {
            out.minus = true;
            out.text = trim(out.text.substr(1, out.text.size() - 2));
            continue;
        }
        for (const std::string_view sign : { "-", "\xE2\x88\x92", "\xE2\x80\x93" })
            if (out.text.size() > sign.size() && out.text.starts_with(sign) && !isDigit(out.text[sign.size()])
                && out.text[sign.size()] != '.' && out.text[sign.size()] != ',') {
                out.minus = true;
                out.text = trim(out.text.substr(sign.size()));
                break;
            }
    }
    return out;
}

namespace {

/// The number that up to eight digits make, the first in the lowest byte; -1 where one is no digit. All at once: a
/// loop whose end cannot be foreseen costs a processor more than the work in it.
std::int64_t ofDigits(std::uint64_t text, std::size_t count)
{
    constexpr std::uint64_t zeros = 0x3030303030303030U;
    if (count == 0)
        return -1;
    const auto empty = unsigned(8 * (8 - count));
    // The last digit into the highest byte, zeros in front.
    const std::uint64_t full = empty == 0 ? text : text << empty | zeros >> (64 - empty);
    const std::uint64_t digits = full ^ zeros;
    if (((digits + 0x7676767676767676U) | digits) & 0x8080808080808080U)
        return -1; // above 9
    constexpr std::uint64_t pairs = 0x00FF00FF00FF00FFU;
    constexpr std::uint64_t fours = 0x0000FFFF0000FFFFU;
    const std::uint64_t two = digitPairs(digits) & pairs;
    const std::uint64_t four = (two * 100 + (two >> 16)) & fours;
    return std::int64_t((four * 10'000 + (four >> 32)) & 0xFFFFFFFFU);
}

/// What nearly all amounts look like: up to seven digits and a point in front of as many as the currency has
/// decimals, two. Of others nothing is said.
std::optional<Money> fewDigitsOfMoney(std::string_view text, int decimals, DecimalMark mark)
{
    const std::size_t size = text.size();
    if (size < 4 || size > 8 || decimals != 2 || mark != DecimalMark::Point || text[size - 3] != '.')
        return std::nullopt;
    const std::uint64_t bytes
        = littleHalf(text.data()) | std::uint64_t(littleHalf(text.data() + size - 4)) << (8 * (size - 4));
    const std::uint64_t whole = (std::uint64_t(1) << (8 * (size - 3))) - 1;
    const std::int64_t minor = ofDigits((bytes & whole) | (bytes >> 8 & ~whole), size - 1);
    return minor < 0 ? std::nullopt : std::optional(Money { minor });
}

}

std::optional<Money> toMoney(std::string_view text, std::string_view currency, DecimalMark mark)
{
    text = trim(text);
    if (const auto amount = fewDigitsOfMoney(text, currencyDecimals(currency), mark))
        return amount;
    // As machines write it: nothing to take away or to guess.
    const auto isPlain = [&](char c) { return isDigit(c) || (c == '.' && mark == DecimalMark::Point); };
    if (text.size() <= 30 && std::ranges::all_of(text, isPlain) && std::ranges::count(text, '.') <= 1) {
        const auto money = parseMoney(text, currency);
        return money ? std::optional(*money) : std::nullopt;
    }
    const BareAmount bare = bareAmount(text, currency);
    text = bare.text;
    if (text.size() > 40)
        return std::nullopt;
    if (text.find_first_of("eE") != std::string_view::npos) { // 4.4e-16: what a spreadsheet makes of nothing
        const auto number = toNumber(text, mark);
        if (!number || std::abs(*number) > 1e13)
            return std::nullopt;
        const double minor = *number * std::pow(10.0, currencyDecimals(currency));
        return Money { std::llround(bare.minus ? -minor : minor) };
    }
    const std::string plain = withoutOrnaments(text);
    auto money = parseMoney(withoutGroups(withoutSigns(plain, currency), mark), currency);
    if (!money || (bare.minus && plain.starts_with('-'))) // two signs: what they mean is anybody's guess
        return std::nullopt;
    return Money { bare.minus ? -money->minor : money->minor };
}

TimeReader::TimeReader(std::string zone)
    : m_zone(std::move(zone))
{
}

namespace {

/// Milliseconds of what stands behind a minute: nothing, or ":SS" and maybe digits behind a point; -1 where it
/// is something else.
int withinMinute(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text.size() < 3 || text[0] != ':' || !isDigit(text[1]) || !isDigit(text[2]))
        return -1;
    const int second = (text[1] - '0') * 10 + (text[2] - '0');
    if (second > 59)
        return -1;
    if (text.size() == 3)
        return second * 1000;
    if (text[3] != '.' || text.size() == 4)
        return -1;
    int fraction = 0; // of a second, in thousandths
    int unit = 100;
    for (std::size_t i = 4; i < text.size(); ++i, unit /= 10) {
        if (!isDigit(text[i]))
            return -1;
        fraction += (text[i] - '0') * unit; // further digits are worth nothing
    }
    return second * 1000 + fraction;
}

}

std::optional<Timestamp> TimeReader::local(std::string_view text)
{
    // "YYYY-MM-DD", then maybe " HH:MM" or "THH:MM", then maybe ":SS" and digits behind a point.
    const int ms = withinMinute(text.substr(std::min<std::size_t>(text.size(), 16)));
    if (ms < 0)
        return std::nullopt;
    const std::string_view minute = text.substr(0, 16);
    if (m_key.empty() || m_key != minute) {
        const auto start = startOf(minute);
        if (!start)
            return std::nullopt;
        m_key.assign(minute);
        m_lastStart = start->ms;
    }
    return Timestamp { m_lastStart + ms };
}

std::optional<Timestamp> TimeReader::startOf(std::string_view minute)
{
    CivilTime civil;
    civil.year = digits(minute, 0, 4);
    civil.month = digits(minute, 5, 2);
    civil.day = digits(minute, 8, 2);
    if (civil.year < 1 || civil.month < 1 || civil.day < 1 || minute[4] != minute[7]
        || (minute[4] != '-' && minute[4] != '/'))
        return std::nullopt;
    if (minute.size() > 10) {
        civil.hour = digits(minute, 11, 2);
        civil.minute = digits(minute, 14, 2);
        if ((minute[10] != ' ' && minute[10] != 'T') || civil.hour < 0 || civil.minute < 0
            || minute[13] != ':' || civil.hour > 23 || civil.minute > 59)
            return std::nullopt;
    }
    const int into = civil.minute;
    civil.minute = 0;
    const std::int64_t key
        = ((std::int64_t(civil.year) * 100 + civil.month) * 100 + civil.day) * 100 + civil.hour;
    auto known = m_hours.find(key);
    if (known == m_hours.end()) {
        const auto first = fromCivil(civil, m_zone);
        civil.minute = 59;
        const auto last = fromCivil(civil, m_zone);
        const bool smooth = first && last && last->ms - first->ms == 59 * minuteMs;
        if (m_hours.size() == rememberedHours)
            m_hours.clear();
        known = m_hours.emplace(key, smooth ? std::optional(first->ms) : std::nullopt).first;
    }
    if (known->second)
        return Timestamp { *known->second + into * minuteMs };
    civil.minute = into; // the clocks are changed in this hour, or it is none
    const auto start = fromCivil(civil, m_zone);
    return start ? std::optional(*start) : std::nullopt;
}

namespace {

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, by their size.
std::optional<Timestamp> sinceEpoch(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (!std::ranges::all_of(whole, isDigit) || whole.size() < 9 || whole.size() > 19)
        return std::nullopt;
    const auto value = toInteger(whole);
    if (!value)
        return std::nullopt;
    // "20240331100000" is no time in the year 2611.
    if (whole.size() == 14 && (whole.starts_with("19") || whole.starts_with("20")))
        return std::nullopt;
    std::int64_t ms = *value < 100'000'000'000 ? *value * 1000
        : *value < 100'000'000'000'000         ? *value
        : *value < 100'000'000'000'000'000     ? *value / 1000
                                               : *value / 1'000'000;
    if (point != std::string_view::npos) {
        const std::string_view fraction = text.substr(point + 1);
        if (fraction.empty() || !std::ranges::all_of(fraction, isDigit))
            return std::nullopt;
        for (std::size_t i = 0, scale = 100; i < 3 && i < fraction.size() && *value < 100'000'000'000;
             ++i, scale /= 10)
            ms += (fraction[i] - '0') * std::int64_t(scale);
    }
    return Timestamp { ms };
}

}

std::optional<Timestamp> TimeReader::loose(std::string_view text) const
{
    const auto read = readLooseTime(text, m_order);
    if (!read)
        return std::nullopt;
    CivilTime civil = read->civil;
    if (civil.year < 1 || civil.hour > 23 || civil.minute > 59 || civil.second > 59)
        return std::nullopt;
    const auto at = fromCivil(civil, read->offset ? "UTC" : m_zone);
    return at ? std::optional(read->offset ? *at - *read->offset : *at) : std::nullopt;
}

/// "45382.4166": days since 1899-12-30, as spreadsheets count them.
std::optional<Timestamp> TimeReader::serial(std::string_view text) const
{
    const auto days = toNumber(text, text.find(',') == std::string_view::npos ? DecimalMark::Point : DecimalMark::Comma);
    if (!days || *days < 1 || *days >= 2'958'466) // the year 9999
        return std::nullopt;
    constexpr double dayMs = 86'400'000;
    const auto ms = std::int64_t(std::llround((*days - 25'569) * dayMs)); // of a clock that knows no zones
    const auto midnight = std::int64_t(std::floor(double(ms) / dayMs)) * std::int64_t(dayMs);
    const auto day = civilTime({ midnight });
    if (!day)
        return std::nullopt;
    CivilTime civil = *day;
    const std::int64_t second = (ms - midnight + 500) / 1000;
    civil.hour = int(std::min<std::int64_t>(second, 86'399) / 3600);
    civil.minute = int(second / 60 % 60);
    civil.second = int(second % 60);
    const auto at = fromCivil(civil, m_zone);
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<Timestamp> TimeReader::read(std::string_view text)
{
    text = trim(text);
    if (m_serials)
        if (const auto at = serial(text))
            return at;
    if (text.size() > 16 && m_key.size() == 16 && std::memcmp(text.data(), m_key.data(), 16) == 0)
        if (const int ms = withinMinute(text.substr(16)); ms >= 0)
            return Timestamp { m_lastStart + ms };
    if (text.size() >= 10 && digits(text, 0, 4) >= 0 && (text[4] == '-' || text[4] == '/')) {
        const bool hasZone = text.size() > 19
            && (text.back() == 'Z' || text.find_first_of("+-", 19) != std::string_view::npos
                || text[19] != '.');
        if (hasZone) {
            if (const auto exact = parseTimestamp(text))
                return *exact;
        } else if (text.size() == 10 || text.size() >= 16) {
            if (const auto at = local(text))
                return at;
        }
        return loose(text);
    }
    if (const auto at = sinceEpoch(text))
        return at;
    return text.size() < 6 || text.size() > 64 ? std::nullopt : loose(text);
}

namespace {

/// The small ASCII letters for a letter with an accent that begins with byte 0xC3 (Latin-1's letters, which
/// headings in most European languages need); empty for another character.
std::string_view withoutAccent(unsigned char second)
{
    constexpr std::array<std::string_view, 32> letters { "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e",
        "e", "e", "i", "i", "i", "i", "", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "",
        "ss" };
    return second == 0x9F ? "ss" : letters[second & 0x1F];
}

}

std::string plainName(std::string_view column)
{
    std::string out;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const char c = column[i];
        if (isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z'))
            out += lower(c);
        else if (c == '\xC3' && i + 1 < column.size())
            out += withoutAccent(static_cast<unsigned char>(column[++i]));
    }
    return out;
}

std::string toIdentifier(std::string_view column)
{
    std::string out;
    for (const char c : trim(column)) {
        const bool keep = isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z');
        if (keep)
            out += lower(c);
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (out.ends_with('_'))
        out.pop_back();
    if (out.empty() || !isIdentifier(out))
        out.insert(out.begin(), '_');
    return out;
}

}
