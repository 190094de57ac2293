// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "core/decide/naive_request.h"
#include "decide/answer.h"
#include "decide/decide.h"
#include "fuzz/targets.h"
#include "model/pack_json.h"

#include <fstream>
#include <iterator>

namespace ow::fuzz {

namespace {

std::shared_ptr<const decide::CompiledPack> shop()
{
    std::ifstream in(OFFERWRIGHT_FUZZ_CORPUS "/pack/shop.json", std::ios::binary);
    const std::string text { std::istreambuf_iterator<char>(in), {} };
    const auto pack = model::readPackText(text);
    require(pack.has_value(), "the sample pack can be read: " + (pack ? std::string() : pack.error().text()));
    auto compiled = decide::compile(*pack);
    require(compiled.has_value(),
        "the sample pack compiles: " + (compiled ? std::string() : compiled.error().text()));
    return std::move(*compiled);
}

std::string written(const decide::Decision& decision, bool explain)
{
    Json json = decide::writeDecision(decision, explain);
    json.erase("explain");
    return canonicalJson(json);
}

/// The one line that stands for a request's line, as JSON.
Json answered(std::string_view bytes, const decide::CompiledPack& pack, decide::Scratch& scratch)
{
    std::string line = "before";
    decide::answerLine(bytes, pack, true, scratch, line);
    require(line.starts_with("before"), "an answer is appended");
    require(line.find('\n') == std::string::npos, "an answer is one line");
    auto json = parseJson(std::string_view(line).substr(6));
    require(json.has_value() && json->is_object(), "an answer is JSON: " + line);
    return std::move(*json);
}

}

void request(std::string_view bytes)
{
    static const auto pack = shop();
    static decide::Scratch kept; // what earlier requests leave in it must not be felt

    Json line = answered(bytes, *pack, kept);
    const auto request = decide::readRequest(std::string(bytes), *pack);
    const auto naive = test::naiveRequest(bytes, *pack);
    require(request.has_value() == naive.has_value(),
        "taken or refused as over a tree: "
            + (request ? (naive ? std::string() : naive.error().text()) : request.error().text()));
    require(line.contains("error") == !request, "a line is taken as its request is");
    if (!request) {
        require(!request.error().message.empty(), "a refusal has a reason");
        require(request.error().at == naive.error().at,
            "the same place is named as over a tree: " + request.error().at + ", " + naive.error().at);
        return;
    }
    decide::Scratch fresh;
    const auto explained = decide::decide(*pack, *request, kept, { true, true });
    const std::string answer = written(explained, true);
    line.erase("explain"); // beyond the contract
    require(canonicalJson(line) == answer, "a line's answer is its request's decision");
    require(written(decide::decide(*pack, *request, fresh, { true, true }), true) == answer,
        "a decision depends on pack and request alone");
    require(written(decide::decide(*pack, *request, kept), false) == written(explained, false),
        "explaining changes nothing");
    require(written(decide::decide(*pack, *naive, fresh, { true, true }), true) == answer,
        "the request is what it is over a tree");
    std::string brief;
    require(decide::answer(bytes, *pack, false, kept, brief).has_value()
            && canonicalJson(Json::parse(brief)) == written(explained, false),
        "a line's answer without an explanation is the same decision");
    require(explained.offers.empty() || explained.noneBecause.empty(), "none_because is for none");
    require(explained.offers.size() + explained.withheld.size() <= explained.considered.size(),
        "only what was considered is chosen");
}

}
