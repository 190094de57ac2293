// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/needs/cell_change.h"

#include <QWidget>

class QLabel;

namespace ow::ui {

class CommitLine;
class ExpressionEdit;
class Session;

/// The Inspector's page of one stage or motivation: title, condition, place in the order, deletion.
class ConditionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ConditionPanel(Session* session, QWidget* parent = nullptr);
    void showCondition(MatrixAxis axis, const std::string& id);

private:
    const model::Condition* condition() const;
    void move(int step);

    Session* m_session;
    MatrixAxis m_axis = MatrixAxis::Stage;
    std::string m_id;
    QLabel* m_kind;
    CommitLine* m_title;
    ExpressionEdit* m_when;
    QLabel* m_order;
    QWidget* m_earlier;
    QWidget* m_later;
};

}
