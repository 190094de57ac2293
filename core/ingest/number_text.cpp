// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/number_text.h"

#include "ingest/values.h"

#include <algorithm>
#include <array>

namespace ow::ingest {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool areDigits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, isDigit); }

/// Blanks and apostrophes that set groups apart, as one character.
constexpr std::array<std::pair<std::string_view, char>, 6> marks { { { "\xC2\xA0", ' ' },
    { "\xE2\x80\xAF", ' ' }, { "\xE2\x80\x89", ' ' }, { "\xE2\x80\x93", '-' }, { "\xE2\x80\x99", '\'' },
    { "\xE2\x88\x92", '-' } } };

std::string inAscii(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto mark
            = std::ranges::find_if(marks, [&](const auto& known) { return text.starts_with(known.first); });
        out += mark != marks.end() ? mark->second : text.front();
        text.remove_prefix(mark != marks.end() ? mark->first.size() : 1);
    }
    return out;
}

/// The sign of an amount as accountants write it, taken away.
bool takeMinus(std::string& text)
{
    // "12,-" is twelve and no cents.
    if (text.size() > 2 && text.back() == '-'
        && (text[text.size() - 2] == ',' || text[text.size() - 2] == '.')) {
        text.resize(text.size() - 2);
        return false;
    }
    std::string_view rest = text;
    const bool behind = rest.size() > 1 && rest.back() == '-' && rest.front() != '-';
    const bool around = rest.size() > 2 && rest.front() == '(' && rest.back() == ')';
    if (behind)
        text.pop_back();
    if (around)
        text = text.substr(1, text.size() - 2);
    if (behind || around)
        text = std::string(trim(text));
    return behind || around;
}

/// The digits of a whole number in groups of three between any one mark; empty where it is none.
std::optional<std::string> ungrouped(std::string_view whole, char groupMark)
{
    if (areDigits(whole))
        return std::string(whole);
    for (const char mark : { groupMark, ' ', '\'' })
        if (isGrouped(whole, mark) && isDigit(whole.front())) {
            std::string out(whole);
            std::erase(out, mark);
            return out;
        }
    return std::nullopt;
}

}

namespace {

/// "12,34,567", as India groups: three digits last, two in each group before, one or two first.
bool isIndian(std::string_view text)
{
    if (text.size() < 8 || text[text.size() - 4] != ',' || !areDigits(text.substr(text.size() - 3)))
        return false;
    text.remove_suffix(4);
    while (text.size() > 2) {
        if (text[text.size() - 3] != ',' || !areDigits(text.substr(text.size() - 2)))
            return false;
        text.remove_suffix(3);
    }
    return areDigits(text);
}

}

bool isGrouped(std::string_view text, char mark)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    if (mark == ',' && isIndian(text))
        return true;
    std::size_t end = text.find(mark);
    if (end == std::string_view::npos || end == 0 || end > 3 || !areDigits(text.substr(0, end)))
        return false;
    for (; end < text.size(); end += 4)
        if (text[end] != mark || text.size() < end + 4 || !areDigits(text.substr(end + 1, 3)))
            return false;
    return true;
}

std::optional<std::string> plainNumber(std::string_view text, DecimalMark mark)
{
    std::string number = inAscii(trim(text));
    bool minus = takeMinus(number);
    std::string_view rest = number;
    if (!minus && (rest.starts_with('-') || rest.starts_with('+'))) {
        minus = rest.front() == '-';
        rest.remove_prefix(1);
    }
    const char decimal = mark == DecimalMark::Comma ? ',' : '.';
    const std::size_t point = rest.find(decimal);
    const auto whole = ungrouped(rest.substr(0, point), decimal == ',' ? '.' : ',');
    const std::string_view fraction = point == std::string_view::npos ? "" : rest.substr(point + 1);
    if (!whole || (point != std::string_view::npos && !areDigits(fraction)))
        return std::nullopt;
    return (minus ? "-" : "") + *whole + (fraction.empty() ? "" : '.' + std::string(fraction));
}

std::string withoutOrnaments(std::string_view amount)
{
    std::string out = inAscii(trim(amount));
    const bool minus = takeMinus(out);
    for (const char mark : { ' ', '\'' }) {
        const std::size_t end = std::min(out.find_first_of(".,"), out.size());
        if (isGrouped(std::string_view(out).substr(0, end), mark)) {
            std::string whole = out.substr(0, end);
            std::erase(whole, mark);
            out = whole + out.substr(end);
        }
    }
    return (minus ? "-" : "") + out;
}

}
