// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/byte_source.h"
#include "ingest/file_form.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// How many bytes of a file detection looks at.
inline constexpr std::size_t sampledBytes = 1 << 20;

/// A file's text as UTF-8, whatever it is written in, without its byte order mark. Bytes that are no text in
/// the encoding stay no UTF-8, so that a reader can tell the row they are in. UTF-8 is handed through
/// untouched. Not thread-safe.
class TextSource {
public:
    /// Reads the first megabyte and finds the encoding where none is said: by the byte order mark; UTF-16 by
    /// its zeros; UTF-8 unless more bytes break it than make letters of it, and then Windows-1252 (a superset
    /// of Latin-1's letters). Errors: Io, CorruptFile.
    [[nodiscard]] static Result<TextSource> open(ByteSource bytes, std::optional<Encoding> said = {});
    /// A text that is at hand.
    static TextSource of(std::string name, std::string text);

    /// Up to `size` bytes of UTF-8, 0 at the end. Errors: as ByteSource::read().
    [[nodiscard]] Result<std::size_t> read(char* out, std::size_t size);

    /// The text of the first megabyte, until read() is called. May end inside a line.
    std::string_view head() const { return std::string_view(m_ready).substr(m_begin); }
    bool isAllInHead() const { return m_atEnd; } ///< the file has no more than head()
    Encoding encoding() const { return m_encoding; }
    bool wasSaid() const { return m_wasSaid; } ///< the encoding, by a byte order mark or the caller
    const std::string& name() const { return m_name; }
    std::int64_t done() const { return m_bytes ? m_bytes->done() : 0; }
    std::int64_t total() const { return m_bytes ? m_bytes->total() : 0; }

private:
    TextSource() = default;
    /// Appends the bytes as UTF-8 to m_ready; what may be half a letter waits in m_half unless this is the
    /// end.
    void decode(std::string_view bytes, bool atEnd);

    std::optional<ByteSource> m_bytes; ///< empty: all is in m_ready
    std::string m_name;
    std::string m_ready; ///< decoded and not yet read, from m_begin on
    std::size_t m_begin = 0;
    std::string m_half;
    std::string m_raw; ///< room for a piece to decode
    Encoding m_encoding = Encoding::Utf8;
    bool m_wasSaid = false;
    bool m_atEnd = false;
};

/// How the bytes of a file's beginning are most likely encoded; `markLength` is that of its byte order mark.
struct GuessedEncoding {
    Encoding encoding = Encoding::Utf8;
    std::size_t markLength = 0;
};
GuessedEncoding guessEncoding(std::string_view bytes);

}
