// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace ow {

/// Told how far long work is (done of total, any unit; total 0 = not known); answers whether to go on. Core calls it
/// at least every 100 ms or so, possibly from a worker thread; false ends the work with ErrorCode::Cancelled.
/// An empty one means: nobody watches, go on.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

inline bool goOn(const Progress& progress, std::int64_t done, std::int64_t total)
{
    return !progress || progress(done, total);
}

}
