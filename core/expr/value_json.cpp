// SPDX-License-Identifier: Apache-2.0
#include "expr/value_json.h"

#include "base/json.h"
#include "expr/time_value.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace ow::expr {

namespace {

using Tag = Value::Tag;

tl::unexpected<Error> bad(const std::string& at, std::string message)
{
    return fail(ErrorCode::InvalidInput, std::move(message), at);
}

Result<TypedValue> listFromJson(const Json& items, Arena& arena, const std::string& at)
{
    if (!items.is_array())
        return bad(at, "A list is expected here");
    Value* out = arena.allocate<Value>(items.size());
    if (out == nullptr)
        return bad(at, "This is too large");
    Type element;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Result<TypedValue> item = valueFromJson(items[i], arena, fmt::format("{}[{}]", at, i));
        if (!item)
            return fail(item.error());
        std::construct_at(out + i, item->value);
        element = i == 0 ? item->type : join(element, item->type);
    }
    return TypedValue { Value::list({ out, items.size() }), Type::list(element) };
}

struct Entry {
    TypedValue key;
    TypedValue value;
};

Result<TypedValue> mapOf(const std::vector<Entry>& entries, Arena& arena, const std::string& at)
{
    Value* out = arena.allocate<Value>(entries.size() * 2);
    if (out == nullptr)
        return bad(at, "This is too large");
    Type key = entries.empty() ? Type() : entries.front().key.type;
    Type value = entries.empty() ? Type() : entries.front().value.type;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::construct_at(out + 2 * i, entries[i].key.value);
        std::construct_at(out + 2 * i + 1, entries[i].value.value);
        key = join(key, entries[i].key.type);
        value = join(value, entries[i].value.type);
    }
    return TypedValue { Value::map({ out, entries.size() * 2 }), Type::map(key, value) };
}

Result<TypedValue> objectFromJson(const Json& json, Arena& arena, const std::string& at)
{
    std::vector<Entry> entries;
    for (const auto& [key, item] : json.items()) {
        Result<TypedValue> value = valueFromJson(item, arena, at.empty() ? key : at + '.' + key);
        if (!value)
            return fail(value.error());
        entries.push_back({ { Value::of(arena.copy(key)), Kind::String }, std::move(*value) });
    }
    return mapOf(entries, arena, at);
}

Result<TypedValue> typedInt(const Json& json, const std::string& at)
{
    if (json.is_number_integer() && !json.is_number_unsigned())
        return TypedValue { Value::of(json.get<std::int64_t>()), Kind::Int };
    const std::string text = json.is_string() ? json.get<std::string>() : json.dump();
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return bad(at, "An int is expected here");
    return TypedValue { Value::of(number), Kind::Int };
}

Result<TypedValue> typedDouble(const Json& json, const std::string& at)
{
    if (json.is_number())
        return TypedValue { Value::of(json.get<double>()), Kind::Double };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::string text = json.is_string() ? json.get<std::string>() : std::string();
    if (text == "Infinity" || text == "-Infinity")
        return TypedValue { Value::of(text.front() == '-' ? -infinity : infinity), Kind::Double };
    if (text == "NaN")
        return TypedValue { Value::of(std::numeric_limits<double>::quiet_NaN()), Kind::Double };
    return bad(at, "A double is expected here");
}

Result<TypedValue> typedMap(const Json& json, Arena& arena, const std::string& at)
{
    std::vector<Entry> entries;
    if (json.contains("entries")) {
        for (const Json& entry : json.at("entries")) {
            if (!entry.is_object())
                return bad(at, "Each entry of a map is an object of key and value");
            Result<TypedValue> key = valueFromJson(entry.value("key", Json()), arena, at);
            Result<TypedValue> value = valueFromJson(entry.value("value", Json()), arena, at);
            if (!key || !value)
                return fail(key ? value.error() : key.error());
            entries.push_back({ std::move(*key), std::move(*value) });
        }
    }
    return mapOf(entries, arena, at);
}

