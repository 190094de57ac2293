// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/loose_time.h"

#include "ingest/values.h"

#include <array>
#include <string>

namespace ow::ingest {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Takes pieces from the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }
    std::string_view rest() const { return m_rest; }
    bool take(char c)
    {
        const bool is = peek() == c && !m_rest.empty();
        m_rest.remove_prefix(is);
        return is;
    }
    void skipBlanks()
    {
        while (peek() == ' ')
            m_rest.remove_prefix(1);
    }
    std::string_view digits(std::size_t most)
    {
        std::size_t n = 0;
        while (n < m_rest.size() && n < most && isDigit(m_rest[n]))
            ++n;
        return front(n);
    }
    /// Small and without accents: "März" is "marz".
    std::string word()
    {
        std::size_t n = 0;
        while (n < m_rest.size() && (isLetter(m_rest[n]) || static_cast<unsigned char>(m_rest[n]) >= 0x80))
            ++n;
        return plainName(front(n));
    }
    /// Takes the word where it comes next, as it is.
    bool takeWord(std::string_view word)
    {
        const bool is = m_rest.starts_with(word);
        m_rest.remove_prefix(is ? word.size() : 0);
        return is;
    }

private:
    std::string_view front(std::size_t n)
    {
        const std::string_view out = m_rest.substr(0, n);
        m_rest.remove_prefix(n);
        return out;
    }

    std::string_view m_rest;
};

int toInt(std::string_view digits)
{
    int out = 0;
    for (const char c : digits)
        out = out * 10 + (c - '0');
    return out;
}

bool isDateMark(char c) { return c == '-' || c == '/' || c == '.'; }

/// 1 to 12 by an English name or its first letters; 0 for another word.
int monthOf(const std::string& word)
{
    constexpr std::array<std::string_view, 12> months { "january", "february", "march", "april", "may",
        "june", "july", "august", "september", "october", "november", "december" };
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.size() >= 3 && months[i].starts_with(word))
            return int(i) + 1;
    // German, French, Spanish, Italian, Dutch; accents are off already. None is a word for two months.
    constexpr std::array<std::array<std::string_view, 5>, 12> others { {
        { "januar", "janvier", "enero", "gennaio", "januari" },
        { "februar", "fevrier", "febrero", "febbraio", "februari" },
        { "marz", "mars", "marzo", "maerz", "maart" },
        { "april", "avril", "abril", "aprile", "apr" },
        { "mai", "mayo", "maggio", "mei", "may" },
        { "juni", "juin", "junio", "giugno", "jun" },
        { "juli", "juillet", "julio", "luglio", "jul" },
        { "august", "aout", "agosto", "augustus", "aug" },
        { "september", "septembre", "septiembre", "settembre", "sept" },
        { "oktober", "octobre", "octubre", "ottobre", "okt" },
        { "november", "novembre", "noviembre", "nov", "nov" },
        { "dezember", "decembre", "diciembre", "dicembre", "december" },
    } };
    for (std::size_t i = 0; i < others.size(); ++i)
        for (const std::string_view other : others[i])
            if (word == other || (word.size() >= 3 && word.size() <= 4 && other.starts_with(word)))
                return int(i) + 1;
    return 0;
}

bool isWeekday(const std::string& word)
{
    constexpr std::array<std::string_view, 7> days { "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday" };
    for (const std::string_view day : days)
        if (word.size() >= 2 && day.starts_with(word))
            return true;
    return false;
}

std::optional<int> yearOf(std::string_view digits)
{
    if (digits.size() == 4)
        return toInt(digits);
    if (digits.size() != 2)
        return std::nullopt;
    const int two = toInt(digits);
    return two < 70 ? 2000 + two : 1900 + two;
}

