// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ow::stats {

/// Gauss–Legendre nodes and weights on [0, 1], exact for polynomials up to degree 2n − 1.
struct GaussNodes {
    std::vector<double> x;
    std::vector<double> w;
};

/// The nodes by Newton on the Legendre recurrence, to the last bit or two; n in 2 … 200.
GaussNodes gaussLegendre(int n);

}
