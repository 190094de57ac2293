// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/vectors.h"

#include "base/json.h"
#include "base/sha256.h"
#include "decide/decide.h"
#include "decide/validate.h"
#include "model/pack_json.h"

#include <algorithm>

namespace ow::release {

namespace {

/// A product that a complement edge leads from, to an item of the offer; "" = none.
std::string anchorOf(const model::Pack& pack, const model::Offer& offer)
{
    const auto familyOf = [&](const std::string& sku) {
        const auto it = std::ranges::find(pack.products, sku, &model::Product::sku);
        return it == pack.products.end() ? std::string() : it->family;
    };
    for (const auto& edge : pack.adjacency) {
        if (edge.kind != model::EdgeKind::Complement)
            continue;
        const bool leadsHere = std::ranges::any_of(offer.items, [&](const auto& item) {
            return edge.to.family ? familyOf(item.sku) == edge.to.key : item.sku == edge.to.key;
        });
        if (!leadsHere)
            continue;
        if (!edge.from.family)
            return edge.from.key;
        const auto product = std::ranges::find(pack.products, edge.from.key, &model::Product::family);
        if (product != pack.products.end())
            return product->sku;
    }
    return {};
}

Json requestFor(const model::Pack& pack, const model::Offer& offer, const std::string& placement)
{
    const Timestamp now = pack.releasedAt.value_or(Timestamp {});
    Json request { { "customer", { { "id", "vector-" + offer.id } } }, { "now", formatTimestamp(now) },
        { "placement", placement }, { "intent", "vector" } };
    const auto anchor = anchorOf(pack, offer);
    if (anchor.empty())
        return request;
    if (placement == "cart" || placement == "checkout")
        request["cart"] = Json::array({ { { "sku", anchor }, { "qty", 1 } } });
    else if (placement == "pdp")
        request["focus"] = anchor;
    else // after purchase
        request["events"] = Json::array({ { { "at", formatTimestamp(now - hours(1)) },
            { "type", "purchased" }, { "sku", anchor }, { "session", "vector" } } });
    return request;
}

/// The decision as DECISION.md writes it.
Result<Json> decisionOf(const decide::CompiledPack& pack, const Json& request)
{
    const auto read = decide::readRequest(request.dump(), pack);
    if (!read)
        return fail(read.error());
    decide::Scratch scratch;
    Json decision = decide::writeDecision(decide::decide(pack, *read, scratch, { true, true }), true);
    decision.erase("facts"); // ours alone
    return decision;
}

}

Result<Json> makeVectors(const model::Pack& pack, std::size_t limit)
{
    const auto compiled = decide::compile(pack);
    if (!compiled)
        return fail(compiled.error());
    Json vectors = Json::array();
    for (const auto& offer : (*compiled)->offers) { // by id
        if (vectors.size() == limit)
            break;
        if (offer.source->status != model::OfferStatus::Active || offer.source->placements.empty())
            continue;
        Json request = requestFor(pack, *offer.source, offer.source->placements.front());
        auto decision = decisionOf(**compiled, request);
        if (!decision)
            return fail(decision.error());
        vectors.push_back({ { "name", offer.source->id }, { "request", std::move(request) },
            { "decision", std::move(*decision) } });
    }
    return vectors;
}

void attachVectors(model::Pack& pack, const Json& vectors)
{
    pack.extras["vectors"] = canonicalJson(vectors);
}

Result<ReleasedPack> makeRelease(
    const model::Draft& draft, const model::Catalogue& catalogue, std::string version, Timestamp releasedAt)
{
    auto pack = compile(draft, catalogue, std::move(version), releasedAt);
    if (!pack)
        return fail(pack.error());
    const auto vectors = makeVectors(*pack);
    if (!vectors)
        return fail(vectors.error());
    attachVectors(*pack, *vectors);
    return seal(*pack);
}

bool Verification::ok() const
{
    return problems.empty() && std::ranges::all_of(vectors, &VectorResult::passed);
}

Result<Verification> verify(std::string_view text)
{
    const auto json = parseJson(text);
    if (!json)
        return fail(json.error());
    Verification result;
    const auto pack = model::readPack(*json);
    if (!pack) {
        result.problems.push_back(pack.error());
        return result;
    }
    result.name = pack->name;
    result.version = pack->version;
    const auto canonical = canonicalJson(*json);
    result.sha256 = toHex(sha256(canonical));
    result.canonical = canonical == text;
    result.problems = decide::validate(*pack);
    if (!result.problems.empty() || !json->contains("vectors"))
        return result;
    const auto compiled = decide::compile(*pack);
    if (!compiled)
        return fail(compiled.error());
    for (const auto& vector : json->at("vectors")) {
        VectorResult one;
        one.name = vector.value("name", "");
        one.expected = canonicalJson(vector.value("decision", Json()));
        const auto decision = decisionOf(**compiled, vector.value("request", Json()));
        one.got = decision ? canonicalJson(*decision) : decision.error().text();
        one.passed = one.got == one.expected;
        result.vectors.push_back(std::move(one));
    }
    return result;
}

}
