// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QWidget;

namespace ow::ui {

class Session;

/// New, open, recent, sample, save a copy, merge, close: as actions of the window, used by the menu, Home and
/// the palette.
class FileActions : public QObject {
    Q_OBJECT
public:
    FileActions(Session* session, QWidget* window);

    void addTo(QMenu* menu);
    /// Opens a project; a failure is a message.
    void openPath(const QString& path);
    /// New, Open, the sample project, Save a copy, Merge, Close: for the palette.
    QList<QAction*> actions() const;

public slots:
    void newProject();
    void openProject();
    void openSample();
    void saveCopy();
    void merge();

private:
    QAction* add(
        const QString& text, const QString& iconName, const QKeySequence& key, void (FileActions::*slot)());
    void fillRecent();
    void copied(const Result<void>& saved, const QString& path, bool rescued);
    bool isRescued() const;
    void close();

    Session* m_session;
    QWidget* m_window;
    QAction* m_new = nullptr;
    QAction* m_open = nullptr;
    QAction* m_sample = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_merge = nullptr;
    QAction* m_close = nullptr;
    QMenu* m_recent = nullptr;
};

}
