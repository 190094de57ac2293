// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"
#include "price/offer_price.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ow::price {

/// What one guardrail says of one offer's price, before any customer comes.
struct GuardrailCheck {
    enum class Which { MinMargin, MaxDiscount };
    /// Depends: the margin is judged over each customer's cart (`margin_scope` cart), the offer alone cannot
    /// tell.
    enum class Verdict { Holds, Broken, Exempt, Depends };
    Which which = Which::MinMargin;
    Verdict verdict = Verdict::Holds;
    std::int64_t actualBp = 0;
    std::int64_t limitBp = 0;

    friend bool operator==(const GuardrailCheck&, const GuardrailCheck&) = default;
};

/// The checks that the settings ask for (none set, none returned), margin first. DECISION.md 4.3: a margin
/// below the minimum or a discount above the maximum blocks; the kind `service` is exempt from the discount.
/// Pure; any thread.
std::vector<GuardrailCheck> checkGuardrails(
    const OfferPrice& price, model::OfferKind kind, const model::Guardrails& guardrails);

/// The smallest price at which none of the checks is Broken. Empty where no price can hold (a minimum margin
/// of 100 % on something that costs). 0 where nothing limits it.
std::optional<Money> lowestPrice(
    const OfferPrice& price, model::OfferKind kind, const model::Guardrails& guardrails);

}
