// SPDX-License-Identifier: Apache-2.0
#include "base/sha256_x86.h"

#if defined(__x86_64__)

#include <array>
#include <cpuid.h>
#include <cstring>
#include <immintrin.h>

namespace ow {

namespace {

// FIPS 180-4, section 4.2.2.
alignas(16) constexpr std::array<std::uint32_t, 64> constants { 0x428a2f98, 0x71374491, 0xb5c0fbcf,
    0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
    0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
    0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70,
    0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
    0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814,
    0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

constexpr std::size_t blockSize = 64;
using Words = std::array<std::uint32_t, 8>;

__m128i load(const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); }
void store(void* to, __m128i value) { _mm_storeu_si128(static_cast<__m128i*>(to), value); }

/// The instructions want the eight words as ABEF and CDGH; `state` holds them in order, A first.
__attribute__((target("sha,sse4.1,ssse3"))) void absorb(Words& state, const char* data, std::size_t blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i badc = _mm_shuffle_epi32(load(state.data()), 0xB1);
    const __m128i hgfe = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xF0);
    for (; blocks > 0; --blocks, data += blockSize) {
        const __m128i abefBefore = abef, cdghBefore = cdgh;
        __m128i w[4]; // the last sixteen words; no std::array, which drops the type's attributes
#pragma GCC unroll 16
        for (std::size_t four = 0; four < 16; ++four) {
            __m128i& now = w[four % 4];
            if (four < 4) {
                now = _mm_shuffle_epi8(load(data + 16 * four), bigEndian);
            } else {
                const __m128i& last = w[(four + 3) % 4];
                now = _mm_add_epi32(_mm_sha256msg1_epu32(now, w[(four + 1) % 4]),
                    _mm_alignr_epi8(last, w[(four + 2) % 4], 4));
                now = _mm_sha256msg2_epu32(now, last);
            }
            const __m128i keyed = _mm_add_epi32(now, load(constants.data() + 4 * four));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, keyed);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(keyed, 0x0E));
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    store(state.data(), _mm_blend_epi16(feba, dchg, 0xF0));
    store(state.data() + 4, _mm_alignr_epi8(dchg, feba, 8));
}

bool asked()
{
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (b & bit_SHA) == 0)
        return false;
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSE4_1) != 0 && (c & bit_SSSE3) != 0;
}

}

bool hasShaInstructions()
{
    static const bool has = asked();
    return has;
}

Sha256 sha256ByInstructions(std::string_view bytes)
{
    Words state { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab,
        0x5be0cd19 };
    const std::size_t whole = bytes.size() / blockSize;
    absorb(state, bytes.data(), whole);
    // The rest, one bit, zeros, and the length in bits as 64 bits: one block or two.
    std::array<char, 2 * blockSize> end {};
    const std::size_t left = bytes.size() % blockSize;
    if (left != 0)
        std::memcpy(end.data(), bytes.data() + whole * blockSize, left);
    end[left] = char(0x80);
    const std::size_t blocks = left + 1 + 8 <= blockSize ? 1 : 2;
    const std::uint64_t bits = __builtin_bswap64(std::uint64_t(bytes.size()) * 8);
    std::memcpy(end.data() + blocks * blockSize - 8, &bits, 8);
    absorb(state, end.data(), blocks);
    Sha256 digest {};
    for (std::size_t i = 0; i < state.size(); ++i) {
        const std::uint32_t word = __builtin_bswap32(state[i]);
        std::memcpy(digest.data() + 4 * i, &word, 4);
    }
    return digest;
}

}

#else

#include <stdexcept>

namespace ow {

bool hasShaInstructions() { return false; }
Sha256 sha256ByInstructions(std::string_view)
{
    throw std::logic_error("this processor has no SHA instructions");
}

}

#endif
