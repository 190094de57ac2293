// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/vocabulary.h"

#include <QWidget>

namespace ow::ui {

/// A role's colour as a small disc; its tip says the role in words.
class RoleDot final : public QWidget {
    Q_OBJECT
public:
    explicit RoleDot(model::Role role, QWidget* parent = nullptr);
    void setRole(model::Role role);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    model::Role m_role = model::Role::None;
};

}
