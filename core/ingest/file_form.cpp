// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/file_form.h"

#include <array>
#include <utility>

namespace ow::ingest {

namespace {

template <typename T>
using Word = std::pair<std::string_view, T>;

/// Of each value the first word is the one to write.
constexpr std::array<Word<FileFormat>, 7> formats { { { "csv", FileFormat::Csv },
    { "ndjson", FileFormat::Ndjson }, { "baskets", FileFormat::Baskets }, { "tsv", FileFormat::Csv },
    { "jsonl", FileFormat::Ndjson }, { "json", FileFormat::Ndjson }, { "fimi", FileFormat::Baskets } } };
constexpr std::array<Word<Encoding>, 13> encodings { { { "utf-8", Encoding::Utf8 },
    { "utf-16le", Encoding::Utf16Le }, { "utf-16be", Encoding::Utf16Be },
    { "windows-1252", Encoding::Windows1252 }, { "latin-1", Encoding::Latin1 }, { "utf8", Encoding::Utf8 },
    { "utf16le", Encoding::Utf16Le }, { "utf16be", Encoding::Utf16Be }, { "utf-16", Encoding::Utf16Le },
    { "cp1252", Encoding::Windows1252 }, { "latin1", Encoding::Latin1 }, { "iso-8859-1", Encoding::Latin1 },
    { "ansi", Encoding::Windows1252 } } };
constexpr std::array<Word<DecimalMark>, 4> marks { { { "point", DecimalMark::Point },
    { "comma", DecimalMark::Comma }, { ".", DecimalMark::Point }, { ",", DecimalMark::Comma } } };
constexpr std::array<Word<DateOrder>, 3> orders { { { "ymd", DateOrder::Ymd }, { "dmy", DateOrder::Dmy },
    { "mdy", DateOrder::Mdy } } };

template <typename T, std::size_t N>
std::string_view wordIn(const std::array<Word<T>, N>& words, T value)
{
    for (const Word<T>& word : words)
        if (word.second == value)
            return word.first;
    return {};
}

template <typename T, std::size_t N>
std::optional<T> valueIn(const std::array<Word<T>, N>& words, std::string_view text)
{
    std::string small;
    for (const char c : text)
        small += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    for (const Word<T>& word : words)
        if (word.first == small)
            return word.second;
    return std::nullopt;
}

}

std::string_view wordOf(FileFormat format) { return wordIn(formats, format); }
std::string_view wordOf(Encoding encoding) { return wordIn(encodings, encoding); }
std::string_view wordOf(DecimalMark mark) { return wordIn(marks, mark); }
std::string_view wordOf(DateOrder order) { return wordIn(orders, order); }
std::optional<FileFormat> formatFrom(std::string_view word) { return valueIn(formats, word); }
std::optional<Encoding> encodingFrom(std::string_view word) { return valueIn(encodings, word); }
std::optional<DecimalMark> decimalsFrom(std::string_view word) { return valueIn(marks, word); }
std::optional<DateOrder> datesFrom(std::string_view word) { return valueIn(orders, word); }

std::string separatorWord(char separator)
{
    return separator == '\t' ? "tab" : separator == ' ' ? "space" : std::string(1, separator);
}

std::optional<char> separatorFrom(std::string_view word)
{
    if (word == "tab" || word == "\\t")
        return '\t';
    if (word == "space")
        return ' ';
    if (word.size() == 1 && word != "\"" && word != "\n" && word != "\r")
        return word.front();
    return std::nullopt;
}

}
