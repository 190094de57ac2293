// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_details.h"

#include "ui/shell/new_project_dialog.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ow::ui {

ReleaseDetails::ReleaseDetails(Session* session, QWidget* parent)
    : Card({}, parent)
    , m_session(session)
{
    m_when = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_note = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true);
    body()->addWidget(m_when);
    body()->addWidget(m_note);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("SHA-256 of the pack"), TextSize::Caption, QFont::Medium, Ink::Muted));
    head->addStretch();
    auto* copy = makeIconButton(u"copy"_s, tr("Copy SHA-256"), this);
    head->addWidget(copy);
    body()->addLayout(head);
    m_sha = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Normal, true);
    m_sha->setFont(codeFont(TextSize::Caption));
    m_sha->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sha->setAccessibleName(tr("SHA-256 of the pack"));
    body()->addWidget(m_sha);
    auto* save = makeButton(tr("Save pack file…"), ButtonKind::Normal, u"download"_s);
    save->setObjectName(u"savePack"_s);
    body()->addWidget(save, 0, Qt::AlignLeft);
    connect(copy, &QToolButton::clicked, this, [this] {
        if (m_shown)
            QGuiApplication::clipboard()->setText(qs(m_shown->sha256));
    });
    connect(save, &QPushButton::clicked, this, &ReleaseDetails::askAndSave);
    hide();
}

void ReleaseDetails::setRelease(const std::optional<store::Release>& release)
{
    m_shown = release;
    setVisible(release.has_value());
    if (!release)
        return;
    setTitle(tr("Release %1").arg(qs(release->version)));
    m_when->setText(u"%1 · %2 · %3"_s.arg(dayTime(release->at), qs(release->who),
        QLocale().formattedDataSize(qint64(release->pack.size()), 0)));
    m_note->setText(qs(release->note));
    m_note->setVisible(!release->note.empty());
    // Four groups of 16: people compare them by eye, and the label can break its line there.
    QStringList groups;
    for (int i = 0; i < 64; i += 16)
        groups << qs(release->sha256).mid(i, 16);
    m_sha->setText(groups.join(u' '));
}

void ReleaseDetails::askAndSave()
{
    if (!m_shown)
        return;
    const QString name = u"%1-%2.pack.json"_s.arg(qs(m_session->draft()->policy.name), qs(m_shown->version));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save pack file"), QDir(projectsFolder()).filePath(name), tr("Rule packs (*.json)"));
    if (!path.isEmpty())
        savePack(path);
}

bool ReleaseDetails::savePack(const QString& path)
{
    if (!m_shown)
        return false;
    QSaveFile file(path);
    const auto size = qint64(m_shown->pack.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(m_shown->pack.data(), size) != size
        || !file.commit()) {
        m_session->notify(Tone::Bad,
            tr("The pack could not be written: %1. Choose another folder or free some space.")
                .arg(file.errorString()),
            QDir::toNativeSeparators(path));
        return false;
    }
    m_session->notify(Tone::Good, tr("Pack file saved"), QDir::toNativeSeparators(path));
    return true;
}

}
