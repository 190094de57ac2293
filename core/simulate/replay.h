// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/customer.h"
#include "simulate/figure.h"
#include "simulate/moments.h"
#include "simulate/population.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ow::decide {
class CompiledPack;
struct Decision;
}

namespace ow::simulate {

struct ReplayOptions {
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< 0 = one per core; results do not depend on it
    int days = 28; ///< the last `days` days before the population's data end
    std::int64_t customers = 0; ///< the first so many by id; 0 = all
    bool reasons = true; ///< count why-nots (OfferRow::considered, blockedBy); false is faster
    bool keepExposures = true; ///< false: only the figures, no exposures and purchases
};

/// What one offer did in a replay.
struct OfferRow {
    std::string offer;
    std::int64_t considered = 0; ///< decisions that had it as a candidate
    std::int64_t shown = 0;
    std::int64_t withheld = 0;
    std::int64_t attached = 0; ///< of shown: bought within the attach window, organically or by response
    std::int64_t organic = 0; ///< of attached: would have been bought anyway (it is in the real history)
    std::int64_t declined = 0;
    std::int64_t customers = 0; ///< who were shown it
    Figure attachRate; ///< attached ÷ shown, Wilson
    double expectedMargin = 0; ///< Σ propensity × offer margin over shown, minor units
    std::map<std::string, std::int64_t> blockedBy; ///< reason ("cap:asks_week") -> decisions
};

/// What happened to one customer in all.
struct PersonRow {
    std::string customer;
    std::string firstOffer; ///< first shown or withheld; "" = never anything
    std::int64_t decisions = 0;
    std::int64_t shown = 0;
    std::int64_t attached = 0;
    double expectedMargin = 0; ///< minor units
    bool holdout = false;
    std::vector<std::pair<Timestamp, std::string>> offers; ///< chosen, in time order
};

struct ReplayResult {
    ReplayOptions options;
    Timestamp from; ///< exclusive
    Timestamp until; ///< inclusive
    std::int64_t customers = 0;
    std::int64_t decisions = 0;
    std::int64_t opportunities = 0; ///< offers chosen, shown or withheld
    std::int64_t shown = 0;
    std::int64_t withheld = 0;
    std::int64_t attached = 0;
    std::int64_t organic = 0;
    std::int64_t silent = 0; ///< decisions that chose nothing: an answer too
    std::map<std::string, std::int64_t> noneBecause;
    std::map<std::string, std::int64_t> stages;
    std::map<std::string, std::int64_t> motivations;
    std::map<std::pair<std::string, std::string>, std::int64_t> cells; ///< decisions by (stage, motivation)
    Figure attachRate; ///< per shown offer, Wilson
    Figure asksPerCustomer; ///< shown ÷ customers, t interval over customers
    Figure marginPerCustomer; ///< expected margin in minor units, t interval over customers
    std::vector<OfferRow> offers; ///< by id
    std::map<std::string, std::int64_t> blockedBy; ///< over all candidates of all decisions
    std::vector<PersonRow> people; ///< by id
    std::vector<model::LoggedExposure> exposures; ///< by customer, then time
    /// What people bought because they were asked, as events of channel "simulated": without them a scorecard
    /// of the exposures would see organic purchases alone.
    std::vector<std::pair<std::string, model::Event>> purchases;
    std::int64_t refusedRequests = 0; ///< customers whose attributes the pack refuses; firstRefusal says why
    std::string firstRefusal;
};

/// Replays the last days of the population against a pack: customers one by one, each in time order, each
/// moment decided with the real events before it and the exposures *simulated* so far, so that caps,
/// cooldowns, sequences, exclusive groups and the holdout hold. An offer that is shown attaches if one of its
/// items (anchors aside) is bought within the attach window in the real history (24 h for pdp, cart and
/// checkout, 7 d elsewhere), or else by a Bernoulli draw of its propensity; of those that do not, one in ten
/// is declined. Attributes that the pack does not declare are left out, as production would. Every draw is a
/// pure function of (seed, customer, moment, offer): equal inputs give equal bits with any number of threads,
/// and two packs meet the same luck where they decide alike. Errors: Cancelled.
[[nodiscard]] Result<ReplayResult> replay(const decide::CompiledPack& pack, const Population& population,
    const ReplayOptions& options, const Progress& progress = {});

/// One decision of that replay, in full.
struct ExplainedMoment {
    Moment moment;
    std::string
        decision; ///< canonical JSON as in DECISION.md, section 5; {"error": …} where the request is refused
    std::vector<model::LoggedExposure> outcome; ///< what the replay made of it
};

/// Replays one customer alone: the same decisions that replay() made for it, each with because and every
/// why-not. Errors: NotFound.
[[nodiscard]] Result<std::vector<ExplainedMoment>> explain(const decide::CompiledPack& pack,
    const Population& population, const ReplayOptions& options, std::string_view customer);

}
