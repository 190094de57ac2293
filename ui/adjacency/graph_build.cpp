// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/graph_build.h"

#include "mine/evidence_json.h"
#include "mine/layout.h"
#include "ui/adjacency/graph_index.h"
#include "ui/adjacency/graph_painter.h"
#include "ui/shell/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace ow::ui {

namespace {

using Ends = std::pair<model::EdgeEnd, model::EdgeEnd>;

Ends inOrder(const model::EdgeEnd& a, const model::EdgeEnd& b)
{
    return a < b ? Ends { a, b } : Ends { b, a };
}

EdgeLook lookOf(const std::string& edgeClass)
{
    return edgeClass == "complement" ? EdgeLook::Complement
        : edgeClass == "substitute"  ? EdgeLook::Substitute
                                     : EdgeLook::Unknown;
}

class Builder {
public:
    explicit Builder(const GraphSource& source)
        : m_source(source)
        , m_graph(std::make_shared<Graph>())
    {
    }

    std::shared_ptr<Graph> run(const Progress& progress)
    {
        m_graph->mined = *m_source.mined;
        for (std::size_t i = 0; i < m_graph->mined.size(); ++i)
            readMined(int(i));
        for (const auto& [id, edge] : m_source.draft->edges)
            addDecided(id, edge.first, edge.second);
        for (std::size_t i = 0; i < m_graph->mined.size(); ++i) {
            if (i % 1024 == 0 && !goOn(progress, std::int64_t(i), std::int64_t(m_graph->mined.size())))
                return nullptr;
            addSuggestion(int(i));
        }
        finishNodes();
        indexGraph(*m_graph);
        return m_graph;
    }

private:
    void readMined(int index)
    {
        const store::MinedEdge& mined = m_graph->mined[std::size_t(index)];
        const auto a = model::EdgeEnd::parse(mined.a);
        const auto b = model::EdgeEnd::parse(mined.b);
        if (a && b)
            m_minedOf[inOrder(*a, *b)] = index;
    }

    int node(const model::EdgeEnd& end)
    {
        const auto [it, isNew] = m_graph->byEnd.try_emplace(end, int(m_graph->nodes.size()));
        if (isNew) {
            GraphNode node;
            node.end = end;
            const model::Product* product = end.family ? nullptr : m_source.catalogue->find(end.key);
            node.title = qs(product != nullptr && !product->title.empty() ? product->title : end.key);
            node.family = product != nullptr ? qs(product->family) : QString();
            m_graph->nodes.push_back(std::move(node));
        }
        return it->second;
    }

    void addDecided(const std::string& id, const model::Edge& edge, const model::EdgeDecision& decision)
    {
        GraphEdge it;
        it.id = id;
        it.a = node(edge.from);
        it.b = node(edge.to);
        it.look = edge.kind == model::EdgeKind::Complement ? EdgeLook::Complement : EdgeLook::Substitute;
        it.status
            = decision.state == model::EdgeState::Accepted ? EdgeStatus::Accepted : EdgeStatus::Rejected;
        it.role = edge.role;
        it.drawn = decision.drawn;
        it.weight = edge.weight;
        const Ends ends = inOrder(edge.from, edge.to);
        if (const auto mined = m_minedOf.find(ends); mined != m_minedOf.end())
            attach(it, mined->second);
        m_decided.insert(ends);
        m_graph->edges.push_back(std::move(it));
    }

    void addSuggestion(int index)
    {
        const store::MinedEdge& mined = m_graph->mined[std::size_t(index)];
        const auto a = model::EdgeEnd::parse(mined.a);
        const auto b = model::EdgeEnd::parse(mined.b);
        if (!a || !b || m_decided.contains(inOrder(*a, *b)))
            return;
        GraphEdge it;
        it.look = lookOf(mined.edgeClass);
        it.weight = std::clamp(mined.weight, 0.0, 1.0);
        const bool turned = it.look != EdgeLook::Substitute && comesSecond(*a, *b, mined.evidence);
        const model::EdgeEnd& from = turned ? *b : *a;
        const model::EdgeEnd& to = turned ? *a : *b;
        it.a = node(from);
        it.b = node(to);
        it.id = model::edgeId(
            it.look == EdgeLook::Substitute ? model::EdgeKind::Substitute : model::EdgeKind::Complement, from,
            to);
        it.role = it.look == EdgeLook::Complement ? roleOf(to) : model::Role::None;
        attach(it, index);
        m_graph->edges.push_back(std::move(it));
    }

