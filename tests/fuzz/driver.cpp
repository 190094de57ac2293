// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <cstddef>
#include <cstdint>

/// libFuzzer's door; OFFERWRIGHT_FUZZ_TARGET is one of the functions of targets.h.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    ow::fuzz::OFFERWRIGHT_FUZZ_TARGET({ reinterpret_cast<const char*>(data), size });
    return 0;
}
