// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/json_io.h"

#include "base/json.h"

#include <cmath>
#include <map>

namespace ow::stats {
namespace {

const Json nothing;

std::int64_t toCount(const Json& v)
{
    if (v.is_number_unsigned())
        return v.get<std::uint64_t>() <= std::uint64_t(INT64_MAX) ? v.get<std::int64_t>() : -1;
    if (v.is_number_integer())
        return v.get<std::int64_t>();
    const double d = v.get<double>();
    return std::abs(d) < 9e15 && d == std::floor(d) ? std::int64_t(d) : -1;
}

}

Input::Input(const Json& object, std::string at, std::optional<Error>& error)
    : m_object(&object)
    , m_at(std::move(at))
    , m_error(error)
{
    if (!object.is_object() && !m_error)
        m_error = Error { ErrorCode::InvalidInput, "an object is wanted here", m_at };
}

std::string Input::place(const char* key) const { return m_at.empty() ? key : m_at + "." + key; }

void Input::fail(const char* key, std::string message)
{
    if (!m_error)
        m_error = Error { ErrorCode::InvalidInput, std::move(message), place(key) };
}

bool Input::has(const char* key) const
{
    return m_object->is_object() && m_object->contains(key) && !(*m_object)[key].is_null();
}

const Json* Input::find(const char* key, const char* wanted)
{
    if (m_object->is_object()) {
        const auto it = m_object->find(key);
        if (it != m_object->end())
            return &*it;
    }
    fail(key, std::string("the key is missing; give ") + wanted);
    return nullptr;
}

double Input::number(const char* key)
{
    const Json* v = find(key, "a number");
    if (v && v->is_number())
        return v->get<double>();
    fail(key, "a number is wanted here");
    return 0;
}

double Input::number(const char* key, double fallback) { return has(key) ? number(key) : fallback; }

std::optional<double> Input::maybe(const char* key)
{
    return has(key) ? std::optional(number(key)) : std::nullopt;
}

std::int64_t Input::count(const char* key)
{
    const Json* v = find(key, "a whole number");
    if (v && v->is_number())
        return toCount(*v);
    fail(key, "a whole number is wanted here");
    return 0;
}

std::int64_t Input::count(const char* key, std::int64_t fallback) { return has(key) ? count(key) : fallback; }

bool Input::flag(const char* key, bool fallback)
{
    if (!has(key))
        return fallback;
    const Json& v = (*m_object)[key];
    if (!v.is_boolean()) {
        fail(key, "true or false is wanted here");
        return fallback;
    }
    return v.get<bool>();
}

std::string Input::text(const char* key)
{
    const Json* v = find(key, "a text");
    if (v && v->is_string())
        return v->get<std::string>();
    fail(key, "a text is wanted here");
    return {};
}

std::string Input::text(const char* key, std::string_view fallback)
{
    return has(key) ? text(key) : std::string(fallback);
}

std::vector<double> Input::numbers(const char* key)
{
    std::vector<double> out;
    const Json* v = find(key, "a list of numbers");
    if (!v || !v->is_array()) {
        fail(key, "a list of numbers is wanted here");
        return out;
    }
    out.reserve(v->size());
    for (const Json& e : *v) {
        if (!e.is_number()) {
            fail(key, "every element must be a number");
            return out;
        }
        out.push_back(e.get<double>());
    }
    return out;
}

std::vector<std::optional<double>> Input::nullables(const char* key)
{
    std::vector<std::optional<double>> out;
    const Json* v = find(key, "a list of numbers");
    if (!v || !v->is_array()) {
        fail(key, "a list of numbers is wanted here");
        return out;
    }
    for (const Json& e : *v) {
        if (!e.is_number() && !e.is_null())
            fail(key, "every element must be a number or null");
        out.push_back(e.is_number() ? std::optional(e.get<double>()) : std::nullopt);
    }
    return out;
}

std::vector<std::int64_t> Input::counts(const char* key)
{
    std::vector<std::int64_t> out;
    const Json* v = find(key, "a list of whole numbers");
    if (!v || !v->is_array()) {
        fail(key, "a list of whole numbers is wanted here");
        return out;
    }
    for (const Json& e : *v) {
        if (!e.is_number())
            fail(key, "every element must be a number");
        out.push_back(e.is_number() ? toCount(e) : 0);
    }
    return out;
}

std::vector<std::uint8_t> Input::zeroOnes(const char* key)
{
    std::vector<std::uint8_t> out;
    const Json* v = find(key, "a list of 0 and 1");
    if (!v || !v->is_array()) {
        fail(key, "a list of 0 and 1 is wanted here");
        return out;
    }
    for (const Json& e : *v) {
        const bool one = e == 1 || e == true, zero = e == 0 || e == false;
        out.push_back(one ? 1 : zero ? 0 : 2);
    }
    return out;
}

std::vector<std::int64_t> Input::labels(const char* key)
{
    std::vector<std::int64_t> out;
    const Json* v = find(key, "a list");
    if (!v || !v->is_array()) {
        fail(key, "a list is wanted here");
        return out;
    }
    std::map<Json, std::int64_t> known;
    for (const Json& e : *v)
        out.push_back(known.emplace(e, std::int64_t(known.size())).first->second);
    return out;
}

Input Input::object(const char* key)
{
    const Json* v = find(key, "an object");
    return Input(v ? *v : nothing, place(key), m_error);
}

std::vector<Input> Input::objects(const char* key)
{
    std::vector<Input> out;
    const Json* v = find(key, "a list of objects");
    if (!v || !v->is_array()) {
        fail(key, "a list of objects is wanted here");
        return out;
    }
    for (std::size_t i = 0; i < v->size(); ++i)
        out.emplace_back((*v)[i], place(key) + "[" + std::to_string(i) + "]", m_error);
    return out;
}

const Json& Input::raw(const char* key) { return has(key) ? (*m_object)[key] : nothing; }

Json numberJson(std::optional<double> value)
{
    if (!value || std::isnan(*value))
        return nullptr;
    if (std::isinf(*value))
        return *value > 0 ? "inf" : "-inf";
    return *value;
}

Output::Output(const Outcome& outcome)
    : m_json(std::make_unique<Json>(Json::object()))
    , m_ok(outcome.ok())
{
    (*m_json)["status"] = statusName(outcome.status);
    if (!outcome.reason.empty())
        (*m_json)["reason"] = outcome.reason;
    if (!outcome.notes.empty())
        (*m_json)["notes"] = outcome.notes;
}

Output::Output()
    : m_json(std::make_unique<Json>(Json::object()))
{
}

Output::~Output() = default;
Output::Output(Output&&) noexcept = default;

Output& Output::number(const char* key, std::optional<double> value)
{
    if (value || m_ok)
        (*m_json)[key] = numberJson(value);
    return *this;
}

Output& Output::whole(const char* key, std::optional<double> value)
{
    if (value && *value == std::floor(*value) && std::abs(*value) < 9e15)
        return whole(key, std::optional(std::int64_t(*value)));
    return number(key, value);
}

Output& Output::whole(const char* key, std::optional<std::int64_t> value)
{
    if (value)
        (*m_json)[key] = *value;
    else if (m_ok)
        (*m_json)[key] = nullptr;
    return *this;
}

Output& Output::text(const char* key, std::string_view value)
{
    if (!value.empty() || m_ok)
        (*m_json)[key] = value;
    return *this;
}

Output& Output::maybeText(const char* key, std::optional<std::string_view> value)
{
    if (value)
        return text(key, *value);
    if (m_ok)
        (*m_json)[key] = nullptr;
    return *this;
}

Output& Output::json(const char* key, Json value)
{
    (*m_json)[key] = std::move(value);
    return *this;
}

Json Output::take() { return std::move(*m_json); }

}
