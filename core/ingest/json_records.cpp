// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_records.h"

#include "ingest/values.h"

namespace ow::ingest {

namespace {

constexpr std::size_t pieceSize = 1 << 18;
constexpr std::size_t longestRecord = 1 << 20;
constexpr std::size_t shownOfLong = 2000;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Where an element ends: knows strings and brackets.
class Nesting {
public:
    /// Whether the character, outside of everything that was opened, ends an element.
    bool ends(char c) const { return m_depth == 0 && !m_inString && (c == ',' || c == ']'); }
    void walk(char c)
    {
        if (m_inString) {
            m_inString = m_escaped || c != '"';
            m_escaped = !m_escaped && c == '\\';
            return;
        }
        m_inString = c == '"';
        m_depth += c == '{' || c == '[';
        m_depth -= c == '}' || c == ']';
    }

private:
    std::int64_t m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

}

JsonRecords::JsonRecords(TextSource text)
{
    if (trim(text.head()).starts_with('['))
        m_text = std::move(text);
    else
        m_lines.emplace(std::move(text));
}

Result<bool> JsonRecords::fill()
{
    m_buffer.resize(pieceSize);
    m_at = 0;
    const auto got = m_text->read(m_buffer.data(), m_buffer.size());
    m_buffer.resize(got.value_or(0));
    if (!got)
        return fail(got.error());
    return *got > 0;
}

Result<std::optional<char>> JsonRecords::take()
{
    if (m_at == m_buffer.size()) {
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return std::optional<char>();
    }
    return std::optional<char>(m_buffer[m_at++]);
}

Result<bool> JsonRecords::next(Line& record)
{
    if (m_lines)
        return m_lines->next(record);
    while (!m_closed) {
        const auto some = element(record);
        if (!some || *some)
            return some;
    }
    return false;
}

/// False where there was nothing but the array's own marks, and at its end.
Result<bool> JsonRecords::element(Line& record)
{
    record = {};
    m_record.clear();
    Nesting nesting;
    bool inside = false;
    while (true) {
        const auto c = take();
        if (!c)
            return fail(c.error());
        if (!*c) { // also of a file that ends inside the array
            m_closed = true;
            break;
        }
        if (!inside && (isBlank(**c) || (**c == '[' && !m_opened))) {
            m_opened = m_opened || **c == '[';
            continue;
        }
        if (nesting.ends(**c)) {
            // Something behind the array is a record of its own, and no JSON object.
            m_opened = m_opened && **c != ']';
            break;
        }
        inside = true;
        nesting.walk(**c);
        if (m_record.size() <= longestRecord)
            m_record += **c;
    }
    record.text = trim(m_record);
    record.tooLong = m_record.size() > longestRecord;
    if (record.tooLong)
        record.text = record.text.substr(0, shownOfLong);
    if (record.text.empty())
        return false;
    record.number = ++m_number;
    return true;
}

}
