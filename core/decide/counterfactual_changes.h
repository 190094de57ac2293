// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/counterfactual.h"
#include "decide/counterfactual_influence.h"
#include "decide/request.h"

#include <vector>

namespace ow::decide {

/// Where a search stands: a request as changed so far, and what became of the offer there.
struct Standpoint {
    const Request& request; ///< changed
    Index offer = none;
    Influence influence; ///< of what stands in the way
    std::vector<std::string> blockers; ///< "cap:asks"; empty = outranked or no candidate
    std::vector<Index> involved; ///< candidates whose own expressions count too; sorted
};

/// The changes that could bear on what stands in the way: single parts, in no order. Times are not among
/// them.
class ChangeSource {
public:
    ChangeSource(const CompiledPack& pack, const InfluenceTable& table)
        : m_p(pack)
        , m_table(table)
    {
    }

    std::vector<Change> attributes(const Standpoint& at) const;
    std::vector<Change> history(const Standpoint& at, Timestamp happens) const; ///< `happens`: when "now" is
    std::vector<Change> cart(const Standpoint& at) const;
    /// Instants after the standpoint's now at which something that counts may change, ascending, up to
    /// `horizon` after it. `wide`: also those of rules that do not block now.
    std::vector<Timestamp> times(const Standpoint& at, bool wide) const;

    static constexpr Duration horizon { 400 * 86'400'000LL };

private:
    struct Attribute;
    bool counts(const Test& test, const Standpoint& at) const;
    void addNumbers(const Standpoint& at, const Attribute& a, std::vector<Change>& out) const;
    void addTexts(const Standpoint& at, const Attribute& a, std::vector<Change>& out) const;
    std::vector<std::string> eventTypes() const;
    std::vector<std::string> productsAbout(const Standpoint& at) const; ///< skus, "" first
    void addEvents(const Standpoint& at, Timestamp happens, std::vector<Change>& out) const;
    void addFactTimes(const Standpoint& at, std::vector<std::int64_t>& out) const;
    void addRuleTimes(const Standpoint& at, bool wide, std::vector<std::int64_t>& out) const;

    const CompiledPack& m_p;
    const InfluenceTable& m_table;
};

}
