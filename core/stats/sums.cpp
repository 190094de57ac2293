// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/sums.h"

#include <cmath>

namespace ow::stats {

void Sum::add(double term)
{
    const double next = m_sum + term;
    if (std::abs(m_sum) >= std::abs(term))
        m_error += (m_sum - next) + term;
    else
        m_error += (term - next) + m_sum;
    m_sum = next;
}

void Sum::add(const Sum& other)
{
    add(other.m_sum);
    add(other.m_error);
}

double total(std::span<const double> values)
{
    Sum sum;
    for (double v : values)
        sum.add(v);
    return sum.value();
}

Moments moments(std::span<const double> values)
{
    Moments m;
    if (values.empty())
        return m;
    const double n = double(values.size());
    m.mean = total(values) / n;
    Sum squares, scale;
    for (double v : values) {
        squares.add((v - m.mean) * (v - m.mean));
        scale.add(v * v);
    }
    if (values.size() > 1)
        m.variance = snapToZero(squares.value(), scale.value()) / (n - 1);
    return m;
}

double snapToZero(double squares, double scale) { return squares <= 1e-28 * scale ? 0.0 : squares; }

}
