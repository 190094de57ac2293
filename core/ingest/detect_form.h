// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/file_form.h"
#include "ingest/table_source.h"
#include "ingest/text_source.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::ingest {

/// Format, encoding, separator and header of a text from its first megabyte. What the options say is not
/// asked. Separator 0: to be found in the header.
FileForm detectForm(const TextSource& text, const TableOptions& options);

/// Columns of dates such as 3/4/2024, of which no value tells the day from the month.
struct OpenDates {
    std::vector<std::string> columns; ///< their names
    std::string example; ///< a date of them, without its time of day
    bool slashes = false; ///< some have them
};

/// How the values of the rows are written: decimal mark, order of dates. Reads the table to its end. A mark
/// or an order is believed where the columns of numbers (of dates) have values that can be read in no other
/// way. Where all numbers are like "1.250", points set thousands apart if the separator is a semicolon; where nothing
/// tells, points are decimal marks. Adds its reasons to the form. Where no date tells the order, it is settleDates()
/// that says it.
std::optional<OpenDates> detectValues(TableSource& sample, const TableOptions& options, FileForm& form);

/// A date that can be read in one order only.
struct TellingDate {
    DateOrder order = DateOrder::Dmy;
    std::string text;
};

/// The first date in the columns that tells the order, of the rows in the first `most` bytes; empty where there is none.
std::optional<TellingDate> findTellingDate(TableSource& table, const OpenDates& dates, std::size_t most = 64 << 20);

/// The order of dates and its reason: what a value further down told; else days before months, unless the dates have
/// slashes and the options' time zone is American.
void settleDates(const OpenDates& dates, const std::optional<TellingDate>& telling, const TableOptions& options,
    FileForm& form);

}
