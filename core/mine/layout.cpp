// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/layout.h"

#include "mine/layout_boxes.h"
#include "mine/layout_levels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace ow::mine {

namespace {

// Connected components, each with its nodes in rising order; the component of each node in `of`.
std::vector<std::vector<std::size_t>> components(
    std::size_t n, const std::vector<LayoutEdge>& edges, std::vector<std::size_t>& of)
{
    std::vector<std::size_t> root(n);
    std::iota(root.begin(), root.end(), std::size_t(0));
    const auto find = [&](std::size_t i) {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    };
    for (const LayoutEdge& edge : edges) {
        const std::size_t a = find(edge.a);
        const std::size_t b = find(edge.b);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::size_t>> result;
    of.assign(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t r = find(i);
        of[i] = r == i ? result.size() : of[r];
        if (r == i)
            result.emplace_back();
        result[of[i]].push_back(i);
    }
    return result;
}

// The parts' strengths are brought to a mean of 1, so that the caller's unit of weight does not matter.
void normalise(std::vector<LayoutEdge>& edges)
{
    double sum = 0;
    for (const LayoutEdge& edge : edges)
        sum += edge.weight;
    const double mean = sum / double(std::max<std::size_t>(edges.size(), 1));
    for (LayoutEdge& edge : edges)
        edge.weight = mean > 0 ? 0.5 + 0.5 * edge.weight / mean : 1;
}

// The box around a laid-out component, whose middle is brought to (0, 0).
LayoutNode centre(std::vector<Point>& at, const std::vector<LayoutNode>& boxes)
{
    double left = 1e300;
    double right = -1e300;
    double top = 1e300;
    double bottom = -1e300;
    for (std::size_t i = 0; i < at.size(); ++i) {
        left = std::min(left, at[i].x - boxes[i].width / 2);
        right = std::max(right, at[i].x + boxes[i].width / 2);
        top = std::min(top, at[i].y - boxes[i].height / 2);
        bottom = std::max(bottom, at[i].y + boxes[i].height / 2);
    }
    for (Point& p : at) {
        p.x -= (left + right) / 2;
        p.y -= (top + bottom) / 2;
    }
    return { right - left, bottom - top };
}

// Turns the component so that its longest way lies across: windows are wider than high.
void layDown(std::vector<Point>& at)
{
    Point mean;
    for (const Point& p : at) {
        mean.x += p.x / double(at.size());
        mean.y += p.y / double(at.size());
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const Point& p : at) {
        xx += (p.x - mean.x) * (p.x - mean.x);
        xy += (p.x - mean.x) * (p.y - mean.y);
        yy += (p.y - mean.y) * (p.y - mean.y);
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy); // of the first principal axis
    for (Point& p : at)
        p = { p.x * std::cos(angle) + p.y * std::sin(angle), p.y * std::cos(angle) - p.x * std::sin(angle) };
}

// Boxes that fill more than a quarter of their ground cannot be pushed apart without tearing the picture:
// more ground.
void makeRoom(std::vector<Point>& at, const std::vector<LayoutNode>& boxes)
{
    double filled = 0;
    for (const LayoutNode& box : boxes)
        filled += box.width * box.height;
    const LayoutNode ground = centre(at, boxes);
    const double grow = std::sqrt(filled / (0.2 * ground.width * ground.height));
    if (grow > 1 && at.size() > 1)
        for (Point& p : at)
            p = { p.x * grow, p.y * grow };
}

}

Result<std::vector<Point>> layOut(const std::vector<LayoutNode>& nodes, const std::vector<LayoutEdge>& given,
    const LayoutOptions& options, const Progress& progress)
{
    for (std::size_t i = 0; i < given.size(); ++i)
        if (given[i].a >= nodes.size() || given[i].b >= nodes.size())
            return fail(ErrorCode::InvalidInput, "This edge ends at a node that is not there.",
                "edges[" + std::to_string(i) + "]");
    std::vector<LayoutEdge> edges = given;
    normalise(edges);

    std::vector<std::size_t> of;
    const auto parts = components(nodes.size(), edges, of);
    std::vector<std::size_t> place(nodes.size());
    for (const auto& part : parts)
        for (std::size_t k = 0; k < part.size(); ++k)
            place[part[k]] = k;
    std::vector<std::vector<LayoutEdge>> partEdges(parts.size());
    for (const LayoutEdge& edge : edges)
        partEdges[of[edge.a]].push_back({ place[edge.a], place[edge.b], edge.weight });

    const Progress inner = [&](std::int64_t, std::int64_t) { return goOn(progress, 0, 0); };
    std::vector<std::vector<Point>> at(parts.size());
    std::vector<LayoutNode> ground(parts.size());
    for (std::size_t c = 0; c < parts.size(); ++c) {
        std::vector<LayoutNode> boxes(parts[c].size());
        for (std::size_t k = 0; k < boxes.size(); ++k)
            boxes[k] = { nodes[parts[c][k]].width + 14, nodes[parts[c][k]].height + 10 }; // room to breathe
        const ForceGraph graph = makeForceGraph(parts[c].size(), std::move(partEdges[c]));
        at[c] = layOutConnected(graph, options.edgeLength, options.seed, options.threads, inner);
        if (at[c].empty())
            return fail(ErrorCode::Cancelled, "The layout was stopped.");
        layDown(at[c]);
        makeRoom(at[c], boxes);
        if (!pushApart(boxes, at[c], 80, inner))
            return fail(ErrorCode::Cancelled, "The layout was stopped.");
        ground[c] = centre(at[c], boxes);
    }
    const std::vector<Point> centres = packRows(ground);
    std::vector<Point> result(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Point& p = at[of[i]][place[i]];
        result[i] = { p.x + centres[of[i]].x, p.y + centres[of[i]].y };
    }
    return result;
}

}
