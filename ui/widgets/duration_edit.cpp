// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/duration_edit.h"

#include "ui/shell/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSpinBox>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr std::int64_t Units[] = { 60'000, 3'600'000, 86'400'000, 604'800'000 };
}

DurationEdit::DurationEdit(QWidget* parent)
    : QWidget(parent)
    , m_number(new QSpinBox(this))
    , m_unit(new QComboBox(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space1);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch();
    m_number->setRange(0, 100'000);
    m_number->setKeyboardTracking(false);
    m_number->setFixedWidth(80);
    for (const QString& unit : { tr("minutes"), tr("hours"), tr("days"), tr("weeks") })
        m_unit->addItem(unit);
    m_unit->setFixedWidth(108);
    m_unit->setAccessibleName(tr("Unit"));
    connect(m_number, &QSpinBox::valueChanged, this, &DurationEdit::tell);
    connect(m_unit, &QComboBox::activated, this, &DurationEdit::tell);
}

void DurationEdit::setName(const QString& name) { m_number->setAccessibleName(name); }

void DurationEdit::setDuration(Duration length)
{
    m_shown = length;
    int unit = 0;
    for (int i = 0; i < 4; ++i)
        // Weeks only from two on: a week is said as 7 days.
        if (length.ms % Units[i] == 0 && (i < 3 || length.ms >= 2 * Units[3]))
            unit = i;
    if (length.ms == 0)
        unit = 1;
    const QSignalBlocker quiet(m_number);
    m_unit->setCurrentIndex(unit);
    m_number->setValue(int(std::min<std::int64_t>(length.ms / Units[unit], m_number->maximum())));
}

Duration DurationEdit::duration() const { return { m_number->value() * Units[m_unit->currentIndex()] }; }

void DurationEdit::tell()
{
    if (duration() == m_shown)
        return;
    m_shown = duration();
    emit changed(m_shown);
}

}
