// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

class QPushButton;

namespace ow::ui {

class DurationEdit;
class FlowLayout;

/// Of a group of offers a customer sees only one within a time.
class ExclusiveEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit ExclusiveEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    void fillChips(const model::ExclusiveGroup& group, const model::Draft& draft);

    QWidget* m_chipBox;
    FlowLayout* m_chips;
    QPushButton* m_add;
    DurationEdit* m_window;
};

}
