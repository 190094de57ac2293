// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "bench/comparison.h"
#include "model/pack.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::bench {

/// One of the 40 attributes, how its values are spread over customers, and how offers ask for it.
struct Trait {
    enum class Spread {
        Zipf, ///< a closed string of `size` values, the k-th with weight 1 / k^a
        Uniform, ///< whole numbers low … high
        LogNormal, ///< exp(a + b * normal), cut to low … high
        Exponential, ///< mean a, cut to low … high
        Bernoulli ///< a bool, true with probability a
    };

    std::string name;
    Spread spread = Spread::Zipf;
    std::size_t size = 0;
    double a = 0, b = 0;
    std::int64_t low = 0, high = 0;
    bool context = false; ///< of the context, else of the customer

    std::string path() const { return (context ? "context." : "customer.") + name; }
    /// Zipf: the k-th value's word. Two letters of the name and a number, as unspeaking as a CRM's codes.
    std::string word(std::size_t k) const;
};

/// The customers: 12 closed strings of 4 to 40 values, 18 skewed integers and 10 bools, as a retailer's
/// customer table has them. Thresholds of conditions are quantiles, so that ranges let through what their
/// authors meant.
class Population {
public:
    explicit Population(std::uint64_t seed);

    const std::vector<Trait>& traits() const { return m_traits; }
    std::size_t index(std::string_view name) const;
    /// Declarations for a pack.
    std::vector<model::Attribute> attributes(bool context) const;
    /// One customer's values by trait: the index of a word, a number, 0 or 1.
    std::vector<std::int64_t> draw(Philox& random) const;
    /// A value as JSON text.
    std::string literal(std::size_t trait, std::int64_t value) const;

    /// A condition on the trait that a share of about `least` … `most` of the customers meets (bools: as they
    /// are).
    Comparison condition(std::size_t trait, double least, double most, Philox& random) const;

private:
    std::int64_t drawOne(std::size_t trait, Philox& random) const;
    Comparison wordCondition(std::size_t trait, double share, Philox& random) const;
    Comparison numberCondition(std::size_t trait, double share, Philox& random) const;

    std::vector<Trait> m_traits;
    std::vector<std::vector<double>> m_cumulative; ///< Zipf: by trait
    std::vector<std::vector<std::int64_t>> m_sample; ///< numbers, sorted: for quantiles
};

}
