// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

class QComboBox;
class QSpinBox;

namespace ow::ui {

class CommitLine;
class DurationEdit;
class ExpressionEdit;
class FlowLayout;

/// A fact: what is counted over a customer's events and in which window, or an expression over facts before
/// it.
class FactEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit FactEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    void buildAggregate();
    void fillAggregate(const model::Fact& fact, const model::Draft& draft, std::size_t place);
    void fillTypes(const model::Fact& fact);
    void pickType();

    QComboBox* m_form;
    ExpressionEdit* m_expression;
    QWidget* m_aggregateBox;
    QComboBox* m_aggregate = nullptr;
    QWidget* m_typeBox = nullptr;
    FlowLayout* m_types = nullptr;
    ExpressionEdit* m_where = nullptr;
    ExpressionEdit* m_of = nullptr;
    DurationEdit* m_window = nullptr;
    CommitLine* m_otherwise = nullptr;
};

}
