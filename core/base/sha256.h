// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ow {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4). Pure; any thread.
Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal, 64 characters.
std::string toHex(const Sha256& digest);

}
