// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/recent_projects.h"

#include "ui/shell/session.h"
#include "ui/shell/settings.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int MaxShown = 5;
}

RecentProjects::RecentProjects(Session* session, QWidget* parent)
    : Card(tr("Recent projects"), parent)
    , m_session(session)
{
}

void RecentProjects::refresh()
{
    clearLayout(body());
    const QString open = m_session->isOpen()
        ? QString::fromStdU16String(m_session->project()->file().u16string())
        : QString();
    int shown = 0;
    for (const QString& path : Settings::recentProjects()) {
        const QFileInfo file(path);
        if ((!open.isEmpty() && file == QFileInfo(open)) || shown == MaxShown)
            continue;
        ++shown;
        auto* link = makeButton(file.completeBaseName(), ButtonKind::Link);
        link->setToolTip(QDir::toNativeSeparators(path));
        connect(link, &QPushButton::clicked, m_session,
            [session = m_session, path] { session->open(path.toStdU16String()); });
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(link);
        line->addStretch();
        line->addWidget(makeLabel(
            day({ file.lastModified().toMSecsSinceEpoch() }), TextSize::Body, QFont::Normal, Ink::Muted));
        body()->addWidget(row);
    }
    setVisible(shown > 0);
}

}
