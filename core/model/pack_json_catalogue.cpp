// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "base/text.h"
#include "model/pack_json.h"
#include "model/pack_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// Attributes, products and edges.

namespace ow::model {

namespace {

bool readValue(const Json& json, AttributeType type, AttributeValue& out)
{
    switch (type) {
    case AttributeType::Bool:
        if (json.is_boolean())
            out = json.get<bool>();
        return json.is_boolean();
    case AttributeType::String:
        if (json.is_string())
            out = json.get<std::string>();
        return json.is_string();
    case AttributeType::Double:
        if (json.is_number())
            out = json.get<double>();
        return json.is_number();
    case AttributeType::Int:
        if (const auto value = asInteger(json)) {
            out = *value;
            return true;
        }
        return false;
    }
    return false;
}

/// Why the default is not one of the attribute's own values; "" where it is.
std::string defaultProblem(const Attribute& a)
{
    if (const auto* s = std::get_if<std::string>(&a.defaultValue)) {
        if (!a.values.empty() && std::ranges::find(a.values, *s) == a.values.end())
            return fmt::format("The default \"{}\" is not among the values", s->substr(0, 80));
        return {};
    }
    double number = 0;
    if (const auto* i = std::get_if<std::int64_t>(&a.defaultValue))
        number = double(*i);
    else if (const auto* d = std::get_if<double>(&a.defaultValue))
        number = *d;
    else
        return {};
    if ((a.min && number < *a.min) || (a.max && number > *a.max))
        return fmt::format("The default {} is outside the attribute's own range", formatDouble(number));
    return {};
}

void readRange(ObjectReader& r, Attribute& out)
{
    r.optionalNumber("min", out.min);
    r.optionalNumber("max", out.max);
    if (out.type == AttributeType::Int) {
        for (const std::string_view key : { "min", "max" }) {
            const std::optional<double>& bound = key == "min" ? out.min : out.max;
            if (bound && std::trunc(*bound) != *bound)
                r.fault(key, "The range of an int attribute is given in whole numbers");
        }
    }
    if (out.min && out.max && *out.min > *out.max)
        r.fault("max", "The largest value is below the smallest one");
}

}

void readFields(ObjectReader& r, Attribute& out)
{
    r.word("type", out.type, Need::Required);
    if (out.type == AttributeType::String)
        r.texts("values", out.values);
    if (out.type == AttributeType::Int || out.type == AttributeType::Double)
        readRange(r, out);
    const Json* value = r.find("default", Need::Required);
    if (value == nullptr)
        return;
    if (!readValue(*value, out.type, out.defaultValue))
        return r.fault("default",
            fmt::format("The default of a {} attribute cannot be {}", name(out.type), kindOf(*value)));
    if (std::string problem = defaultProblem(out); !problem.empty())
        r.fault("default", std::move(problem));
}

void readFields(ObjectReader& r, Product& out)
{
    r.filledText("sku", out.sku);
    r.text("title", out.title, Need::Required);
    r.text("family", out.family, Need::Required);
    r.text("category", out.category, Need::Required);
    r.money("price", out.price);
    r.money("cost", out.cost);
    r.optionalInteger("stock", out.stock, -anyInteger - 1, anyInteger); // feeds oversell
    r.duration("depletion", out.depletion, Need::Optional);
    r.texts("tags", out.tags);
}

namespace {

void readEnd(ObjectReader& r, std::string_view key, EdgeEnd& out)
{
    std::string read;
    r.text(key, read, Need::Required);
    if (r.state().failed())
        return;
    if (std::optional<EdgeEnd> end = EdgeEnd::parse(read))
        out = std::move(*end);
    else
        r.fault(key, fmt::format("\"{}\" is neither \"sku:…\" nor \"family:…\"", read.substr(0, 80)));
}

}

void readFields(ObjectReader& r, Edge& out)
{
    readEnd(r, "from", out.from);
    readEnd(r, "to", out.to);
    r.word("kind", out.kind, Need::Required);
    r.word("role", out.role, Need::Optional);
    r.number("weight", out.weight, Need::Required);
    if (!(out.weight > 0 && out.weight <= 1))
        r.fault("weight",
            fmt::format("A weight lies above 0 and up to 1; {} does not", formatDouble(out.weight)));
}

Result<Product> readProduct(const Json& json, const std::string& path)
{
    return readPart<Product>(json, path);
}
Result<Edge> readEdge(const Json& json, const std::string& path) { return readPart<Edge>(json, path); }

Result<Attribute> readAttribute(const std::string& attribute, const Json& json, const std::string& path)
{
    if (!isId(attribute) || !isIdentifier(attribute))
        return fail(ErrorCode::InvalidInput,
            fmt::format("\"{}\" cannot be an attribute's name: expressions could not say it",
                attribute.substr(0, 80)),
            path);
    Attribute start;
    start.name = attribute;
    return readPart<Attribute>(json, path, std::move(start));
}

Json toJson(const AttributeValue& value)
{
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Json writeAttribute(const Attribute& a)
{
    Json out { { "type", name(a.type) }, { "default", toJson(a.defaultValue) } };
    const auto number = [&](double v) {
        constexpr double end = 9223372036854775808.0; // 2^63, to which the largest int rounds
        if (a.type != AttributeType::Int || v < -end)
            return Json(v);
        return v >= end ? Json(anyInteger) : Json(std::int64_t(v));
    };
    if (!a.values.empty())
        out["values"] = a.values;
    if (a.min)
        out["min"] = number(*a.min);
    if (a.max)
        out["max"] = number(*a.max);
    return out;
}

Json writeProduct(const Product& p)
{
    Json out { { "sku", p.sku }, { "title", p.title }, { "family", p.family }, { "category", p.category },
        { "price", p.price.minor }, { "cost", p.cost.minor } };
    if (p.stock)
        out["stock"] = *p.stock;
    if (p.depletion.ms != 0)
        out["depletion"] = formatDuration(p.depletion);
    if (!p.tags.empty())
        out["tags"] = p.tags;
    return out;
}

Json writeEdge(const Edge& e)
{
    Json out { { "from", e.from.text() }, { "to", e.to.text() }, { "kind", name(e.kind) },
        { "weight", e.weight } };
    if (e.role != Role::None)
        out["role"] = name(e.role);
    return out;
}

}
