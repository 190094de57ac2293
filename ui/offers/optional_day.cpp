// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/optional_day.h"

#include "ui/shell/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDateEdit>

namespace ow::ui {

OptionalDay::OptionalDay(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_on(new QCheckBox(title, this))
    , m_date(new QDateEdit(QDate::currentDate(), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    row->addWidget(m_on);
    row->addWidget(m_date);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    m_date->setKeyboardTracking(false);
    m_date->setAccessibleName(title);
    m_date->setFixedWidth(132);
    connect(m_on, &QCheckBox::clicked, this, [this](bool on) {
        m_date->setEnabled(on);
        tell();
    });
    connect(m_date, &QDateEdit::dateChanged, this, &OptionalDay::tell);
}

void OptionalDay::setDay(std::optional<Timestamp> day, const std::string& zone)
{
    m_zone = zone;
    m_shown = day;
    const QSignalBlocker quiet(m_date);
    m_on->setChecked(day.has_value());
    m_date->setEnabled(day.has_value());
    if (!day)
        return;
    if (const auto civil = civilTime(*day, zone))
        m_date->setDate(QDate(civil->year, civil->month, civil->day));
}

std::optional<Timestamp> OptionalDay::day() const
{
    if (!m_on->isChecked())
        return std::nullopt;
    CivilTime civil;
    civil.year = m_date->date().year();
    civil.month = m_date->date().month();
    civil.day = m_date->date().day();
    const auto instant = fromCivil(civil, m_zone);
    return instant ? std::optional(*instant) : std::nullopt;
}

void OptionalDay::tell()
{
    const auto now = day();
    if (now == m_shown)
        return;
    m_shown = now;
    emit changed(now);
}

}
