// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "score/log.h"

namespace ow::score {

/// Fills a Log from a project's reader (store/bulk_reader.h; a template because this room stands below the
/// store). Errors: the reader's own, and Cancelled.
template <typename Reader>
[[nodiscard]] Result<Log> readLog(const Reader& reader, const Progress& progress = {})
{
    constexpr std::int64_t step = 4096;
    constexpr std::int64_t page = 10'000;
    Log log;
    const auto counts = reader.counts();
    const std::int64_t total = counts.exposures + counts.events;
    std::int64_t done = 0;
    bool going = true;
    const auto tick = [&] { return going = ++done % step != 0 || goOn(progress, done, total); };

    for (std::int64_t first = 0; first < counts.customers && going; first += page) {
        for (const auto& customer : reader.customers(first, page))
            log.add(customer);
        going = goOn(progress, 0, total);
    }
    auto read = reader.forEachExposure([&](const model::LoggedExposure& row) {
        log.add(row);
        return tick();
    });
    if (read && going)
        read = reader.forEachEvent([&](std::string_view customer, const model::Event& event) {
            log.add(customer, event);
            return tick();
        });
    if (!read)
        return fail(read.error());
    if (!going)
        return fail(ErrorCode::Cancelled, "Reading the exposures was stopped.");
    return log;
}

}
