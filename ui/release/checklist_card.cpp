// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/checklist_card.h"

#include "ui/shell/icons.h"
#include "ui/shell/screens.h"
#include "ui/shell/session.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

Tone toneOf(CheckItem::State state)
{
    switch (state) {
    case CheckItem::State::Good:
        return Tone::Good;
    case CheckItem::State::Caution:
        return Tone::Caution;
    case CheckItem::State::Bad:
        break;
    }
    return Tone::Bad;
}

}

ChecklistCard::ChecklistCard(Session* session, QWidget* parent)
    : Card(tr("Checklist"), parent)
    , m_session(session)
{
    body()->setSpacing(Size::Space3);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setItems(std::vector(m_items)); });
}

void ChecklistCard::setItems(const std::vector<CheckItem>& items)
{
    m_items = items;
    clearLayout(body());
    for (const CheckItem& item : m_items)
        body()->addWidget(row(item));
    body()->addStretch(1);
}

QWidget* ChecklistCard::row(const CheckItem& item)
{
    const Tone tone = toneOf(item.state);
    auto* widget = new QWidget;
    auto* line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Size::Space2);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(toneIcon(tone), Size::Icon + 2, toneInk(tone), devicePixelRatioF()));
    mark->setAccessibleName(tone == Tone::Good ? tr("Good")
            : tone == Tone::Caution            ? tr("To look at")
                                               : tr("Keeps it from being released"));
    line->addWidget(mark, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(makeLabel(item.text, TextSize::Body,
        item.state == CheckItem::State::Good ? QFont::Normal : QFont::Medium, Ink::Normal, true));
    if (!item.detail.isEmpty())
        column->addWidget(makeLabel(item.detail, TextSize::Body, QFont::Normal, Ink::Muted, true));
    const ScreenInfo* screen = findScreen(item.screen);
    if (item.state != CheckItem::State::Good && (item.problems || screen)) {
        auto* link = makeButton(
            item.problems ? tr("Show them") : tr("Open %1").arg(screen->title), ButtonKind::Link);
        connect(link, &QPushButton::clicked, m_session, [session = m_session, item] {
            if (item.problems)
                session->ask(FrameCommand::ShowProblems);
            else
                session->show(item.screen);
        });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    line->addLayout(column, 1);
    return widget;
}

}
