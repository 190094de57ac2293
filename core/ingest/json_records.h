// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/line_reader.h"

#include <optional>
#include <string>

namespace ow::ingest {

/// The records of a JSON file: its lines, or where it begins with "[" the elements of that array, however
/// they are broken into lines. An element of over 1 MB is skipped and told as too long. What is not closed at
/// the end of the file is a record too, and no JSON. Not thread-safe.
class JsonRecords {
public:
    explicit JsonRecords(TextSource text);

    /// False at the end. The number is the line's, or the element's, from 1. Errors: Io, CorruptFile.
    [[nodiscard]] Result<bool> next(Line& record);
    const TextSource& source() const { return m_lines ? m_lines->source() : *m_text; }
    bool isArray() const { return !m_lines; }

private:
    [[nodiscard]] Result<bool> fill();
    /// The next character of the array, kept in m_record while an element is read. Empty at the end.
    [[nodiscard]] Result<std::optional<char>> take();
    [[nodiscard]] Result<bool> element(Line& record);

    std::optional<LineReader> m_lines; ///< empty: an array
    std::optional<TextSource> m_text; ///< of an array
    std::string m_buffer;
    std::size_t m_at = 0;
    std::string m_record;
    std::int64_t m_number = 0;
    bool m_opened = false; ///< behind the "["
    bool m_closed = false; ///< behind its "]"
};

}
