// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/money.h"
#include "base/result.h"
#include "base/time.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ow::model {

/// What a whole reading shares: the first fault found, and where the free room ("x") of each object is kept.
struct ReadState {
    std::optional<Error> error;
    std::map<std::string, std::string>* extras = nullptr; ///< key path -> JSON text; null = dropped

    void fault(std::string at, std::string message);
    bool failed() const { return error.has_value(); }
};

enum class Need { Required, Optional };

/// Reads one JSON object strictly: every key is asked for by name, and done() refuses those that nobody asked
/// for (but "x"). The first fault wins, later calls do nothing, so that readers need no branches. Not for hot
/// paths.
class ObjectReader {
public:
    ObjectReader(const Json& json, std::string path, ReadState& state);

    std::string pathOf(std::string_view key) const;
    ReadState& state() { return m_state; }
    void fault(std::string_view key, std::string message) { m_state.fault(pathOf(key), std::move(message)); }
    /// A fault of the object itself.
    void faultHere(std::string message) { m_state.fault(m_path, std::move(message)); }

    /// The key's value, or null where it is absent (a fault if required) or something failed before.
    const Json* find(std::string_view key, Need need);

    void text(std::string_view key, std::string& out, Need need);
    void filledText(std::string_view key, std::string& out); ///< required and not ""
    void id(std::string_view key, std::string& out);
    /// A reference: the form of an id. Whether it leads somewhere is not asked here.
    void reference(std::string_view key, std::string& out, Need need = Need::Required);
    void boolean(std::string_view key, bool& out);
    void integer(std::string_view key, std::int64_t& out, Need need, std::int64_t min, std::int64_t max);
    void number(std::string_view key, double& out, Need need);
    void money(std::string_view key, Money& out);
    void duration(std::string_view key, Duration& out, Need need);
    void optionalDuration(std::string_view key, std::optional<Duration>& out);
    /// Absent and null are both "none".
    void optionalTime(std::string_view key, std::optional<Timestamp>& out);
    void optionalNumber(std::string_view key, std::optional<double>& out);
    void optionalInteger(
        std::string_view key, std::optional<std::int64_t>& out, std::int64_t min, std::int64_t max);
    void optionalText(std::string_view key, std::optional<std::string>& out);
    void texts(std::string_view key, std::vector<std::string>& out, Need need = Need::Optional);

    /// One of an enum's words.
    template <typename T>
    void word(std::string_view key, T& out, Need need)
    {
        std::string read;
        const bool was = has(key);
        text(key, read, need);
        if (m_state.failed() || !was)
            return;
        if (const std::optional<T> value = parse<T>(read))
            out = *value;
        else
            badWord(key, read);
    }

    /// A nested object, read by its readFields().
    template <typename T>
    void object(std::string_view key, T& out, Need need)
    {
        if (const Json* value = find(key, need))
            readObject(*value, pathOf(key), m_state, out);
    }
    template <typename T>
    void optionalObject(std::string_view key, std::optional<T>& out)
    {
        if (const Json* value = find(key, Need::Optional))
            readObject(*value, pathOf(key), m_state, out.emplace());
    }

    /// A list of objects; absent is empty. `key of` each must be unique where given.
    template <typename T>
    void list(std::string_view key, std::vector<T>& out, std::string T::*unique = nullptr,
        std::string_view uniqueKey = "id")
    {
        const std::vector<const Json*> items = elements(key, Need::Optional);
        out.reserve(items.size());
        std::unordered_set<std::string_view> seen;
        for (std::size_t i = 0; i < items.size() && !m_state.failed(); ++i) {
            const std::string at = pathOf(key) + '[' + std::to_string(i) + ']';
            readObject(*items[i], at, m_state, out.emplace_back());
            // Views into `out` stay good: it was reserved in full.
            if (unique != nullptr && !m_state.failed() && !seen.insert(out.back().*unique).second)
                m_state.fault(at + '.' + std::string(uniqueKey),
                    "\"" + out.back().*unique + "\" is there already; every one in the list needs its own");
        }
    }

    bool has(std::string_view key) const;
    /// Pointers to the elements of a list; empty where it is absent or something failed.
    std::vector<const Json*> elements(std::string_view key, Need need);
    /// Refuses keys that nobody asked for; keeps "x".
    void done();

private:
    void badWord(std::string_view key, const std::string& read);

    template <typename T>
    static void readObject(const Json& json, std::string path, ReadState& state, T& out)
    {
        ObjectReader reader(json, std::move(path), state);
        if (!state.failed())
            readFields(
                reader, out); // found by argument-dependent lookup: one overload for each part of a pack
        reader.done();
    }

    const Json& m_json;
    std::string m_path;
    ReadState& m_state;
    std::vector<std::string_view> m_asked;
};

/// An integer that JSON may also write as 3.0 (canonical JSON does not tell them apart); empty for anything
/// else.
std::optional<std::int64_t> asInteger(const Json& json);

/// "a number", "a string", …: what stands there, for messages.
std::string_view kindOf(const Json& json);

}
