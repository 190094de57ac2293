// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"

namespace ow::ui {

/// Fills what is derived from nodes and edges: edges of each node, lookup by end and by id.
void indexGraph(Graph& graph);

}
