// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/layout_boxes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

namespace ow::mine {

namespace {

// Points by square: whoever may touch a box of at most the square's size is in its own or the eight squares
// around.
class Squares {
public:
    Squares(const std::vector<Point>& at, double side)
        : m_side(side)
    {
        m_squares.reserve(at.size());
        for (std::uint32_t i = 0; i < at.size(); ++i)
            m_squares[key(at[i], 0, 0)].push_back(i);
    }

    template <typename Fn>
    void forNear(Point p, Fn&& fn) const
    {
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                const auto it = m_squares.find(key(p, dx, dy));
                if (it != m_squares.end())
                    for (const std::uint32_t i : it->second)
                        fn(i);
            }
        }
    }

private:
    std::uint64_t key(Point p, int dx, int dy) const
    {
        const auto x = std::int64_t(std::floor(p.x / m_side)) + dx;
        const auto y = std::int64_t(std::floor(p.y / m_side)) + dy;
        return (std::uint64_t(x) << 32) ^ (std::uint64_t(y) & 0xffffffffU);
    }

    double m_side;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_squares;
};

// Half the way that the pair must go, along the axis where it is shorter. Empty = they do not touch.
bool overlap(const LayoutNode& a, Point p, const LayoutNode& b, Point q, Point& move)
{
    const double dx = p.x - q.x;
    const double dy = p.y - q.y;
    const double x = (a.width + b.width) / 2 - std::abs(dx);
    const double y = (a.height + b.height) / 2 - std::abs(dy);
    if (x <= 0 || y <= 0)
        return false;
    move = x < y ? Point { (dx < 0 ? -x : x) / 2, 0 } : Point { 0, (dy < 0 ? -y : y) / 2 };
    return true;
}

}

bool pushApart(
    const std::vector<LayoutNode>& boxes, std::vector<Point>& at, int rounds, const Progress& progress)
{
    double side = 1;
    for (const LayoutNode& box : boxes)
        side = std::max({ side, box.width, box.height });
    std::vector<Point> moves(at.size());
    for (int round = 0; round < rounds; ++round) {
        if (!goOn(progress, round, rounds))
            return false;
        const Squares squares(at, side);
        bool any = false;
        for (std::uint32_t i = 0; i < at.size(); ++i) {
            moves[i] = {};
            squares.forNear(at[i], [&](std::uint32_t j) {
                Point move;
                // Two in the very same place part by their order.
                const Point other = i != j && at[i].x == at[j].x && at[i].y == at[j].y
                    ? Point { at[j].x, at[j].y + (i < j ? 1e-3 : -1e-3) }
                    : at[j];
                if (i != j && overlap(boxes[i], at[i], boxes[j], other, move)) {
                    moves[i].x += move.x;
                    moves[i].y += move.y;
                    any = true;
                }
            });
        }
        if (!any)
            break;
        for (std::size_t i = 0; i < at.size(); ++i) {
            at[i].x += moves[i].x * 0.75; // less than the whole way: many push at once
            at[i].y += moves[i].y * 0.75;
        }
    }
    return true;
}

std::vector<Point> packRows(const std::vector<LayoutNode>& boxes)
{
    constexpr double gap = 40;
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t l, std::size_t r) { return boxes[l].height > boxes[r].height; });
    double area = 0;
    double rowWidth = 0;
    for (const LayoutNode& box : boxes) {
        area += (box.width + gap) * (box.height + gap);
        rowWidth = std::max(rowWidth, box.width);
    }
    rowWidth = std::max(rowWidth, std::sqrt(area * 1.3));

    std::vector<Point> centres(boxes.size());
    std::size_t rowBegin = 0;
    double x = 0;
    double top = 0;
    double rowHeight = 0;
    const auto endRow = [&](std::size_t end) {
        for (std::size_t k = rowBegin; k < end; ++k) // each row in the middle
            centres[order[k]].x -= (x - gap) / 2;
        top += rowHeight + gap;
        x = rowHeight = 0;
        rowBegin = end;
    };
    for (std::size_t k = 0; k < order.size(); ++k) {
        const LayoutNode& box = boxes[order[k]];
        if (x > 0 && x + box.width > rowWidth)
            endRow(k);
        rowHeight = std::max(rowHeight, box.height);
        centres[order[k]] = { x + box.width / 2, top + rowHeight / 2 };
        x += box.width + gap;
    }
    endRow(order.size());
    for (Point& p : centres)
        p.y -= (top - gap) / 2;
    return centres;
}

}
