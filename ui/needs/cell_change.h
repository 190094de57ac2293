// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"
#include "ui/shell/objects.h"

#include <QString>

#include <string>
#include <vector>

// What a person does to the need-state matrix, as commands with a sentence for the history. Pure; GUI thread.

namespace ow::ui {

enum class MatrixAxis { Stage, Motivation };

/// The cell as it is, or an empty one.
model::Cell cellOf(const model::Draft& draft, const std::string& stage, const std::string& motivation);
std::vector<model::CellEvidence> evidenceOf(
    const model::Draft& draft, const std::string& stage, const std::string& motivation);

/// Replaces the cell; the title says what differs first: its offer, fallbacks, benefit. A cell with neither
/// offers, benefit nor evidence goes away.
store::Command changeCell(
    const model::Draft& draft, const model::Cell& after, const std::vector<model::CellEvidence>& evidence);

/// `offer` becomes the cell's first choice; what was first becomes the first fallback. An offer that is in
/// the cell already moves.
store::Command placeOffer(const model::Draft& draft, const std::string& stage, const std::string& motivation,
    const std::string& offer);

store::Command clearCell(const model::Draft& draft, const std::string& stage, const std::string& motivation);

const std::vector<model::Condition>& conditions(const model::Draft& draft, MatrixAxis axis);
store::Command addCondition(const model::Draft& draft, MatrixAxis axis, const QString& title);
store::Command changeCondition(
    const model::Draft& draft, MatrixAxis axis, const model::Condition& condition, const QString& title);
/// With its cells.
store::Command removeCondition(const model::Draft& draft, MatrixAxis axis, const std::string& id);
/// To index `to` of its axis. The order matters: the first whose condition holds is the customer's.
store::Command moveCondition(const model::Draft& draft, MatrixAxis axis, const std::string& id, int to);

/// Up to `limit` offers for an empty cell, best first: those that stand in no cell yet, active before others,
/// by the strongest accepted complement edge that leads to one of their items.
std::vector<std::string> candidateOffers(const model::Draft& draft, std::size_t limit);

}
