// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "decide/decide.h"
#include "decide/validate.h"
#include "fuzz/targets.h"
#include "model/pack_json.h"

#include <algorithm>

namespace ow::fuzz {

namespace {

/// Whatever compiles can decide: a customer who bought some of the products and was shown some of the offers.
void decides(const decide::CompiledPack& pack)
{
    if (pack.pack.placements.empty())
        return;
    constexpr std::size_t few = 3;
    const Timestamp now { 1'780'000'000'000 };
    const auto history = std::make_shared<decide::History>();
    for (std::size_t i = 0; i < std::min(few, pack.products.size()); ++i) {
        decide::HistoryEvent bought;
        bought.at = now - days(std::int64_t(i));
        bought.type = decide::CompiledPack::purchased;
        bought.typeName = "purchased";
        bought.product = decide::Index(i);
        bought.sku = pack.products[i].source->sku;
        history->add(bought);
    }
    for (std::size_t i = 0; i < std::min(few, pack.offers.size()); ++i) {
        decide::HistoryExposure shown;
        shown.offer = decide::Index(i);
        shown.placement = 0;
        shown.times.fill(now.ms - 3'600'000);
        history->add(shown);
    }
    history->sort();
    decide::Request request(pack);
    request.now = now;
    request.placement = 0;
    request.focus = pack.products.empty() ? decide::none : 0;
    request.customerId = "c-1";
    request.history = history;
    static decide::Scratch kept; // what packs that are gone leave in it must not be felt
    for (const std::int64_t day : { 0, -1, 40 }) {
        decide::Scratch fresh;
        request.now = now + days(day);
        const std::string first
            = canonicalJson(writeDecision(decide::decide(pack, request, fresh, { true, true }), true));
        require(
            canonicalJson(writeDecision(decide::decide(pack, request, kept, { true, true }), true)) == first,
            "a decision depends on pack and request alone");
    }
}

}

void pack(std::string_view bytes)
{
    const auto json = parseJson(bytes);
    if (!json) {
        require(!json.error().message.empty(), "what is no JSON is said to be none");
        return;
    }
    const std::string canonical = canonicalJson(*json);
    const auto again = parseJson(canonical);
    require(
        again.has_value() && canonicalJson(*again) == canonical, "canonical JSON is its own canonical form");

    const auto read = model::readPack(*json);
    if (!read) {
        require(!read.error().message.empty(), "what is no pack is said to be none");
        return;
    }
    const Json written = model::writePack(*read);
    const auto back = model::readPack(written);
    require(back.has_value(), "a written pack can be read: " + (back ? std::string() : back.error().text()));
    require(*back == *read, "a pack, written and read, is the same pack");
    require(canonicalJson(model::writePack(*back)) == canonicalJson(written), "equal packs give equal bytes");

    const std::vector<Error> problems = decide::validate(*read);
    const auto compiled = decide::compile(*read);
    require(compiled.has_value() == problems.empty(), "what is valid compiles, and nothing else");
    (void)decide::warnings(*read);
    if (compiled)
        decides(**compiled);
    else
        require(compiled.error().text() == problems.front().text(), "compiling stops at the first problem");
}

}
