// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/properties.h"

#include <fmt/format.h>

#include <iterator>

namespace ow::bench {

using decide::Filter;

Properties properties(const decide::CompiledPack& pack, std::span<const decide::Request> requests)
{
    Properties out;
    decide::Scratch scratch;
    for (const decide::Request& request : requests) {
        const decide::Decision& d = decide::decide(pack, request, scratch, { true, true });
        ++out.requests;
        out.candidates += d.considered.size();
        out.answered += d.offers.size() + d.withheld.size() > 0 ? 1 : 0;
        out.withheld += d.withheld.empty() ? 0 : 1;
        for (const auto* list : { &d.offers, &d.withheld }) {
            for (const decide::ChosenOffer& c : *list) {
                ++out.chosen;
                ++out.origins[std::size_t(c.origin)];
            }
        }
        for (const decide::Considered& c : d.considered) {
            out.free += c.blockedBy.empty() ? 1 : 0;
            std::array<bool, 18> seen {};
            for (const decide::Block& b : c.blockedBy)
                seen[std::size_t(b.filter)] = true;
            for (std::size_t f = 0; f < seen.size(); ++f)
                out.blocked[f] += seen[f] ? 1 : 0;
        }
    }
    return out;
}

std::string Properties::text() const
{
    const auto each = [](std::size_t part, std::size_t whole) { return double(part) / double(whole); };
    std::string out
        = fmt::format("{} requests: {:.1f} candidates, {:.2f} of them free of blocks, {:.2f} offers chosen "
                      "({:.0f} % of the requests answered with one, {:.1f} % withheld);\n  chosen by",
            requests, each(candidates, requests), each(free, requests), each(chosen, requests),
            100 * each(answered, requests), 100 * each(withheld, requests));
    for (std::size_t o = 0; o < origins.size(); ++o)
        fmt::format_to(std::back_inserter(out), " {} {:.0f} %", decide::name(decide::Origin(o)),
            100 * each(origins[o], chosen));
    out += "; candidates blocked by";
    for (std::size_t f = 0; f < blocked.size(); ++f)
        fmt::format_to(std::back_inserter(out), " {} {:.1f} %", decide::name(Filter(f)),
            100 * each(blocked[f], candidates));
    return out;
}

}
