// SPDX-License-Identifier: Apache-2.0
#include "model/json_reader.h"

#include "base/json.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ow::model {

void ReadState::fault(std::string at, std::string message)
{
    if (!error)
        error = Error { ErrorCode::InvalidInput, std::move(message), std::move(at) };
}

std::string_view kindOf(const Json& json)
{
    switch (json.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::boolean:
        return "true or false";
    case Json::value_t::string:
        return "a string";
    case Json::value_t::array:
        return "a list";
    case Json::value_t::object:
        return "an object";
    default:
        return "a number";
    }
}

std::optional<std::int64_t> asInteger(const Json& json)
{
    if (json.is_number_unsigned()) {
        const auto value = json.get<std::uint64_t>();
        if (value > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
            return std::nullopt;
        return std::int64_t(value);
    }
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_number_float()) {
        const double value = json.get<double>();
        if (std::trunc(value) == value && std::abs(value) <= 9007199254740992.0)
            return std::int64_t(value);
    }
    return std::nullopt;
}

ObjectReader::ObjectReader(const Json& json, std::string path, ReadState& state)
    : m_json(json)
    , m_path(std::move(path))
    , m_state(state)
{
    if (!json.is_object())
        faultHere(fmt::format("An object is expected here, not {}", kindOf(json)));
}

std::string ObjectReader::pathOf(std::string_view key) const
{
    return m_path.empty() ? std::string(key) : m_path + '.' + std::string(key);
}

bool ObjectReader::has(std::string_view key) const { return m_json.is_object() && m_json.contains(key); }

const Json* ObjectReader::find(std::string_view key, Need need)
{
    m_asked.push_back(key);
    if (m_state.failed())
        return nullptr;
    const auto it = m_json.find(key);
    if (it != m_json.end())
        return &*it;
    if (need == Need::Required)
        fault(key, fmt::format("\"{}\" is missing", key));
    return nullptr;
}

void ObjectReader::text(std::string_view key, std::string& out, Need need)
{
    const Json* value = find(key, need);
    if (value == nullptr)
        return;
    if (value->is_string())
        out = value->get_ref<const std::string&>();
    else
        fault(key, fmt::format("A string is expected here, not {}", kindOf(*value)));
}

void ObjectReader::filledText(std::string_view key, std::string& out)
{
    text(key, out, Need::Required);
    if (!m_state.failed() && out.empty())
        fault(key, fmt::format("\"{}\" must not be empty", key));
}

void ObjectReader::id(std::string_view key, std::string& out) { reference(key, out, Need::Required); }

void ObjectReader::reference(std::string_view key, std::string& out, Need need)
{
    text(key, out, need);
    const bool none = need == Need::Optional && out.empty();
    if (!m_state.failed() && !none && !isId(out))
        fault(key,
            fmt::format("\"{}\" is not an id: use small letters, digits, \"_\", \".\" and \"-\", at most 64, "
                        "and begin "
                        "with a letter, a digit or \"_\"",
                out.substr(0, 80)));
}

void ObjectReader::boolean(std::string_view key, bool& out)
{
    const Json* value = find(key, Need::Optional);
    if (value == nullptr)
        return;
    if (value->is_boolean())
        out = value->get<bool>();
    else
        fault(key, fmt::format("true or false is expected here, not {}", kindOf(*value)));
}

void ObjectReader::integer(
    std::string_view key, std::int64_t& out, Need need, std::int64_t min, std::int64_t max)
{
    const Json* value = find(key, need);
    if (value == nullptr)
        return;
    const std::optional<std::int64_t> read = asInteger(*value);
    if (!read)
        fault(key,
            fmt::format("A whole number is expected here, not {}",
                value->is_number() ? value->dump() : std::string(kindOf(*value))));
    else if (*read < min || *read > max)
        fault(key, fmt::format("{} is outside {} to {}", *read, min, max));
    else
        out = *read;
}

