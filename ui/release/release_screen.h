// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/release/release_plan.h"
#include "ui/shell/screen.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace ow::ui {

class ChecklistCard;
class DiffModel;
class ReleaseDetails;
class ReleaseListModel;

/// Checklist, what the release would change, and the release itself.
class ReleaseScreen : public Screen {
    Q_OBJECT
public:
    explicit ReleaseScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    bool usesInspector() const override { return false; }
    bool settled() const override { return !m_stale; }

private:
    QWidget* buildDiff();
    QWidget* buildExport();
    void refresh();
    void showPlan(const ReleasePlan& plan);
    void showChecklist();
    void showReleases();
    void updateButton();
    void release();

    Session* m_session = nullptr;
    ReleasePlan m_plan;
    bool m_stale = true;
    bool m_versionTyped = false;
    ChecklistCard* m_checklist = nullptr;
    QLabel* m_diffTitle = nullptr;
    QLabel* m_diffNote = nullptr;
    QStackedWidget* m_diffPages = nullptr;
    QLabel* m_diffEmpty = nullptr;
    QTreeView* m_diffView = nullptr;
    DiffModel* m_diff = nullptr;
    QLineEdit* m_version = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QPushButton* m_release = nullptr;
    QLabel* m_reason = nullptr;
    QStackedWidget* m_pages = nullptr;
    ReleaseListModel* m_releases = nullptr;
    QWidget* m_releasesBox = nullptr;
    ReleaseDetails* m_details = nullptr;
};

}
