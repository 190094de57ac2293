// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "stats/outcome.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::stats {

/// Reads the keys of one input object. The first fault is kept in `error()`, everything read after it is a
/// default: a reader reads all its keys and asks once.
class Input {
public:
    /// `at` is the key path of the object, empty at the top.
    Input(const Json& object, std::string at, std::optional<Error>& error);

    bool has(const char* key) const; ///< present and not null
    double number(const char* key);
    double number(const char* key, double fallback);
    std::optional<double> maybe(const char* key);
    /// A whole number; -1 where the value is a number but not whole, which every estimator calls invalid.
    std::int64_t count(const char* key);
    std::int64_t count(const char* key, std::int64_t fallback);
    bool flag(const char* key, bool fallback);
    std::string text(const char* key);
    std::string text(const char* key, std::string_view fallback);
    std::vector<double> numbers(const char* key);
    std::vector<std::optional<double>> nullables(const char* key);
    std::vector<std::int64_t> counts(const char* key);
    std::vector<std::uint8_t> zeroOnes(const char* key); ///< 0, 1, false, true; anything else becomes 2
    std::vector<std::int64_t> labels(const char* key); ///< numbers or strings, numbered by first appearance
    Input object(const char* key);
    std::vector<Input> objects(const char* key);
    const Json& raw(const char* key); ///< null where absent

    void fail(const char* key, std::string message);
    bool failed() const { return m_error.has_value(); }

private:
    const Json* find(const char* key, const char* wanted);
    std::string place(const char* key) const;

    const Json* m_object;
    std::string m_at;
    std::optional<Error>& m_error;
};

/// Builds one answer. Numbers that do not exist are null while the status is ok, and left out otherwise.
class Output {
public:
    explicit Output(const Outcome& outcome);
    explicit Output(); ///< a nested object without a status
    ~Output();
    Output(Output&&) noexcept;

    Output& number(const char* key, std::optional<double> value);
    Output& whole(const char* key, std::optional<double> value); ///< printed without a point
    Output& whole(const char* key, std::optional<std::int64_t> value);
    Output& text(const char* key, std::string_view value);
    Output& maybeText(const char* key, std::optional<std::string_view> value);
    Output& json(const char* key, Json value);
    Json take();

private:
    std::unique_ptr<Json> m_json; ///< behind a pointer: this header must not cost its users the parser
    bool m_ok = true;
};

/// A number as JSON: null, "inf", "-inf" or itself.
Json numberJson(std::optional<double> value);

struct Estimator {
    std::string_view name;
    Json (*run)(Input& in); ///< the answer is thrown away when `in` failed
};

/// The families, each in its own file.
std::span<const Estimator> armEstimators();
std::span<const Estimator> sequentialEstimators();
std::span<const Estimator> edgeEstimators();
std::span<const Estimator> policyEstimators();

}
