// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "decide/compiled_pack.h"
#include "decide/request.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

// The rules and customers that ../shared/bench/gen_rules writes, which other engines are measured with: its
// files as our pack and our requests.

namespace ow::test {

inline std::string readText(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline std::string peerCondition(const Json& c)
{
    const std::string name = "customer." + c.at("attr").get<std::string>();
    const std::string op = c.at("op").get<std::string>();
    if (op == "eq")
        return name + " == " + c.at("value").dump();
    if (op == "in")
        return name + " in " + c.at("value").dump();
    const auto bound = [&](const char* key) { return std::to_string(c.at(key).get<std::int64_t>()); };
    std::string out;
    if (op != "le")
        out = name + " >= " + bound("lo");
    if (op != "ge")
        out += (out.empty() ? "" : " && ") + name + " <= " + bound("hi");
    return out;
}

/// pack_N.json with every offer's conditions as its `when`; a higher score is a lower priority. Offers get
/// ids in the file's order.
inline model::Pack peerPack(const std::filesystem::path& file)
{
    const Json json = Json::parse(readText(file));
    model::Pack out;
    out.name = "peers";
    out.version = "1";
    out.currency = "EUR";
    for (const Json& a : json.at("attributes")) {
        const std::string type = a.at("type").get<std::string>();
        model::Attribute& attribute = out.customerAttributes.emplace_back();
        attribute.name = a.at("name").get<std::string>();
        attribute.type = type == "category" ? model::AttributeType::String
            : type == "int"                 ? model::AttributeType::Int
                                            : model::AttributeType::Bool;
        if (type == "int")
            attribute.defaultValue = std::int64_t(0);
        if (type == "bool")
            attribute.defaultValue = false;
    }
    out.channels = { { "web", "true" } };
    out.placements = { { "page", "web", true, 1 } };
    for (const Json& o : json.at("offers")) {
        model::Offer& offer = out.offers.emplace_back();
        offer.id = fmt::format("o{:05}", out.offers.size() - 1);
        offer.name = o.at("id").get<std::string>();
        offer.role = model::Role::Power;
        offer.status = model::OfferStatus::Active;
        offer.price = { 100 };
        offer.placements = { "page" };
        offer.priority = 1'000'000 - o.at("score").get<std::int64_t>();
        offer.propensity = "0.5";
        offer.when.clear();
        for (const Json& c : o.at("when"))
            offer.when += (offer.when.empty() ? "" : " && ") + peerCondition(c);
    }
    return out;
}

/// customers.csv's first `most` customers as requests of that pack. They view `text`, the file's content.
inline std::vector<decide::Request> peerCustomers(
    const std::string& text, const decide::CompiledPack& pack, std::size_t most)
{
    std::vector<decide::Request> out;
    std::vector<std::string_view> header;
    for (std::size_t at = 0; at < text.size() && out.size() < most;) {
        const std::size_t end = text.find('\n', at);
        std::vector<std::string_view> fields;
        for (std::size_t from = at; from <= end;) {
            const std::size_t to = std::min(text.find(',', from), end);
            fields.emplace_back(text.data() + from, to - from);
            from = to + 1;
        }
        at = end + 1;
        if (header.empty()) {
            header = fields;
            continue;
        }
        decide::Request& request = out.emplace_back(pack);
        request.placement = 0;
        for (std::size_t i = 1; i < header.size(); ++i) {
            expr::Value& value = request.attributes[pack.customerAttribute(header[i])];
            if (value.is(expr::Value::Tag::Bool))
                value = expr::Value::of(fields[i] == "true");
            else if (value.is(expr::Value::Tag::Int))
                value = expr::Value::of(std::int64_t(std::stoll(std::string(fields[i]))));
            else
                value = expr::Value::of(fields[i]);
        }
    }
    return out;
}

/// Offers, best first.
inline std::vector<decide::Index> byPriority(const decide::CompiledPack& pack)
{
    std::vector<decide::Index> out;
    for (decide::Index i = 0; i < pack.offers.size(); ++i)
        out.push_back(i);
    std::ranges::stable_sort(out, {}, [&](decide::Index i) { return pack.offers[i].source->priority; });
    return out;
}

}
