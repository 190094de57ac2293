// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/layout_levels.h"

#include "base/parallel.h"
#include "base/random.h"
#include "mine/quadtree.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ow::mine {

namespace {

constexpr std::size_t smallEnough = 24; // a graph of this size finds its shape from a random start
constexpr double repulsionStrength = 0.25; // Hu's C

// Hu's adaptive cooling: long steps while the energy falls, shorter ones when it does not.
struct Step {
    double length;
    double energy = 1e300;
    int progress = 0;

    void update(double now)
    {
        constexpr double ratio = 0.9;
        if (now < energy) {
            if (++progress >= 5) {
                progress = 0;
                length /= ratio;
            }
        } else {
            progress = 0;
            length *= ratio;
        }
        energy = now;
    }
};

Point attraction(const ForceGraph& graph, const std::vector<Point>& at, std::size_t i, double length)
{
    Point force;
    for (std::size_t e = graph.first[i]; e < graph.first[i + 1]; ++e) {
        const double dx = at[graph.to[e]].x - at[i].x;
        const double dy = at[graph.to[e]].y - at[i].y;
        const double pull = graph.pull[e] * std::sqrt(dx * dx + dy * dy) / length;
        force.x += dx * pull;
        force.y += dy * pull;
    }
    return force;
}

// One level: `rounds` steps at most, fewer when nothing moves any more. False = cancelled.
bool relax(const ForceGraph& graph, std::vector<Point>& at, double length, double firstStep, int rounds,
    unsigned threads, const Progress& progress)
{
    const std::size_t n = graph.size();
    std::vector<Point> next(n);
    std::vector<double> energy(n);
    Step step { firstStep };
    for (int round = 0; round < rounds; ++round) {
        if (!goOn(progress, round, rounds))
            return false;
        const QuadTree tree(at, graph.mass);
        forChunks(n, 512, n < 1500 ? 1 : threads, [&](std::size_t, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Point force = attraction(graph, at, i, length);
                const Point away = tree.repulsionAt(at[i]);
                const double push = repulsionStrength * length * length * graph.mass[i];
                force.x += push * away.x;
                force.y += push * away.y;
                const double size = std::hypot(force.x, force.y);
                energy[i] = size * size;
                const double move = size > 0 ? step.length / size : 0;
                next[i] = { at[i].x + force.x * move, at[i].y + force.y * move };
            }
            return true;
        });
        at.swap(next);
        step.update(std::accumulate(energy.begin(), energy.end(), 0.0));
        if (step.length < length * 0.004)
            break;
    }
    return true;
}

std::vector<Point> randomPlaces(std::size_t n, double length, std::uint64_t seed)
{
    Philox random(seed);
    const double side = length * std::sqrt(double(n));
    std::vector<Point> at(n);
    for (Point& p : at)
        p = { (random.uniform() - 0.5) * side, (random.uniform() - 0.5) * side };
    return at;
}

}

ForceGraph makeForceGraph(std::size_t count, std::vector<LayoutEdge> edges)
{
    const std::size_t given = edges.size();
    for (std::size_t i = 0; i < given; ++i)
        edges.push_back({ edges[i].b, edges[i].a, edges[i].weight });
    std::sort(edges.begin(), edges.end(),
        [](const LayoutEdge& l, const LayoutEdge& r) { return l.a != r.a ? l.a < r.a : l.b < r.b; });

    ForceGraph graph;
    graph.mass.assign(count, 1.0);
    graph.first.assign(count + 1, 0);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const LayoutEdge& edge = edges[i];
        if (edge.a == edge.b)
            continue;
        if (i > 0 && edges[i - 1].a == edge.a && edges[i - 1].b == edge.b) {
            graph.pull.back() += edge.weight;
            continue;
        }
        graph.to.push_back(std::uint32_t(edge.b));
        graph.pull.push_back(edge.weight);
        ++graph.first[edge.a + 1];
    }
    std::partial_sum(graph.first.begin(), graph.first.end(), graph.first.begin());
    return graph;
}

ForceGraph coarsen(const ForceGraph& graph, std::vector<std::uint32_t>& parent)
{
    constexpr std::uint32_t none = ~0U;
    const std::size_t n = graph.size();
    parent.assign(n, none);
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    // Few neighbours first: they have the fewest chances to find a partner.
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t l, std::uint32_t r) {
        return graph.first[l + 1] - graph.first[l] < graph.first[r + 1] - graph.first[r];
    });
    std::uint32_t count = 0;
    std::vector<double> mass;
    for (const std::uint32_t i : order) {
        if (parent[i] != none)
            continue;
        std::uint32_t best = none;
        double bestScore = 0;
        for (std::size_t e = graph.first[i]; e < graph.first[i + 1]; ++e) {
            const std::uint32_t j = graph.to[e];
            const double score = graph.pull[e] / graph.mass[j];
            if (parent[j] == none && score > bestScore) {
                best = j;
                bestScore = score;
            }
        }
        parent[i] = count++;
        mass.push_back(graph.mass[i]);
        if (best != none) {
            parent[best] = parent[i];
            mass.back() += graph.mass[best];
        }
    }
    std::vector<LayoutEdge> edges;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t e = graph.first[i]; e < graph.first[i + 1]; ++e)
            if (i < graph.to[e] && parent[i] != parent[graph.to[e]])
                edges.push_back({ parent[i], parent[graph.to[e]], graph.pull[e] });
    ForceGraph coarse = makeForceGraph(count, std::move(edges));
    coarse.mass = std::move(mass);
    return coarse;
}

std::vector<Point> layOutConnected(
    const ForceGraph& graph, double length, std::uint64_t seed, unsigned threads, const Progress& progress)
{
    const std::size_t n = graph.size();
    std::vector<std::uint32_t> parent;
    ForceGraph coarse;
    // A star merges only two nodes a level: stop where halving does not get on, the level is laid out as it
    // is.
    if (n > smallEnough && (coarse = coarsen(graph, parent)).size() < n * 4 / 5) {
        std::vector<Point> above = layOutConnected(coarse, length * 1.5, seed, threads, progress);
        if (above.empty())
            return {};
        Philox random(seed, n);
        std::vector<Point> at(n);
        for (std::size_t i = 0; i < n; ++i) {
            const Point& p = above[parent[i]];
            at[i] = { p.x + (random.uniform() - 0.5) * length * 0.2,
                p.y + (random.uniform() - 0.5) * length * 0.2 };
        }
        return relax(graph, at, length, length * 0.3, 60, threads, progress) ? at : std::vector<Point> {};
    }
    std::vector<Point> at = randomPlaces(n, length, seed);
    return relax(graph, at, length, length, n > 200 ? 150 : 200, threads, progress) ? at
                                                                                    : std::vector<Point> {};
}

}
