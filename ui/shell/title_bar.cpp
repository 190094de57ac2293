// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/title_bar.h"

#include "model/pack_json.h"
#include "ui/shell/icons.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

/// Edits in force that were made after `since` (milliseconds).
qint64 editsSince(const store::Project& project, std::int64_t since)
{
    const auto history = project.history();
    return std::ranges::count_if(
        history, [&](const store::HistoryEntry& entry) { return entry.current && entry.at.ms > since; });
}

}

TitleBar::TitleBar(Session* session, QAction* undo, QAction* redo, QAction* inspector, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"titleBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(Size::TitleHeight);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Size::Space6, 0, Size::Space3, 0);
    m_row->setSpacing(Size::Space2);
    m_title = makeLabel({}, TextSize::PageTitle, QFont::DemiBold);
    m_row->addWidget(m_title);
    m_row->addStretch(1);
    m_search = makeButton(tr("Search  (Ctrl+K)"), ButtonKind::Normal, u"search"_s);
    m_search->setObjectName(u"searchField"_s);
    m_search->setAccessibleName(tr("Search for a command or anything in the draft"));
    m_search->setFixedWidth(220);
    m_row->addWidget(m_search);
    m_row->addSpacing(Size::Space2);
    m_row->addWidget(makeIconButton(undo, this));
    m_row->addWidget(makeIconButton(redo, this));
    m_row->addSpacing(Size::Space1);
    m_draft = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted);
    m_draft->setTextFormat(Qt::RichText); // the dot has the accent
    m_row->addWidget(m_draft);
    QToolButton* panel = makeIconButton(inspector, this);
    m_row->addWidget(panel);
    connect(inspector, &QAction::changed, panel,
        [inspector, panel] { panel->setVisible(inspector->isVisible()); });
    connect(m_search, &QPushButton::clicked, this, &TitleBar::searchWanted);
    connect(session, &Session::projectOpened, this, &TitleBar::readRelease);
    connect(session, &Session::projectClosed, this, &TitleBar::readRelease);
    connect(session, &Session::draftChanged, this, [this](const store::Changed& what) {
        if (what.releases)
            readRelease();
        else
            showDraftState();
    });
    connect(&Theme::instance(), &Theme::changed, this, &TitleBar::showDraftState);
    readRelease();
}

void TitleBar::setTitle(const QString& title) { m_title->setText(title); }

void TitleBar::setTools(QWidget* tools)
{
    if (m_tools == tools)
        return;
    if (m_tools) {
        m_row->removeWidget(m_tools);
        m_tools->hide();
    }
    m_tools = tools;
    if (m_tools) {
        m_row->insertWidget(2, m_tools);
        m_tools->show();
    }
}

void TitleBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_search->setFixedWidth(width() < 820 ? 40 : width() < 1100 ? 170 : 260);
    m_search->setText(width() < 820 ? QString() : tr("Search  (Ctrl+K)"));
}

void TitleBar::readRelease()
{
    m_released.reset();
    m_releasedAt = 0;
    if (m_session->isOpen()) {
        const auto releases = m_session->project()->releases();
        if (!releases.empty()) {
            m_releasedAt = releases.front().at.ms;
            if (auto pack = model::readPackText(releases.front().pack))
                m_released = std::move(*pack);
        }
    }
    showDraftState();
}

// By what the two hold, not by when they were made: an undo leads to a state that no release has.
bool TitleBar::isReleased() const
{
    return m_released && static_cast<const model::Policy&>(*m_released) == m_session->draft()->policy
        && m_released->products == m_session->catalogue()->products;
}

void TitleBar::showDraftState()
{
    m_draft->setVisible(m_session->isOpen());
    if (!m_session->isOpen())
        return;
    const bool released = isReleased();
    const qint64 edits = released ? 0 : editsSince(*m_session->project(), m_releasedAt);
    const QString dot
        = released ? QString() : u" <span style='color:%1'>●</span>"_s.arg(colors().accent.name());
    m_draft->setText((released            ? tr("released")
                             : edits == 0 ? tr("draft")
                                          : tr("draft %1").arg(count(edits)))
        + dot);
    m_draft->setToolTip(released ? tr("The draft is what was released last")
            : edits == 0         ? tr("The draft is not what was released last")
                                 : tr("%Ln edits that no release has yet", nullptr, int(edits)));
}

}
