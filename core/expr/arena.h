// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace ow::expr {

/// Memory for the values one evaluation makes (joined strings, new lists): handed out by moving a pointer,
/// given back all at once by reset(). After warm-up it allocates nothing. Not thread-safe: one per thread.
class Arena {
public:
    static constexpr std::size_t firstBlockSize
        = 512; ///< a request's few texts; each further block is twice as big
    static constexpr std::size_t blockSize = 16384; ///< up to here
    static_assert(firstBlockSize << 5 == blockSize);
    static constexpr std::size_t limit = std::size_t(64) << 20; ///< an evaluation that needs more fails

    /// `count` objects of T, not initialised; null where the limit is reached. T needs no destructor.
    template <typename T>
    T* allocate(std::size_t count)
    {
        static_assert(alignof(T) <= alignof(std::max_align_t));
        if (count > limit / sizeof(T))
            return nullptr;
        return static_cast<T*>(bytes(count * sizeof(T)));
    }

    /// A copy of the text; null data where the limit is reached.
    std::string_view copy(std::string_view text)
    {
        char* to = allocate<char>(text.size());
        if (to == nullptr)
            return {};
        if (!text.empty()) // an empty view may have no address, which memcpy must not see
            std::memcpy(to, text.data(), text.size());
        return { to, text.size() };
    }

    /// Bytes handed out since the last reset.
    std::size_t used() const { return m_total; }

    /// Where it stands. What is handed out after mark() is given back by rewind() to that place: one
    /// evaluation whose result is a number takes nothing from the next, so that it does not matter which of
    /// them take place.
    struct Mark {
        std::size_t block = 0, used = 0, total = 0;
    };
    Mark mark() const { return { m_block, m_used, m_total }; }
    void rewind(const Mark& mark)
    {
        m_block = mark.block;
        m_used = mark.used;
        m_total = mark.total;
    }

    void reset()
    {
        m_block = 0;
        m_used = 0;
        m_total = 0;
        // Huge blocks are given back: they were for one unusual evaluation.
        while (m_blocks.size() > 12)
            m_blocks.pop_back();
    }

private:
    struct Block {
        std::unique_ptr<std::byte[]> data;
        std::size_t size = 0;
    };

    void* bytes(std::size_t wanted)
    {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        wanted = (wanted + alignment - 1) / alignment * alignment + (wanted == 0 ? alignment : 0);
        if (m_total + wanted > limit)
            return nullptr;
        m_total += wanted;
        while (m_block < m_blocks.size() && m_used + wanted > m_blocks[m_block].size) {
            ++m_block;
            m_used = 0;
        }
        if (m_block == m_blocks.size()) {
            const std::size_t usual = m_blocks.size() < 5 ? firstBlockSize << m_blocks.size() : blockSize;
            const std::size_t size = wanted > usual ? wanted : usual;
            m_blocks.push_back({ std::make_unique_for_overwrite<std::byte[]>(size), size });
            m_used = 0;
        }
        void* out = m_blocks[m_block].data.get() + m_used;
        m_used += wanted;
        return out;
    }

    std::vector<Block> m_blocks;
    std::size_t m_block = 0;
    std::size_t m_used = 0;
    std::size_t m_total = 0;
};

}
