// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include "base/sha256_x86.h"

#include <fmt/format.h>
#include <sodium/crypto_hash_sha256.h>

namespace ow {

Sha256 sha256(std::string_view bytes)
{
    if (hasShaInstructions()) // libsodium does without them, and every decision hashes
        return sha256ByInstructions(bytes);
    Sha256 digest {};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return digest;
}

std::string toHex(const Sha256& digest)
{
    std::string out;
    out.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest)
        out += fmt::format("{:02x}", byte);
    return out;
}

}
