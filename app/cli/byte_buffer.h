// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstring>
#include <memory>
#include <string_view>

namespace ow::cli {

/// Bytes to read into: a std::string would fill the room with zeros before every read.
class ByteBuffer {
public:
    std::string_view view() const { return { m_bytes.get(), m_size }; }
    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }

    /// Room for at least `wanted` more bytes behind the last; what was there may move.
    char* room(std::size_t wanted)
    {
        if (m_size + wanted > m_capacity) {
            m_capacity = std::bit_ceil(m_size + wanted);
            auto bytes = std::make_unique_for_overwrite<char[]>(m_capacity);
            if (m_size != 0)
                std::memcpy(bytes.get(), m_bytes.get(), m_size);
            m_bytes = std::move(bytes);
        }
        return m_bytes.get() + m_size;
    }
    void grow(std::size_t written) { m_size += written; }
    void shrink(std::size_t size) { m_size = size; }
    void append(std::string_view text)
    {
        if (text.empty())
            return;
        std::memcpy(room(text.size()), text.data(), text.size());
        m_size += text.size();
    }
    void dropFront(std::size_t n)
    {
        std::memmove(m_bytes.get(), m_bytes.get() + n, m_size - n);
        m_size -= n;
    }
    void release() { *this = {}; }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

}
