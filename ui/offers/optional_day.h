// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;

namespace ow::ui {

/// A day that may be absent: a check box and a date. The instant is the day's first in the project's time
/// zone.
class OptionalDay final : public QWidget {
    Q_OBJECT
public:
    explicit OptionalDay(const QString& title, QWidget* parent = nullptr);
    void setDay(std::optional<Timestamp> day, const std::string& zone);

signals:
    void changed(std::optional<ow::Timestamp> day);

private:
    std::optional<Timestamp> day() const;
    void tell();

    QCheckBox* m_on;
    QDateEdit* m_date;
    std::string m_zone = "UTC";
    std::optional<Timestamp> m_shown;
};

}
