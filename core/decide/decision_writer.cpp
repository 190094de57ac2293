// SPDX-License-Identifier: Apache-2.0
#include "decide/decision_writer.h"

#include "base/json.h"
#include "base/text.h"
#include "decide/json_cursor.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <vector>

namespace ow::decide {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

void appendEscape(unsigned char c, std::string& out)
{
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00";
        out += hexDigits[c >> 4];
        out += hexDigits[c & 0xF];
    }
}

/// Text on its way to a string, gathered on the stack: most of a decision is words of a few bytes, and a
/// string asks for its size and its room at each of them.
class Sink {
public:
    explicit Sink(std::string& out)
        : m_out(out)
    {
    }
    ~Sink() { flush(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    /// Words known while compiling: no call.
    template <std::size_t size>
    void put(const char (&words)[size])
    {
        static_assert(size <= room);
        char* const to = place(size - 1);
        std::memcpy(to, words, size - 1);
        m_size += size - 1;
    }
    /// Bytes as they are.
    void put(std::string_view bytes)
    {
        if (bytes.size() > room) {
            flush();
            m_out.append(bytes);
            return;
        }
        if (bytes.empty()) // may have no address, which memcpy must not see
            return;
        std::memcpy(place(bytes.size()), bytes.data(), bytes.size());
        m_size += bytes.size();
    }
    /// A string in quotation marks.
    void text(std::string_view text)
    {
        put("\"");
        inside(text);
        put("\"");
    }
    /// What stands between the marks.
    void inside(std::string_view text)
    {
        const char* const end = text.data() + text.size();
        if (JsonCursor::plainEnd(text.data(), end) == end)
            return put(text);
        flush();
        const std::size_t before = m_out.size();
        appendJsonString(text, m_out);
        m_out.pop_back();
        m_out.erase(before, 1);
    }
    template <typename Integer>
    void integer(Integer value)
    {
        char* const to = place(24);
        m_size += std::size_t(std::to_chars(to, to + 24, value).ptr - to);
    }
    void real(double value)
    {
        if (!std::isfinite(value)) // JSON has no word for it; a decision has none either
            return put("null");
        char* const to = place(64);
        m_size += std::size_t(nlohmann::detail::to_chars(to, to + 64, value) - to);
    }
    /// A comma before all but the first.
    void separate(bool& first)
    {
        if (!first)
            put(",");
        first = false;
    }

private:
    static constexpr std::size_t room = 480;

    char* place(std::size_t wanted)
    {
        if (room - m_size < wanted)
            flush();
        return m_bytes.data() + m_size;
    }
    void flush()
    {
        m_out.append(m_bytes.data(), m_size);
        m_size = 0;
    }

    std::string& m_out;
    std::size_t m_size = 0;
    std::array<char, room> m_bytes; // never read before it is written
};

/// Pairs of names and texts as an object, by the names' bytes.
template <typename Pairs>
void putTexts(const Pairs& pairs, Sink& out)
{
    if (std::size(pairs) == 0)
        return out.put("{}");
    std::vector<std::pair<std::string_view, std::string_view>> sorted;
    for (const auto& [name, value] : pairs)
        sorted.emplace_back(name, value);
    std::ranges::sort(sorted);
    out.put("{");
    bool first = true;
    for (const auto& [name, value] : sorted) {
        out.separate(first);
        out.text(name);
        out.put(":");
        out.text(value);
    }
    out.put("}");
}

void putOffer(const ChosenOffer& o, Sink& out)
{
    out.put("{\"anchor\":");
    out.text(o.anchorSku);
    out.put(",\"because\":");
    out.text(o.because);
    out.put(",\"benefit\":");
    out.text(o.benefit);
    out.put(",\"fit\":");
    out.real(o.fit);
    out.put(",\"offer\":");
    out.text(o.id);
    out.put(",\"origin\":");
    out.text(name(o.origin));
    out.put(",\"price\":");
    out.integer(o.price.minor);
    out.put(",\"propensity\":");
    out.real(o.propensity);
    out.put(",\"score\":");
    out.real(o.score);
    out.put(",\"variants\":");
    putTexts(o.variants, out);
    out.put("}");
}

template <typename Offers>
void putOffers(const Offers& offers, Sink& out)
{
    out.put("[");
    bool first = true;
    for (const ChosenOffer& o : offers) {
        out.separate(first);
        putOffer(o, out);
    }
    out.put("]");
}

void putBlock(const Block& block, Sink& out)
{
    out.put("\"");
    out.put(name(block.filter));
    if (!block.rule.empty()) {
        out.put(":");
        out.inside(block.rule);
    }
    out.put("\"");
}

template <typename List>
void putConsidered(const List& considered, Sink& out)
{
    out.put("[");
    bool first = true;
    for (const Considered& c : considered) {
        out.separate(first);
        out.put("{\"blocked_by\":[");
        bool firstBlock = true;
        for (const Block& b : c.blockedBy) {
            out.separate(firstBlock);
            putBlock(b, out);
        }
        out.put("],\"offer\":");
        out.text(c.id);
        out.put(",\"verdict\":");
        out.text(name(c.verdict));
        out.put("}");
    }
    out.put("]");
}

}

void appendJsonString(std::string_view text, std::string& out)
{
    const auto plain = [](char c) { return static_cast<signed char>(c) >= 0x20 && c != '"' && c != '\\'; };
    out += '"';
    bool checked = false;
    while (!text.empty()) {
        const auto end = std::ranges::find_if_not(text, plain);
        const auto length = std::size_t(end - text.begin());
        out.append(text.substr(0, length));
        text.remove_prefix(length);
        if (text.empty())
            break;
        const auto c = static_cast<unsigned char>(text.front());
        if (c < 0x80) {
            appendEscape(c, out);
        } else {
            if (!checked && !isUtf8(text)) { // rare enough for the library that knows how to mend it
                const std::string mended = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
                out.append(mended, 1);
                return;
            }
            checked = true;
            out += char(c);
        }
        text.remove_prefix(1);
    }
    out += '"';
}

void appendDecision(const Decision& d, bool explain, std::string& to)
{
    Sink out(to);
    out.put("{\"arm\":");
    out.text(d.arm);
    if (explain) {
        out.put(",\"considered\":");
        putConsidered(d.considered, out);
        out.put(",\"facts\":");
        putTexts(d.facts, out);
    }
    out.put(",\"motivation\":");
    out.text(d.motivation);
    out.put(",\"none_because\":");
    out.text(d.noneBecause);
    out.put(",\"offers\":");
    putOffers(d.offers, out);
    out.put(",\"stage\":");
    out.text(d.stage);
    out.put(",\"warnings\":[");
    bool first = true;
    for (const std::string_view fact : d.warnings) {
        out.separate(first);
        out.put("\"fact:");
        out.inside(fact);
        out.put("\"");
    }
    out.put("],\"withheld\":");
    putOffers(d.withheld, out);
    out.put("}");
}

Json writeDecision(const Decision& decision, bool explain)
{
    std::string text;
    appendDecision(decision, explain, text);
    return Json::parse(text);
}

}
