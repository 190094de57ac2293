// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/byte_buffer.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>

namespace ow::cli {

/// Lines that came together: whole ones, each ended by \n but perhaps the last of the input.
struct LineBatch {
    ByteBuffer text;
    std::uint64_t number = 0; ///< of the batch, from 0
    std::uint64_t firstLine = 1; ///< the number of its first line, from 1
    bool tooLong = false; ///< instead of text: one line that was longer than LineSource::longestLine
};

/// Lines of a file descriptor for any number of threads, each batch for one of them. What a read brings is
/// handed out at once where it has a whole line, so that who asks through a pipe is answered before he writes
/// more; a file comes in batches of some hundred KB. Lines are never copied but for the one that a batch's
/// end cuts. Memory: one batch per caller, and the longest line.
class LineSource {
public:
    static constexpr std::size_t batchSize = std::size_t(1) << 18; ///< stays in a core's cache
    static constexpr std::size_t longestLine = std::size_t(1)
        << 27; ///< 128 MiB; a longer one may be read over

    explicit LineSource(int descriptor);
    ~LineSource();
    LineSource(const LineSource&) = delete;
    LineSource& operator=(const LineSource&) = delete;

    /// The next batch, into memory that is used again; false at the end, after stop() and where reading
    /// fails. Blocks.
    bool next(LineBatch& batch);
    /// Ends all waiting for input; from any thread.
    void stop();
    /// Whether reading failed.
    bool failed() const { return m_failed; }

private:
    std::unique_lock<std::mutex> turn();
    bool fill(ByteBuffer& text);
    bool waitForInput() const;
    std::size_t wholeLines(LineBatch& batch);
    void readOver(LineBatch& batch);

    int m_descriptor;
    int m_wake[2] { -1, -1 };
    std::mutex m_mutex;
    ByteBuffer m_rest; ///< of the line that the last batch's end cut
    ByteBuffer m_after; ///< what came behind a line that was read over
    bool m_end = false;
    std::uint64_t m_batches = 0;
    std::uint64_t m_lines = 0; ///< handed out
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_failed = false;
};

}
