// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kpi_tile.h"

#include "ui/shell/icons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace ow::ui {

KpiTile::KpiTile(const QString& label, QWidget* parent)
    : Card({}, parent)
{
    body()->setSpacing(Size::Space1);
    body()->addWidget(makeLabel(label, TextSize::Body, QFont::Medium, Ink::Muted));
    m_value = makeLabel(u"–"_s, TextSize::Headline, QFont::DemiBold);
    body()->addWidget(m_value);
    auto* line = new QHBoxLayout;
    line->setSpacing(Size::Space1 + 2);
    m_toneIcon = new QLabel(this);
    m_toneIcon->setFixedSize(Size::Icon, Size::Icon);
    m_toneIcon->hide();
    m_detail = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    line->addWidget(m_toneIcon, 0, Qt::AlignTop);
    line->addWidget(m_detail, 1);
    body()->addLayout(line);
    body()->addStretch(1);
    setAccessibleName(label);
}

void KpiTile::setValue(const QString& value, const QString& exact)
{
    m_value->setText(value);
    m_value->setToolTip(exact);
    setAccessibleDescription(value);
}

void KpiTile::setDetail(const QString& text, Tone tone)
{
    m_tone = tone;
    m_detail->setText(text);
    setInk(m_detail,
        tone == Tone::Good          ? Ink::Good
            : tone == Tone::Caution ? Ink::Caution
            : tone == Tone::Bad     ? Ink::Bad
                                    : Ink::Muted);
    drawTone();
}

void KpiTile::setMissing(const QString& reason)
{
    setValue(u"–"_s);
    setDetail(reason);
}

void KpiTile::drawTone()
{
    m_toneIcon->setVisible(m_tone != Tone::Info);
    if (m_tone != Tone::Info)
        m_toneIcon->setPixmap(iconPixmap(toneIcon(m_tone), Size::Icon, toneInk(m_tone), devicePixelRatioF()));
}

void KpiTile::changeEvent(QEvent* event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_toneIcon)
        drawTone();
}

}
