// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/text_source.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace ow::ingest {

namespace {

constexpr std::size_t pieceSize = 1 << 16; ///< bytes decoded at once behind the head

/// What Windows-1252 has where Latin-1 has control characters
/// (https://encoding.spec.whatwg.org/index-windows-1252.txt: the five it does not use are those controls).
constexpr std::array<char16_t, 32> windowsLetters { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
    0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178 };

/// Also of lone surrogates: their three bytes are no UTF-8, and so the row is found to be broken.
void appendUtf8(char32_t c, std::string& out)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

std::uint8_t byteAt(std::string_view bytes, std::size_t at) { return std::uint8_t(bytes[at]); }

void decodeBytes(std::string_view bytes, bool windows, std::string& out)
{
    for (const char c : bytes) {
        const auto b = std::uint8_t(c);
        appendUtf8(windows && b >= 0x80 && b < 0xA0 ? char32_t(windowsLetters[b - 0x80]) : char32_t(b), out);
    }
}

/// Returns how many bytes were used.
std::size_t decodeUtf16(std::string_view bytes, bool bigEndian, bool atEnd, std::string& out)
{
    const auto unit = [&](std::size_t at) {
        return char32_t(bigEndian ? byteAt(bytes, at) << 8 | byteAt(bytes, at + 1)
                                  : byteAt(bytes, at + 1) << 8 | byteAt(bytes, at));
    };
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c < 0xDC00) {
            if (at + 4 > bytes.size() && !atEnd)
                break;
            const char32_t low = at + 4 <= bytes.size() ? unit(at + 2) : 0;
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        appendUtf8(c, out);
        at += 2;
    }
    if (atEnd && at < bytes.size()) {
        out += '\xFF'; // half a letter: no UTF-8 either
        at = bytes.size();
    }
    return at;
}

/// How many bytes the UTF-8 sequence at `at` has; 0 where there is none.
std::size_t sequenceAt(std::string_view bytes, std::size_t at)
{
    const std::uint8_t b = byteAt(bytes, at);
    const std::size_t length = b < 0x80 ? 1
        : b >= 0xC2 && b < 0xE0         ? 2
        : b >= 0xE0 && b < 0xF0         ? 3
        : b >= 0xF0 && b < 0xF5         ? 4
                                        : 0;
    return length > 0 && isUtf8(bytes.substr(at, length)) && at + length <= bytes.size() ? length : 0;
}

bool isRatherUtf8(std::string_view bytes)
{
    if (isUtf8(bytes))
        return true;
    std::size_t letters = 0;
    std::size_t broken = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceAt(bytes, at);
        // The last letter may be cut by the end of the sample.
        if (length == 0 && at + 4 > bytes.size() && bytes.size() >= sampledBytes)
            break;
        letters += length > 1;
        broken += length == 0;
        at += std::max<std::size_t>(length, 1);
        // The rest of a letter that is broken is no fault of its own.
        while (length == 0 && at < bytes.size() && (byteAt(bytes, at) & 0xC0) == 0x80)
            ++at;
    }
    return letters > broken || broken == 0;
}

/// Text in UTF-16 without a mark: of ASCII letters every second byte is 0.
std::optional<Encoding> guessUtf16(std::string_view bytes)
{
    std::array<std::size_t, 2> zeros {};
    const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096) / 2 * 2;
    for (std::size_t i = 0; i < looked; ++i)
        zeros[i % 2] += bytes[i] == '\0';
    if (looked < 4)
        return std::nullopt;
    const std::size_t many = looked / 2 * 6 / 10;
    const std::size_t few = looked / 2 / 20;
    if (zeros[1] > many && zeros[0] <= few)
        return Encoding::Utf16Le;
    if (zeros[0] > many && zeros[1] <= few)
        return Encoding::Utf16Be;
    return std::nullopt;
}

}

GuessedEncoding guessEncoding(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return { Encoding::Utf8, 3 };
    if (bytes.starts_with("\xFF\xFE"))
        return { Encoding::Utf16Le, 2 };
    if (bytes.starts_with("\xFE\xFF"))
        return { Encoding::Utf16Be, 2 };
    if (const auto utf16 = guessUtf16(bytes))
        return { *utf16, 0 };
    return { isRatherUtf8(bytes) ? Encoding::Utf8 : Encoding::Windows1252, 0 };
}

Result<TextSource> TextSource::open(ByteSource bytes, std::optional<Encoding> said)
{
    TextSource out;
    out.m_name = bytes.name();
    // A small file needs no megabyte; of a gzip file the length is not known.
    const bool isSmall = bytes.isPlain() && bytes.total() > 0 && bytes.total() < std::int64_t(sampledBytes);
    std::string head(isSmall ? std::size_t(bytes.total()) + 1 : sampledBytes, '\0');
    std::size_t length = 0;
    while (length < head.size() && !out.m_atEnd) {
        const auto got = bytes.read(head.data() + length, head.size() - length);
        if (!got && length == 0)
            return fail(got.error());
        if (!got) // what came before the damage is read first, and then its error again
            break;
        out.m_atEnd = *got == 0;
        length += *got;
    }
    head.resize(length);
    const bool isUtf32 = head.starts_with(std::string_view("\xFF\xFE\0\0", 4))
        || head.starts_with(std::string_view("\0\0\xFE\xFF", 4));
    if (isUtf32 && !said)
        return fail(ErrorCode::InvalidInput, "The text is in UTF-32. Save it as UTF-8.", out.m_name);
    const GuessedEncoding guess = guessEncoding(head);
    out.m_encoding = said.value_or(guess.encoding);
    out.m_wasSaid = said.has_value() || guess.markLength > 0;
    const std::size_t mark = out.m_encoding == guess.encoding ? guess.markLength : 0;
    out.m_bytes = std::move(bytes);
    if (out.m_encoding == Encoding::Utf8) {
        out.m_ready = std::move(head);
        out.m_begin = mark;
    } else {
        out.decode(std::string_view(head).substr(mark), out.m_atEnd);
    }
    return out;
}

TextSource TextSource::of(std::string name, std::string text)
{
    TextSource out;
    out.m_name = std::move(name);
    out.m_ready = std::move(text);
    out.m_atEnd = true;
    return out;
}

void TextSource::decode(std::string_view bytes, bool atEnd)
{
    switch (m_encoding) {
    case Encoding::Utf8:
        m_ready.append(bytes);
        return;
    case Encoding::Windows1252:
    case Encoding::Latin1:
        decodeBytes(bytes, m_encoding == Encoding::Windows1252, m_ready);
        return;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
        m_half.append(bytes);
        m_half.erase(0, decodeUtf16(m_half, m_encoding == Encoding::Utf16Be, atEnd, m_ready));
        return;
    }
}

Result<std::size_t> TextSource::read(char* out, std::size_t size)
{
    while (m_begin >= m_ready.size()) {
        if (m_atEnd || !m_bytes)
            return 0;
        if (m_encoding == Encoding::Utf8) {
            if (m_ready.capacity() > 0)
                m_ready = std::string(); // the head's room is not needed any more
            m_begin = 0;
            return m_bytes->read(out, size);
        }
        m_ready.clear();
        m_begin = 0;
        m_raw.resize(pieceSize);
        const auto got = m_bytes->read(m_raw.data(), m_raw.size());
        if (!got)
            return got;
        m_atEnd = *got == 0;
        decode(std::string_view(m_raw).substr(0, *got), m_atEnd);
    }
    const std::size_t count = std::min(size, m_ready.size() - m_begin);
    std::memcpy(out, m_ready.data() + m_begin, count);
    m_begin += count;
    return count;
}

}
