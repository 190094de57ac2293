// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ow {

/// A list whose clear() keeps its elements, and so the memory that they hold: an element given out again has
/// its own clear() called, which is to empty it without letting go of its strings' and vectors' capacity. For
/// results that are filled anew a million times. A copy holds the live elements only and owns all it holds.
template <typename T>
class Reused {
public:
    Reused() = default;
    Reused(const Reused& other)
        : m_items(other.begin(), other.end())
        , m_size(other.m_size)
    {
    }
    Reused(Reused&& other) noexcept
        : m_items(std::move(other.m_items))
        , m_size(std::exchange(other.m_size, 0))
    {
    }
    Reused& operator=(const Reused& other)
    {
        if (this != &other) {
            m_items.assign(other.begin(), other.end());
            m_size = other.m_size;
        }
        return *this;
    }
    Reused& operator=(Reused&& other) noexcept
    {
        m_items = std::move(other.m_items);
        m_size = std::exchange(other.m_size, 0);
        return *this;
    }

    /// One more element at the end, empty. References to elements last until the next add().
    T& add()
    {
        if (m_size == m_items.size())
            m_items.emplace_back();
        T& item = m_items[m_size++];
        item.clear();
        return item;
    }
    void clear() { m_size = 0; }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T* begin() const { return m_items.data(); }
    const T* end() const { return m_items.data() + m_size; }
    T* begin() { return m_items.data(); }
    T* end() { return m_items.data() + m_size; }
    const T& operator[](std::size_t i) const { return m_items[i]; }
    T& operator[](std::size_t i) { return m_items[i]; }
    const T& front() const { return m_items.front(); }
    const T& back() const { return m_items[m_size - 1]; }

private:
    std::vector<T> m_items; ///< live ones first
    std::size_t m_size = 0;
};

}
