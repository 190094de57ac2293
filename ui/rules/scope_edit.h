// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ow::ui {

class FlowLayout;

/// Whom a rule speaks of: everything, or listed offers, roles, channels, kinds or missions, as removable
/// chips.
class ScopeEdit final : public QWidget {
    Q_OBJECT
public:
    explicit ScopeEdit(QWidget* parent = nullptr);
    void setScope(const model::Scope& scope, model::DraftSnapshot draft);

signals:
    /// Never an empty list: a scope that names nothing yet is not told.
    void changed(const ow::model::Scope& scope);

private:
    void fillChips();
    void chooseKind(int row);
    void pick();
    void tell(model::Scope scope);

    model::Scope m_scope;
    model::DraftSnapshot m_draft = std::make_shared<const model::Draft>();
    QComboBox* m_of;
    QPushButton* m_add;
    QWidget* m_chipBox;
    FlowLayout* m_chips;
};

}