/// Behind "31 " or "31-": "Dec 2024".
bool dayThenName(Scanner& text, std::string_view day, CivilTime& out)
{
    const char mark = text.peek();
    if (!text.take(mark))
        return false;
    text.skipBlanks();
    out.day = toInt(day);
    text.takeWord("de ");
    out.month = monthOf(text.word());
    text.take('.');
    text.take(',');
    text.take(mark);
    text.skipBlanks();
    text.takeWord("de ");
    const auto year = yearOf(text.digits(4));
    out.year = year.value_or(0);
    return year && out.month > 0;
}

bool nameThenDay(Scanner& text, const std::string& name, CivilTime& out)
{
    out.month = monthOf(name);
    text.take('.');
    text.skipBlanks();
    const std::string_view day = text.digits(2);
    out.day = day.empty() ? 0 : toInt(day);
    text.take(',');
    text.skipBlanks();
    const auto year = yearOf(text.digits(4));
    out.year = year.value_or(0);
    return year && out.month > 0 && out.day > 0;
}

bool numbersOnly(Scanner& text, std::string_view first, DateOrder order, CivilTime& out)
{
    const char mark = text.peek();
    if (!isDateMark(mark) || !text.take(mark))
        return false;
    const std::string_view second = text.digits(2);
    if (second.empty() || !text.take(mark))
        return false;
    const std::string_view third = text.digits(4);
    if (first.size() == 4) {
        out.year = toInt(first);
        out.month = toInt(second);
        out.day = third.empty() || third.size() > 2 ? 0 : toInt(third);
        return out.day > 0;
    }
    const auto year = yearOf(third);
    if (!year || first.size() > 2 || order == DateOrder::Ymd)
        return false;
    out.year = *year;
    out.day = toInt(order == DateOrder::Dmy ? first : second);
    out.month = toInt(order == DateOrder::Dmy ? second : first);
    return true;
}

bool readDate(Scanner& text, DateOrder order, CivilTime& out)
{
    if (isLetter(text.peek())) {
        std::string word = text.word();
        if (isWeekday(word) && monthOf(word) == 0) {
            text.take('.');
            text.take(',');
            text.skipBlanks();
            word = text.word();
        }
        if (!word.empty())
            return nameThenDay(text, word, out);
    }
    const std::string_view first = text.digits(8);
    if (first.size() == 8) {
        out.year = toInt(first.substr(0, 4));
        out.month = toInt(first.substr(4, 2));
        out.day = toInt(first.substr(6));
        return out.year >= 1900 && out.year < 2200;
    }
    if (first.empty())
        return false;
    const std::string_view rest = text.rest();
    const std::size_t name = rest.starts_with(". ") ? 2 : 1; // "31. Dezember"
    const bool named = rest.size() > name && (rest[0] == ' ' || rest[0] == '-' || rest[0] == '/' || name == 2)
        && (isLetter(rest[name]) || static_cast<unsigned char>(rest[name]) >= 0x80);
    if (named && first.size() <= 2)
        return dayThenName(text, first, out);
    return numbersOnly(text, first, order, out);
}

/// Hours of a clock with two halves of the day.
bool toHour24(const std::string& half, int& hour)
{
    if ((half != "am" && half != "pm") || hour < 1 || hour > 12)
        return false;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
    return true;
}

bool readFraction(Scanner& text, CivilTime& out)
{
    if (!text.take('.') && !text.take(','))
        return true;
    const std::string_view digits = text.digits(12);
    for (std::size_t i = 0; i < 3; ++i)
        out.millisecond = out.millisecond * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return !digits.empty();
}

bool readHalf(Scanner& text, CivilTime& out, bool required)
{
    Scanner ahead = text;
    ahead.skipBlanks();
    std::string half = ahead.word();
    if (half.size() == 1 && (half == "a" || half == "p") && ahead.take('.')) { // "p.m."
        half += ahead.word();
        ahead.take('.');
    }
    if (half != "am" && half != "pm")
        return !required;
    text = ahead;
    return toHour24(half, out.hour);
}

