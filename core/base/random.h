// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace ow {

/// Counter-based random numbers: Philox 4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy
/// as 1, 2, 3"). The n-th number of a (seed, stream) is a pure function, so results never depend on threads or order:
/// give each customer, edge or replication its own stream. Cheap to copy; one object per thread.
class Philox {
public:
    explicit Philox(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint32_t next32();
    std::uint64_t next64();
    /// Uniform in [0, 1), 53 bits.
    double uniform();
    /// Uniform in 0 … n-1, without bias; n >= 1.
    std::uint64_t below(std::uint64_t n);
    bool bernoulli(double p);
    /// Standard normal (Box–Muller; two draws a call, so that streams stay aligned).
    double normal();
    /// Exponential with mean 1.
    double exponential();
    /// Poisson with the given mean in [0, 700]; inversion by multiplication.
    int poisson(double mean);

    /// The raw block function, for tests against the authors' vectors.
    static std::array<std::uint32_t, 4> block(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

private:
    std::array<std::uint32_t, 2> m_key;
    std::uint64_t m_stream;
    std::uint64_t m_index = 0;
    std::array<std::uint32_t, 4> m_buffer {};
    unsigned m_left = 0;
};

}
