// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/text_source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ow::ingest {

/// A line of a text. The view is good until the next line is read.
struct Line {
    std::string_view text; ///< without its line break; the first 2 kB where it is too long
    std::int64_t number = 0; ///< from 1; blank lines count
    bool tooLong = false;
};

/// The lines of a text that are not blank; LF, CRLF or CR. A line of over 1 MB is skipped and told as too
/// long. Not thread-safe.
class LineReader {
public:
    explicit LineReader(TextSource text);

    /// False at the end. Errors: Io, CorruptFile.
    [[nodiscard]] Result<bool> next(Line& line);
    const TextSource& source() const { return m_text; }

private:
    [[nodiscard]] Result<bool> fill();

    TextSource m_text;
    std::string m_buffer;
    std::size_t m_begin = 0;
    std::string m_headOfLong;
    std::int64_t m_number = 0;
    char m_newline = '\n';
    bool m_started = false;
    bool m_atEnd = false;
};

}
