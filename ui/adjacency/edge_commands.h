// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command.h"
#include "ui/adjacency/graph.h"

namespace ow::ui {

// What a person does to edges, as commands: each is one undo step with a title in words.

/// A suggestion (or what was rejected) becomes part of the draft. `role` is for complements.
store::Command acceptEdge(const Graph& graph, const GraphEdge& edge, model::EdgeKind kind, model::Role role);
store::Command rejectEdge(const Graph& graph, const GraphEdge& edge);
/// Takes the decision back: what was mined is a suggestion again, what was drawn goes away.
store::Command forgetEdge(const Graph& graph, const GraphEdge& edge);
/// The other way round: what was offered along becomes the anchor.
store::Command turnEdge(const Graph& graph, const GraphEdge& edge);
store::Command drawEdge(const model::Edge& edge, const QString& fromTitle, const QString& toTitle);

}
