// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/segment_builder.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace ow::store {

/// Sorts a run and packs its segments on a thread of its own, while its user takes in the next run and writes
/// what is packed. To be used by one thread.
class RunPacker {
public:
    RunPacker() = default;
    /// Waits for the segment under way.
    ~RunPacker();
    RunPacker(const RunPacker&) = delete;
    RunPacker& operator=(const RunPacker&) = delete;

    /// Begins with a run of at least one row that is not left out; the one before must be taken as a whole. The
    /// list of customers is copied, their keys must stay where they are.
    void begin(RowBuffer rows, std::span<const KeyAndId> customers, std::vector<bool> leftOut);
    /// Whether there are segments that were not taken yet.
    bool isBusy() const { return m_left > 0; }
    /// The next segment; none where it is not ready yet. Throws what went wrong.
    std::optional<EncodedSegment> take();
    /// The next segment, which is waited for. isBusy() must be true.
    EncodedSegment wait();
    /// The memory of the run that was taken, for other rows.
    RowBuffer takeBuffer();

private:
    void run();
    void end();
    EncodedSegment pop();

    static constexpr std::size_t mostReady = 32; ///< segments, of up to 500 kB each

    std::size_t m_left = 0; ///< segments to be taken
    RowBuffer m_rows;
    std::vector<KeyAndId> m_customers;
    std::vector<bool> m_leftOut;
    KeyOrder m_order;

    std::mutex m_mutex; ///< of all below
    std::condition_variable m_changed;
    std::deque<EncodedSegment> m_ready;
    std::exception_ptr m_failure;
    bool m_stop = false;
    std::thread m_thread;
};

}
