// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csv_reader.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace ow::ingest {

namespace {

constexpr std::size_t pieceSize = 1 << 18; ///< bytes read at once
constexpr std::size_t longestRecord = 1 << 18; ///< bytes; longer is a quote gone astray

constexpr std::array<char, 4> separators { ',', ';', '\t', '|' };

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

}

char guessSeparator(std::string_view header)
{
    std::array<int, 4> counts {};
    bool inQuotes = false;
    for (const char c : header) {
        if (c == '"')
            inQuotes = !inQuotes;
        const auto it = std::ranges::find(separators, c);
        if (!inQuotes && it != separators.end())
            ++counts[std::size_t(it - separators.begin())];
    }
    const auto best = std::ranges::max_element(counts);
    if (*best > 0)
        return separators[std::size_t(best - counts.begin())];
    // Those of databases and mainframes, where nothing else can be one.
    for (const char rare : { '^', '~', '\x01' })
        if (header.find(rare) != std::string_view::npos)
            return rare;
    return ',';
}

CsvReader::CsvReader(TextSource bytes)
    : m_bytes(std::move(bytes))
{
}

Result<std::unique_ptr<TableSource>> CsvReader::open(TextSource text, FileForm form)
{
    std::unique_ptr<CsvReader> reader(new CsvReader(std::move(text)));
    if (auto done = reader->readHeader(std::move(form)); !done)
        return fail(done.error());
    return reader;
}

Result<bool> CsvReader::fill()
{
    if (m_atEnd)
        return false;
    m_buffer.erase(0, m_begin);
    m_openFrom -= std::min(m_openFrom, m_begin);
    m_openUntil -= std::min(m_openUntil, m_begin);
    m_begin = 0;
    m_marked = false;
    const std::size_t old = m_buffer.size();
    m_buffer.resize(old + pieceSize);
    const Result<std::size_t> got = m_bytes.read(m_buffer.data() + old, pieceSize);
    if (!got)
        return fail(got.error());
    m_buffer.resize(old + *got);
    m_atEnd = *got == 0;
    return !m_atEnd;
}

Result<void> CsvReader::readHeader(FileForm form)
{
    m_form = std::move(form);
    if (auto filled = fill(); !filled)
        return fail(filled.error());
    const std::string_view head(m_buffer);
    const std::string_view front = head.substr(0, 4096);
    // A few are broken rows.
    if (std::size_t(std::ranges::count(front, '\0')) * 20 > front.size())
        return fail(ErrorCode::InvalidInput, "The file is no text: it holds zero bytes.", name());
    if (head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos)
        m_newline = '\r';

    TableRow row;
    Result<bool> found = record(row);
    // Excel's own way to say which separator it wrote.
    if (found && *found && row.problem.empty()
        && (row.text.size() == 5 ? row.text.starts_with("sep=")
                                 : row.text.size() == 7 && row.text.starts_with("\"sep="))) {
        m_form.separator = row.text[row.text.size() == 5 ? 4 : 5];
        found = record(row);
    }
    for (int i = 0; i < m_form.skip && found && *found; ++i)
        found = record(row);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::InvalidInput, "The file has no header row.", name());
    m_separator = m_form.separator != 0 ? m_form.separator : guessSeparator(row.text);
    m_form.separator = m_separator;
    m_openFrom = m_openUntil = 0; // told with any separator
    if (row.problem.empty() && !isUtf8(row.text))
        row.problem = fmt::format("it is no text in {}; say another encoding", wordOf(m_form.encoding));
    if (row.problem.empty())
        split(row, m_lastQuoted);
    if (!row.problem.empty())
        return fail(ErrorCode::InvalidInput, "The header cannot be read: " + row.problem,
            fmt::format("{}:{}", name(), m_row));
    return nameColumns(row);
}

Result<void> CsvReader::nameColumns(const TableRow& header)
{
    if (!m_form.header) {
        for (std::size_t i = 0; i < header.fields.size(); ++i)
            m_columns.push_back(m_form.names.size() == header.fields.size()
                    ? m_form.names[i]
                    : fmt::format("column {}", i + 1));
        // The record is still in the buffer in front of m_begin: nothing was read behind it.
        m_begin -= m_lastLength;
        --m_row;
        return {};
    }
    std::set<std::string> seen;
    for (const std::string_view field : header.fields) {
        const std::string_view column = trimmed(field);
        const bool isNew = column.empty() || seen.insert(std::string(column)).second;
        m_columns.emplace_back(column);
        if (isNew)
            continue;
        for (int i = 2;; ++i)
            if (const std::string other = fmt::format("{} ({})", column, i); seen.insert(other).second) {
                m_form.reasons.push_back(fmt::format(
                    "Two columns are called \"{}\": the further one is \"{}\" here.", column, other));
                m_columns.back() = other;
                break;
            }
    }
    if (seen.empty())
        return fail(
            ErrorCode::InvalidInput, "The header names no column.", fmt::format("{}:{}", name(), m_row));
    return {};
}

