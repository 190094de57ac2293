// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff_words.h"

#include "base/json.h"
#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ow::release {

namespace {

bool isMoney(std::string_view key) { return key == "price" || key == "cost"; }

std::string percent(std::int64_t bp)
{
    if (bp % 100 == 0)
        return fmt::format("{} %", bp / 100);
    return fmt::format("{:g} %", double(bp) / 100.0);
}

std::string number(const Json& value)
{
    return value.is_number_float() ? formatDouble(value.get<double>()) : canonicalJson(value);
}

/// {"offer": "dock", "fit": 1} and its like: the parts that name it first.
std::string objectWords(const Json& value, std::string_view currency)
{
    if (value.contains("all"))
        return "everything";
    if (value.contains("sku"))
        return value.value("qty", 1) == 1
            ? value["sku"].get<std::string>()
            : fmt::format("{} × {}", value.value("qty", 1), value["sku"].get<std::string>());
    if (value.contains("offer") && (value.size() == 1 || value.contains("fit")))
        return fmt::format(
            "{} ({})", value["offer"].get<std::string>(), value.contains("fit") ? number(value["fit"]) : "1");
    if (value.contains("event") && !value.contains("id"))
        return "event " + value["event"].get<std::string>()
            + (value.contains("where") ? " where " + value["where"].get<std::string>() : "");
    if (value.contains("outcome"))
        return fmt::format("offer {} {}", value.value("offer", ""), value.value("outcome", ""));
    std::string out;
    for (const auto& [key, part] : value.items()) {
        if (!out.empty())
            out += ", ";
        out += fieldTitle(key) + ' ' + quotedWords(key, part, currency);
    }
    return out;
}

}

std::string words(std::string_view key, const Json& value, std::string_view currency)
{
    if (value.is_null()) // what is not written has its default
        return key == "fit" || key == "qty" ? "1" : "none";
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    if (value.is_string())
        return value.get<std::string>().empty() ? "none" : value.get<std::string>();
    if (value.is_number_integer() && isMoney(key))
        return formatMoney({ value.get<std::int64_t>() }, currency) + ' ' + std::string(currency);
    if (value.is_number_integer() && key.size() > 3 && key.substr(key.size() - 3) == "_bp")
        return percent(value.get<std::int64_t>());
    if (value.is_number())
        return number(value);
    if (value.is_object())
        return objectWords(value, currency);
    std::string out;
    for (const auto& part : value) {
        if (!out.empty())
            out += ", ";
        out += words(key, part, currency);
    }
    return out.empty() ? "none" : out;
}

std::string quotedWords(std::string_view key, const Json& value, std::string_view currency)
{
    static constexpr std::array<std::string_view, 12> prose { "name", "title", "benefit", "because", "reason",
        "text", "source", "note", "believed", "saw", "next", "mission" };
    std::string text = words(key, value, currency);
    const bool written = value.is_string() && !value.get_ref<const std::string&>().empty()
        && std::ranges::find(prose, key) != prose.end();
    return written ? "“" + text + "”" : text;
}

std::string fieldTitle(std::string_view key)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> known {
        { { "when", "condition" }, { "for", "length" }, { "where", "filter" },
            { "min_margin_bp", "least margin" }, { "max_discount_bp", "deepest discount" },
            { "share_bp", "share" }, { "qty", "quantity" }, { "because", "because" },
            { "mission", "mission" }, { "never", "condition" } }
    };
    const auto last = key.rfind('.');
    const std::string head(last == std::string_view::npos ? std::string_view {} : key.substr(0, last + 1));
    const std::string_view tail = last == std::string_view::npos ? key : key.substr(last + 1);
    const auto it = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.first == tail; });
    std::string out = head + std::string(it == known.end() ? tail : it->second);
    std::replace(out.begin(), out.end(), '_', ' ');
    std::replace(out.begin(), out.end(), '.', ' ');
    return out;
}

std::string fieldWords(std::string_view kind, std::string_view path)
{
    if ((kind == "cap" && path == "limit") || (kind == "title" && path == "title"))
        return {};
    // What the file nests for its own sake (store/object_kinds.h) says nothing.
    for (const std::string_view part : { "cell.", "edge.", "condition.", "attribute." })
        if (path.starts_with(part)) {
            path.remove_prefix(part.size());
            break;
        }
    // An item's name says more than the list it is in.
    std::string out;
    while (true) {
        const auto open = path.find('[');
        const auto close = open == std::string_view::npos ? open : path.find(']', open);
        if (close == std::string_view::npos)
            break;
        out += std::string(path.substr(open + 1, close - open - 1)) + ' ';
        path.remove_prefix(close + 1);
        if (path.starts_with('.'))
            path.remove_prefix(1);
    }
    out += fieldTitle(path);
    if (out.ends_with(' '))
        out.pop_back();
    return out;
}

std::string lastKey(std::string_view path)
{
    if (const auto open = path.rfind('['); path.ends_with(']') && open != std::string_view::npos)
        path = path.substr(0, open);
    return std::string(path.substr(path.rfind('.') == std::string_view::npos ? 0 : path.rfind('.') + 1));
}

}
