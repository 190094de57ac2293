// SPDX-License-Identifier: Apache-2.0
#include "decide/pack_builder.h"

#include <fmt/format.h>

// Suppression, caps, cooldowns, sequences, exclusive groups, rank, guarantees.

namespace ow::decide {

using expr::Kind;
using expr::Place;

void PackBuilder::buildRules()
{
    CompiledPack& p = *m_out;
    for (std::size_t i = 0; i < p.pack.suppress.size(); ++i) {
        const model::Suppression& s = p.pack.suppress[i];
        const std::string path = fmt::format("suppress[{}]", i);
        p.suppressions.push_back(
            { condition(s.when, Place::Suppress, path + ".when"), scope(s.scope, path + ".scope") });
    }
    for (std::size_t i = 0; i < p.pack.caps.size(); ++i) {
        if (p.pack.caps[i].window.has_value() == p.pack.caps[i].calendar.has_value())
            error(fmt::format("caps[{}]", i), "A cap has either a window or a calendar unit");
        p.caps.push_back(scope(p.pack.caps[i].scope, fmt::format("caps[{}].scope", i)));
    }
    for (std::size_t i = 0; i < p.pack.cooldowns.size(); ++i) {
        const model::Cooldown& c = p.pack.cooldowns[i];
        const std::string path = fmt::format("cooldowns[{}]", i);
        CompiledCooldown& out = p.cooldowns.emplace_back();
        out.scope = scope(c.scope, path + ".scope");
        out.blocks = c.blocks ? scope(*c.blocks, path + ".blocks") : out.scope;
        out.eachByItself = !c.blocks && c.scope.of == model::Scope::Of::Offers;
    }
    for (std::size_t i = 0; i < p.pack.exclusive.size(); ++i) {
        const model::ExclusiveGroup& g = p.pack.exclusive[i];
        std::vector<bool>& members = p.groups.emplace_back(p.offers.size());
        for (std::size_t k = 0; k < g.offers.size(); ++k) {
            const Index offer
                = reference(p.m_offers, g.offers[k], "offer", fmt::format("exclusive[{}].offers[{}]", i, k));
            if (offer == none || members[offer])
                continue;
            members[offer] = true;
            p.offers[offer].groups.push_back(Index(i));
        }
    }
    p.score = program(p.pack.rank.score, at(Place::Rank), Kind::Double, "rank.score");
}

void PackBuilder::buildSequence()
{
    CompiledPack& p = *m_out;
    for (std::size_t i = 0; i < p.pack.sequence.size(); ++i) {
        const model::SequenceRule& s = p.pack.sequence[i];
        const std::string path = fmt::format("sequence[{}]", i);
        CompiledSequence& out = p.sequences.emplace_back();
        const Index offer = reference(p.m_offers, s.offer, "offer", path + ".offer");
        if (offer != none)
            p.offers[offer].sequences.push_back(Index(i));
        if (s.afterEvent.empty()) {
            out.afterOffer = reference(p.m_offers, s.afterOffer, "offer", path + ".after.offer");
        } else {
            out.eventType = eventType(s.afterEvent);
            out.where = condition(s.where, Place::SequenceEvent, path + ".after.where");
        }
    }
}

void PackBuilder::buildGuarantees()
{
    for (std::size_t i = 0; i < m_out->pack.guarantees.size(); ++i)
        condition(m_out->pack.guarantees[i].never, Place::Guarantee, fmt::format("guarantees[{}].never", i));
}

}
