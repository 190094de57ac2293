// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/detect_form.h"

#include "base/text.h"
#include "ingest/basket_lines_reader.h"
#include "ingest/columns.h"
#include "ingest/csv_reader.h"
#include "ingest/loose_time.h"
#include "ingest/preset.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace ow::ingest {

namespace {

constexpr std::size_t lookedAtLines = 300;

bool isNumeral(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The first lines that are not blank; the last one only where it is whole.
std::vector<std::string_view> linesOf(std::string_view text, bool isAll)
{
    std::vector<std::string_view> out;
    const char newline = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    while (!text.empty() && out.size() < lookedAtLines) {
        const std::size_t end = text.find(newline);
        if (end == std::string_view::npos && !isAll)
            break;
        if (const std::string_view line = trim(text.substr(0, end)); !line.empty())
            out.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view line, char separator)
{
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t end = line.find(separator);
        const std::string_view field = trim(line.substr(0, end));
        if (separator != ' ' || !field.empty())
            out.push_back(field);
        if (end == std::string_view::npos)
            return out;
        line.remove_prefix(end + 1);
    }
}

bool fitsAPreset(const std::vector<std::string_view>& header)
{
    const std::vector<std::string> names(header.begin(), header.end());
    return detectPreset(Columns(names)) != nullptr;
}

/// One basket a line, numbers between blanks, as the sets of the FIMI repository.
bool areNumberBaskets(const std::vector<std::string_view>& lines)
{
    bool several = false;
    for (const std::string_view line : lines) {
        const auto items = split(line, ' ');
        several = several || items.size() > 1;
        if (!std::ranges::all_of(items, isNumeral))
            return false;
    }
    return several && lines.size() > 1;
}

std::vector<std::string_view> itemsOf(std::string_view line, char separator)
{
    std::vector<std::string_view> out;
    while (!line.empty())
        out.push_back(BasketLinesReader::takeRaw(line, separator));
    return out;
}

/// Whether each line begins with its basket's name: something with a digit in it that stands nowhere else.
bool areNamed(const std::vector<std::string_view>& lines, char separator)
{
    std::set<std::string_view> names;
    std::set<std::string_view> items;
    bool numerals = true;
    for (const std::string_view line : lines) {
        const auto fields = itemsOf(line, separator);
        if (fields.size() < 2 || fields.front().find_first_of("0123456789") == std::string_view::npos
            || !names.insert(fields.front()).second)
            return false;
        items.insert(fields.begin() + 1, fields.end());
        numerals = numerals && std::ranges::all_of(fields.begin() + 1, fields.end(), isNumeral);
    }
    return lines.size() >= (numerals ? 20 : 3)
        && std::ranges::none_of(names, [&](std::string_view name) { return items.contains(name); });
}

/// One basket a line: lines of many lengths, and what stands in the first is met again further down. The
/// words of a header are not.
bool areBaskets(const std::vector<std::string_view>& lines, char separator)
{
    if (lines.size() < 3)
        return false;
    const auto first = itemsOf(lines.front(), separator);
    std::set<std::size_t> lengths;
    std::set<std::string_view> items;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A quote that is still open at the line's end is one of a table's.
        if (std::ranges::count(lines[i], '"') % 2 != 0)
            return false;
        const auto fields = itemsOf(lines[i], separator);
        lengths.insert(fields.size());
        if (i > 0)
            items.insert(fields.begin(), fields.end());
    }
    const bool again = std::ranges::any_of(
        first, [&](std::string_view item) { return !item.empty() && items.contains(item); });
    return lengths.size() >= 3 && again && !fitsAPreset(first);
}

/// Whether the first line is data: a field of it is a time or a long number, the next line has the like
/// there, and no preset knows its names.
bool lacksHeader(const std::vector<std::string_view>& lines, char separator)
{
    if (lines.size() < 2)
        return false;
    const auto first = split(lines[0], separator);
    const auto second = split(lines[1], separator);
    if (first.size() < 2 || first.size() != second.size() || fitsAPreset(first))
        return false;
    // Words of a heading are not met again as values, but a first row's are. Half of them must be.
    std::size_t again = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
        again += std::ranges::any_of(lines.begin() + 1, lines.end(), [&](std::string_view line) {
            const auto fields = split(line, separator);
            return line != lines[0] && fields.size() == first.size() && !first[i].empty()
                && fields[i] == first[i];
        });
    const bool named = std::ranges::any_of(
        first, [](std::string_view field) { return !field.empty() && !isNumeral(field); });
    if (again * 2 >= first.size() && (again == first.size() || !named || isNumeral(first[0])))
        return true;
    TimeReader times("UTC");
    for (std::size_t i = 0; i < first.size(); ++i) {
        const bool data = (times.read(first[i]) && times.read(second[i]))
            || (isNumeral(first[i]) && isNumeral(second[i]) && first[i].size() >= 5 && second[i].size() >= 5);
        if (data)
            return true;
    }
    return false;
}

/// The columns of sets that are published without a header and cannot be anything else.
std::vector<std::string> knownNames(const std::vector<std::string_view>& lines, char separator)
{
    const auto isTaobao = [&](std::string_view line) {
        const auto fields = split(line, separator);
        return fields.size() == 5 && isNumeral(fields[0]) && isNumeral(fields[1]) && isNumeral(fields[2])
            && isNumeral(fields[4])
            && (fields[3] == "pv" || fields[3] == "buy" || fields[3] == "cart" || fields[3] == "fav");
    };
    if (!lines.empty() && std::ranges::all_of(lines, isTaobao))
        return { "user_id", "item_id", "category_id", "behavior_type", "timestamp" };
    return {};
}

void chooseFormat(const std::vector<std::string_view>& lines, const TableOptions& options, FileForm& form)
{
    if (lines.empty())
        return;
    // An array of objects begins with "[", maybe alone on its line.
    const bool isArray = lines.front().starts_with('[')
        && (lines.front().size() == 1 ? lines.size() > 1 && lines[1].starts_with('{')
                                      : trim(lines.front().substr(1)).starts_with('{'));
    if (lines.front().starts_with('{') || isArray) {
        form.format = FileFormat::Ndjson;
        return;
    }
    const char separator = options.separator.value_or(guessSeparator(lines.front()));
    const bool hasSeparator = lines.front().find(separator) != std::string_view::npos;
    if (!hasSeparator && areNumberBaskets(lines)) {
        form.format = FileFormat::Baskets;
        form.separator = ' ';
        form.reasons.emplace_back("Every line is nothing but numbers between blanks: one basket a line.");
    } else if (areBaskets(lines, separator)) {
        form.format = FileFormat::Baskets;
        form.separator = separator;
        form.reasons.emplace_back("Lines have different lengths and there is no header: one basket a line.");
        form.named = areNamed(lines, separator);
        if (form.named)
            form.reasons.emplace_back(
                "What each line begins with stands nowhere else: it is the basket's name.");
    }
}

char basketSeparator(const std::vector<std::string_view>& lines)
{
    std::string all;
    for (const std::string_view line : lines)
        all.append(line);
    const char guess = guessSeparator(all);
    return all.find(guess) != std::string::npos ? guess : ' ';
}

}

