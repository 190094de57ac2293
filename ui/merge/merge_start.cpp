// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_start.h"

#include "ui/shell/new_project_dialog.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr int PageWidth = 720;
constexpr auto HistoryBase = "history"_L1, PathBase = "path"_L1, NothingBase = "nothing"_L1,
               ReleaseBase = "release:"_L1;

QString projectPath(const Session& session)
{
    return QString::fromStdU16String(session.project()->file().u16string());
}

}

MergeStart::MergeStart(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* page = new ScrollPage(PageWidth);
    outer->addWidget(page);
    auto* column = page->body();
    column->setSpacing(Size::Space4);
    column->addWidget(
        makeLabel(tr("Merge what somebody else changed"), TextSize::PageTitle, QFont::DemiBold));
    column->addWidget(makeLabel(tr("Two people worked on copies of one project. What only one of them "
                                   "changed is taken as it is; where "
                                   "both changed the same field, you choose. Nothing is changed before you "
                                   "apply the merge, and it is "
                                   "one step that undo takes back. Imported data is not merged."),
        TextSize::Body, QFont::Normal, Ink::Muted, true));
    m_resume = makeButton({}, ButtonKind::Normal, u"history"_s);
    m_resume->setObjectName(u"resume"_s);
    m_resume->hide();
    column->addWidget(m_resume, 0, Qt::AlignLeft);
    auto* card = new Card;
    card->body()->setSpacing(Size::Space4);
    m_ours = new ElidedLabel;
    m_ours->setFont(textFont(TextSize::Body));
    card->body()->addWidget(labelled(tr("Ours: the project that is open"), m_ours, card));
    card->body()->addWidget(buildTheirs());
    card->body()->addWidget(buildBase());
    m_error = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Bad, true);
    m_error->setObjectName(u"error"_s);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    card->body()->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    m_compare = makeButton(tr("Compare"), ButtonKind::Primary);
    m_compare->setObjectName(u"compare"_s);
    buttons->addWidget(m_compare);
    buttons->addStretch();
    card->body()->addLayout(buttons);
    column->addWidget(card);
    column->addStretch(1); // all the room that is left: the card would share in it
    connect(m_compare, &QPushButton::clicked, this, &MergeStart::compareAsked);
    connect(m_resume, &QPushButton::clicked, this, &MergeStart::resumeAsked);
    connect(m_theirs, &QLineEdit::returnPressed, m_compare, &QPushButton::click);
    update();
}

// A line for a path, and the two ways to look for one.
QWidget* MergeStart::pathRow(QLineEdit*& path, const QString& name, const QString& hint, const QString& title)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    path = new QLineEdit;
    path->setObjectName(name);
    path->setPlaceholderText(hint);
    path->setAccessibleName(title);
    auto* file = makeButton(tr("File…"));
    auto* folder = makeButton(tr("Folder…"));
    row->addWidget(path, 1);
    row->addWidget(file);
    row->addWidget(folder);
    connect(file, &QPushButton::clicked, this, [this, path, title] { pickFile(path, title); });
    connect(folder, &QPushButton::clicked, this, [this, path, title] { pickFolder(path, title); });
    connect(path, &QLineEdit::textChanged, this, &MergeStart::update);
    return box;
}

QWidget* MergeStart::buildTheirs()
{
    const QString title = tr("Theirs: what to merge into it");
    return labelled(title,
        pathRow(m_theirs, u"theirs-path"_s, tr("A project, or the folder of a text form"), title), this);
}

QWidget* MergeStart::buildBase()
{
    const QString title = tr("Base: the version both come from");
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space2);
    m_base = new QComboBox;
    m_base->setObjectName(u"base-kind"_s);
    m_base->setAccessibleName(title);
    column->addWidget(m_base);
    m_baseRow
        = pathRow(m_basePath, u"base-path"_s, tr("A project, a pack, or the folder of a text form"), title);
    column->addWidget(m_baseRow);
    m_baseNote = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    column->addWidget(m_baseNote);
    connect(m_base, &QComboBox::currentIndexChanged, this, &MergeStart::update);
    return labelled(title, box, this);
}

