// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/merge/merge_sources.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class Session;

/// Where a merge begins: which file is theirs, and which version both come from.
class MergeStart : public QWidget {
    Q_OBJECT
public:
    explicit MergeStart(Session* session, QWidget* parent = nullptr);

    /// The project and its releases as they are now.
    void refresh();
    void setTheirs(const QString& path);
    /// Base from a file or folder; "" = from the history.
    void setBase(const QString& path);
    /// A merge that was put away; "" = none.
    void setResumable(const QString& words);
    void showError(const Error& error);
    void setBusy(bool busy);
    /// What the page says now; its `ours` and `history` are for the screen to fill in.
    MergeRequest request() const;

signals:
    void compareAsked();
    void resumeAsked();

private:
    QWidget* buildTheirs();
    QWidget* buildBase();
    QWidget* pathRow(QLineEdit*& path, const QString& name, const QString& hint, const QString& title);
    void pickFile(QLineEdit* into, const QString& title);
    void pickFolder(QLineEdit* into, const QString& title);
    void update();

    Session* m_session;
    QLabel* m_ours = nullptr;
    QLineEdit* m_theirs = nullptr;
    QComboBox* m_base = nullptr;
    QWidget* m_baseRow = nullptr;
    QLineEdit* m_basePath = nullptr;
    QLabel* m_baseNote = nullptr;
    QLabel* m_error = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_resume = nullptr;
    bool m_busy = false;
};

}
