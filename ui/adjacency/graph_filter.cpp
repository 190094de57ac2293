// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/graph_filter.h"

#include <algorithm>

namespace ow::ui {

bool GraphFilter::passes(const Graph& graph, const GraphEdge& edge) const
{
    if (!looks[std::size_t(edge.look)] || !statuses[std::size_t(edge.status)])
        return false;
    // Substitutes have no role: their own switch decides alone.
    if (edge.look != EdgeLook::Substitute && !roles[std::size_t(edge.role)])
        return false;
    // A substitute's lift in one basket is low by nature: the slider is about complements.
    if (edge.look != EdgeLook::Substitute && edge.lift && *edge.lift < minLift)
        return false;
    if (edge.q && *edge.q > maxQ)
        return false;
    const auto isFamily = [&](int node) { return graph.nodes[std::size_t(node)].end.family; };
    switch (level) {
    case Level::Both:
        return true;
    case Level::Products:
        return !isFamily(edge.a) && !isFamily(edge.b);
    case Level::Families:
        return isFamily(edge.a) && isFamily(edge.b);
    }
    return true;
}

Visible applyFilter(const Graph& graph, const GraphFilter& filter)
{
    Visible visible { std::vector<char>(graph.edges.size(), 0), std::vector<char>(graph.nodes.size(), 0), 0,
        0 };
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const GraphEdge& edge = graph.edges[i];
        if (!filter.passes(graph, edge))
            continue;
        visible.edges[i] = 1;
        visible.nodes[std::size_t(edge.a)] = visible.nodes[std::size_t(edge.b)] = 1;
        ++visible.edgeCount;
    }
    visible.nodeCount = int(std::count(visible.nodes.begin(), visible.nodes.end(), 1));
    return visible;
}

}
