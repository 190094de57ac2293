// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bottom_bar.h"

#include "ui/shell/icons.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {
constexpr int StatusMs = 6000;
}

BottomBar::BottomBar(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(u"bottomBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(32);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Size::Space2, 0, Size::Space4, 0);
    row->setSpacing(2);
    const QString icons[] = { u"problems"_s, u"history"_s, u"jobs"_s };
    const char* const keys[] = { "Ctrl+Shift+M", "Ctrl+H", "Ctrl+J" };
    for (int page = 0; page < BottomPanel::PageCount; ++page) {
        auto* button = new QToolButton(this);
        button->setObjectName(u"panel-%1"_s.arg(page));
        button->setCheckable(true);
        button->setIcon(icon(icons[page]));
        button->setIconSize({ Size::Icon, Size::Icon });
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setText(BottomPanel::title(BottomPanel::Page(page)));
        button->setToolTip(u"%1 (%2)"_s.arg(button->text(), QString::fromLatin1(keys[page])));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this,
            [this, page](bool open) { emit toggled(BottomPanel::Page(page), open); });
        row->addWidget(button);
        m_buttons[std::size_t(page)] = button;
    }
    m_project = new ElidedLabel;
    m_project->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setInk(m_project, Ink::Muted);
    row->addWidget(m_project, 1);
    connect(session, &Session::problemsChanged, this, &BottomBar::showProblems);
    connect(&session->jobs(), &JobRunner::changed, this, &BottomBar::showJobs);
    for (const auto signal : { &Session::projectOpened, &Session::projectClosed })
        connect(session, signal, this, &BottomBar::showProject);
    connect(session, &Session::draftChanged, this, &BottomBar::showProject);
    m_statusTime = new QTimer(this);
    m_statusTime->setSingleShot(true);
    connect(m_statusTime, &QTimer::timeout, this, &BottomBar::showProject);
    connect(session, &Session::statusRaised, this, &BottomBar::showStatus);
    showProject();
}

void BottomBar::setOpenPage(BottomPanel::Page page)
{
    for (int i = 0; i < BottomPanel::PageCount; ++i)
        m_buttons[std::size_t(i)]->setChecked(i == page);
}

void BottomBar::showProblems()
{
    const auto n = m_session->problems().size();
    const QString title = BottomPanel::title(BottomPanel::Problems);
    m_buttons[BottomPanel::Problems]->setText(n == 0 ? title : u"%1 %2"_s.arg(title, count(std::int64_t(n))));
}

void BottomBar::showJobs()
{
    QString text = BottomPanel::title(BottomPanel::Jobs);
    for (const JobInfo& job : m_session->jobs().jobs()) {
        if (job.state != JobInfo::State::Running)
            continue;
        text += job.total > 0 ? u" · %1 %2"_s.arg(job.title, percent(double(job.done) / double(job.total), 0))
                              : u" · "_s + job.title;
        break;
    }
    m_buttons[BottomPanel::Jobs]->setText(text);
}

void BottomBar::showStatus(const QString& text)
{
    m_project->setFullText(text);
    m_project->setAccessibleName(text);
    QAccessibleEvent said(m_project, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    m_statusTime->start(StatusMs);
}

void BottomBar::showProject()
{
    if (m_statusTime->isActive())
        return; // it comes when the status has been read
    if (!m_session->isOpen()) {
        m_project->setFullText(tr("No project open"));
        return;
    }
    const store::Counts& n = m_session->counts();
    QStringList parts;
    if (!m_session->isEditable())
        parts << tr("Read-only");
    parts << tr("%Ln products", nullptr, int(n.products)) << tr("%Ln customers", nullptr, int(n.customers))
          << tr("%Ln events", nullptr, int(n.events));
    parts << qs(m_session->project()->file().filename().string());
    m_project->setFullText(parts.join(u"  ·  "_s));
}

}
