// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/scratch.h"

#include <memory>
#include <mutex>
#include <string>

namespace ow::c {

/// What one call works in.
struct Worker {
    decide::Scratch scratch;
    std::string out;
    std::unique_ptr<Worker> next; ///< in the list of those that rest
};

/// The workers of one pack: as many as there were ever calls at the same time. They are the pack's and not
/// the threads' (thread_local), so that their memory goes with the pack and threads may come and go. Taking
/// one and giving it back costs two uncontended locks beside the microseconds of a request's JSON. Any
/// thread.
class Workers {
public:
    std::unique_ptr<Worker> take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_resting != nullptr) {
                std::unique_ptr<Worker> worker = std::move(m_resting);
                m_resting = std::move(worker->next);
                return worker;
            }
        }
        return std::make_unique<Worker>();
    }

    /// A call that an exception ended keeps its worker from coming back: nobody knows what state it is in.
    void giveBack(std::unique_ptr<Worker> worker) noexcept
    {
        constexpr std::size_t kept = std::size_t(1) << 20;
        if (worker->out.capacity() > kept) // one huge answer is no reason to keep its memory for good
            std::string().swap(worker->out);
        const std::lock_guard lock(m_mutex);
        worker->next = std::move(m_resting);
        m_resting = std::move(worker);
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<Worker> m_resting; ///< the one last used first: its memory is warm
};

}
