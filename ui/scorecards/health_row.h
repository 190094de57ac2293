// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <QFrame>

class QGridLayout;

namespace ow::ui {

/// What must be in order before any number is read: sample ratio, maturity, open returns. One row, worst
/// first.
class HealthRow : public QFrame {
    Q_OBJECT
public:
    explicit HealthRow(QWidget* parent = nullptr);
    void setCard(const score::Scorecard& card);

private:
    QGridLayout* m_row = nullptr;
};

}