bool readClock(Scanner& text, CivilTime& out)
{
    const std::string_view hour = text.digits(6);
    if (hour.size() == 2 && text.atEnd()) { // "2014-12-06 02"
        out.hour = toInt(hour);
        return true;
    }
    if (hour.size() == 6 || hour.size() == 4) { // T235958, T2359
        out.hour = toInt(hour.substr(0, 2));
        out.minute = toInt(hour.substr(2, 2));
        out.second = hour.size() == 6 ? toInt(hour.substr(4)) : 0;
        return readFraction(text, out);
    }
    if (hour.empty() || hour.size() > 2)
        return false;
    out.hour = toInt(hour);
    // "10.00" and "10.00.05", as German clocks are written
    const bool dots = text.peek() == '.';
    if (!text.take(':') && !text.take('.'))
        return readHalf(text, out, true);
    const std::string_view minute = text.digits(2);
    if (minute.size() != 2)
        return false;
    out.minute = toInt(minute);
    text.takeWord(" Uhr");
    if (text.take(text.peek() == '.' && dots ? '.' : ':')) {
        const std::string_view second = text.digits(2);
        if (second.size() != 2)
            return false;
        out.second = toInt(second);
        if (!readFraction(text, out))
            return false;
    }
    return readHalf(text, out, false);
}

bool readOffset(Scanner& text, std::optional<Duration>& out)
{
    text.skipBlanks();
    const std::string name = text.word();
    if (!name.empty() && name != "z" && name != "utc" && name != "gmt")
        return false;
    if (!name.empty())
        out = Duration {};
    if (text.atEnd())
        return true;
    const bool minus = text.peek() == '-';
    if (!text.take('+') && !text.take('-'))
        return false;
    std::string_view hour = text.digits(4);
    std::string_view minute;
    if (hour.size() == 4) {
        minute = hour.substr(2);
        hour = hour.substr(0, 2);
    } else if (text.take(':')) {
        minute = text.digits(2);
    }
    if (hour.empty() || hour.size() > 2 || toInt(hour) > 18 || (!minute.empty() && toInt(minute) > 59))
        return false;
    text.takeWord(" UTC"); // "+0000 UTC"
    const std::int64_t ms = toInt(hour) * 3'600'000LL + (minute.empty() ? 0 : toInt(minute)) * 60'000LL;
    out = Duration { minus ? -ms : ms };
    return text.atEnd();
}

}

std::optional<LooseTime> readLooseTime(std::string_view text, DateOrder order)
{
    LooseTime out;
    Scanner scanner(trim(text));
    if (!readDate(scanner, order, out.civil))
        return std::nullopt;
    if (scanner.atEnd())
        return out;
    scanner.take(',');
    // "31/Mar/2024:10:00:00" of web servers' logs, and "20240331100000"
    const bool apart = scanner.take(':') || (isDigit(scanner.peek()) && scanner.rest().size() == 6)
        || scanner.take('T') || scanner.take('t') || scanner.peek() == ' ';
    scanner.skipBlanks();
    if (!apart)
        return std::nullopt;
    if (!readClock(scanner, out.civil) || !readOffset(scanner, out.offset))
        return std::nullopt;
    return out;
}

std::optional<DayAndMonth> dayAndMonth(std::string_view text)
{
    Scanner scanner(trim(text));
    const std::string_view first = scanner.digits(2);
    const char mark = scanner.peek();
    if (first.empty() || !isDateMark(mark) || !scanner.take(mark))
        return std::nullopt;
    const std::string_view second = scanner.digits(2);
    if (second.empty() || !scanner.take(mark))
        return std::nullopt;
    const std::string_view year = scanner.digits(4);
    const bool ends
        = scanner.atEnd() || scanner.peek() == ' ' || scanner.peek() == ',' || scanner.peek() == 'T';
    if ((year.size() != 2 && year.size() != 4) || !ends)
        return std::nullopt;
    const DayAndMonth out { toInt(first), toInt(second), mark };
    const bool possible = out.first >= 1 && out.second >= 1 && out.first <= 31 && out.second <= 31
        && (out.first <= 12 || out.second <= 12);
    return possible ? std::optional(out) : std::nullopt;
}

}
