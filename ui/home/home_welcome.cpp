// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_welcome.h"

#include "ui/home/recent_projects.h"
#include "ui/shell/session.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

using namespace Qt::StringLiterals;

namespace ow::ui {

HomeWelcome::HomeWelcome(Session* session, QWidget* parent)
    : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* page = new ScrollPage(760);
    outer->addWidget(page);
    QVBoxLayout* body = page->body();
    body->addSpacing(Size::Space8);
    body->addWidget(makeLabel(tr("Welcome to Offerwright"), TextSize::Headline, QFont::DemiBold));
    body->addWidget(makeLabel(
        tr("Design cross-sell that helps, prove that it does, and release it. A project is one file on "
           "this machine; nothing leaves it."),
        TextSize::CardTitle, QFont::Normal, Ink::Muted, true));
    body->addSpacing(Size::Space2);
    auto* sample = new Card(tr("Look around first"));
    sample->body()->addWidget(makeLabel(tr("The sample project is a shop of everyday goods with thousands of "
                                           "customers and a year of what they did. It is "
                                           "made on this machine in a few seconds."),
        TextSize::Body, QFont::Normal, Ink::Muted, true));
    auto* open = makeButton(tr("Open the sample project"), ButtonKind::Primary);
    open->setObjectName(u"openSample"_s);
    sample->body()->addWidget(open, 0, Qt::AlignLeft);
    body->addWidget(sample);
    auto* own = new Card(tr("Start with your own shop"));
    own->body()->addWidget(
        makeLabel(tr("A new project asks for a name and a currency; then it takes exports of your catalogue, "
                     "orders and events."),
            TextSize::Body, QFont::Normal, Ink::Muted, true));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Space2);
    auto* create = makeButton(tr("New project…"), ButtonKind::Normal, u"file-plus"_s);
    auto* choose = makeButton(tr("Open project…"), ButtonKind::Normal, u"folder"_s);
    buttons->addWidget(create);
    buttons->addWidget(choose);
    buttons->addStretch();
    own->body()->addLayout(buttons);
    body->addWidget(own);
    m_recent = new RecentProjects(session);
    body->addWidget(m_recent);
    body->addStretch(1);
    connect(open, &QPushButton::clicked, session, [session] { session->ask(FrameCommand::OpenSample); });
    connect(create, &QPushButton::clicked, session, [session] { session->ask(FrameCommand::NewProject); });
    connect(choose, &QPushButton::clicked, session, [session] { session->ask(FrameCommand::OpenProject); });
}

void HomeWelcome::refresh() { m_recent->refresh(); }

}
