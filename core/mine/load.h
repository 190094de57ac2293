// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/baskets.h"
#include "mine/purchases.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ow::mine {

/// What mineAdjacency() reads, as it comes out of a project. Empty where the project has no such data.
struct LoadedInput {
    Baskets buys;
    std::optional<Sessions> sessions;
    std::optional<Purchases> purchases; ///< items are indices into buys.names
};

/// Reads baskets, sessions and dated purchases from a project's reader (store/bulk_reader.h; a template
/// because this room stands beside the store). `progress` counts lines, of an unknown total. Errors: the
/// reader's, Cancelled.
template <typename Reader>
[[nodiscard]] Result<LoadedInput> loadMiningInput(const Reader& reader, const Progress& progress = {})
{
    LoadedInput input;
    std::int64_t lines = 0;
    bool going = true;
    const auto next = [&] { return going = (++lines % 4096 != 0 || goOn(progress, lines, 0)); };
    const auto stopped = [] { return fail(ErrorCode::Cancelled, "Reading the baskets was stopped."); };

    BasketsBuilder buys;
    SessionsBuilder sessions;
    const auto readBuys = reader.forEachBasketLine([&](std::string_view basket, std::string_view sku) {
        buys.add(basket, sku);
        sessions.addPurchase(basket, sku);
        return next();
    });
    if (!readBuys)
        return fail(readBuys.error());
    if (!going)
        return stopped();
    bool anyView = false;
    const auto readViews = reader.forEachViewLine([&](std::string_view session, std::string_view sku) {
        sessions.addView(session, sku);
        anyView = true;
        return next();
    });
    if (!readViews)
        return fail(readViews.error());
    if (!going)
        return stopped();
    input.buys = std::move(buys).build();
    if (anyView)
        input.sessions = std::move(sessions).build();

    // Customers come one after the other: a number each is enough.
    Purchases purchases;
    std::string customer;
    std::uint32_t number = 0;
    const auto& names = input.buys.names;
    const auto readEvents = reader.forEachEvent([&](std::string_view who, const auto& event) {
        if (who != customer) {
            customer = who;
            ++number;
        }
        if (event.type == "purchased") {
            const auto at = std::lower_bound(names.begin(), names.end(), event.sku);
            if (at != names.end() && *at == event.sku)
                purchases.push_back(
                    { number, std::int32_t(event.at.ms / 86'400'000), std::uint32_t(at - names.begin()) });
        }
        return next();
    });
    if (!readEvents)
        return fail(readEvents.error());
    if (!going)
        return stopped();
    if (!purchases.empty())
        input.purchases = std::move(purchases);
    return input;
}

}
