// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/policy_names.h"
#include "model/draft.h"

#include <QWidget>

class QToolButton;

namespace ow::ui {

class ConditionBuilder;
class ExpressionEdit;
class Session;

/// A condition as a sentence of chips and as text, always in step: what is changed in one stands in the other
/// at once.
class ConditionEdit final : public QWidget {
    Q_OBJECT
public:
    ConditionEdit(Session* session, expr::Place place, QWidget* parent = nullptr);
    /// `subject`: the object whose condition it is.
    void showCondition(const QString& text, const QString& subject, const model::Draft& draft,
        std::size_t factsBefore = expr::everyFact);
    ExpressionEdit* text() const { return m_text; }
    ConditionBuilder* builder() const { return m_builder; }

signals:
    void committed(const QString& text);

private:
    Session* m_session;
    expr::Place m_place;
    ConditionBuilder* m_builder;
    ExpressionEdit* m_text;
};

}
