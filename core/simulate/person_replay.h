// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/decide.h"
#include "simulate/replay.h"

#include <functional>
#include <memory>
#include <vector>

namespace ow::simulate {

/// What a pack's offers look like to the response model: made once per pack, shared by threads.
class OfferTraits {
public:
    explicit OfferTraits(const decide::CompiledPack& pack);

    struct Trait {
        std::vector<std::string_view> skus; ///< buying one of them is taking the offer
        std::int64_t margin = 0; ///< at the authored price, minor units
    };
    const Trait& of(decide::Index offer) const { return m_traits[offer]; }

private:
    std::vector<Trait> m_traits;
};

/// What became of one chosen offer.
struct Outcome {
    model::LoggedExposure exposure;
    decide::Index offer = decide::none;
    double propensity = 0;
    bool attached = false;
    bool organic = false;
};

/// Plays one customer of a replay.
class PersonReplay {
public:
    /// Sees each decision and what came of it, in time order.
    using Watch = std::function<void(const Moment&, const decide::Decision&, const std::vector<Outcome>&)>;
    /// Sees each request before it is decided; false ends the play there.
    using Ask = std::function<bool(const decide::Request&)>;

    PersonReplay(const decide::CompiledPack& pack, const OfferTraits& traits, std::uint64_t seed,
        Timestamp from, Timestamp until);

    /// Errors: InvalidInput where the pack refuses the customer's attributes.
    [[nodiscard]] Result<void> play(const Person& person, const decide::DecideOptions& options,
        decide::Scratch& scratch, const Watch& watch, const Ask& ask = {}) const;

private:
    Outcome respond(const Person& person, const Moment& moment, const decide::Decision& decision,
        const decide::ChosenOffer& chosen, bool withheld) const;

    const decide::CompiledPack& m_pack;
    const OfferTraits& m_traits;
    std::uint64_t m_seed;
    Timestamp m_from;
    Timestamp m_until;
};

/// Attach window of a placement (STATISTICS.md, section 1).
Duration attachWindow(std::string_view placement);

}
