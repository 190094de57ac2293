// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <algorithm>
#include <cstdint>

namespace ow::store {

/// Thrown inside a query where the person stopped it; ends as ErrorCode::Cancelled.
struct QueryStopped { };

/// How far a query is, in rows looked at.
class QuerySteps {
public:
    QuerySteps(const Progress& progress, std::int64_t total)
        : m_progress(progress)
        , m_total(total)
    {
    }

    /// Some thousand rows a call. Throws QueryStopped.
    void add(std::int64_t rows)
    {
        m_done += rows;
        if (m_done - m_told < between)
            return;
        m_told = m_done;
        if (!goOn(m_progress, std::min(m_done, m_total), m_total))
            throw QueryStopped {};
    }

private:
    static constexpr std::int64_t between = 100'000; ///< a few milliseconds

    const Progress& m_progress;
    std::int64_t m_total;
    std::int64_t m_done = 0;
    std::int64_t m_told = -between; // the first call asks
};

}
