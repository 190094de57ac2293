// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace ow::stats {

/// Compensated sum (Neumaier 1974): the error does not grow with the number of terms, so results do not
/// depend on how large the data is. Terms are added in the order given; keep that order fixed and results are
/// bit-equal.
class Sum {
public:
    void add(double term);
    void add(const Sum& other);
    double value() const { return m_sum + m_error; }

private:
    double m_sum = 0;
    double m_error = 0;
};

double total(std::span<const double> values);

/// Mean and variance (n − 1) by two passes. The variance of fewer than two values is 0; look at the size
/// before use.
struct Moments {
    double mean = 0;
    double variance = 0;
};
Moments moments(std::span<const double> values);

/// Sum of squares that is pure rounding (below 1e-28 of `scale`, the squares of what was subtracted) counts
/// as 0, so that "no variation" is recognised although 0.1 has no exact binary form.
double snapToZero(double squares, double scale);

}
