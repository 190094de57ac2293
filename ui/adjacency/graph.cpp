// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/graph_index.h"

#include <numeric>

namespace ow::ui {

int Graph::nodeOf(const model::EdgeEnd& end) const
{
    const auto it = byEnd.find(end);
    return it == byEnd.end() ? -1 : it->second;
}

int Graph::edgeOf(const std::string& id) const
{
    const auto it = byId.find(id);
    return it == byId.end() ? -1 : it->second;
}

void indexGraph(Graph& graph)
{
    graph.byEnd.clear();
    graph.byId.clear();
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        graph.byEnd[graph.nodes[i].end] = int(i);
    graph.firstOfNode.assign(graph.nodes.size() + 1, 0);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        graph.byId[graph.edges[i].id] = int(i);
        ++graph.firstOfNode[std::size_t(graph.edges[i].a) + 1];
        ++graph.firstOfNode[std::size_t(graph.edges[i].b) + 1];
    }
    std::partial_sum(graph.firstOfNode.begin(), graph.firstOfNode.end(), graph.firstOfNode.begin());
    graph.edgesOfNode.resize(graph.edges.size() * 2);
    std::vector<int> next(graph.firstOfNode.begin(), graph.firstOfNode.end() - 1);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        graph.edgesOfNode[std::size_t(next[std::size_t(graph.edges[i].a)]++)] = int(i);
        graph.edgesOfNode[std::size_t(next[std::size_t(graph.edges[i].b)]++)] = int(i);
    }
}

}
