// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace ow::ui {

class DurationEdit;
class ExpressionEdit;

/// Guardrails, substitutes and ranking on one page: they belong to the whole project.
class SettingsEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit SettingsEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    void buildGuardrails();
    void buildSubstitutes();
    void buildRank();
    void changePolicy(const std::function<void(model::Policy&)>& edit);

    QCheckBox* m_hasMargin = nullptr;
    QDoubleSpinBox* m_margin = nullptr;
    QComboBox* m_marginScope = nullptr;
    QCheckBox* m_hasDiscount = nullptr;
    QDoubleSpinBox* m_discount = nullptr;
    QCheckBox* m_inCart = nullptr;
    QCheckBox* m_owned = nullptr;
    DurationEdit* m_ownedWindow = nullptr;
    DurationEdit* m_anchors = nullptr;
    ExpressionEdit* m_score = nullptr;
    QCheckBox* m_hasFloor = nullptr;
    QDoubleSpinBox* m_floor = nullptr;
    QCheckBox* m_distinct = nullptr;
};

}