Result<TypedValue> timeValue(Value value, Kind kind, const std::string& at)
{
    return value.isError() ? Result<TypedValue>(bad(at, "This is not a time")) : TypedValue { value, kind };
}

/// {"int64Value": …} and its like; empty where the object is a plain one.
std::optional<Result<TypedValue>> typedForm(const Json& json, Arena& arena, const std::string& at)
{
    if (json.size() != 1)
        return std::nullopt;
    const std::string& key = json.begin().key();
    const Json& inner = json.begin().value();
    if (key == "int64Value")
        return typedInt(inner, at);
    if (key == "doubleValue")
        return typedDouble(inner, at);
    if (key == "boolValue" && inner.is_boolean())
        return TypedValue { Value::of(inner.get<bool>()), Kind::Bool };
    if (key == "stringValue" && inner.is_string())
        return TypedValue { Value::of(arena.copy(inner.get_ref<const std::string&>())), Kind::String };
    if (key == "nullValue")
        return TypedValue { Value(), Kind::Null };
    if (key == "timestampValue" && inner.is_string())
        return timeValue(parseTimestampValue(inner.get<std::string>()), Kind::Timestamp, at);
    if (key == "durationValue" && inner.is_string())
        return timeValue(parseDurationValue(inner.get<std::string>()), Kind::Duration, at);
    if (key == "listValue" && inner.is_object())
        return listFromJson(inner.value("values", Json::array()), arena, at);
    if (key == "mapValue" && inner.is_object())
        return typedMap(inner, arena, at);
    if (key == "value" && inner.is_object())
        return typedForm(inner, arena, at);
    return std::nullopt;
}

}

Json valueToJson(const Value& value)
{
    switch (value.tag()) {
    case Tag::Error:
    case Tag::Null:
        return nullptr;
    case Tag::Bool:
        return value.asBool();
    case Tag::Int:
        return value.asInt();
    case Tag::Double:
        return std::isfinite(value.asDouble()) ? Json(value.asDouble())
                                               : Json(formatDouble(value.asDouble()));
    case Tag::List: {
        Json out = Json::array();
        for (const Value& item : value.items())
            out.push_back(valueToJson(item));
        return out;
    }
    case Tag::Map: {
        Json out = Json::object();
        const auto entries = value.entries();
        for (std::size_t i = 0; i < entries.size(); i += 2)
            out[toText(entries[i])] = valueToJson(entries[i + 1]);
        return out;
    }
    default:
        return toText(value);
    }
}

Result<TypedValue> valueFromJson(const Json& json, Arena& arena, const std::string& at)
{
    switch (json.type()) {
    case Json::value_t::null:
        return TypedValue { Value(), Kind::Null };
    case Json::value_t::boolean:
        return TypedValue { Value::of(json.get<bool>()), Kind::Bool };
    case Json::value_t::number_float:
        return TypedValue { Value::of(json.get<double>()), Kind::Double };
    case Json::value_t::string:
        return TypedValue { Value::of(arena.copy(json.get_ref<const std::string&>())), Kind::String };
    case Json::value_t::array:
        return listFromJson(json, arena, at);
    case Json::value_t::object:
        if (auto typed = typedForm(json, arena, at))
            return std::move(*typed);
        return objectFromJson(json, arena, at);
    default:
        return typedInt(json, at);
    }
}

Result<Bindings> bindingsFromJson(const Json& json)
{
    if (!json.is_object())
        return bad({}, "The variables are one JSON object: {\"name\": value}");
    Bindings out;
    for (const auto& [key, item] : json.items()) {
        Result<TypedValue> value = valueFromJson(item, out.arena, key);
        if (!value)
            return fail(value.error());
        out.vocabulary.add(key, std::move(value->type));
        out.values.push_back(value->value);
    }
    return out;
}

}
