// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "mine/layout.h"
#include "ui/adjacency/graph.h"
#include "ui/adjacency/graph_index.h"
#include "ui/adjacency/graph_painter.h"

namespace ow::ui {

/// A graph like mined ones: groups of 25 that hold together, with threads between them. Placed by the real layout.
inline GraphSnapshot madeGraph(int nodes, int edges)
{
    Philox random(11);
    auto graph = std::make_shared<Graph>();
    for (int i = 0; i < nodes; ++i) {
        GraphNode node;
        node.end = { false, "P" + std::to_string(i) };
        node.title = QStringLiteral("Product number %1").arg(i);
        node.sales = 1000 / (1.0 + i % 97);
        node.size = 1.0 / (1 + i % 13);
        measureLabels(node);
        graph->nodes.push_back(node);
    }
    for (int i = 0; i < edges; ++i) {
        GraphEdge edge;
        edge.a = int(random.below(std::uint64_t(nodes)));
        edge.b = random.uniform() < 0.9 ? (edge.a / 25 * 25 + int(random.below(25))) % nodes
                                        : int(random.below(std::uint64_t(nodes)));
        if (edge.a == edge.b)
            edge.b = (edge.b + 1) % nodes;
        edge.look = EdgeLook(random.below(3));
        edge.status = i % 3 == 0 ? EdgeStatus::Accepted : EdgeStatus::Suggested;
        edge.role = model::Role(random.below(6));
        edge.weight = random.uniform();
        edge.lift = 1 + 4 * random.uniform();
        edge.q = random.uniform() * 0.1;
        edge.id = "e" + std::to_string(i);
        graph->edges.push_back(edge);
    }
    indexGraph(*graph);
    std::vector<mine::LayoutNode> boxes;
    for (const GraphNode& node : graph->nodes)
        boxes.push_back({ node.chip.width(), node.chip.height() });
    std::vector<mine::LayoutEdge> pulls;
    for (const GraphEdge& edge : graph->edges)
        pulls.push_back({ std::size_t(edge.a), std::size_t(edge.b), edge.weight });
    const auto at = *mine::layOut(boxes, pulls);
    for (std::size_t i = 0; i < at.size(); ++i)
        graph->nodes[i].at = { at[i].x, at[i].y };
    return graph;
}

}
