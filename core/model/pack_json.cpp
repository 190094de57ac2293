// SPDX-License-Identifier: Apache-2.0
#include "model/pack_json.h"

#include "base/json.h"
#include "base/text.h"
#include "model/pack_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace ow::model {

namespace {

constexpr std::string_view formatName = "offerwright.pack/1";

/// attributes.customer or attributes.context: an object whose keys are the attributes' names.
void readAttributes(const Json& json, const std::string& path, ReadState& state, std::vector<Attribute>& out)
{
    if (!json.is_object())
        return state.fault(path, fmt::format("An object is expected here, not {}", kindOf(json)));
    for (const auto& [key, value] : json.items()) {
        const std::string at = path + '.' + key;
        if (key == "x") {
            if (state.extras != nullptr)
                state.extras->emplace(at, value.dump());
            continue;
        }
        if (!isId(key) || !isIdentifier(key))
            return state.fault(at,
                "An attribute's name has small letters, digits and \"_\", begins with no digit and is no "
                "reserved word");
        Attribute& attribute = out.emplace_back();
        attribute.name = key;
        ObjectReader reader(value, at, state);
        if (!state.failed())
            readFields(reader, attribute);
        reader.done();
        if (state.failed())
            return;
    }
}

struct AttributeLists {
    Pack& pack;
};

void readFields(ObjectReader& r, AttributeLists& out)
{
    if (const Json* customer = r.find("customer", Need::Optional))
        readAttributes(*customer, r.pathOf("customer"), r.state(), out.pack.customerAttributes);
    if (const Json* context = r.find("context", Need::Optional))
        readAttributes(*context, r.pathOf("context"), r.state(), out.pack.contextAttributes);
}

void readHead(ObjectReader& r, Pack& out)
{
    std::string format;
    r.text("format", format, Need::Required);
    if (!r.state().failed() && format != formatName)
        r.fault("format",
            fmt::format("\"{}\" is not a format that is known here; this program reads {}",
                format.substr(0, 80), formatName));
    r.text("name", out.name, Need::Required);
    r.text("version", out.version, Need::Required);
    r.optionalTime("released_at", out.releasedAt);
    r.text("currency", out.currency, Need::Required);
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (!r.state().failed() && (out.currency.size() != 3 || !std::ranges::all_of(out.currency, isUpper)))
        r.fault("currency", "A currency is a code of three capital letters, such as EUR");
    r.text("timezone", out.timezone, Need::Optional);
    if (!r.state().failed() && !isTimeZone(out.timezone))
        r.fault("timezone",
            fmt::format("\"{}\" is not a time zone; use an IANA name such as Europe/Berlin",
                out.timezone.substr(0, 80)));
}

void checkCellsOnce(ObjectReader& r, const Pack& pack)
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (std::size_t i = 0; i < pack.matrix.size(); ++i) {
        if (!seen.emplace(pack.matrix[i].stage, pack.matrix[i].motivation).second)
            r.fault(fmt::format("matrix[{}]", i), "This cell of the matrix is there already");
    }
}

void readVectors(ObjectReader& r)
{
    const auto items = r.elements("vectors", Need::Optional);
    for (std::size_t i = 0; i < items.size(); ++i) {
        ObjectReader vector(*items[i], fmt::format("vectors[{}]", i), r.state());
        std::string text;
        vector.text("name", text, Need::Required);
        for (const std::string_view key : { "request", "decision" }) {
            const Json* part = vector.find(key, Need::Required);
            if (part != nullptr && !part->is_object())
                vector.fault(key, "An object is expected here");
        }
        ReadState* state = &r.state();
        auto* extras = std::exchange(state->extras, nullptr); // the list is kept whole, below
        vector.done();
        state->extras = extras;
    }
    if (const Json* all = r.find("vectors", Need::Optional);
        all != nullptr && r.state().extras != nullptr && !all->empty())
        r.state().extras->emplace("vectors", all->dump());
}

/// The element of `root` under a key path, made on the way where it is missing.
Json* follow(Json& root, std::string_view path)
{
    Json* at = &root;
    while (!path.empty()) {
        if (path.front() == '[') {
            const auto end = path.find(']');
            std::size_t index = 0;
            std::from_chars(path.data() + 1, path.data() + end, index);
            if (!at->is_array() || index >= at->size())
                return nullptr; // the list was edited since: its free room went with its element
            at = &(*at)[index];
            path.remove_prefix(end + 1);
        } else {
            if (path.front() == '.')
                path.remove_prefix(1);
            const auto end = std::min(path.find_first_of(".["), path.size());
            at = &(*at)[std::string(path.substr(0, end))];
            path.remove_prefix(end);
        }
    }
    return at;
}

