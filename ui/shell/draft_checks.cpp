// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/draft_checks.h"

#include "ui/shell/check_draft.h"
#include "ui/shell/session.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int PauseMs = 200; // typing makes a burst of edits: one check at its end
}

DraftChecks::DraftChecks(Session* session)
    : QObject(session)
    , m_session(session)
{
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(PauseMs);
    connect(m_pause, &QTimer::timeout, this, &DraftChecks::start);
    connect(session, &Session::projectOpened, m_pause, qOverload<>(&QTimer::start));
    connect(session, &Session::draftChanged, m_pause, qOverload<>(&QTimer::start));
    connect(session, &Session::projectClosed, m_pause, &QTimer::stop);
}

void DraftChecks::start()
{
    if (!m_session->isOpen())
        return;
    m_session->jobs().run<std::vector<Problem>>(
        u"check-draft"_s, tr("Checking the draft"), this,
        [draft = m_session->draft(), catalogue = m_session->catalogue()](
            const Progress& progress) { return checkDraft(*draft, *catalogue, progress); },
        [this](std::vector<Problem> found) {
            if (m_session->isOpen())
                m_session->setProblems(u"check"_s, std::move(found));
        },
        true);
}

}
