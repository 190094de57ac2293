// SPDX-License-Identifier: Apache-2.0
#include "decide/decision.h"

#include <array>

namespace ow::decide {

std::string_view name(Origin origin)
{
    constexpr std::array<std::string_view, 3> names { "matrix", "adjacency", "trigger" };
    return names.at(std::size_t(origin));
}

std::string_view name(Verdict verdict)
{
    constexpr std::array<std::string_view, 3> names { "chosen", "blocked", "outranked" };
    return names.at(std::size_t(verdict));
}

std::string_view name(Filter filter)
{
    constexpr std::array<std::string_view, 18> names { "status", "validity", "placement", "consent",
        "suppress", "when", "owned", "substitute", "stock", "margin", "discount", "cap", "cooldown",
        "sequence", "exclusive", "propensity", "score", "floor" };
    return names.at(std::size_t(filter));
}

std::string Block::text() const
{
    std::string out(name(filter));
    if (!rule.empty())
        out.append(":").append(rule);
    return out;
}

void ChosenOffer::clear()
{
    because.clear();
    variants.clear();
    anchorSku = {};
    benefit = {};
}

void Considered::clear() { blockedBy.clear(); }

void Decision::clear()
{
    arm = stage = motivation = noneBecause = {};
    offers.clear();
    withheld.clear();
    considered.clear();
    warnings.clear();
    facts.clear();
}

}
