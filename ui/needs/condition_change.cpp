// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "ui/needs/cell_change.h"
#include "ui/needs/needs_text.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace ow::ui {

namespace {

store::Edit putCondition(MatrixAxis axis, const model::Condition& condition, const std::string& title)
{
    return axis == MatrixAxis::Stage ? store::putStage(condition, title)
                                     : store::putMotivation(condition, title);
}

const char* kindOf(MatrixAxis axis) { return axis == MatrixAxis::Stage ? "stage" : "motivation"; }

std::string storedTitle(const model::Draft& draft, const std::string& id)
{
    const auto found = draft.titles.find(id);
    return found == draft.titles.end() ? std::string() : found->second;
}

}

const std::vector<model::Condition>& conditions(const model::Draft& draft, MatrixAxis axis)
{
    return axis == MatrixAxis::Stage ? draft.policy.stages : draft.policy.motivations;
}

store::Command addCondition(const model::Draft& draft, MatrixAxis axis, const QString& title)
{
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(conditions(draft, axis), id, &model::Condition::id)
            != conditions(draft, axis).end();
    };
    const std::string wanted = toId(title.toStdString());
    std::string id = wanted;
    for (int n = 2; taken(id); ++n)
        id = wanted.substr(0, 60) + '_' + std::to_string(n);
    const QString sentence = axis == MatrixAxis::Stage ? NeedsText::tr("Stage %1 added").arg(title)
                                                       : NeedsText::tr("Motivation %1 added").arg(title);
    // "false" and not "true": a new stage behind a catch-all would be dead, before one it would swallow
    // everybody.
    return { sentence.toStdString(), { putCondition(axis, { id, "false" }, title.toStdString()) }, {} };
}

store::Command changeCondition(
    const model::Draft& draft, MatrixAxis axis, const model::Condition& condition, const QString& title)
{
    const QString before = titleOf(draft, condition.id);
    const QString sentence = before != title
        ? NeedsText::tr("%1 renamed to %2").arg(before, title)
        : NeedsText::tr("Condition of %1: “%2”").arg(title, qs(condition.when));
    return { sentence.toStdString(), { putCondition(axis, condition, title.toStdString()) }, {} };
}

store::Command removeCondition(const model::Draft& draft, MatrixAxis axis, const std::string& id)
{
    std::vector<store::Edit> edits { store::remove(kindOf(axis), id) };
    for (const model::Cell& cell : draft.policy.matrix)
        if ((axis == MatrixAxis::Stage ? cell.stage : cell.motivation) == id)
            edits.push_back(store::remove("cell", store::cellId(cell.stage, cell.motivation)));
    const QString sentence = axis == MatrixAxis::Stage ? NeedsText::tr("Stage %1 deleted")
                                                       : NeedsText::tr("Motivation %1 deleted");
    return { sentence.arg(titleOf(draft, id)).toStdString(), std::move(edits), {} };
}

store::Command moveCondition(const model::Draft& draft, MatrixAxis axis, const std::string& id, int to)
{
    std::vector<model::Condition> order = conditions(draft, axis);
    const auto from = std::ranges::find(order, id, &model::Condition::id);
    if (from == order.end())
        return {};
    const model::Condition moved = *from;
    order.erase(from);
    to = std::clamp(to, 0, int(order.size()));
    order.insert(order.begin() + to, moved);
    std::vector<store::Edit> edits;
    for (std::size_t i = 0; i < order.size(); ++i) {
        store::Edit edit = putCondition(axis, order[i], storedTitle(draft, order[i].id));
        edit.position = double(i + 1);
        edits.push_back(std::move(edit));
    }
    return { NeedsText::tr("%1 moved to place %2").arg(titleOf(draft, id)).arg(to + 1).toStdString(),
        std::move(edits), {} };
}

}
