// SPDX-License-Identifier: Apache-2.0
#include "decide/decision_writer.h"

#include "base/json.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
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

template <typename Integer>
void appendInteger(Integer value, std::string& out)
{
    char buffer[24];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void appendDouble(double value, std::string& out)
{
    if (!std::isfinite(value)) { // JSON has no word for it; a decision has none either
        out += "null";
        return;
    }
    char buffer[64];
    out.append(buffer, nlohmann::detail::to_chars(buffer, buffer + sizeof buffer, value));
}

/// One object or list: commas between, and keys whose bytes need no escape.
class Members {
public:
    explicit Members(std::string& out)
        : m_out(out)
    {
    }

    std::string& item()
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
        return m_out;
    }
    std::string& key(std::string_view name)
    {
        item() += '"';
        m_out.append(name).append("\":");
        return m_out;
    }
    void text(std::string_view name, std::string_view value) { appendJsonString(value, key(name)); }

private:
    std::string& m_out;
    bool m_first = true;
};

/// Pairs of names and texts as an object, by the names' bytes.
template <typename Pairs>
void appendTexts(const Pairs& pairs, std::string& out)
{
    std::vector<std::pair<std::string_view, std::string_view>> sorted;
    for (const auto& [name, value] : pairs)
        sorted.emplace_back(name, value);
    std::ranges::sort(sorted);
    out += '{';
    Members members(out);
    for (const auto& [name, value] : sorted) {
        appendJsonString(name, members.item());
        out += ':';
        appendJsonString(value, out);
    }
    out += '}';
}

void appendOffer(const ChosenOffer& o, std::string& out)
{
    out += '{';
    Members m(out);
    m.text("anchor", o.anchorSku);
    m.text("because", o.because);
    m.text("benefit", o.benefit);
    appendDouble(o.fit, m.key("fit"));
    m.text("offer", o.id);
    m.text("origin", name(o.origin));
    appendInteger(o.price.minor, m.key("price"));
    appendDouble(o.propensity, m.key("propensity"));
    appendDouble(o.score, m.key("score"));
    appendTexts(o.variants, m.key("variants"));
    out += '}';
}

template <typename Offers>
void appendOffers(const Offers& offers, std::string& out)
{
    out += '[';
    Members m(out);
    for (const ChosenOffer& o : offers)
        appendOffer(o, m.item());
    out += ']';
}

void appendBlock(const Block& block, std::string& out)
{
    if (block.rule.empty())
        return appendJsonString(name(block.filter), out);
    out += '"';
    out.append(name(block.filter)) += ':';
    const std::size_t before = out.size();
    appendJsonString(block.rule, out);
    out.erase(before, 1); // its opening mark
}

template <typename List>
void appendConsidered(const List& considered, std::string& out)
{
    out += '[';
    Members list(out);
    for (const Considered& c : considered) {
        list.item() += '{';
        Members m(out);
        Members blocks(m.key("blocked_by"));
        out += '[';
        for (const Block& b : c.blockedBy)
            appendBlock(b, blocks.item());
        out += ']';
        m.text("offer", c.id);
        m.text("verdict", name(c.verdict));
        out += '}';
    }
    out += ']';
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

void appendDecision(const Decision& d, bool explain, std::string& out)
{
    out += '{';
    Members m(out);
    m.text("arm", d.arm);
    if (explain) {
        appendConsidered(d.considered, m.key("considered"));
        appendTexts(d.facts, m.key("facts"));
    }
    m.text("motivation", d.motivation);
    m.text("none_because", d.noneBecause);
    appendOffers(d.offers, m.key("offers"));
    m.text("stage", d.stage);
    Members warnings(m.key("warnings"));
    out += '[';
    for (const std::string_view fact : d.warnings) {
        warnings.item() += "\"fact:";
        const std::size_t before = out.size();
        appendJsonString(fact, out);
        out.erase(before, 1);
    }
    out += ']';
    appendOffers(d.withheld, m.key("withheld"));
    out += '}';
}

Json writeDecision(const Decision& decision, bool explain)
{
    std::string text;
    appendDecision(decision, explain, text);
    return Json::parse(text);
}

}
