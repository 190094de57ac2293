// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"

#include <cmath>
#include <numbers>

namespace ow {

std::array<std::uint32_t, 4> Philox::block(std::array<std::uint32_t, 4> c, std::array<std::uint32_t, 2> k)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t(0xD2511F53U) * c[0];
        const std::uint64_t p1 = std::uint64_t(0xCD9E8D57U) * c[2];
        c = { std::uint32_t(p1 >> 32) ^ c[1] ^ k[0], std::uint32_t(p1), std::uint32_t(p0 >> 32) ^ c[3] ^ k[1],
            std::uint32_t(p0) };
        k[0] += 0x9E3779B9U;
        k[1] += 0xBB67AE85U;
    }
    return c;
}

Philox::Philox(std::uint64_t seed, std::uint64_t stream)
    : m_key { std::uint32_t(seed), std::uint32_t(seed >> 32) }
    , m_stream(stream)
{
}

std::uint32_t Philox::next32()
{
    if (m_left == 0) {
        m_buffer = block({ std::uint32_t(m_index), std::uint32_t(m_index >> 32), std::uint32_t(m_stream),
                             std::uint32_t(m_stream >> 32) },
            m_key);
        ++m_index;
        m_left = 4;
    }
    return m_buffer[4 - m_left--];
}

std::uint64_t Philox::next64()
{
    const std::uint64_t high = next32();
    return high << 32 | next32();
}

double Philox::uniform() { return double(next64() >> 11) * 0x1.0p-53; }

std::uint64_t Philox::below(std::uint64_t n)
{
    // Reject the short last stretch of the range, which would favour small numbers.
    const std::uint64_t limit = n * (UINT64_MAX / n);
    std::uint64_t x = next64();
    while (x >= limit)
        x = next64();
    return x % n;
}

bool Philox::bernoulli(double p) { return uniform() < p; }

double Philox::normal()
{
    const double u = 1.0 - uniform(); // (0, 1]: the logarithm stays finite
    const double v = uniform();
    return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
}

double Philox::exponential() { return -std::log(1.0 - uniform()); }

int Philox::poisson(double mean)
{
    const double limit = std::exp(-mean);
    int n = 0;
    for (double p = uniform(); p > limit; p *= uniform())
        ++n;
    return n;
}

}
