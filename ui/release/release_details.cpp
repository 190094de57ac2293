// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_details.h"

#include "model/pack_json.h"
#include "release/compile.h"
#include "release/diff_html.h"
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
#include <QMenu>
#include <QSaveFile>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

// As it would be released; what cannot be yet is compared by what people wrote.
release::Version draftVersion(const Session& session)
{
    const auto draft = session.draft();
    const auto pack = release::compile(*draft, *session.catalogue(), "draft", systemNow());
    return pack ? release::versionOf(*pack) : release::versionOf(draft->policy);
}

}

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
    auto* differences = makeButton(tr("Save differences…"), ButtonKind::Normal, u"download"_s);
    differences->setObjectName(u"saveDifferences"_s);
    differences->setToolTip(tr("What differs by meaning, as a page to read, send and print"));
    m_versions = new QMenu(differences);
    differences->setMenu(m_versions);
    body()->addWidget(differences, 0, Qt::AlignLeft);
    connect(m_versions, &QMenu::aboutToShow, this, &ReleaseDetails::fillVersions);
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
    return m_shown && write(path, m_shown->pack, tr("Pack file saved"));
}

void ReleaseDetails::fillVersions()
{
    m_versions->clear();
    const auto add = [this](const QString& text, const std::string& version) {
        connect(m_versions->addAction(text), &QAction::triggered, this,
            [this, version] { askAndSaveDifferences(version); });
    };
    add(tr("To the draft"), {});
    for (const store::Release& other : m_session->project()->releases())
        if (m_shown && other.id != m_shown->id)
            add(other.id < m_shown->id ? tr("Since release %1").arg(qs(other.version))
                                       : tr("To release %1").arg(qs(other.version)),
                other.version);
}

void ReleaseDetails::askAndSaveDifferences(const std::string& version)
{
    const QString name = u"%1-%2-%3.html"_s.arg(qs(m_session->draft()->policy.name), qs(m_shown->version),
        version.empty() ? tr("draft") : qs(version));
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save differences"), QDir(projectsFolder()).filePath(name), tr("Pages (*.html)"));
    if (!path.isEmpty())
        saveDifferences(version, path);
}

bool ReleaseDetails::saveDifferences(const std::string& version, const QString& path)
{
    if (!m_shown)
        return false;
    struct Side {
        std::int64_t order;
        std::string name;
        Result<release::Version> read;
    };
    const auto ofRelease = [](const store::Release& release) {
        const auto pack = model::readPackText(release.pack);
        return Side { release.id, "release " + release.version,
            pack ? Result<release::Version>(release::versionOf(*pack)) : fail(pack.error()) };
    };
    Side before = ofRelease(*m_shown);
    Side after { std::numeric_limits<std::int64_t>::max(), "draft", draftVersion(*m_session) };
    for (const store::Release& other : m_session->project()->releases())
        if (!version.empty() && other.version == version)
            after = ofRelease(other);
    if (after.order < before.order)
        std::swap(before, after);
    for (const Side* side : { &before, &after })
        if (!side->read) {
            m_session->notify(side->read.error());
            return false;
        }
    return write(path, release::diffHtml(release::diff(*before.read, *after.read), before.name, after.name),
        tr("Differences saved"));
}

bool ReleaseDetails::write(const QString& path, const std::string& bytes, const QString& done)
{
    QSaveFile file(path);
    const auto size = qint64(bytes.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), size) != size || !file.commit()) {
        m_session->notify(Tone::Bad,
            tr("The file could not be written: %1. Choose another folder or free some space.")
                .arg(file.errorString()),
            QDir::toNativeSeparators(path));
        return false;
    }
    m_session->notify(Tone::Good, done, QDir::toNativeSeparators(path));
    return true;
}

}
