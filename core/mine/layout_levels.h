// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/layout.h"

#include <cstdint>
#include <vector>

namespace ow::mine {

/// A connected graph while it is laid out: neighbours in one array (compressed rows).
struct ForceGraph {
    std::vector<double> mass; ///< how many original nodes each stands for
    std::vector<std::size_t> first; ///< size + 1 entries into `to` and `pull`
    std::vector<std::uint32_t> to;
    std::vector<double> pull; ///< relative strength of each edge, 1 on average

    std::size_t size() const { return mass.size(); }
};

/// The graph of `edges` over nodes 0 … count-1; parallel edges add up.
ForceGraph makeForceGraph(std::size_t count, std::vector<LayoutEdge> edges);

/// Half the graph: each node merged with its heaviest free neighbour. `parent` receives each node's place in
/// it.
ForceGraph coarsen(const ForceGraph& graph, std::vector<std::uint32_t>& parent);

/// Positions of a connected graph; the natural edge length is `length`. Empty when cancelled.
std::vector<Point> layOutConnected(
    const ForceGraph& graph, double length, std::uint64_t seed, unsigned threads, const Progress& progress);

}
