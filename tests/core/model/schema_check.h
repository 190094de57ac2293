// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <cmath>
#include <map>
#include <regex>
#include <stdexcept>
#include <string>

namespace ow::test {

/// As much of JSON Schema 2020-12 as our schemas use; an unknown keyword throws, so that none is passed over
/// in silence.
class SchemaCheck {
public:
    explicit SchemaCheck(const Json& schema)
        : m_root(schema)
    {
    }
    bool accepts(const Json& value) const { return accepts(m_root, value); }

private:
    static bool isWhole(const Json& v)
    {
        return v.is_number_integer() || (v.is_number() && std::trunc(v.get<double>()) == v.get<double>());
    }

    static bool hasType(const std::string& type, const Json& v)
    {
        return type == "object" ? v.is_object()
            : type == "array"   ? v.is_array()
            : type == "string"  ? v.is_string()
            : type == "boolean" ? v.is_boolean()
            : type == "null"    ? v.is_null()
            : type == "integer" ? isWhole(v)
                                : v.is_number();
    }

    bool accepts(const Json& schema, const Json& v) const
    {
        if (schema.is_boolean())
            return schema.get<bool>();
        for (const auto& [keyword, rule] : schema.items()) {
            if (!holds(keyword, rule, schema, v))
                return false;
        }
        return true;
    }

    bool holds(const std::string& keyword, const Json& rule, const Json& schema, const Json& v) const
    {
        if (keyword[0] == '$' && keyword != "$ref")
            return true;
        if (keyword == "title" || keyword == "description" || keyword == "format"
            || keyword == "patternProperties" || keyword == "additionalProperties")
            return true; // remarks, and what `properties` looks at
        if (keyword == "$ref")
            return accepts(m_root.at(Json::json_pointer(rule.get<std::string>().substr(1))), v);
        if (keyword == "type")
            return hasType(rule.get<std::string>(), v);
        if (keyword == "const")
            return v == rule;
        if (keyword == "enum")
            return std::find(rule.begin(), rule.end(), v) != rule.end();
        if (keyword == "oneOf")
            return std::count_if(rule.begin(), rule.end(), [&](const Json& s) { return accepts(s, v); }) == 1;
        if (keyword == "properties")
            return !v.is_object() || keysHold(schema, v);
        if (keyword == "required")
            return !v.is_object() || std::all_of(rule.begin(), rule.end(), [&](const Json& key) {
                return v.contains(key.get<std::string>());
            });
        if (keyword == "items")
            return !v.is_array()
                || std::all_of(v.begin(), v.end(), [&](const Json& item) { return accepts(rule, item); });
        if (keyword == "pattern")
            return !v.is_string() || matches(v.get_ref<const std::string&>(), rule.get<std::string>());
        if (keyword == "minLength")
            return !v.is_string() || v.get<std::string>().size() >= rule.get<std::size_t>();
        if (keyword == "minimum")
            return !v.is_number() || v.get<double>() >= rule.get<double>();
        if (keyword == "maximum")
            return !v.is_number() || v.get<double>() <= rule.get<double>();
        if (keyword == "exclusiveMinimum")
            return !v.is_number() || v.get<double>() > rule.get<double>();
        throw std::invalid_argument("unknown keyword " + keyword);
    }

    bool keysHold(const Json& schema, const Json& v) const
    {
        for (const auto& [key, value] : v.items()) {
            if (schema.at("properties").contains(key)) {
                if (!accepts(schema.at("properties").at(key), value))
                    return false;
                continue;
            }
            const Json patterns = schema.value("patternProperties", Json::object());
            const bool matched = std::any_of(patterns.begin(), patterns.end(), [](const Json&) {
                return true;
            }) && matches(key, patterns.begin().key());
            if (!matched || !accepts(patterns.begin().value(), value))
                return false;
        }
        return true;
    }

    bool matches(const std::string& text, const std::string& pattern) const
    {
        const auto known = m_patterns.find(pattern);
        const std::regex& regex
            = known != m_patterns.end() ? known->second : m_patterns.emplace(pattern, pattern).first->second;
        return std::regex_search(text, regex);
    }

    const Json& m_root;
    mutable std::map<std::string, std::regex> m_patterns; ///< making one is dear
};

}
