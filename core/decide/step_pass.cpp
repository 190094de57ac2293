// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>

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

/// Each round asks the memory for what the next one reads, so that it waits for all candidates at once.
void Run::passCandidates()
{
    std::vector<Candidate>& all = m_s.candidates;
    std::size_t kept = 0;
    for (const Candidate& c : all) {
        if (!passes(c))
            continue;
        m_paths.offers[c.offer].propensityCode.prefetch();
        m_p.offers[c.offer].prefetch();
        all[kept++] = c;
    }
    all.resize(kept);
    for (const Candidate& c : all)
        m_paths.offers[c.offer].propensityCode.prefetchParts();
    kept = 0;
    for (Candidate& c : all) {
        setCandidate(c.offer, c.anchor);
        if (readPropensity(c))
            all[kept++] = c;
    }
    all.resize(kept);
}

/// All but the propensity. What Paths::isOpen() and isClosed() ask has been asked.
bool Run::passes(const Candidate& c)
{
    const OfferRow& row = m_paths.offers[c.offer];
    if (m_now < row.validFrom || row.validUntil <= m_now || row.never)
        return false;
    setCandidate(c.offer, c.anchor);
    return allHold(row.when()) && !(row.once && ownsAll(row)) && !hasSubstitute(row) && passesRules(c, row)
        && !cartMarginTooLow(c.offer);
}

bool Run::passesRules(const Candidate& c, const OfferRow& row)
{
    using std::ranges::none_of;
    return none_of(row.caps(), [&](Index i) { return capReached(i); })
        && none_of(row.cooldowns(), [&](Index i) { return coolingDown(i, c.offer); })
        && none_of(row.sequences(), [&](Index i) { return !sequenceOpen(i); })
        && none_of(row.groups(), [&](Index i) { return shownInGroup(i, c.offer); })
        && none_of(row.suppressions(), [&](Index i) {
               return m_p.suppressions[i].scope.covers(c.offer, m_r.placement) && suppressed(i);
           });
}

}
