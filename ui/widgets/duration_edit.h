// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace ow::ui {

/// A length of time as a number and a unit: 36 hours, 7 days.
class DurationEdit final : public QWidget {
    Q_OBJECT
public:
    explicit DurationEdit(QWidget* parent = nullptr);
    void setDuration(Duration length);
    Duration duration() const;
    void setName(const QString& name);

signals:
    void changed(ow::Duration length);

private:
    void tell();

    QSpinBox* m_number;
    QComboBox* m_unit;
    Duration m_shown;
};

}
