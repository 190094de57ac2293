// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

class QComboBox;
class QSpinBox;

namespace ow::ui {

class DurationEdit;
class ScopeEdit;

/// At most so many shown (or clicked, accepted, declined) within a window or a calendar unit.
class CapEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit CapEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    ScopeEdit* m_scope;
    QComboBox* m_count;
    QSpinBox* m_limit;
    QComboBox* m_span;
    DurationEdit* m_window;
};

}
