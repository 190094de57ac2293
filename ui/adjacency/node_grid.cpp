// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/node_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ow::ui {

namespace {
std::uint64_t square(double x, double y)
{
    return (std::uint64_t(std::int64_t(std::floor(x))) << 32)
        ^ (std::uint64_t(std::int64_t(std::floor(y))) & 0xffffffffU);
}
}

NodeGrid::NodeGrid(const Graph& graph)
{
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const GraphNode& node = graph.nodes[i];
        m_squares[square(node.at.x() / Side, node.at.y() / Side)].push_back(int(i));
        QRectF box(QPointF(), node.chip);
        box.moveCenter(node.at);
        m_bounds = m_bounds.isNull() ? box : m_bounds.united(box);
        m_centres |= QRectF(node.at - QPointF(1, 1), QSizeF(2, 2));
    }
}

void NodeGrid::collect(const QRectF& rect, std::vector<int>& into) const
{
    const QRectF r = rect.intersected(m_bounds);
    if (r.isNull())
        return;
    for (double y = std::floor(r.top() / Side); y <= r.bottom() / Side; ++y) {
        for (double x = std::floor(r.left() / Side); x <= r.right() / Side; ++x) {
            const auto it = m_squares.find(square(x, y));
            if (it != m_squares.end())
                into.insert(into.end(), it->second.begin(), it->second.end());
        }
    }
}

}
