// SPDX-License-Identifier: Apache-2.0
#include "decide/because.h"

#include "base/money.h"
#include "base/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ow::decide {

namespace {

bool isMoney(std::string_view path)
{
    if (path == "offer.margin")
        return true;
    const auto dot = path.find('.');
    const std::string_view group = path.substr(0, dot);
    constexpr std::array<std::string_view, 4> groups { "focus", "anchor", "offer", "cart" };
    constexpr std::array<std::string_view, 4> fields { "price", "list_price", "cost", "value" };
    return dot != std::string_view::npos && std::ranges::find(groups, group) != groups.end()
        && std::ranges::find(fields, path.substr(dot + 1)) != fields.end();
}

bool printable(const expr::Type& type)
{
    using enum expr::Kind;
    switch (type.kind) {
    case Bool:
    case Int:
    case Double:
    case String:
    case Timestamp:
        return true;
    case List:
        return type.element().kind == Any || (type.element().kind != List && printable(type.element()));
    default:
        return false;
    }
}

/// As the contract prints values: a timestamp to the millisecond, lists joined.
void appendPrinted(const expr::Value& value, std::string& out)
{
    if (value.is(expr::Value::Tag::Timestamp)) {
        appendTimestamp(value.asTimestamp(), out);
    } else if (!value.is(expr::Value::Tag::List)) {
        appendText(value, out);
    } else {
        for (std::size_t i = 0; i < value.items().size(); ++i) {
            if (i != 0)
                out += ", ";
            appendPrinted(value.items()[i], out);
        }
    }
}

tl::unexpected<Error> bad(std::string message) { return fail(ErrorCode::InvalidInput, std::move(message)); }

}

Result<Because> Because::parse(std::string_view text, const expr::Vocabulary& names)
{
    Because out;
    Part part;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool twice = i + 1 < text.size() && text[i + 1] == c;
        if ((c == '{' || c == '}') && twice) {
            out.m_text += c;
            ++i;
            continue;
        }
        if (c == '}')
            return bad("A lone } stands in the template; write }} for a brace");
        if (c != '{') {
            out.m_text += c;
            continue;
        }
        const auto end = text.find('}', i);
        if (end == std::string_view::npos)
            return bad("A lone { stands in the template; write {{ for a brace");
        const std::string_view path = text.substr(i + 1, end - i - 1);
        const expr::Name* name = names.find(path);
        if (name == nullptr) {
            const std::string near = names.nearest(path);
            return bad(fmt::format("The template knows no \"{}\"{}", path.substr(0, 80),
                near.empty() ? std::string() : fmt::format("; did you mean {}?", near)));
        }
        if (!printable(name->type))
            return bad(
                fmt::format("\"{}\" is of type {}, which a template cannot print", path, name->type.text()));
        part.hasValue = true;
        part.money = isMoney(path);
        part.slot = name->slot;
        out.addPart(part);
        part = {};
        i = end;
    }
    out.addPart(part);
    return out;
}

void Because::addPart(Part part)
{
    const bool hasText = m_text.size() > (m_parts.empty() ? 0 : m_parts.back().text);
    if (!hasText && !part.hasValue)
        return;
    part.text = std::uint32_t(m_text.size());
    m_parts.push_back(part);
}

std::vector<std::uint32_t> Because::reads() const
{
    std::vector<std::uint32_t> out;
    for (const Part& part : m_parts) {
        if (part.hasValue)
            out.push_back(part.slot);
    }
    return out;
}

std::string Because::render(std::span<const expr::Value> values, std::string_view currency) const
{
    std::string out;
    render(values, currencyDecimals(currency), out);
    return out;
}

void Because::render(std::span<const expr::Value> values, int decimals, std::string& out) const
{
    std::size_t printed = 0;
    for (const Part& part : m_parts) {
        out.append(m_text, printed, part.text - printed);
        printed = part.text;
        if (!part.hasValue)
            continue;
        const expr::Value& value = values[part.slot];
        if (part.money && value.is(expr::Value::Tag::Int))
            appendMoney({ value.asInt() }, decimals, out);
        else
            appendPrinted(value, out);
    }
}

}
