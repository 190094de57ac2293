// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/health_row.h"

#include "ui/scorecards/score_words.h"
#include "ui/shell/icons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

// The mark follows the theme: it is painted, not kept as a picture.
class ToneMark : public QWidget {
public:
    explicit ToneMark(Tone tone)
        : m_tone(tone)
    {
        setFixedSize(Size::Icon, Size::Icon);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).drawPixmap(
            0, 0, iconPixmap(toneIcon(m_tone), Size::Icon, toneInk(m_tone), devicePixelRatioF()));
    }

private:
    Tone m_tone;
};

QWidget* makeItem(const HealthItem& item)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space2 - 2);
    head->addWidget(new ToneMark(item.tone));
    const Ink ink = item.tone == Tone::Good ? Ink::Normal
        : item.tone == Tone::Caution        ? Ink::Caution
                                            : Ink::Bad;
    head->addWidget(makeLabel(item.title, TextSize::Body, QFont::DemiBold, ink), 1);
    column->addLayout(head);
    auto* text = makeLabel(item.text, TextSize::Caption, QFont::Normal, Ink::Muted, true);
    column->addWidget(text);
    column->addStretch();
    widget->setAccessibleName(item.title);
    widget->setAccessibleDescription(item.text);
    return widget;
}

}

HealthRow::HealthRow(QWidget* parent)
    : QFrame(parent)
{
    setProperty("kind", u"card"_s);
    setObjectName(u"healthRow"_s);
    m_row = new QGridLayout(this);
    m_row->setContentsMargins(Size::Space4, Size::Space3, Size::Space4, Size::Space3);
    m_row->setHorizontalSpacing(Size::Space6);
    setAccessibleName(tr("Health of the data"));
}

void HealthRow::setCard(const score::Scorecard& card)
{
    while (QLayoutItem* old = m_row->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    int column = 0;
    for (const HealthItem& item : healthItems(card)) {
        m_row->addWidget(makeItem(item), 0, column);
        m_row->setColumnStretch(column++, 1);
    }
}

}
