// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

enum class FileFormat {
    Csv, ///< columns between separators, a header line
    Ndjson, ///< one JSON object a line, or an array of them
    Baskets, ///< one basket a line, its items between separators; no header
};
enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252, Latin1 };
/// Which of "12.50" and "12,50" are twelve and a half. The other mark is one of thousands.
enum class DecimalMark { Point, Comma };
/// How dates that do not begin with their year are read; those that do are read always.
enum class DateOrder {
    Ymd, ///< "31.12.2024" is no date here
    Dmy,
    Mdy,
};

/// How a file's values are written.
struct ValueForms {
    DecimalMark decimals = DecimalMark::Point;
    DateOrder dates = DateOrder::Ymd;
    /// Found, never said: all columns, or all but the one that names the row, hold yes and no.
    bool flags = false;
    /// Found, never said: columns of times hold numbers of days, as spreadsheets keep them.
    bool serials = false;
    friend bool operator==(const ValueForms&, const ValueForms&) = default;
};

/// What a person may say of a file instead of having it found. Absent: found in the first megabyte.
struct TableOptions {
    std::optional<char> separator; ///< between fields, or between the items of a basket
    std::optional<FileFormat> format;
    std::optional<Encoding> encoding;
    std::optional<DecimalMark> decimals;
    std::optional<DateOrder> dates;
    std::optional<int>
        skip; ///< lines of CSV in front of the header (titles of a report), blank ones not counted
    std::optional<bool> header; ///< false: CSV without one; the columns are called "column 1", …
    std::string timezone; ///< decides whether 1/2/2024 is January where no value does; "" = not known
};

/// What a file is: as found, or as said.
struct FileForm {
    FileFormat format = FileFormat::Csv;
    Encoding encoding = Encoding::Utf8;
    char separator = ','; ///< 0 where the format has none
    bool header = true;
    int skip = 0; ///< lines that are not blank in front of the header
    /// Where there is no header and the columns are known all the same: their names. Found, never said.
    std::vector<std::string> names;
    /// Of baskets: the first item of each line is the basket's name. Found, never said.
    bool named = false;
    ValueForms values;
    std::vector<std::string> reasons; ///< sentences: why, where it was found and not plain
    std::vector<std::string> doubts; ///< those of the reasons that a person should confirm: guesses, contradictions
};

/// The words that scripts and mappings use: csv ndjson baskets; utf-8 utf-16le utf-16be windows-1252 latin-1;
/// point comma; ymd dmy mdy. Reading also knows usual synonyms (utf8, cp1252, iso-8859-1, jsonl); empty for
/// no such word.
std::string_view wordOf(FileFormat format);
std::string_view wordOf(Encoding encoding);
std::string_view wordOf(DecimalMark mark);
std::string_view wordOf(DateOrder order);
std::optional<FileFormat> formatFrom(std::string_view word);
std::optional<Encoding> encodingFrom(std::string_view word);
std::optional<DecimalMark> decimalsFrom(std::string_view word);
std::optional<DateOrder> datesFrom(std::string_view word);
/// "tab" or one character; a space is "space".
std::string separatorWord(char separator);
std::optional<char> separatorFrom(std::string_view word);

}
