// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"

#include <array>

namespace ow::ui {

/// What the canvas and the worklist show. What has no number (drawn by hand) passes the sliders.
struct GraphFilter {
    enum class Level { Both, Products, Families };

    std::array<bool, 3> looks { true, true, true }; ///< by EdgeLook
    std::array<bool, 3> statuses { true, true,
        false }; ///< by EdgeStatus; what was rejected is out of the way
    std::array<bool, 6> roles { true, true, true, true, true, true }; ///< by model::Role
    double minLift = 1;
    double maxQ = 1; ///< false discovery rate at which an edge still counts
    Level level = Level::Both;

    bool passes(const Graph& graph, const GraphEdge& edge) const;

    friend bool operator==(const GraphFilter&, const GraphFilter&) = default;
};

/// Which edges pass, and which nodes then have an edge.
struct Visible {
    std::vector<char> edges;
    std::vector<char> nodes;
    int edgeCount = 0;
    int nodeCount = 0;
};
Visible applyFilter(const Graph& graph, const GraphFilter& filter);

}
