// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ordered_output.h"

#include <cerrno>
#include <poll.h>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace ow::cli {

OrderedOutput::OrderedOutput(int descriptor, std::size_t ahead)
    : m_descriptor(descriptor)
    , m_slots(ahead)
{
}

bool OrderedOutput::put(std::uint64_t number, std::string& text)
{
    std::unique_lock lock(m_mutex);
    m_moved.wait(lock, [&] { return m_error != 0 || number - m_next < m_slots.size(); });
    if (m_error != 0)
        return false;
    Slot& mine = m_slots[number % m_slots.size()];
    std::swap(mine.text, text);
    mine.ready = true;
    text.clear();
    if (m_writing)
        return true;
    m_writing = true;
    for (Slot* next = nullptr; m_error == 0 && (next = &m_slots[m_next % m_slots.size()])->ready;) {
        lock.unlock(); // this slot is nobody else's before m_next has moved on
        const bool written = write(next->text);
        lock.lock();
        next->text.clear();
        if (next->text.capacity() > (std::size_t(1) << 22))
            next->text = {};
        next->ready = false;
        ++m_next;
        m_moved.notify_all();
        if (!written)
            break;
    }
    m_writing = false;
    return m_error == 0;
}

void OrderedOutput::abandon()
{
    const std::scoped_lock lock(m_mutex);
    if (m_error == 0)
        m_error = ECANCELED;
    m_moved.notify_all();
}

bool OrderedOutput::write(const std::string& text)
{
    for (std::string_view rest = text; !rest.empty();) {
        const ssize_t n = ::write(m_descriptor, rest.data(), rest.size());
        if (n >= 0) {
            rest.remove_prefix(std::size_t(n));
        } else if (errno == EAGAIN) { // a descriptor that somebody made non-blocking
            pollfd waiting { m_descriptor, POLLOUT, 0 };
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            m_error = errno;
            return false;
        }
    }
    return true;
}

}
