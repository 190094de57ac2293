// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_fold.h"

#include <algorithm>
#include <clocale>
#include <cwctype>
#include <locale.h>

namespace ow::store {

namespace {

/// Unicode's letters, not those of whoever started the program. Null where the system has no such locale:
/// then only a … z are folded.
locale_t unicode()
{
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
}

char small(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

/// Length of the UTF-8 character at the front and its code point; 0 where it is none.
std::size_t decode(std::string_view text, char32_t& point)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = byte(0) < 0xC2 ? 0
        : byte(0) < 0xE0                      ? 2
        : byte(0) < 0xF0                      ? 3
        : byte(0) < 0xF5                      ? 4
                                              : 0;
    if (length == 0 || length > text.size())
        return 0;
    point = byte(0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U)
            return 0;
        point = point << 6 | (byte(i) & 0x3FU);
    }
    return length;
}

void encode(char32_t point, std::string& out)
{
    if (point < 0x80) {
        out += char(point);
    } else if (point < 0x800) {
        out += char(0xC0 | point >> 6);
        out += char(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += char(0xE0 | point >> 12);
        out += char(0x80 | (point >> 6 & 0x3F));
        out += char(0x80 | (point & 0x3F));
    } else {
        out += char(0xF0 | point >> 18);
        out += char(0x80 | (point >> 12 & 0x3F));
        out += char(0x80 | (point >> 6 & 0x3F));
        out += char(0x80 | (point & 0x3F));
    }
}

}

void foldCase(std::string_view text, std::string& out)
{
    out.clear();
    while (!text.empty()) {
        char32_t point = 0;
        const std::size_t length = static_cast<unsigned char>(text[0]) < 0x80 ? 0 : decode(text, point);
        if (length == 0 || unicode() == nullptr) {
            out += small(text[0]);
            text.remove_prefix(1);
            continue;
        }
        encode(char32_t(towlower_l(wint_t(point), unicode())), out);
        text.remove_prefix(length);
    }
}

std::string foldCase(std::string_view text)
{
    std::string out;
    foldCase(text, out);
    return out;
}

}