namespace {

/// Walks over a record's characters and knows whether it is inside quotes. A quote opens at a field's start
/// only: the one in `5" nails` is a character.
class QuoteState {
public:
    explicit QuoteState(char separator)
        : m_separator(separator)
    {
    }

    bool inQuotes() const { return m_inQuotes; }
    void walk(std::string_view text)
    {
        for (const char c : text) {
            if (c == '"') {
                // The second of a doubled quote comes right behind the first, which seemed to close.
                const bool was = m_inQuotes;
                m_inQuotes = !was && (m_atStart || m_closed);
                m_closed = was;
            } else {
                m_closed = false;
            }
            m_atStart = !m_inQuotes
                && ((m_separator != 0 ? c == m_separator : isSeparator(c)) || (m_atStart && c == ' '));
        }
    }

private:
    static bool isSeparator(char c) { return std::ranges::find(separators, c) != separators.end(); }

    char m_separator;
    bool m_inQuotes = false;
    bool m_atStart = true;
    bool m_closed = false;
};

}

Result<std::optional<CsvReader::Ending>> CsvReader::findEnding(bool obeyQuotes)
{
    std::size_t at = 0; // behind m_begin; fill() moves the buffer, so no pointers are kept
    bool quoted = false;
    std::size_t firstOpen = std::string::npos, lastOpen = 0; // line breaks inside quotes
    const auto neverClosed = [&] {
        if (firstOpen == std::string::npos)
            return std::nullopt;
        if (m_begin + firstOpen > m_openUntil)
            m_openFrom = m_begin + firstOpen;
        m_openUntil = m_begin + lastOpen;
        return std::nullopt;
    };
    QuoteState state(m_separator);
    while (true) {
        const std::string_view rest = std::string_view(m_buffer).substr(m_begin);
        const std::size_t hit = rest.find(m_newline, at);
        const std::size_t end = std::min(hit, rest.size());
        const std::string_view piece = rest.substr(at, end - at);
        quoted = quoted || piece.find('"') != std::string_view::npos;
        // Without quotes only the last character counts, and the blanks behind it.
        if (obeyQuotes && !piece.empty()) {
            const std::size_t last = piece.find_last_not_of(' ');
            state.walk(quoted || last == std::string_view::npos ? piece : piece.substr(last));
        }
        at = end;
        if (hit != std::string_view::npos && !state.inQuotes())
            return Ending { end, end + 1, quoted };
        if (hit != std::string_view::npos) { // a line break inside quotes; all of those are alike
            firstOpen = std::min(firstOpen, at);
            if (m_begin + at >= m_openFrom && m_begin + at < m_openUntil)
                at = m_openUntil - m_begin;
            lastOpen = at;
        }
        if (at > longestRecord) {
            if (state.inQuotes())
                return neverClosed();
            if (auto skipped = skipLine(); !skipped)
                return fail(skipped.error());
            return Ending { 0, 0, false, true };
        }
        if (hit != std::string_view::npos) {
            ++at;
            continue;
        }
        const Result<bool> more = fill();
        if (!more)
            return fail(more.error());
        if (*more)
            continue;
        if (state.inQuotes())
            return neverClosed();
        return Ending { end, end, quoted };
    }
}

