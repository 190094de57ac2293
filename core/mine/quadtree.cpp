// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/quadtree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace ow::mine {

namespace {
// Points nearer to each other than a 2^-20th of the picture share a leaf: they look like one point from
// everywhere.
constexpr double smallestCell = 1.0 / (1 << 20);
}

QuadTree::QuadTree(const std::vector<Point>& points, const std::vector<double>& masses)
{
    double right = std::numeric_limits<double>::lowest();
    double bottom = right;
    m_left = m_top = std::numeric_limits<double>::max();
    for (const Point& p : points) {
        m_left = std::min(m_left, p.x);
        m_top = std::min(m_top, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    m_cells.reserve(points.size() * 3 + 1);
    Cell root;
    root.size = points.empty() ? 1 : std::max({ right - m_left, bottom - m_top, 1e-9 });
    m_cells.push_back(root);
    for (std::size_t i = 0; i < points.size(); ++i)
        insert(0, m_left, m_top, points[i], masses[i]);
}

void QuadTree::insert(std::int32_t index, double left, double top, Point p, double mass)
{
    const double least = m_cells[0].size * smallestCell;
    const auto childOf = [&](double x, double y, double& l, double& t, double half) {
        const bool east = x >= l + half;
        const bool south = y >= t + half;
        l += east ? half : 0;
        t += south ? half : 0;
        return (east ? 1 : 0) + (south ? 2 : 0);
    };
    while (true) {
        Cell& cell = m_cells[std::size_t(index)];
        const bool occupied = cell.mass > 0;
        const Point old { cell.centreX, cell.centreY };
        const double oldMass = cell.mass;
        cell.mass += mass;
        cell.centreX += (p.x - cell.centreX) * mass / cell.mass;
        cell.centreY += (p.y - cell.centreY) * mass / cell.mass;
        const double half = cell.size / 2;
        if (cell.firstChild < 0) {
            if (!occupied || half < least)
                return;
            // A leaf that holds a point already: it becomes an inner cell and its point moves one level down.
            const auto first = std::int32_t(m_cells.size());
            cell.firstChild = first;
            Cell child;
            child.size = half;
            m_cells.insert(m_cells.end(), 4, child); // invalidates `cell`
            double l = left;
            double t = top;
            Cell& down = m_cells[std::size_t(first + childOf(old.x, old.y, l, t, half))];
            down.centreX = old.x;
            down.centreY = old.y;
            down.mass = oldMass;
        }
        index = m_cells[std::size_t(index)].firstChild + childOf(p.x, p.y, left, top, half);
    }
}

Point QuadTree::repulsionAt(Point p, double theta) const
{
    Point force;
    std::array<std::int32_t, 4 * 24>
        stack; // depth is at most 21, each level leaves at most 3 siblings behind
    std::size_t depth = 0;
    stack[depth++] = 0;
    const double theta2 = theta * theta;
    while (depth > 0) {
        const Cell& cell = m_cells[std::size_t(stack[--depth])];
        if (cell.mass <= 0)
            continue;
        const double dx = p.x - cell.centreX;
        const double dy = p.y - cell.centreY;
        const double d2 = dx * dx + dy * dy;
        if (cell.firstChild < 0 || cell.size * cell.size < theta2 * d2) {
            if (d2 > 1e-18) {
                force.x += cell.mass * dx / d2;
                force.y += cell.mass * dy / d2;
            }
            continue;
        }
        for (std::int32_t child = 0; child < 4; ++child)
            stack[depth++] = cell.firstChild + child;
    }
    return force;
}

}