    void attach(GraphEdge& edge, int index)
    {
        const store::MinedEdge& mined = m_graph->mined[std::size_t(index)];
        edge.mined = index;
        edge.lift = mined.lift;
        edge.q = mined.q;
        const auto evidence = mine::readEvidence(mined.evidence);
        if (!evidence)
            return;
        const auto a = model::EdgeEnd::parse(mined.a);
        GraphNode& first = m_graph->nodes[std::size_t(node(*a))];
        GraphNode& second
            = m_graph->nodes[std::size_t(m_graph->nodes[std::size_t(edge.a)].end == *a ? edge.b : edge.a)];
        first.sales = std::max(first.sales, double(evidence->buy.counts.nA));
        second.sales = std::max(second.sales, double(evidence->buy.counts.nB));
    }

    // Which end is offered along with the other: what is bought later, where the order of purchases says so;
    // else the cheaper one.
    bool comesSecond(const model::EdgeEnd& a, const model::EdgeEnd& b, const std::string& json) const
    {
        if (const auto evidence = mine::readEvidence(json); evidence && evidence->sequence) {
            const auto& sequence = *evidence->sequence;
            if (sequence.lower && *sequence.lower > 1)
                return false;
            if (sequence.upper && *sequence.upper < 1)
                return true;
        }
        const model::Product* first = a.family ? nullptr : m_source.catalogue->find(a.key);
        const model::Product* second = b.family ? nullptr : m_source.catalogue->find(b.key);
        return first != nullptr && second != nullptr && first->price < second->price;
    }

    // The role that an offer of the product plays already; None where there is no offer of it.
    model::Role roleOf(const model::EdgeEnd& end) const
    {
        for (const model::Offer& offer : m_source.draft->policy.offers)
            for (const model::OfferItem& item : offer.items) {
                const model::Product* product = m_source.catalogue->find(item.sku);
                if (end.family ? product != nullptr && product->family == end.key : item.sku == end.key)
                    return offer.role;
            }
        return model::Role::None;
    }

    void finishNodes()
    {
        double most = 1;
        for (const GraphNode& node : m_graph->nodes)
            most = std::max(most, node.sales);
        std::set<std::string> withEdge;
        for (GraphNode& node : m_graph->nodes) {
            node.size = std::sqrt(node.sales / most);
            measureLabels(node);
            if (!node.end.family)
                withEdge.insert(node.end.key);
        }
        m_graph->productsWithout
            = std::int64_t(m_source.catalogue->products.size()) - std::int64_t(withEdge.size());
    }

    const GraphSource& m_source;
    std::shared_ptr<Graph> m_graph;
    std::map<Ends, int> m_minedOf;
    std::set<Ends> m_decided;
};

// True when every node has its place from before.
bool takePlaces(Graph& graph, const GraphSnapshot& before)
{
    if (!before)
        return graph.nodes.empty();
    for (GraphNode& node : graph.nodes) {
        const int old = before->nodeOf(node.end);
        if (old < 0)
            return false;
        node.at = before->nodes[std::size_t(old)].at;
    }
    return true;
}

}

Result<GraphSnapshot> buildGraph(const GraphSource& source, const Progress& progress)
{
    const auto graph = Builder(source).run(progress);
    if (!graph)
        return fail(ErrorCode::Cancelled, "Drawing the graph was stopped.");
    if (takePlaces(*graph, source.before))
        return GraphSnapshot(graph);
    std::vector<mine::LayoutNode> boxes;
    for (const GraphNode& node : graph->nodes)
        boxes.push_back({ node.chip.width(), node.chip.height() });
    std::vector<mine::LayoutEdge> pulls;
    for (const GraphEdge& edge : graph->edges)
        if (edge.status != EdgeStatus::Rejected)
            pulls.push_back({ std::size_t(edge.a), std::size_t(edge.b), 0.2 + edge.weight });
    const auto at = mine::layOut(boxes, pulls, {}, progress);
    if (!at)
        return fail(at.error());
    for (std::size_t i = 0; i < at->size(); ++i)
        graph->nodes[i].at = { (*at)[i].x, (*at)[i].y };
    return GraphSnapshot(graph);
}

}
