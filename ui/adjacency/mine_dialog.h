// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/adjacency.h"
#include "store/project.h"

#include <QDialog>

class QDoubleSpinBox;
class QSpinBox;

namespace ow::ui {

/// What to mine with: three numbers, each with what it does. accept() = mine.
class MineDialog : public QDialog {
    Q_OBJECT
public:
    MineDialog(const store::Counts& counts, QWidget* parent);
    mine::MineOptions options() const;

private:
    QSpinBox* m_support;
    QDoubleSpinBox* m_fdr;
    QDoubleSpinBox* m_lift;
};

}
