// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/columns.h"
#include "ingest/detect_form.h"
#include "ingest/loose_time.h"
#include "ingest/number_text.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace ow::ingest {

namespace {

bool isNumeral(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What a column's values say.
struct Tally {
    std::int64_t filled = 0;
    std::int64_t serials = 0; ///< numbers from 1954 to 2119, as days since 1899-12-30
    std::int64_t yes = 0; ///< 1, true, t, x, …
    std::int64_t no = 0;
    std::int64_t numbers = 0; ///< could be numbers, by either mark
    std::int64_t points = 0; ///< numbers by a point only
    std::int64_t commas = 0;
    std::int64_t openPoints = 0; ///< "1.250", which can be either
    std::int64_t openCommas = 0;
    std::string openNumber; ///< the first of them, one with a point where there is one
    std::int64_t dates = 0; ///< with a day and a month in front of the year
    std::int64_t dayFirst = 0; ///< which can be nothing else
    std::int64_t monthFirst = 0;
    std::int64_t slashes = 0;
    std::string openDate; ///< one of the dates
    bool isOpenDateGood = false; ///< its day is not its month
    std::string dayFirstDate; ///< the first of each
    std::string monthFirstDate;
};

/// "12,50" can only be a comma's; "1,250" can be either's. Nobody writes thousands as "0,250".
bool isAmbiguous(std::string_view text)
{
    const std::size_t mark = text.find_first_of(".,");
    return mark == std::string_view::npos
        || (mark == text.find_last_of(".,") && isGrouped(text, text[mark]) && text.size() == mark + 4);
}

bool isBelowOne(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    return text.size() > 1 && text[0] == '0' && (text[1] == '.' || text[1] == ',');
}

void lookAtNumber(std::string_view bare, Tally& tally)
{
    const bool point = plainNumber(bare, DecimalMark::Point).has_value();
    const bool comma = plainNumber(bare, DecimalMark::Comma).has_value();
    tally.numbers += point || comma;
    const std::size_t mark = bare.find_first_of(".,");
    if (mark == std::string_view::npos)
        return;
    const bool isPoint = bare[mark] == '.';
    if (!isAmbiguous(bare)) {
        tally.points += point && !comma;
        tally.commas += comma && !point;
    } else if (isBelowOne(bare)) {
        tally.points += isPoint;
        tally.commas += !isPoint;
    } else {
        if (tally.openNumber.empty() || (isPoint && tally.openPoints == 0))
            tally.openNumber = bare;
        tally.openPoints += isPoint;
        tally.openCommas += !isPoint;
    }
}

/// Without its time of day.
std::string dateIn(std::string_view text) { return std::string(text.substr(0, text.find_first_of(" ,T"))); }

void lookAtDate(std::string_view text, const DayAndMonth& date, Tally& tally)
{
    ++tally.dates;
    tally.slashes += date.between == '/';
    if (date.first > 12 && tally.dayFirst++ == 0)
        tally.dayFirstDate = dateIn(text);
    else if (date.second > 12 && tally.monthFirst++ == 0)
        tally.monthFirstDate = dateIn(text);
    // "3/3/2024" shows nobody what it was taken for.
    if (tally.openDate.empty() || (!tally.isOpenDateGood && date.first != date.second)) {
        tally.openDate = dateIn(text);
        tally.isOpenDateGood = date.first != date.second;
    }
}

void look(std::string_view text, Tally& tally)
{
    text = trim(text);
    if (text.empty())
        return;
    ++tally.filled;
    if (const auto said = toBool(text)) {
        tally.yes += *said;
        tally.no += !*said;
    } else if (text.size() == 1) {
        tally.yes += text == "t" || text == "x" || text == "X";
        tally.no += text == "?" || text == "f" || text == "-";
    }
    if (text.size() > 40)
        return;
    if (text.size() >= 5 && text.size() <= 20 && isNumeral(text.substr(0, 5)) && text.front() >= '2'
        && text.front() <= '7'
        && (text.size() == 5 || ((text[5] == '.' || text[5] == ',') && isNumeral(text.substr(6)))))
        ++tally.serials;
    if (const auto date = dayAndMonth(text)) {
        lookAtDate(text, *date, tally);
        return;
    }
    if (text.find_first_of(".,") == std::string_view::npos) {
        tally.numbers += isNumeral(text);
        return;
    }
    if (text.find_first_of("0123456789") == std::string_view::npos)
        return;
    lookAtNumber(bareAmount(text, {}).text, tally);
}

Tally sumOfNumberColumns(const std::vector<Tally>& columns)
{
    Tally out;
    for (const Tally& column : columns)
        if (column.numbers * 10 >= column.filled * 9) {
            out.points += column.points;
            out.commas += column.commas;
            if (out.openNumber.empty() || (out.openPoints == 0 && column.openPoints > 0))
                out.openNumber = column.openNumber;
            out.openPoints += column.openPoints;
            out.openCommas += column.openCommas;
        }
    return out;
}

bool areDates(const Tally& column) { return column.dates > 0 && column.dates * 2 >= column.filled; }

Tally sumOfDateColumns(const std::vector<Tally>& columns)
{
    Tally out;
    for (const Tally& column : columns)
        if (areDates(column)) {
            out.dates += column.dates;
            out.dayFirst += column.dayFirst;
            out.monthFirst += column.monthFirst;
            out.slashes += column.slashes;
            if (out.openDate.empty() || (!out.isOpenDateGood && column.isOpenDateGood)) {
                out.openDate = column.openDate;
                out.isOpenDateGood = column.isOpenDateGood;
            }
            if (out.dayFirstDate.empty())
                out.dayFirstDate = column.dayFirstDate;
            if (out.monthFirstDate.empty())
                out.monthFirstDate = column.monthFirstDate;
        }
    return out;
}

/// Whether columns whose names are those of times hold nothing but numbers of days. In other columns such
/// numbers are ids, prices or postcodes.
bool haveSerials(const std::vector<std::string>& names, const std::vector<Tally>& columns)
{
    const Columns byName(names);
    bool some = false;
    for (const Names* list : { &usual::times(), &usual::orderTimes() })
        for (const std::string_view name : *list)
            if (const std::size_t at = byName.findWhole({ name });
                at < columns.size() && columns[at].filled > 0) {
                if (columns[at].serials < columns[at].filled)
                    return false;
                some = true;
            }
    return some;
}

/// Whether all columns, or all but one, hold nothing but yes and no: baskets as statistics programs have
/// them.
bool areFlags(const std::vector<Tally>& columns)
{
    std::size_t flags = 0;
    std::size_t empty = 0;
    std::int64_t yes = 0;
    for (const Tally& column : columns) {
        flags += column.filled > 0 && column.yes + column.no == column.filled;
        empty += column.filled == 0;
        yes += column.yes;
    }
    return flags >= 3 && flags + empty + 1 >= columns.size() && yes > 0;
}

std::string_view sentenceOf(DateOrder order)
{
    return order == DateOrder::Mdy ? "month, day, year" : "day, month, year";
}

DateOrder usualOrder(bool slashes, const TableOptions& options)
{
    const bool american = options.timezone.starts_with("America/") || options.timezone.starts_with("US/");
    return slashes && american ? DateOrder::Mdy : DateOrder::Dmy;
}

DateOrder otherThan(DateOrder order) { return order == DateOrder::Mdy ? DateOrder::Dmy : DateOrder::Mdy; }

void addDoubt(FileForm& form, std::string sentence)
{
    form.doubts.push_back(sentence);
    form.reasons.push_back(std::move(sentence));
}

/// By dates that tell the order, if not all the same.
void chooseDates(const Tally& dates, const TableOptions& options, FileForm& form)
{
    const auto [least, most] = std::minmax(dates.dayFirst, dates.monthFirst);
    if (least == most) {
        form.values.dates = usualOrder(dates.slashes > 0, options);
        addDoubt(form,
            fmt::format(
                "Dates contradict each other: {} has the day first, {} the month. They were read as {}. Say "
                "otherwise with --dates {}.",
                dates.dayFirstDate, dates.monthFirstDate, sentenceOf(form.values.dates),
                wordOf(otherThan(form.values.dates))));
        return;
    }
    form.values.dates = dates.dayFirst > dates.monthFirst ? DateOrder::Dmy : DateOrder::Mdy;
    const std::string said = fmt::format("Dates are read as {}: {} of {} can be nothing else",
        sentenceOf(form.values.dates), most, dates.dates);
    if (least > 0)
        addDoubt(form, fmt::format("{}, but {} would be the other way round.", said, least));
    else
        form.reasons.push_back(said + '.');
}

void chooseDecimals(const Tally& numbers, const TableSource& sample, FileForm& form)
{
    if (numbers.commas > numbers.points) {
        form.values.decimals = DecimalMark::Comma;
        form.reasons.push_back(
            fmt::format("Numbers have a decimal comma: {} can be read in no other way.", numbers.commas));
        return;
    }
    // In JSON a number's point is one.
    if (numbers.commas + numbers.points > 0 || numbers.openNumber.empty() || form.format != FileFormat::Csv)
        return;
    // Who separates by semicolons mostly does so because commas are in use.
    if (numbers.openPoints > 0 && sample.separator() == ';')
        form.values.decimals = DecimalMark::Comma;
    const DecimalMark read = form.values.decimals;
    const auto value = toNumber(numbers.openNumber, read);
    std::string sentence
        = fmt::format("No number tells decimal marks from those of thousands; {} was read as {}. Say "
                      "otherwise with --decimals {}.",
            numbers.openNumber, value.value_or(0),
            wordOf(read == DecimalMark::Comma ? DecimalMark::Point : DecimalMark::Comma));
    if (numbers.openPoints > 0)
        addDoubt(form, std::move(sentence));
    else
        form.reasons.push_back(std::move(sentence));
}
}

std::optional<OpenDates> detectValues(TableSource& sample, const TableOptions& options, FileForm& form)
{
    std::vector<Tally> columns(sample.columns().size());
    TableRow row;
    while (true) {
        const auto more = sample.next(row);
        if (!more || !*more)
            break;
        for (std::size_t i = 0; i < std::min(row.fields.size(), columns.size()); ++i)
            look(row.fields[i], columns[i]);
    }
    if (haveSerials(sample.columns(), columns)) {
        form.values.serials = true;
        form.reasons.emplace_back("Times are numbers of days since 1899-12-30, as spreadsheets keep them.");
    }
    if (areFlags(columns)) {
        form.values.flags = true;
        form.reasons.emplace_back(
            "The columns hold yes and no: each row is a basket of the products whose columns say yes.");
    }
    if (options.decimals)
        form.values.decimals = *options.decimals;
    else
        chooseDecimals(sumOfNumberColumns(columns), sample, form);
    if (options.dates) {
        form.values.dates = *options.dates;
        return std::nullopt;
    }
    const Tally dates = sumOfDateColumns(columns);
    if (dates.dayFirst + dates.monthFirst > 0)
        chooseDates(dates, options, form);
    if (dates.dates == 0 || dates.dayFirst + dates.monthFirst > 0)
        return std::nullopt;
    OpenDates open { {}, dates.openDate, dates.slashes > 0 };
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (areDates(columns[i]))
            open.columns.push_back(sample.columns()[i]);
    return open;
}

std::optional<TellingDate> findTellingDate(TableSource& table, const OpenDates& dates, std::size_t most)
{
    // Of JSON, columns may have been found in the whole file that the sample did not have.
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < table.columns().size(); ++i)
        if (std::ranges::find(dates.columns, table.columns()[i]) != dates.columns.end())
            places.push_back(i);
    TableRow row;
    for (std::size_t bytes = 0; bytes < most; bytes += row.text.size() + 1) {
        const auto more = table.next(row);
        if (!more || !*more)
            return std::nullopt; // what is wrong the import itself will say
        for (const std::size_t place : places) {
            if (place >= row.fields.size() || !row.problem.empty())
                continue;
            const auto date = dayAndMonth(row.fields[place]);
            if (date && (date->first > 12 || date->second > 12))
                return TellingDate { date->first > 12 ? DateOrder::Dmy : DateOrder::Mdy,
                    dateIn(trim(row.fields[place])) };
        }
    }
    return std::nullopt;
}

void settleDates(const OpenDates& dates, const std::optional<TellingDate>& telling,
    const TableOptions& options, FileForm& form)
{
    if (telling) {
        form.values.dates = telling->order;
        form.reasons.push_back(
            fmt::format("Dates are read as {}: {}, further down in the file, can be nothing else.",
                sentenceOf(telling->order), telling->text));
        return;
    }
    form.values.dates = usualOrder(dates.slashes, options);
    const auto read = readLooseTime(dates.example, form.values.dates);
    const CivilTime civil = read ? read->civil : CivilTime {};
    addDoubt(form,
        fmt::format(
            "No date tells day and month apart; {} was read as {:04}-{:02}-{:02}. Say otherwise with --dates "
            "{}.",
            dates.example, civil.year, civil.month, civil.day, wordOf(otherThan(form.values.dates))));
}
}
