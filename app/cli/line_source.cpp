// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/line_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace ow::cli {

namespace {

/// The last one may have no end.
std::uint64_t countLines(std::string_view text)
{
    std::uint64_t lines = 0;
    for (; !text.empty(); ++lines) {
        const void* end = std::memchr(text.data(), '\n', text.size());
        text.remove_prefix(
            end == nullptr ? text.size() : std::size_t(static_cast<const char*>(end) - text.data()) + 1);
    }
    return lines;
}

}

LineSource::LineSource(int descriptor)
    : m_descriptor(descriptor)
{
    if (::pipe2(m_wake, O_CLOEXEC | O_NONBLOCK)
        != 0) // without it stop() waits for more input: late, not wrong
        m_wake[0] = m_wake[1] = -1;
}

LineSource::~LineSource()
{
    for (const int end : m_wake) {
        if (end >= 0)
            ::close(end);
    }
}

void LineSource::stop()
{
    m_stopped = true;
    [[maybe_unused]] const auto written = ::write(m_wake[1], "", 1);
}

bool LineSource::waitForInput() const
{
    pollfd waiting[2] { { m_descriptor, POLLIN, 0 }, { m_wake[0], POLLIN, 0 } };
    while (::poll(waiting, 2, -1) < 0 && errno == EINTR) { }
    return !m_stopped;
}

/// Appends what one read brings; false where there is nothing more.
bool LineSource::fill(ByteBuffer& text)
{
    if (m_end || !waitForInput())
        return false;
    // As much again as there is, so that a long line takes few reads.
    const std::size_t wanted = std::max(batchSize, std::min(text.size(), longestLine));
    char* const room = text.room(wanted);
    ssize_t got = -1;
    do
        got = ::read(m_descriptor, room, wanted);
    while (got < 0 && (errno == EINTR || (errno == EAGAIN && waitForInput())));
    if (got < 0 && !m_stopped)
        m_failed = true;
    m_end = got <= 0;
    text.grow(std::size_t(std::max<ssize_t>(got, 0)));
    return got > 0;
}

/// Who has the turn is mostly done within a read's few tens of microseconds, and to be put to sleep and woken
/// takes longer: wait for that awake, but let others run.
std::unique_lock<std::mutex> LineSource::turn()
{
    std::unique_lock lock(m_mutex, std::try_to_lock);
    for (int tries = 0; !lock && tries < 100; ++tries) {
        std::this_thread::yield();
        [[maybe_unused]] const bool mine = lock.try_lock();
    }
    if (!lock)
        lock.lock();
    return lock;
}

bool LineSource::next(LineBatch& batch)
{
    const std::unique_lock lock = turn();
    if (batch.text.capacity() > 16 * batchSize) // of one huge line: not kept for the small ones
        batch.text.release();
    batch.text.shrink(0);
    batch.tooLong = false;
    if (m_stopped || m_failed)
        return false;
    std::swap(batch.text, m_rest);
    const std::size_t whole = wholeLines(batch);
    if (m_stopped || m_failed)
        return false;
    const std::string_view text = batch.text.view();
    m_rest.shrink(0);
    m_rest.append(batch.tooLong ? m_after.view() : text.substr(whole));
    m_after.shrink(0);
    batch.text.shrink(whole);
    if (whole == 0 && !batch.tooLong)
        return false;
    batch.number = m_batches++;
    batch.firstLine = m_lines + 1;
    m_lines += batch.tooLong ? 1 : countLines(batch.text.view());
    return true;
}

/// Reads until there is a whole line; the length of all that are whole.
std::size_t LineSource::wholeLines(LineBatch& batch)
{
    for (std::size_t searched = 0;;) {
        const std::string_view text = batch.text.view();
        const void* last = text.size() == searched
            ? nullptr
            : ::memrchr(text.data() + searched, '\n', text.size() - searched);
        if (last != nullptr)
            return std::size_t(static_cast<const char*>(last) - text.data()) + 1;
        searched = text.size();
        if (searched > longestLine) {
            readOver(batch);
            return 0;
        }
        if (!fill(batch.text))
            return searched; // the last line has no end
    }
}

/// Up to the end of a line that is too long, which nobody keeps.
void LineSource::readOver(LineBatch& batch)
{
    batch.tooLong = true;
    batch.text.release();
    while (fill(m_after)) {
        if (const auto end = m_after.view().find('\n'); end != std::string_view::npos) {
            m_after.dropFront(end + 1);
            return;
        }
        m_after.shrink(0);
    }
}

}