template <typename T, typename Write>
void writeList(Json& out, const char* key, const std::vector<T>& list, Write write)
{
    for (const T& item : list)
        out[key].push_back(write(item));
}

void writeAttributes(Json& out, const Pack& pack)
{
    for (const Attribute& a : pack.customerAttributes)
        out["attributes"]["customer"][a.name] = writeAttribute(a);
    for (const Attribute& a : pack.contextAttributes)
        out["attributes"]["context"][a.name] = writeAttribute(a);
}

void writeSettings(Json& out, const Pack& pack)
{
    if (pack.timezone != "UTC")
        out["timezone"] = pack.timezone;
    if (pack.releasedAt)
        out["released_at"] = formatTimestamp(*pack.releasedAt);
    if (!(pack.substitutes == SubstituteRule {}))
        out["substitutes"] = writeSubstituteRule(pack.substitutes);
    if (!(pack.guardrails == Guardrails {}))
        out["guardrails"] = writeGuardrails(pack.guardrails);
    if (!(pack.rank == Rank {}))
        out["rank"] = writeRank(pack.rank);
    if (pack.anchorWindow.ms != 0)
        out["anchor_window"] = formatDuration(pack.anchorWindow);
    if (pack.holdout)
        out["holdout"] = writeHoldout(*pack.holdout);
}

}

void readFields(ObjectReader& r, Pack& out)
{
    readHead(r, out);
    AttributeLists attributes { out };
    r.object("attributes", attributes, Need::Optional);
    r.list("products", out.products, &Product::sku, "sku");
    r.list("adjacency", out.adjacency);
    r.list("facts", out.facts, &Fact::id);
    r.list("stages", out.stages, &Condition::id);
    r.list("motivations", out.motivations, &Condition::id);
    r.list("matrix", out.matrix);
    checkCellsOnce(r, out);
    r.list("channels", out.channels, &Channel::id);
    r.list("placements", out.placements, &Placement::id);
    r.list("offers", out.offers, &Offer::id);
    r.list("suppress", out.suppress, &Suppression::id);
    r.list("caps", out.caps, &Cap::id);
    r.list("cooldowns", out.cooldowns, &Cooldown::id);
    r.list("sequence", out.sequence, &SequenceRule::id);
    r.list("exclusive", out.exclusive, &ExclusiveGroup::id);
    r.object("substitutes", out.substitutes, Need::Optional);
    r.object("guardrails", out.guardrails, Need::Optional);
    r.object("rank", out.rank, Need::Optional);
    r.duration("anchor_window", out.anchorWindow, Need::Optional);
    r.optionalObject("holdout", out.holdout);
    r.list("experiments", out.experiments, &Experiment::id);
    r.list("guarantees", out.guarantees, &Guarantee::id);
    readVectors(r);
}

Result<Pack> readPack(const Json& json)
{
    ReadState state;
    Pack pack;
    state.extras = &pack.extras;
    ObjectReader reader(json, {}, state);
    if (!state.failed())
        readFields(reader, pack);
    reader.done();
    if (state.failed())
        return fail(std::move(*state.error));
    return pack;
}

Result<Pack> readPackText(std::string_view text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        return fail(json.error());
    return readPack(*json);
}

Json writePack(const Pack& pack)
{
    Json out { { "format", formatName }, { "name", pack.name }, { "version", pack.version },
        { "currency", pack.currency } };
    writeAttributes(out, pack);
    writeSettings(out, pack);
    writeList(out, "products", pack.products, writeProduct);
    writeList(out, "adjacency", pack.adjacency, writeEdge);
    writeList(out, "facts", pack.facts, writeFact);
    writeList(out, "stages", pack.stages, writeCondition);
    writeList(out, "motivations", pack.motivations, writeCondition);
    writeList(out, "matrix", pack.matrix, writeCell);
    writeList(out, "channels", pack.channels, writeChannel);
    writeList(out, "placements", pack.placements, writePlacement);
    writeList(out, "offers", pack.offers, writeOffer);
    writeList(out, "suppress", pack.suppress, writeSuppression);
    writeList(out, "caps", pack.caps, writeCap);
    writeList(out, "cooldowns", pack.cooldowns, writeCooldown);
    writeList(out, "sequence", pack.sequence, writeSequenceRule);
    writeList(out, "exclusive", pack.exclusive, writeExclusiveGroup);
    writeList(out, "experiments", pack.experiments, writeExperiment);
    writeList(out, "guarantees", pack.guarantees, writeGuarantee);
    for (const auto& [path, text] : pack.extras) {
        const Result<Json> json = parseJson(text);
        if (Json* place = json ? follow(out, path) : nullptr)
            *place = *json;
    }
    return out;
}

}