namespace {

std::size_t countOf(std::string_view line, char separator)
{
    std::size_t out = 0;
    bool inQuotes = false;
    for (const char c : line) {
        inQuotes = inQuotes != (c == '"');
        out += c == separator && !inQuotes;
    }
    return out;
}

bool isNumberLike(std::string_view field)
{
    return !field.empty() && field.find_first_not_of("0123456789.,-:/ ") == std::string_view::npos;
}

std::size_t filledOf(std::string_view line, char separator)
{
    const auto fields = split(line, separator);
    return std::size_t(std::ranges::count_if(
        fields, [](std::string_view field) { return !field.empty() && field != "\"\""; }));
}

/// How many lines stand in front of the header: titles of a report, the day it was made. They have fewer
/// fields than nearly all others, or but one that is filled.
int titlesOf(std::vector<std::string_view>& lines, char& separator)
{
    constexpr std::size_t mostTitles = 20;
    if (lines.size() < 3 || lines.front().starts_with("sep=") || lines.front().starts_with("\"sep="))
        return 0;
    // The separator speaks from where the table is: the last lines.
    const char found = separator != 0 ? separator : guessSeparator(lines[lines.size() - 1]);
    std::map<std::size_t, std::size_t> counts;
    for (const std::string_view line : lines)
        ++counts[countOf(line, found)];
    const auto usual = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
    if (usual->first == 0 || usual->second < 2)
        return 0;
    std::size_t titles = 0;
    const auto isTitle = [&](std::string_view line) {
        return countOf(line, found) < usual->first ? filledOf(line, found) <= (usual->first >= 3 ? 2 : 1)
                                                   : usual->first >= 2 && filledOf(line, found) <= 1;
    };
    while (titles < std::min(mostTitles, lines.size() - 2) && isTitle(lines[titles]))
        ++titles;
    if (titles == 0 || countOf(lines[titles], found) != usual->first)
        return 0;
    // Names are words, all of them there.
    const auto header = split(lines[titles], found);
    if (filledOf(lines[titles], found) * 2 < header.size() || std::ranges::any_of(header, isNumberLike))
        return 0;
    separator = found;
    lines.erase(lines.begin(), lines.begin() + std::ptrdiff_t(titles));
    return int(titles);
}

}