void MergeStart::refresh()
{
    if (!m_session->isOpen())
        return;
    const QString path = projectPath(*m_session);
    static_cast<ElidedLabel*>(m_ours)->setFullText(
        u"%1  ·  %2"_s.arg(qs(m_session->draft()->policy.name), QDir::toNativeSeparators(path)));
    const QString chosen = m_base->currentData().toString();
    const QSignalBlocker blocked(m_base);
    m_base->clear();
    m_base->addItem(tr("Where the two parted, found in their histories"), QString(HistoryBase));
    for (const store::Release& release : m_session->project()->releases())
        m_base->addItem(tr("Release %1, %2").arg(qs(release.version), day(release.at)),
            QString(ReleaseBase) + qs(release.version));
    m_base->addItem(tr("A file or folder"), QString(PathBase));
    m_base->addItem(tr("Nothing in common"), QString(NothingBase));
    m_base->setCurrentIndex(std::max(0, m_base->findData(chosen)));
    update();
}

void MergeStart::setTheirs(const QString& path)
{
    m_theirs->setText(QDir::toNativeSeparators(path));
    m_theirs->setFocus();
}

void MergeStart::setBase(const QString& path)
{
    m_base->setCurrentIndex(m_base->findData(path.isEmpty() ? QString(HistoryBase) : QString(PathBase)));
    m_basePath->setText(QDir::toNativeSeparators(path));
}

void MergeStart::setResumable(const QString& words)
{
    m_resume->setText(words);
    m_resume->setVisible(!words.isEmpty());
}

void MergeStart::showError(const Error& error)
{
    m_error->setText(error.at.empty() ? qs(error.message) : qs(error.message) + u'\n' + qs(error.at));
    m_error->show();
}

void MergeStart::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

MergeRequest MergeStart::request() const
{
    MergeRequest out;
    out.theirsPath = ss(QDir::fromNativeSeparators(m_theirs->text().trimmed()));
    const QString base = m_base->currentData().toString();
    if (base == NothingBase) {
        out.base = MergeRequest::Base::Nothing;
    } else if (base != HistoryBase) {
        out.base = MergeRequest::Base::Path;
        out.basePath = base == PathBase ? ss(QDir::fromNativeSeparators(m_basePath->text().trimmed()))
                                        : ss(projectPath(*m_session) + u'@' + base.mid(ReleaseBase.size()));
    }
    return out;
}

void MergeStart::update()
{
    const QString base = m_base->currentData().toString();
    m_baseRow->setVisible(base == PathBase);
    m_baseNote->setText(base == NothingBase
            ? tr("Everything counts as added by both sides: each field that differs is a conflict.")
            : base.startsWith(ReleaseBase) ? tr("A release holds what engines read, no titles, evidence or "
                                                "learnings: of those, what differs is "
                                                "a conflict.")
                                           : QString());
    m_baseNote->setVisible(!m_baseNote->text().isEmpty());
    m_error->hide();
    m_compare->setEnabled(!m_busy && !m_theirs->text().trimmed().isEmpty()
        && (base != PathBase || !m_basePath->text().trimmed().isEmpty()));
    m_compare->setText(m_busy ? tr("Comparing…") : tr("Compare"));
}

void MergeStart::pickFile(QLineEdit* into, const QString& title)
{
    const QString path = QFileDialog::getOpenFileName(this, title, projectsFolder(),
        tr("Offerwright projects (*.offerwright)") + u";;"_s + tr("All files (*)"));
    if (!path.isEmpty())
        into->setText(QDir::toNativeSeparators(path));
}

void MergeStart::pickFolder(QLineEdit* into, const QString& title)
{
    const QString path = QFileDialog::getExistingDirectory(this, title, projectsFolder());
    if (!path.isEmpty())
        into->setText(QDir::toNativeSeparators(path));
}

}
