// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace ow::store {

/// Gives pieces to one other thread, which works on them in their order, while the giver makes the next ones.
/// Up to `most` of them wait: a piece that takes long does not hold up the giver, nor a pause of the giver's
/// the thread. What the work throws comes out of the next give() or drain(), and nothing is worked on
/// afterwards. To be used by one thread; the thread that works is started by the first piece. Where no piece
/// waits it may do a little of something else (`idle`, which says whether there is more of that), but not
/// between drain() and the next give(): who drains may work with the same things.
template <typename Piece>
class HandOver {
public:
    HandOver(std::size_t most, std::function<void(Piece&)> work, std::function<bool()> idle)
        : m_most(most)
        , m_work(std::move(work))
        , m_idle(std::move(idle))
    {
        m_done.reserve(most + 2); // all pieces that there are: the thread that works need not ask for memory
    }
    /// Drops what waits, and waits for the piece under way.
    ~HandOver()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.clear();
            m_atEnd = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }
    HandOver(const HandOver&) = delete;
    HandOver& operator=(const HandOver&) = delete;

    /// Waits while as many wait as may. The answer is a piece that was worked on, for its memory, or a new one.
    Piece give(Piece piece)
    {
        if (!m_thread.joinable() && !start()) { // no thread to be had
            m_work(piece);
            return piece;
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_waiting.size() < m_most || m_failure; });
        tellFailure();
        m_waiting.push_back(std::move(piece));
        m_drained = false;
        Piece next;
        if (!m_done.empty()) {
            next = std::move(m_done.back());
            m_done.pop_back();
        }
        lock.unlock();
        m_changed.notify_all();
        return next;
    }

    /// Until everything that was given is worked on; does not wait for what is idle to come to its end.
    void drain()
    {
        if (!m_thread.joinable())
            return;
        std::unique_lock lock(m_mutex);
        m_drained = true;
        m_changed.wait(lock, [&] { return (m_waiting.empty() && !m_busy) || m_failure; });
        tellFailure();
    }

private:
    bool start()
    {
        try {
            m_thread = std::thread([this] { run(); });
            return true;
        } catch (const std::system_error&) {
            return false;
        }
    }

    void tellFailure()
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

    void run()
    {
        std::unique_lock lock(m_mutex);
        bool mayIdle = false; // until the first piece is there
        while (!m_failure) {
            if (!mayIdle || !m_idle || m_drained)
                m_changed.wait(lock, [&] { return !m_waiting.empty() || m_atEnd; });
            if (m_atEnd)
                return;
            if (m_waiting.empty()) { // and idling is allowed
                unlocked(lock, [&] { mayIdle = m_idle(); });
                continue;
            }
            Piece piece = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_changed.notify_all(); // there is room for another one
            unlocked(lock, [&] { m_work(piece); });
            m_done.push_back(std::move(piece));
            mayIdle = true;
        }
    }

    template <typename Step>
    void unlocked(std::unique_lock<std::mutex>& lock, const Step& step)
    {
        m_busy = true;
        lock.unlock();
        std::exception_ptr failure;
        try {
            step();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        m_busy = false;
        if (failure) {
            m_failure = failure;
            m_waiting.clear();
        }
        m_changed.notify_all();
    }

    std::size_t m_most;
    std::function<void(Piece&)> m_work;
    std::function<bool()> m_idle;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Piece> m_waiting;
    std::vector<Piece> m_done; ///< their memory is used again
    bool m_busy = false;
    bool m_drained = false; ///< nothing was given since drain()
    bool m_atEnd = false;
    std::exception_ptr m_failure;
    std::thread m_thread;
};

}
