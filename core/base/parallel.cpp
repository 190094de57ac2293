// SPDX-License-Identifier: Apache-2.0
#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ow {

unsigned workerCount(unsigned asked)
{
    return asked != 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
}

bool forChunks(std::size_t count, std::size_t chunkSize, unsigned threads,
    const std::function<bool(std::size_t, std::size_t, std::size_t)>& work)
{
    if (count == 0)
        return true;
    chunkSize = std::max<std::size_t>(chunkSize, 1);
    const std::size_t chunks = (count + chunkSize - 1) / chunkSize;
    std::atomic<std::size_t> next { 0 };
    std::atomic<bool> stop { false };
    std::mutex mutex;
    std::exception_ptr error;
    const auto loop = [&] {
        while (!stop) {
            const std::size_t chunk = next.fetch_add(1);
            if (chunk >= chunks)
                return;
            try {
                const std::size_t begin = chunk * chunkSize;
                if (!work(chunk, begin, std::min(count, begin + chunkSize)))
                    stop = true;
            } catch (...) {
                const std::lock_guard lock(mutex);
                error = std::current_exception();
                stop = true;
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        const auto helpers = std::min<std::size_t>(workerCount(threads), chunks) - 1;
        workers.reserve(helpers);
        for (std::size_t i = 0; i < helpers; ++i)
            workers.emplace_back(loop);
        loop(); // the calling thread works too
    }
    if (error)
        std::rethrow_exception(error);
    return !stop;
}

}