void ObjectReader::number(std::string_view key, double& out, Need need)
{
    const Json* value = find(key, need);
    if (value == nullptr)
        return;
    if (value->is_number())
        out = value->get<double>();
    else
        fault(key, fmt::format("A number is expected here, not {}", kindOf(*value)));
}

void ObjectReader::money(std::string_view key, Money& out)
{
    // 10^15 minor units: sums over an offer's items and products with basis points stay far from overflow. A
    // credit may be a price below 0.
    constexpr std::int64_t most = 1'000'000'000'000'000;
    integer(key, out.minor, Need::Required, -most, most);
}

void ObjectReader::duration(std::string_view key, Duration& out, Need need)
{
    std::string read;
    const bool was = has(key);
    text(key, read, need);
    if (m_state.failed() || !was)
        return;
    if (const Result<Duration> value = parseDuration(read))
        out = *value;
    else
        fault(key, value.error().message);
}

void ObjectReader::optionalDuration(std::string_view key, std::optional<Duration>& out)
{
    Duration read;
    const bool was = has(key);
    duration(key, read, Need::Optional);
    if (was && !m_state.failed())
        out = read;
}

void ObjectReader::optionalTime(std::string_view key, std::optional<Timestamp>& out)
{
    const Json* value = find(key, Need::Optional);
    if (value == nullptr || value->is_null())
        return;
    if (!value->is_string())
        return fault(key, fmt::format("A time is expected here, not {}", kindOf(*value)));
    if (const Result<Timestamp> time = parseTimestamp(value->get_ref<const std::string&>()))
        out = *time;
    else
        fault(key, time.error().message);
}

void ObjectReader::optionalNumber(std::string_view key, std::optional<double>& out)
{
    double read = 0;
    const bool was = has(key);
    number(key, read, Need::Optional);
    if (was && !m_state.failed())
        out = read;
}

void ObjectReader::optionalInteger(
    std::string_view key, std::optional<std::int64_t>& out, std::int64_t min, std::int64_t max)
{
    std::int64_t read = 0;
    const bool was = has(key);
    integer(key, read, Need::Optional, min, max);
    if (was && !m_state.failed())
        out = read;
}

void ObjectReader::optionalText(std::string_view key, std::optional<std::string>& out)
{
    std::string read;
    const bool was = has(key);
    text(key, read, Need::Optional);
    if (was && !m_state.failed())
        out = std::move(read);
}

void ObjectReader::texts(std::string_view key, std::vector<std::string>& out, Need need)
{
    const std::vector<const Json*> items = elements(key, need);
    out.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i]->is_string())
            return m_state.fault(fmt::format("{}[{}]", pathOf(key), i),
                fmt::format("A string is expected here, not {}", kindOf(*items[i])));
        out.push_back(items[i]->get_ref<const std::string&>());
    }
}

std::vector<const Json*> ObjectReader::elements(std::string_view key, Need need)
{
    const Json* value = find(key, need);
    if (value == nullptr)
        return {};
    if (!value->is_array()) {
        fault(key, fmt::format("A list is expected here, not {}", kindOf(*value)));
        return {};
    }
    std::vector<const Json*> out;
    out.reserve(value->size());
    for (const Json& item : *value)
        out.push_back(&item);
    return out;
}

void ObjectReader::badWord(std::string_view key, const std::string& read)
{
    fault(key, fmt::format("\"{}\" is not a word that \"{}\" knows", read.substr(0, 80), key));
}

void ObjectReader::done()
{
    if (m_state.failed())
        return;
    for (const auto& [key, value] : m_json.items()) {
        if (std::ranges::find(m_asked, std::string_view(key)) != m_asked.end())
            continue;
        if (key != "x") {
            std::string message = fmt::format("\"{}\" is not a key that is known here", key.substr(0, 80));
            const std::string near = closest(key, { m_asked.begin(), m_asked.end() });
            return fault(
                key, near.empty() ? message : fmt::format("{}; did you mean \"{}\"?", message, near));
        }
        if (m_state.extras != nullptr)
            m_state.extras->emplace(pathOf(key), value.dump());
    }
}

}
