// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <cmath>

// The filters where nobody asks for the record: whether any blocks, the cheap ones first. What they say is
// said by the same functions as in step_filters.cpp; that both ways choose the same is tested.

namespace ow::decide {

/// Consent, and rules that are the same for all candidates.
bool Run::isClosed()
{
    if (!m_consent)
        return true;
    const WideRules& wide = m_paths.wide[m_r.placement];
    return std::ranges::any_of(wide.suppressions, [&](Index i) { return suppressed(i); })
        || std::ranges::any_of(wide.caps, [&](Index i) { return capReached(i); })
        || std::ranges::any_of(wide.cooldowns, [&](Index i) { return coolingDown(i, none); });
}

void Run::passCandidates()
{
    std::size_t passed = 0;
    for (Candidate& c : m_s.candidates) {
        if (passes(c))
            m_s.candidates[passed++] = c;
    }
    m_s.candidates.resize(passed);
}

/// What isOpen() and isClosed() ask has been asked.
bool Run::passes(Candidate& c)
{
    const OfferPath& path = m_paths.offers[c.offer];
    setCandidate(c.offer, c.anchor);
    return !path.never && allHold(m_paths.when(path)) && !(path.once && ownsAll(path)) && !hasSubstitute(path)
        && passesRules(c, path) && !cartMarginTooLow(m_p.offers[c.offer])
        && readPropensity(c, m_p.offers[c.offer]);
}

bool Run::passesRules(const Candidate& c, const OfferPath& path)
{
    const auto none_of = [&](Index first, Index end, auto blocks) {
        return std::none_of(m_paths.rules.begin() + first, m_paths.rules.begin() + end, blocks);
    };
    return none_of(path.caps, path.cooldowns, [&](Index i) { return capReached(i); })
        && none_of(path.cooldowns, path.sequences, [&](Index i) { return coolingDown(i, c.offer); })
        && none_of(path.sequences, path.groups, [&](Index i) { return !sequenceOpen(i); })
        && none_of(path.groups, path.end, [&](Index i) { return shownInGroup(i, c.offer); })
        && none_of(path.suppressions, path.caps, [&](Index i) {
               return m_p.suppressions[i].scope.covers(c.offer, m_r.placement) && suppressed(i);
           });
}

}
