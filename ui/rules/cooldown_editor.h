// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

class QCheckBox;
class QComboBox;

namespace ow::ui {

class DurationEdit;
class ScopeEdit;

/// After an offer was shown, clicked, accepted, declined or returned, it or others rest for a time.
class CooldownEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit CooldownEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    ScopeEdit* m_scope;
    QComboBox* m_after;
    DurationEdit* m_length;
    QCheckBox* m_others;
    ScopeEdit* m_blocks;
};

}
