// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/prepared.h"

#include "base/json.h"

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
        const Result<Json> json = parseJson(out.workload.request(n));
        if (!json)
            throw std::logic_error("a request that is no JSON: " + json.error().at);
        Result<decide::Request> request = decide::readRequest(*json, *out.pack);
        if (!request)
            throw std::logic_error(request.error().at + ": " + request.error().message);
        out.requests.push_back(std::move(*request));
    }
    return out;
}

const Prepared& prepared(std::size_t offers)
{
    constexpr std::size_t requests = 4096; // about 20 MB with their histories
    static std::map<std::size_t, Prepared> all;
    const auto known = all.find(offers);
    return known != all.end() ? known->second : all.emplace(offers, prepare(offers, requests)).first->second;
}

}
