// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "sample/generator.h"
#include "sample/truths.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::sample {

/// One customer's side of the logged programme: whom it asked what, in which arm, within which limits. It
/// keeps the limits that the draft's rules keep: three asks a week, three days between two of one offer, 30
/// days after a no, 180 after a yes; nobody with an open case, no mail without consent.
class Programme {
public:
    /// What an opportunity came to. The caller turns it into events.
    struct Outcome {
        bool shown = false; ///< false: withheld
        bool attached = false; ///< buys the offer's product
        double draw = 1; ///< the uniform draw behind it, equal in every arm
        std::size_t row = 0; ///< in exposures()
    };

    Programme(const std::string& customer, Philox random);

    /// Opens and closes support cases; from ≤ t < until nobody asks.
    void addCase(Timestamp from, Timestamp until);
    bool caseOpen(Timestamp at) const;

    /// An opportunity of the offer, logged in its arm; empty where the limits forbid it (then nothing is
    /// logged).
    std::optional<Outcome> ask(
        Timestamp at, std::string_view offer, std::string_view placement, std::string intent);
    void clicked(std::size_t row, Timestamp at) { m_rows[row].clickedAt = at; }
    void accepted(std::size_t row, Timestamp at);
    void returned(std::size_t row, Timestamp at) { m_rows[row].returnedAt = at; }

    std::vector<model::LoggedExposure>& exposures() { return m_rows; }

private:
    struct Memory {
        Timestamp blockedUntil;
    };
    bool mayAsk(Timestamp at, const std::string& offer) const;
    void logArm(model::LoggedExposure& row) const;

    std::string m_customer;
    Philox m_random;
    Timestamp m_enrolled; ///< the programme was rolled out in weekly waves
    bool m_holdout = false;
    std::map<std::string, std::string> m_armOfOffer; ///< for offers with an experiment: "experiment|arm"
    std::map<std::string, Memory> m_memory;
    std::vector<std::pair<Timestamp, Timestamp>> m_cases;
    std::vector<model::LoggedExposure> m_rows;
};

}
