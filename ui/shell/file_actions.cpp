// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_actions.h"

#include "sample/write.h"
#include "ui/shell/icons.h"
#include "ui/shell/new_project_dialog.h"
#include "ui/shell/session.h"
#include "ui/shell/settings.h"
#include "ui/shell/text.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

std::filesystem::path toPath(const QString& text) { return std::filesystem::path(text.toStdU16String()); }

QString filter() { return FileActions::tr("Offerwright projects (*.offerwright)"); }

}

FileActions::FileActions(Session* session, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
    m_new = add(tr("New project…"), u"file-plus"_s, QKeySequence::New, &FileActions::newProject);
    m_open = add(tr("Open project…"), u"folder"_s, QKeySequence::Open, &FileActions::openProject);
    m_sample = add(tr("Open the sample project"), u"sample"_s, {}, &FileActions::openSample);
    m_copy = add(tr("Save a copy…"), u"copy"_s, QKeySequence(u"Ctrl+Shift+S"_s), &FileActions::saveCopy);
    m_merge = add(tr("Merge…"), u"merge"_s, {}, &FileActions::merge);
    m_close = add(tr("Close project"), u"x"_s, QKeySequence(u"Ctrl+W"_s), &FileActions::close);
    m_recent = new QMenu(tr("Open recent"), window);
    m_recent->setIcon(icon(u"history"_s));
    connect(m_recent, &QMenu::aboutToShow, this, &FileActions::fillRecent);
    const auto enable = [this] {
        m_copy->setEnabled(m_session->isOpen());
        m_merge->setEnabled(m_session->isOpen());
        m_copy->setText(isRescued() ? tr("Save a rescued copy…") : tr("Save a copy…"));
        m_close->setEnabled(m_session->isOpen());
    };
    connect(session, &Session::projectOpened, this, enable);
    connect(session, &Session::projectClosed, this, enable);
    enable();
}

QAction* FileActions::add(
    const QString& text, const QString& iconName, const QKeySequence& key, void (FileActions::*slot)())
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setProperty("iconName", iconName); // for the palette
    if (!key.isEmpty())
        action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    m_window->addAction(action);
    return action;
}

QList<QAction*> FileActions::actions() const { return { m_new, m_open, m_sample, m_copy, m_merge, m_close }; }

void FileActions::addTo(QMenu* menu)
{
    menu->addAction(m_new);
    menu->addAction(m_open);
    menu->addMenu(m_recent);
    menu->addAction(m_sample);
    menu->addSeparator();
    menu->addAction(m_copy);
    menu->addAction(m_merge);
    menu->addAction(m_close);
}

void FileActions::fillRecent()
{
    m_recent->clear();
    for (const QString& path : Settings::recentProjects()) {
        QAction* action = m_recent->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("Nothing yet"))->setEnabled(false);
}

void FileActions::openPath(const QString& path) { m_session->open(toPath(path)); }

void FileActions::newProject()
{
    NewProjectDialog dialog(m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_session->create(toPath(dialog.file()), dialog.project());
}

void FileActions::openProject()
{
    const QString path
        = QFileDialog::getOpenFileName(m_window, tr("Open project"), projectsFolder(), filter());
    if (!path.isEmpty())
        openPath(path);
}

// Made once by its seeded generator, in the background; afterwards the file is a project like any other.
void FileActions::openSample()
{
    const QString path = QDir(projectsFolder()).filePath(u"offerwright-sample.offerwright"_s);
    if (QFileInfo::exists(path)) {
        openPath(path);
        return;
    }
    m_sample->setEnabled(false);
    m_session->notify(Tone::Info, tr("Making the sample project: a shop with a year of customers…"));
    m_session->jobs().run<Result<void>>(
        u"sample"_s, tr("Making the sample project"), this,
        [file = toPath(path)](const Progress& progress) {
            return sample::writeSample(file, sample::defaultSeed, sample::defaultCustomers, progress);
        },
        [this, path](const Result<void>& made) {
            m_sample->setEnabled(true);
            if (made)
                openPath(path);
            else
                m_session->notify(made.error());
        });
}

bool FileActions::isRescued() const { return m_session->isOpen() && m_session->project()->rescued(); }

void FileActions::saveCopy()
{
    if (!m_session->project())
        return;
    const bool rescued = isRescued();
    QString path = projectsFolder();
    if (rescued) // beside the damaged one, by a name that says what it is
        path = QDir(qs(m_session->project()->file().parent_path().string()))
                   .filePath(
                       tr("%1 rescued.offerwright").arg(qs(m_session->project()->file().stem().string())));
    path = QFileDialog::getSaveFileName(
        m_window, rescued ? tr("Save a rescued copy") : tr("Save a copy"), path, filter());
    if (path.isEmpty() || !m_session->project())
        return;
    if (!path.endsWith(u".offerwright"_s))
        path += u".offerwright"_s;
    const auto copier = m_session->project()->copier();
    if (!copier) { // moved away while it was open: only the connection still reaches it
        copied(m_session->project()->saveCopy(toPath(path)), path, rescued);
        return;
    }
    m_session->notify(Tone::Info, tr("Saving a copy…"), QDir::toNativeSeparators(path));
    m_session->jobs().run<Result<void>>(
        u"copy "_s + path, tr("Saving a copy"), this,
        [copy = *copier, file = toPath(path)](const Progress& progress) { return copy(file, progress); },
        [this, path, rescued](const Result<void>& saved) { copied(saved, path, rescued); });
}

void FileActions::copied(const Result<void>& saved, const QString& path, bool rescued)
{
    if (!saved) {
        m_session->notify(saved.error());
        return;
    }
    if (rescued)
        openPath(path); // what people go on working with
    m_session->notify(Tone::Good, rescued ? tr("Rescued copy saved and opened") : tr("Copy saved"),
        QDir::toNativeSeparators(path));
}

void FileActions::merge() { m_session->show(u"merge"_s); }

void FileActions::close() { m_session->close(); }

}
