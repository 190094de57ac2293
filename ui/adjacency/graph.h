// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/bulk_reader.h"

#include <QPointF>
#include <QSizeF>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ow::ui {

/// What an edge is drawn as. Unknown: mined, but the evidence does not tell complement from substitute.
enum class EdgeLook { Complement, Substitute, Unknown };
enum class EdgeStatus { Suggested, Accepted, Rejected };

/// Below this zoom labels are small, so that they leave something of the graph to be seen.
inline constexpr double FarZoom = 0.45;

struct GraphNode {
    model::EdgeEnd end;
    QString title;
    QString family; ///< of a product; "" for a family
    double sales = 0; ///< baskets that hold it
    double size = 0; ///< 0 … 1, rank of its sales among the nodes
    QSizeF chip; ///< of its label, near
    QSizeF farChip; ///< the smaller one that is shown from afar
    QPointF at;

    QSizeF label(double zoom) const { return zoom < FarZoom ? farChip : chip; }
};

struct GraphEdge {
    int a = 0; ///< index into nodes; of a complement: what is bought first
    int b = 0;
    EdgeLook look = EdgeLook::Unknown;
    EdgeStatus status = EdgeStatus::Suggested;
    model::Role role = model::Role::None;
    bool drawn = false; ///< by hand
    double weight = 0; ///< 0 … 1
    std::optional<double> lift; ///< empty where there is no evidence
    std::optional<double> q;
    int mined = -1; ///< index into `mined`; -1 = no evidence in the file
    std::string id; ///< model::edgeId of what it is, or would be when accepted
};

/// The adjacency graph as the canvas shows it: an immutable snapshot, shared with the layout job.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<store::MinedEdge> mined;
    std::vector<int> firstOfNode; ///< nodes + 1 entries into edgesOfNode
    std::vector<int> edgesOfNode; ///< edges at each node
    std::int64_t productsWithout = 0; ///< products without any edge

    int nodeOf(const model::EdgeEnd& end) const; ///< -1 = none
    int edgeOf(const std::string& id) const; ///< -1 = none
    std::map<model::EdgeEnd, int> byEnd;
    std::map<std::string, int> byId;
};

using GraphSnapshot = std::shared_ptr<const Graph>;

}
