// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/layout.h"

#include <cstdint>
#include <vector>

namespace ow::mine {

/// A quadtree over points with masses, for the far field of Barnes and Hut (1986): a cell that is small
/// against its distance acts as one point of its whole mass. Built once a step; reading it is thread-safe.
class QuadTree {
public:
    QuadTree(const std::vector<Point>& points, const std::vector<double>& masses);

    /// Sum over all other points q of mass(q) · (p − q) / |p − q|², cells opened where size / distance >=
    /// theta. Points in the very same place do not push each other.
    Point repulsionAt(Point p, double theta = 1.1) const;

private:
    struct Cell {
        double centreX = 0; ///< of mass
        double centreY = 0;
        double mass = 0;
        double size = 0; ///< side length
        std::int32_t firstChild = -1; ///< four in a row; -1 = a leaf
    };

    void insert(std::int32_t cell, double left, double top, Point p, double mass);

    std::vector<Cell> m_cells;
    double m_left = 0;
    double m_top = 0;
};

}
