// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace ow::cli {

/// Writes what many threads made in the order of its numbers. Who brings the next piece writes it, and what
/// others have brought meanwhile; the others go on working, unless they are `ahead` pieces before it: so
/// memory stays bounded whatever one piece costs.
class OrderedOutput {
public:
    OrderedOutput(int descriptor, std::size_t ahead);

    /// Piece `number` (0, 1, 2 …, each brought once). Takes its text, and gives back an empty one with memory
    /// to use again. False once nothing can be written any more.
    bool put(std::uint64_t number, std::string& text);
    /// A piece will never come: nobody waits for it, nothing more is written.
    void abandon();
    /// Why writing failed: an errno, 0 = it did not. EPIPE: nobody reads any more.
    int error() const { return m_error; }

private:
    struct Slot {
        std::string text;
        bool ready = false;
    };

    bool write(const std::string& text);

    int m_descriptor;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    std::vector<Slot> m_slots; ///< a ring, by number
    std::uint64_t m_next = 0; ///< to be written
    bool m_writing = false; ///< one thread at a time
    std::atomic<int> m_error = 0;
};

}
