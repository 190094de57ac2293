// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/edge_commands.h"

#include "ui/adjacency/evidence_text.h"
#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::ui {

namespace {

struct Commands {
    Q_DECLARE_TR_FUNCTIONS(EdgeCommands)
};

constexpr std::string_view edgeKindName = "edge";

model::Edge edgeOf(const Graph& graph, const GraphEdge& edge, model::EdgeKind kind, model::Role role)
{
    model::Edge result;
    result.from = graph.nodes[std::size_t(edge.a)].end;
    result.to = graph.nodes[std::size_t(edge.b)].end;
    result.kind = kind;
    result.role = kind == model::EdgeKind::Complement ? role : model::Role::None;
    // A pair that the data call significant but weak still has to be an edge: weights are above 0.
    result.weight = std::clamp(edge.weight, 0.01, 1.0);
    return result;
}

model::EdgeKind kindOf(const GraphEdge& edge)
{
    return edge.look == EdgeLook::Substitute ? model::EdgeKind::Substitute : model::EdgeKind::Complement;
}

QString names(const Graph& graph, const GraphEdge& edge, model::EdgeKind kind)
{
    GraphEdge shown = edge;
    shown.look = kind == model::EdgeKind::Complement ? EdgeLook::Complement : EdgeLook::Substitute;
    return edgeTitle(graph, shown);
}

// What replaces a decision of another id (kind or direction changed) takes the old one away in the same step.
void replaceOld(store::Command& command, const GraphEdge& edge, const std::string& newId)
{
    if (edge.status != EdgeStatus::Suggested && edge.id != newId)
        command.edits.insert(command.edits.begin(), store::remove(std::string(edgeKindName), edge.id));
}

}

store::Command acceptEdge(const Graph& graph, const GraphEdge& edge, model::EdgeKind kind, model::Role role)
{
    const model::Edge value = edgeOf(graph, edge, kind, role);
    store::Command command;
    command.title = ss(kind == model::EdgeKind::Substitute
            ? Commands::tr("Accepted as substitutes: %1").arg(names(graph, edge, kind))
            : role == model::Role::None
            ? Commands::tr("Accepted: %1").arg(names(graph, edge, kind))
            : Commands::tr("Accepted: %1 (%2)").arg(names(graph, edge, kind), roleName(role)));
    command.edits = { store::put(value, { model::EdgeState::Accepted, edge.drawn, {} }) };
    replaceOld(command, edge, model::edgeId(value));
    return command;
}

store::Command rejectEdge(const Graph& graph, const GraphEdge& edge)
{
    const model::Edge value = edgeOf(graph, edge, kindOf(edge), edge.role);
    store::Command command;
    command.title = ss(Commands::tr("Rejected: %1").arg(names(graph, edge, kindOf(edge))));
    command.edits = { store::put(value, { model::EdgeState::Rejected, edge.drawn, {} }) };
    replaceOld(command, edge, model::edgeId(value));
    return command;
}

store::Command forgetEdge(const Graph& graph, const GraphEdge& edge)
{
    store::Command command;
    command.title
        = ss(edge.mined >= 0 ? Commands::tr("Undecided again: %1").arg(names(graph, edge, kindOf(edge)))
                             : Commands::tr("Removed the edge %1").arg(names(graph, edge, kindOf(edge))));
    command.edits = { store::remove(std::string(edgeKindName), edge.id) };
    return command;
}

store::Command turnEdge(const Graph& graph, const GraphEdge& edge)
{
    GraphEdge turned = edge;
    std::swap(turned.a, turned.b);
    const model::Edge value = edgeOf(graph, turned, kindOf(edge), edge.role);
    store::Command command;
    command.title = ss(Commands::tr("Turned round: %1").arg(edgeTitle(graph, turned)));
    command.edits = { store::put(value,
        { edge.status == EdgeStatus::Rejected ? model::EdgeState::Rejected : model::EdgeState::Accepted,
            edge.drawn, {} }) };
    replaceOld(command, edge, model::edgeId(value));
    return command;
}

store::Command drawEdge(const model::Edge& edge, const QString& fromTitle, const QString& toTitle)
{
    store::Command command;
    command.title
        = ss(edge.kind == model::EdgeKind::Complement ? Commands::tr("Drew %1 → %2").arg(fromTitle, toTitle)
                                                      : Commands::tr("Drew %1 ↔ %2").arg(fromTitle, toTitle));
    command.edits = { store::put(edge, { model::EdgeState::Accepted, true, {} }) };
    return command;
}

}
