// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/prepared.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>

namespace ow::bench {

Prepared prepare(std::size_t offers, std::size_t requests)
{
    Prepared out { Workload(offers), nullptr, {} };
    Result<std::shared_ptr<const decide::CompiledPack>> pack = decide::compile(out.workload.pack());
    if (!pack)
        throw std::logic_error(pack.error().at + ": " + pack.error().message);
    out.pack = *pack;
    out.requests.reserve(requests);
    for (std::size_t n = 0; n < requests; ++n) {
        Result<decide::Request> request = decide::readRequest(out.workload.request(n), *out.pack);
        if (!request)
            throw std::logic_error(request.error().at + ": " + request.error().message);
        out.requests.push_back(std::move(*request));
    }
    return out;
}

const Prepared& prepared(std::size_t offers)
{
    constexpr std::size_t requests = 4096; // about 65 MB with their histories
    static std::map<std::size_t, Prepared> all;
    const auto known = all.find(offers);
    return known != all.end() ? known->second : all.emplace(offers, prepare(offers, requests)).first->second;
}

std::vector<expr::Value> conditionValues(const decide::CompiledPack& pack, const decide::Request& request)
{
    decide::Scratch scratch;
    const decide::Decision& decision = decide::decide(pack, request, scratch, { true, false });
    std::vector<expr::Value> out(pack.nameSlots.count, expr::Value::of(std::int64_t(0)));
    std::ranges::copy(
        request.attributes, out.begin()); // the context's follow the customer's, as their slots do
    for (std::size_t i = 0; i < decision.facts.size(); ++i) {
        const std::string_view text
            = decision.facts[i].value; // "3" or "true": no fact of ours is anything else
        std::int64_t number = 0;
        const bool isNumber
            = std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc {};
        out[pack.nameSlots.facts + i] = isNumber ? expr::Value::of(number) : expr::Value::of(text == "true");
    }
    return out;
}

}
