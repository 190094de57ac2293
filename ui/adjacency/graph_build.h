// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "ui/adjacency/graph.h"

namespace ow::ui {

/// What the graph is made of: mined pairs, people's decisions, and the names of products. Copies and
/// snapshots only.
struct GraphSource {
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;
    std::shared_ptr<const std::vector<store::MinedEdge>> mined;
    GraphSnapshot before; ///< nodes known from it keep their places; may be null
};

/// Joins them: one edge per decision, one suggestion per mined pair that nobody has decided on. Nodes are
/// placed anew only when one came that has no place yet, so that accepting a suggestion moves nothing. Needs
/// fonts (label sizes), no widgets: may run in a job. Errors: Cancelled.
[[nodiscard]] Result<GraphSnapshot> buildGraph(const GraphSource& source, const Progress& progress = {});

}
