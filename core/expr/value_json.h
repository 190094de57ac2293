// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "expr/arena.h"
#include "expr/type.h"
#include "expr/value.h"
#include "expr/vocabulary.h"

#include <string>
#include <vector>

// Values to and from JSON, for the command line and for tests; deciding never comes here.

namespace ow::expr {

/// Plain JSON: timestamps and durations as strings, maps as objects (keys printed as text), NaN and
/// infinities as strings.
Json valueToJson(const Value& value);

struct TypedValue {
    Value value;
    Type type;
};

/// JSON as a value: whole numbers are ints, others doubles, objects maps. An object in the typed form of the
/// CEL conformance tests ({"int64Value": "1"}, {"timestampValue": "…"}, {"durationValue": "90s"}, also under
/// "value") is what it says. Strings are copied into the arena. Errors: InvalidInput, `at` = the key path.
[[nodiscard]] Result<TypedValue> valueFromJson(const Json& json, Arena& arena, const std::string& at = {});

/// Names and their values from one JSON object: {"customer": {"age": 30}} declares customer as a map.
struct Bindings {
    Vocabulary vocabulary;
    std::vector<Value> values; ///< by slot
    Arena arena;
};
[[nodiscard]] Result<Bindings> bindingsFromJson(const Json& json);

}
