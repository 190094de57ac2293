// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json_reader.h"
#include "model/pack.h"

// How each part of a pack reads its keys; ObjectReader::object() and list() find these. pack_json.h is the
// door.

namespace ow::model {

void readFields(ObjectReader& r, Product& out);
void readFields(ObjectReader& r, Edge& out);
void readFields(ObjectReader& r, Fact& out);
void readFields(ObjectReader& r, Condition& out);
void readFields(ObjectReader& r, CellOffer& out);
void readFields(ObjectReader& r, Cell& out);
void readFields(ObjectReader& r, Channel& out);
void readFields(ObjectReader& r, Placement& out);
void readFields(ObjectReader& r, OfferItem& out);
void readFields(ObjectReader& r, Offer& out);
void readFields(ObjectReader& r, Scope& out);
void readFields(ObjectReader& r, Suppression& out);
void readFields(ObjectReader& r, Cap& out);
void readFields(ObjectReader& r, Cooldown& out);
void readFields(ObjectReader& r, SequenceRule& out);
void readFields(ObjectReader& r, ExclusiveGroup& out);
void readFields(ObjectReader& r, SubstituteRule& out);
void readFields(ObjectReader& r, Guardrails& out);
void readFields(ObjectReader& r, Rank& out);
void readFields(ObjectReader& r, Holdout& out);
void readFields(ObjectReader& r, Arm& out);
void readFields(ObjectReader& r, Experiment& out);
void readFields(ObjectReader& r, Guarantee& out);
void readFields(ObjectReader& r, Attribute& out); ///< its name is set by the caller
void readFields(ObjectReader& r, Pack& out);

/// One part by itself; `path` prefixes errors.
template <typename T>
Result<T> readPart(const Json& json, const std::string& path, T start = {})
{
    ReadState state;
    ObjectReader reader(json, path, state);
    if (!state.failed())
        readFields(reader, start);
    reader.done();
    if (state.failed())
        return fail(std::move(*state.error));
    return start;
}

constexpr std::int64_t anyInteger = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t wholeBp = 10000; ///< 100 %

}
