// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/evidence_json.h"

#include "base/json.h"

#include <array>
#include <cmath>
#include <limits>

namespace ow::mine {

namespace {

using Number = std::optional<double>;

void put(Json& to, const char* key, const Number& value)
{
    if (!value || std::isnan(*value))
        return;
    if (std::isinf(*value))
        to[key] = *value > 0 ? "inf" : "-inf";
    else
        to[key] = *value;
}

void get(const Json& from, const char* key, Number& value)
{
    const auto it = from.find(key);
    if (it == from.end())
        return;
    if (it->is_number())
        value = it->get<double>();
    else if (it->is_string())
        value = it->get<std::string>() == "-inf" ? -std::numeric_limits<double>::infinity()
                                                 : std::numeric_limits<double>::infinity();
}

std::int64_t getCount(const Json& from, const char* key)
{
    const auto it = from.find(key);
    return it != from.end() && it->is_number_integer() ? it->get<std::int64_t>() : 0;
}

Json writeTable(const TableEvidence& table)
{
    Json json { { "n_ab", table.counts.nAb }, { "n_a", table.counts.nA }, { "n_b", table.counts.nB },
        { "n", table.counts.n } };
    put(json, "expected", table.expected);
    put(json, "adjusted_lift", table.adjustedLift);
    put(json, "p", table.p);
    put(json, "q", table.q);
    return json;
}

TableEvidence readTable(const Json& json)
{
    TableEvidence table;
    table.counts
        = { getCount(json, "n_ab"), getCount(json, "n_a"), getCount(json, "n_b"), getCount(json, "n") };
    get(json, "expected", table.expected);
    get(json, "adjusted_lift", table.adjustedLift);
    get(json, "p", table.p);
    get(json, "q", table.q);
    return table;
}

Json writeSequence(const SequenceEvidence& sequence)
{
    Json json { { "n_forward", sequence.forward }, { "n_backward", sequence.backward } };
    put(json, "ratio", sequence.ratio);
    put(json, "lower", sequence.lower);
    put(json, "upper", sequence.upper);
    put(json, "p", sequence.p);
    put(json, "q", sequence.q);
    if (sequence.lagLower && sequence.lagMedian && sequence.lagUpper)
        json["lag"] = { *sequence.lagLower, *sequence.lagMedian, *sequence.lagUpper };
    return json;
}

SequenceEvidence readSequence(const Json& json)
{
    SequenceEvidence sequence;
    sequence.forward = getCount(json, "n_forward");
    sequence.backward = getCount(json, "n_backward");
    get(json, "ratio", sequence.ratio);
    get(json, "lower", sequence.lower);
    get(json, "upper", sequence.upper);
    get(json, "p", sequence.p);
    get(json, "q", sequence.q);
    const auto lag = json.find("lag");
    if (lag != json.end() && lag->is_array() && lag->size() == 3 && lag->at(0).is_number()
        && lag->at(1).is_number() && lag->at(2).is_number()) {
        sequence.lagLower = lag->at(0).get<double>();
        sequence.lagMedian = lag->at(1).get<double>();
        sequence.lagUpper = lag->at(2).get<double>();
    }
    return sequence;
}

// The buy table's further numbers and where they are in a pair.
constexpr std::array<std::pair<const char*, Number MinedPair::*>, 8> buyNumbers {
    { { "support", &MinedPair::support }, { "confidence_ab", &MinedPair::confidenceAb },
        { "confidence_ba", &MinedPair::confidenceBa }, { "lift", &MinedPair::lift }, { "g2", &MinedPair::g2 },
        { "g2_p", &MinedPair::g2P }, { "npmi", &MinedPair::npmi }, { "yule_q", &MinedPair::yuleQ } }
};

stats::EdgeClass classOf(std::string_view name)
{
    using enum stats::EdgeClass;
    for (const auto c : { Complement, Substitute, CoViewed, Mixed, None })
        if (stats::edgeClassName(c) == name)
            return c;
    return Insufficient;
}

}

std::string evidenceJson(const MinedPair& pair)
{
    Json json { { "buy", writeTable(pair.buy) },
        { "class", std::string(stats::edgeClassName(pair.edgeClass)) }, { "weight", pair.weight } };
    for (const auto& [key, member] : buyNumbers)
        put(json["buy"], key, pair.*member);
    if (pair.view)
        json["view"] = writeTable(*pair.view);
    if (pair.choice)
        json["choice"] = writeTable(*pair.choice);
    if (pair.sequence)
        json["sequence"] = writeSequence(*pair.sequence);
    return canonicalJson(json);
}

Result<MinedPair> readEvidence(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return fail(json.error());
    const auto part = [&](const char* key) {
        return json->is_object() && json->contains(key) && json->at(key).is_object();
    };
    if (!part("buy"))
        return fail(ErrorCode::InvalidInput, "This is not the evidence of a pair: it has no \"buy\".", "buy");
    MinedPair pair;
    pair.buy = readTable(json->at("buy"));
    for (const auto& [key, member] : buyNumbers)
        get(json->at("buy"), key, pair.*member);
    if (part("view"))
        pair.view = readTable(json->at("view"));
    if (part("choice"))
        pair.choice = readTable(json->at("choice"));
    if (part("sequence"))
        pair.sequence = readSequence(json->at("sequence"));
    if (json->contains("class") && json->at("class").is_string())
        pair.edgeClass = classOf(json->at("class").get<std::string>());
    Number weight;
    get(*json, "weight", weight);
    pair.weight = weight.value_or(0);
    return pair;
}

}
