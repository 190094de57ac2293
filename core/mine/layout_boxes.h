// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/layout.h"

#include <vector>

namespace ow::mine {

/// Moves boxes around their centres `at` apart until none overlaps (or `rounds` are over), each as little as
/// it can. False = cancelled.
bool pushApart(
    const std::vector<LayoutNode>& boxes, std::vector<Point>& at, int rounds, const Progress& progress);

/// Centres for boxes in rows, tallest first, around (0, 0): how the components of a graph share the canvas.
/// The rows are as wide as the widest box, or wider where that makes the whole about 1.3 times as wide as
/// high.
std::vector<Point> packRows(const std::vector<LayoutNode>& boxes);

}
