// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"

#include <vector>

namespace ow::ui {

/// Which nodes carry their label at this zoom: best sellers first, no label on another. The others are dots.
/// Depends on the zoom alone, so that labels do not come and go while panning. `visible` says which nodes
/// pass the filter.
std::vector<char> planLabels(const Graph& graph, const std::vector<char>& visible, double zoom);

}
