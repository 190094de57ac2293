// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_packer.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace ow::store {

RunPacker::~RunPacker() { end(); }

void RunPacker::end()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
    m_stop = false;
}

void RunPacker::begin(RowBuffer rows, std::span<const KeyAndId> customers, std::vector<bool> leftOut)
{
    end(); // the thread of the run before has nothing more to do
    const std::size_t kept = rows.size() - std::size_t(std::ranges::count(leftOut, true));
    m_left = (kept + segmentRows - 1) / segmentRows;
    m_rows = std::move(rows);
    m_customers.assign(customers.begin(), customers.end());
    m_leftOut = std::move(leftOut);
    try {
        m_thread = std::thread([this] { run(); });
    } catch (const std::system_error&) { // no thread to be had: all of it now
        RunEncoder encoder(std::move(m_rows), m_customers, m_order, m_leftOut);
        while (!encoder.atEnd())
            m_ready.push_back(encoder.next(m_customers));
        m_rows = std::move(encoder).takeBuffer();
    }
}

void RunPacker::run()
{
    try {
        RunEncoder encoder(std::move(m_rows), m_customers, m_order, m_leftOut);
        while (!encoder.atEnd()) {
            EncodedSegment segment = encoder.next(m_customers);
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_ready.size() < mostReady || m_stop; });
            if (m_stop)
                return;
            if (encoder.atEnd())
                m_rows = std::move(encoder).takeBuffer(); // before the last one can be taken
            m_ready.push_back(std::move(segment));
            lock.unlock();
            m_changed.notify_all();
        }
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
        m_changed.notify_all();
    }
}

EncodedSegment RunPacker::pop()
{
    EncodedSegment segment = std::move(m_ready.front());
    m_ready.pop_front();
    --m_left;
    return segment;
}

std::optional<EncodedSegment> RunPacker::take()
{
    std::optional<EncodedSegment> out;
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (!m_ready.empty())
            out = pop();
    }
    m_changed.notify_all();
    return out;
}

EncodedSegment RunPacker::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !m_ready.empty() || m_failure; });
    if (m_failure)
        std::rethrow_exception(m_failure);
    EncodedSegment segment = pop();
    lock.unlock();
    m_changed.notify_all();
    return segment;
}

RowBuffer RunPacker::takeBuffer()
{
    end();
    m_rows.clear();
    return std::move(m_rows);
}

}
