// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_reader.h"

#include "ingest/values.h"

namespace ow::ingest {

namespace {

constexpr std::size_t pieceSize = 1 << 18;
constexpr std::size_t longestLine = 1 << 20;
constexpr std::size_t shownOfLong = 2000;

}

LineReader::LineReader(TextSource text)
    : m_text(std::move(text))
{
}

Result<bool> LineReader::fill()
{
    if (m_atEnd)
        return false;
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    const std::size_t old = m_buffer.size();
    m_buffer.resize(old + pieceSize);
    const auto got = m_text.read(m_buffer.data() + old, pieceSize);
    if (!got)
        return fail(got.error());
    m_buffer.resize(old + *got);
    m_atEnd = *got == 0;
    if (!m_started && m_buffer.find('\n') == std::string::npos && m_buffer.find('\r') != std::string::npos)
        m_newline = '\r';
    m_started = true;
    return !m_atEnd;
}

Result<bool> LineReader::next(Line& line)
{
    line = {};
    std::size_t at = 0; // behind m_begin: looked at already
    while (true) {
        const std::size_t hit = m_buffer.find(m_newline, m_begin + at);
        const bool found = hit != std::string::npos;
        if (!found && m_buffer.size() - m_begin > longestLine) {
            if (!line.tooLong)
                m_headOfLong = m_buffer.substr(m_begin, shownOfLong);
            line.tooLong = true;
            m_begin = m_buffer.size(); // what was seen of it is dropped
        }
        if (!found) {
            at = m_buffer.size() - m_begin;
            const auto more = fill();
            if (!more)
                return fail(more.error());
            if (*more)
                continue;
            if (m_begin >= m_buffer.size() && !line.tooLong)
                return false;
        }
        const std::size_t end = found ? hit : m_buffer.size();
        ++m_number;
        line.number = m_number;
        line.text = std::string_view(m_buffer).substr(m_begin, end - m_begin);
        if (!line.tooLong && line.text.size() > longestLine) {
            m_headOfLong = line.text.substr(0, shownOfLong);
            line.tooLong = true;
        }
        m_begin = found ? end + 1 : end;
        if (line.tooLong) {
            line.text = m_headOfLong;
            return true;
        }
        line.text = trim(line.text);
        if (!line.text.empty())
            return true;
        at = 0;
    }
}

}
