// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace ow {

/// Worker threads to use where the caller asked for 0: the machine's cores, at least 1.
unsigned workerCount(unsigned asked = 0);

/// Calls work(chunk, begin, end) for the fixed chunks of 0 … count-1 (`chunkSize` each, the last may be shorter) on up to
/// `threads` threads (0 = one per core). Which chunk runs where and when is unspecified, what a chunk holds is not:
/// combine results in chunk order and they are bit-equal for any number of threads.
/// `work` returns false to stop early (no new chunk starts). Returns whether every chunk ran.
/// An exception in `work` stops the rest and is rethrown here.
bool forChunks(std::size_t count, std::size_t chunkSize, unsigned threads,
    const std::function<bool(std::size_t chunk, std::size_t begin, std::size_t end)>& work);

}
