// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/guardrail.h"

#include <algorithm>

namespace ow::price {

namespace {

__extension__ using Wide = __int128;

// trunc((p - c) * 10000 / p) >= m  <=>  p * (10000 - m) >= 10000 * c, for m > 0 (then p > c, and trunc is
// floor). For m <= 0 a price of 0 holds: its margin_bp is 0 by definition.
std::optional<Money> lowestForMargin(Money cost, std::int64_t minMarginBp)
{
    if (minMarginBp <= 0)
        return Money {};
    if (minMarginBp >= 10'000) {
        if (minMarginBp == 10'000 && cost.minor == 0)
            return Money { 1 };
        return std::nullopt;
    }
    const Wide whole = static_cast<Wide>(cost.minor) * 10'000;
    const Wide part = 10'000 - minMarginBp;
    // Something free still has to be sold for more than nothing: at price 0 the margin counts as 0 %.
    return Money { std::max<std::int64_t>(1, static_cast<std::int64_t>((whole + part - 1) / part)) };
}

// trunc((L - p) * 10000 / L) <= d  <=>  p * 10000 > L * (10000 - (d + 1)).
Money lowestForDiscount(Money list, std::int64_t maxDiscountBp)
{
    const std::int64_t keep = 10'000 - (maxDiscountBp + 1);
    if (keep < 0 || list.minor <= 0)
        return {};
    return { static_cast<std::int64_t>(static_cast<Wide>(list.minor) * keep / 10'000) + 1 };
}

}

std::vector<GuardrailCheck> checkGuardrails(
    const OfferPrice& price, model::OfferKind kind, const model::Guardrails& guardrails)
{
    using Check = GuardrailCheck;
    std::vector<Check> checks;
    if (guardrails.minMarginBp) {
        const bool byCart = guardrails.marginScope == model::MarginScope::Cart;
        const bool broken = price.marginBp < *guardrails.minMarginBp;
        checks.push_back({ Check::Which::MinMargin,
            !broken      ? Check::Verdict::Holds
                : byCart ? Check::Verdict::Depends
                         : Check::Verdict::Broken,
            price.marginBp, *guardrails.minMarginBp });
    }
    if (guardrails.maxDiscountBp) {
        const bool exempt = kind == model::OfferKind::Service;
        const bool broken = price.discountBp > *guardrails.maxDiscountBp;
        checks.push_back({ Check::Which::MaxDiscount,
            exempt       ? Check::Verdict::Exempt
                : broken ? Check::Verdict::Broken
                         : Check::Verdict::Holds,
            price.discountBp, *guardrails.maxDiscountBp });
    }
    return checks;
}

std::optional<Money> lowestPrice(
    const OfferPrice& price, model::OfferKind kind, const model::Guardrails& guardrails)
{
    Money lowest;
    if (guardrails.minMarginBp && guardrails.marginScope == model::MarginScope::Offer) {
        const auto forMargin = lowestForMargin(price.cost, *guardrails.minMarginBp);
        if (!forMargin)
            return std::nullopt;
        lowest = *forMargin;
    }
    if (guardrails.maxDiscountBp && kind != model::OfferKind::Service)
        lowest = std::max(lowest, lowestForDiscount(price.listPrice, *guardrails.maxDiscountBp));
    return lowest;
}

}
