// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/decide.h"

#include <span>
#include <vector>

namespace ow::decide {

/// One request with all that its expressions see, worked out apart from the decision so that it can be looked
/// at. The strings in `values` live in `memory`, in the pack or in the request.
struct Case {
    Case(const CompiledPack& compiled, const Request& asked)
        : pack(compiled)
        , request(asked)
    {
    }
    void bindOffer(Index offer, Index anchor); ///< offer.* and anchor.* in `values`
    void bindCandidate(double fit, double propensity, Origin origin);
    void bindEvent(const HistoryEvent& event);

    const CompiledPack& pack;
    const Request& request;
    std::span<const HistoryEvent> events; ///< until now
    std::span<const HistoryExposure> exposures;
    std::vector<Purchase> kept; ///< purchases not returned later, in the order of time
    std::vector<Index>
        anchors; ///< products that candidates may come from: focus, cart, kept within the window
    std::vector<expr::Value> values; ///< by slot
    expr::Arena memory;
};

/// Programs that give the values of all names an expression may use, made once per pack.
class NameLists {
public:
    explicit NameLists(const CompiledPack& pack);
    /// Fills values, kept and anchors of a case.
    void look(Case& out, Scratch& scratch) const;

private:
    struct Part {
        expr::Program program; ///< a list of names
        std::vector<std::uint32_t> slots; ///< of its elements
    };
    std::vector<Part> m_parts;
};

/// Purchases until now that were not returned later, in the order of time, smaller sku at equal times.
std::vector<Purchase> keptPurchases(std::span<const HistoryEvent> eventsUntilNow);

}
