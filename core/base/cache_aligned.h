// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace ow {

/// Allocates at the beginning of a cache line, so that a row of 64 bytes lies in one and not in two.
template <typename T>
struct CacheAligned {
    using value_type = T;
    static constexpr std::align_val_t alignment { 64 };

    CacheAligned() = default;
    template <typename U>
    constexpr CacheAligned(const CacheAligned<U>&) noexcept // as the standard asks of allocators
    {
    }
    T* allocate(std::size_t count) { return static_cast<T*>(::operator new(count * sizeof(T), alignment)); }
    void deallocate(T* memory, std::size_t) noexcept { ::operator delete(memory, alignment); }
    friend constexpr bool operator==(const CacheAligned&, const CacheAligned&) { return true; }
};

template <typename T>
using AlignedVector = std::vector<T, CacheAligned<T>>;

}