FileForm detectForm(const TextSource& text, const TableOptions& options)
{
    FileForm form;
    form.encoding = text.encoding();
    if (!text.wasSaid() && form.encoding != Encoding::Utf8)
        form.reasons.push_back(form.encoding == Encoding::Windows1252
                ? "The bytes are no UTF-8; they were read as Windows-1252 (Latin-1)."
                : fmt::format("Every second byte is 0: {}.", wordOf(form.encoding)));
    auto lines = linesOf(text.head(), text.isAllInHead());
    form.separator = 0;
    const bool mayBeCsv = !options.format || *options.format == FileFormat::Csv;
    char ofTable = options.separator.value_or(0);
    if (options.skip)
        form.skip = std::max(0, *options.skip);
    else if (mayBeCsv && options.header.value_or(true) && !lines.empty() && !lines.front().starts_with('{')
        && !lines.front().starts_with('['))
        form.skip = titlesOf(lines, ofTable);
    if (form.skip > 0 && !options.skip) {
        form.separator = ofTable;
        form.reasons.push_back(
            fmt::format("{} in front of the header {} left out: fewer fields than in the table's lines.",
                counted(form.skip, "line", "lines"), form.skip == 1 ? "was" : "were"));
    } else if (form.skip > 0) {
        lines.erase(
            lines.begin(), lines.begin() + std::min<std::ptrdiff_t>(form.skip, std::ptrdiff_t(lines.size())));
    }
    if (options.format)
        form.format = *options.format;
    else if (form.skip == 0)
        chooseFormat(lines, options, form);
    if (options.separator)
        form.separator = *options.separator;
    if (form.format == FileFormat::Baskets && form.separator == 0)
        form.separator = basketSeparator(lines);
    if (form.format == FileFormat::Csv && !lines.empty()) {
        const char separator = form.separator != 0 ? form.separator : guessSeparator(lines.front());
        form.header = options.header.value_or(!lacksHeader(lines, separator));
        if (!form.header && !options.header)
            form.names = knownNames(lines, separator);
        if (!form.header && !options.header && !form.names.empty())
            form.reasons.emplace_back(
                "The first line is data, not names: the columns are those of Taobao's UserBehavior.csv.");
        else if (!form.header && !options.header)
            form.reasons.emplace_back(
                "The first line is data, not names: the columns are called by their numbers.");
    }
    return form;
}

}
