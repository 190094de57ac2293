// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/history.h"
#include "decide/index.h"

#include <vector>

namespace ow::decide {

/// What a suppression, cap or cooldown speaks of, as a table.
struct Scope {
    enum class By { All, Offer, Placement };
    By by = By::All;
    std::vector<bool> members; ///< by offer or by placement (those on the listed channels)

    bool covers(Index offer, Index placement) const
    {
        return by == By::All || members[by == By::Offer ? offer : placement];
    }
    /// An exposure of an offer that is gone is in no scope but All; one in a placement that is gone is on no
    /// channel.
    bool covers(const HistoryExposure& e) const
    {
        if (by == By::All)
            return true;
        if (e.offer == none)
            return false;
        return by == By::Offer ? bool(members[e.offer]) : e.placement != none && members[e.placement];
    }
};

}
