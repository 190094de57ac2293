// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/label_plan.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

namespace ow::ui {

namespace {

// Label rectangles by square; a rectangle is listed in every square it touches.
class Taken {
public:
    bool intersects(const QRectF& rect) const
    {
        return anySquare(rect, [&](std::uint64_t key) {
            const auto it = m_squares.find(key);
            return it != m_squares.end()
                && std::any_of(it->second.begin(), it->second.end(),
                    [&](const QRectF& r) { return r.intersects(rect); });
        });
    }

    void add(const QRectF& rect)
    {
        anySquare(rect, [&](std::uint64_t key) {
            m_squares[key].push_back(rect);
            return false;
        });
    }

private:
    template <typename Fn>
    static bool anySquare(const QRectF& rect, Fn&& fn)
    {
        constexpr double side = 96;
        for (auto y = std::int64_t(std::floor(rect.top() / side)); y <= std::int64_t(rect.bottom() / side);
             ++y)
            for (auto x = std::int64_t(std::floor(rect.left() / side));
                 x <= std::int64_t(rect.right() / side); ++x)
                if (fn((std::uint64_t(x) << 32) ^ (std::uint64_t(y) & 0xffffffffU)))
                    return true;
        return false;
    }

    std::unordered_map<std::uint64_t, std::vector<QRectF>> m_squares;
};

}

std::vector<char> planLabels(const Graph& graph, const std::vector<char>& visible, double zoom)
{
    std::vector<int> order(graph.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&](int l, int r) { return graph.nodes[std::size_t(l)].sales > graph.nodes[std::size_t(r)].sales; });
    std::vector<char> labelled(graph.nodes.size(), 0);
    Taken taken;
    // From far away the labels of a large graph keep a distance, or they would paper it over.
    const double crowd = std::clamp(double(graph.nodes.size()) / 1500, 0.1, 1.0);
    const double margin = std::clamp(36 * (1 - zoom) * crowd, 2.0, 30.0);
    for (const int i : order) {
        const GraphNode& node = graph.nodes[std::size_t(i)];
        if (visible[std::size_t(i)] == 0)
            continue;
        QRectF rect(QPointF(), node.label(zoom));
        rect.moveCenter(node.at * zoom);
        if (taken.intersects(rect.adjusted(-margin, -margin, margin, margin)))
            continue;
        taken.add(rect);
        labelled[std::size_t(i)] = 1;
    }
    return labelled;
}

}
