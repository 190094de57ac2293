// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"

#include <QRectF>

#include <unordered_map>
#include <vector>

namespace ow::ui {

/// Nodes by where they are: what is in a rectangle, without asking all of them.
class NodeGrid {
public:
    NodeGrid() = default;
    explicit NodeGrid(const Graph& graph);

    /// Nodes whose centres are in `rect` (graph coordinates), and some around it.
    void collect(const QRectF& rect, std::vector<int>& into) const;
    QRectF bounds() const { return m_bounds; } ///< of the labels at zoom 1
    QRectF centres() const { return m_centres; } ///< of the nodes' middles

private:
    static constexpr double Side = 400;
    std::unordered_map<std::uint64_t, std::vector<int>> m_squares;
    QRectF m_bounds, m_centres;
};

}
