// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>

namespace ow::decide {

/// Asks the memory for an object's cache lines, for the first `most` of them. Asking too much costs little,
/// and asking for what is not there does nothing.
inline void prefetchBytes(const void* from, std::size_t size, std::size_t most = 12)
{
    constexpr std::size_t line = 64;
    const auto* bytes = static_cast<const char*>(from);
    size = std::min(size, most * line);
    for (std::size_t at = 0; at < size; at += line)
        __builtin_prefetch(bytes + at);
}

/// The same for a list's elements.
template <typename List>
void prefetchList(const List& list)
{
    prefetchBytes(list.data(), list.size() * sizeof list[0]);
}

}