Result<void> CsvReader::skipLine()
{
    m_unquoted = m_buffer.substr(m_begin, 2000);
    while (true) {
        const std::size_t hit = m_buffer.find(m_newline, m_begin);
        m_begin = hit == std::string::npos ? m_buffer.size() : hit + 1;
        if (hit != std::string::npos)
            return {};
        const Result<bool> more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
}

Result<bool> CsvReader::record(TableRow& row)
{
    row.problem.clear();
    while (true) {
        if (m_begin >= m_buffer.size()) {
            const Result<bool> more = fill();
            if (!more)
                return fail(more.error());
            if (!*more)
                return false;
        }
        Result<std::optional<Ending>> found = findEnding(true);
        if (!found)
            return fail(found.error());
        if (!*found) {
            // Give up the line that opened the quote, and go on behind it.
            row.problem = "a quote is opened here and never closed, or closed after more than 256 kB";
            found = findEnding(false);
            if (!found)
                return fail(found.error());
        }
        const Ending ending = **found;
        if (ending.tooLong)
            row.problem = "the row is longer than 256 kB";
        row.text = ending.tooLong ? m_unquoted : std::string_view(m_buffer).substr(m_begin, ending.length);
        m_begin += ending.next;
        m_lastLength = ending.next;
        m_lastQuoted = ending.quoted;
        ++m_row;
        row.number = m_row;
        if (m_newline == '\n' && row.text.ends_with('\r'))
            row.text.remove_suffix(1);
        if (m_newline == '\r' && row.text.starts_with('\n'))
            row.text.remove_prefix(1);
        if (!row.text.empty())
            return true;
    }
}

bool CsvReader::plainRow(TableRow& row)
{
    if (!m_marked) {
        m_marks.look(m_buffer, m_separator);
        m_marked = true;
        m_mark = 0;
    }
    while (m_mark < m_marks.size() && m_marks[m_mark] < m_begin)
        ++m_mark; // those of a row that was read otherwise
    row.fields.clear();
    const char* const bytes = m_buffer.data();
    std::size_t field = m_begin;
    for (std::size_t mark = m_mark; mark < m_marks.size(); ++mark) {
        const std::size_t at = m_marks[mark];
        const char c = bytes[at];
        if (c == '"')
            return false;
        row.fields.emplace_back(bytes + field, at - field);
        field = at + 1;
        if (c != '\n')
            continue;
        ++m_row;
        const std::size_t end = at - (at > m_begin && bytes[at - 1] == '\r' ? 1 : 0);
        const std::size_t begin = std::exchange(m_begin, field);
        m_mark = mark + 1;
        if (begin == end) { // a blank line
            row.fields.clear();
            continue;
        }
        if (end < at)
            row.fields.back().remove_suffix(1);
        row.number = m_row;
        row.text = { bytes + begin, end - begin };
        row.problem.clear();
        if (m_marks.mayBeOdd(begin, end))
            checkText(row);
        return true;
    }
    return false;
}

void CsvReader::checkText(TableRow& row) const
{
    if (row.text.find('\0') != std::string_view::npos)
        row.problem = "the row holds a zero byte";
    else if (!isUtf8(row.text))
        row.problem = fmt::format("the row is no text in {}; say the file's encoding", wordOf(m_form.encoding));
    if (!row.problem.empty())
        row.fields.clear();
}

Result<bool> CsvReader::next(TableRow& row)
{
    if (m_newline != '\n' || !plainRow(row)) {
        const Result<bool> found = record(row);
        if (!found || !*found)
            return found;
        row.fields.clear();
        if (row.problem.empty())
            checkText(row);
        if (row.problem.empty())
            split(row, m_lastQuoted);
    }
    // Separators behind the last column, as spreadsheets write them.
    while (row.fields.size() > m_columns.size() && row.fields.back().empty())
        row.fields.pop_back();
    if (row.problem.empty() && row.fields.size() != m_columns.size())
        row.problem
            = fmt::format("the row has {} fields, the header {}", row.fields.size(), m_columns.size());
    return true;
}

void CsvReader::split(TableRow& row, bool quoted)
{
    row.fields.clear();
    if (quoted)
        return splitQuoted(row);
    std::string_view rest = row.text;
    while (true) {
        const std::size_t end = rest.find(m_separator);
        row.fields.push_back(rest.substr(0, end));
        if (end == std::string_view::npos)
            return;
        rest.remove_prefix(end + 1);
    }
}

void CsvReader::splitQuoted(TableRow& row)
{
    const std::string_view text = row.text;
    m_unquoted.clear();
    m_unquoted.reserve(text.size()); // so that views into it stay good
    std::size_t at = 0;
    while (true) {
        // `1, "a, b"`: blanks in front of a quote belong to nothing.
        std::size_t quote = at;
        while (quote < text.size() && text[quote] == ' ')
            ++quote;
        if (quote < text.size() && text[quote] == '"') {
            at = quote;
            const std::size_t begin = m_unquoted.size();
            ++at;
            while (true) {
                const std::size_t closing = text.find('"', at);
                if (closing == std::string_view::npos) {
                    row.problem = "a quote is opened and never closed";
                    return;
                }
                m_unquoted.append(text.substr(at, closing - at));
                at = closing + 1;
                if (at >= text.size() || text[at] != '"')
                    break;
                m_unquoted += '"';
                ++at;
            }
            row.fields.push_back(std::string_view(m_unquoted).substr(begin));
            while (at < text.size() && text[at] == ' ')
                ++at;
            if (at < text.size() && text[at] != m_separator) {
                row.problem
                    = fmt::format("there is text behind the closing quote of field {}", row.fields.size());
                return;
            }
        } else {
            const std::size_t end = std::min(text.find(m_separator, at), text.size());
            row.fields.push_back(
                text.substr(at, end - at)); // a quote inside an unquoted field is a character
            at = end;
        }
        if (at >= text.size())
            return;
        ++at; // the separator; at the text's end it is followed by an empty field
        if (at == text.size()) {
            row.fields.emplace_back();
            return;
        }
    }
}

}
