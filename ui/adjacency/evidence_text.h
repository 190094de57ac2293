// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/adjacency.h"
#include "ui/adjacency/graph.h"

#include <QString>

#include <array>

namespace ow::ui {

/// One of the four bars of the evidence card.
struct EvidenceBar {
    QString name; ///< "Bought together"
    bool known = false;
    double share = 0; ///< 0 … 1 of the bar; on a logarithmic scale that ends at ×20
    QString value; ///< "×6.5", or why there is none
    QString details; ///< counts, chance, error rate: for the tooltip
};

/// "Laptop 14 → USB-C dock"
QString edgeTitle(const Graph& graph, const GraphEdge& edge);
/// "complement", "substitute, rejected", …: what it is and who says so.
QString edgeSubtitle(const GraphEdge& edge);
/// co-buy, co-view, sequence, content.
std::array<EvidenceBar, 4> evidenceBars(const mine::MinedPair& pair);
/// What the numbers say, in one or two plain sentences.
QString verdict(const Graph& graph, const GraphEdge& edge, const mine::MinedPair& pair);
QString roleName(model::Role role);
QString lookName(EdgeLook look);
QString statusName(EdgeStatus status);

/// The evidence of an edge as mined; empty where there is none or it cannot be read.
std::optional<mine::MinedPair> evidenceOf(const Graph& graph, const GraphEdge& edge);

}
