// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/merge/merge_detail.h"
#include "ui/merge/merge_sources.h"
#include "ui/shell/screen.h"

class QAction;
class QButtonGroup;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace ow::ui {

class Chip;
class ElidedLabel;
class MergeFilter;
class MergeListModel;
class MergeStart;

/// File ▸ Merge…: the changes of another copy of the project, taken over field by field. Left the
/// differences, right three panes, ours, result and theirs. Nothing is changed before Apply, which is one
/// step.
class MergeScreen : public Screen {
    Q_OBJECT
public:
    explicit MergeScreen(QWidget* parent = nullptr);

    void setSession(Session* session) override;
    void activate() override;
    bool usesInspector() const override { return false; }
    bool settled() const override;

    /// Fills in the first page and compares; `base` "" = from the history.
    void compareWith(const QString& theirs, const QString& base = {});
    /// Null where no merge is being made.
    const store::MergePlan* plan() const { return m_sources ? &m_sources->plan : nullptr; }

private:
    QWidget* buildWork();
    QWidget* buildHead();
    QWidget* buildList();
    QWidget* buildFoot();
    void buildKeys();
    QAction* key(const QString& text, const QString& iconName, const QKeySequence& keys);

    void compare();
    void begin(MergeSources sources);
    void projectChanged();
    void showPlan();
    void choose(std::size_t item, store::MergePlan::Choice choice);
    void edit(std::size_t item, const QString& text);
    void changed();
    void check();
    void showState();
    void select(std::size_t item);
    void showCurrent(const QModelIndex& index);
    int currentItem() const;
    void nextConflict(int step);
    void takeSide(store::MergePlan::Choice choice);
    void putAway();
    void apply();
    MergeDetail::Drafts drafts() const;
    QString theirsName() const;

    Session* m_session = nullptr;
    std::optional<MergeSources> m_sources;
    MergeOutcome m_outcome;
    bool m_checking = false;
    bool m_reading = false;
    bool m_applyChecked = false; ///< Apply was pressed with an edit that is being checked
    QStackedWidget* m_pages = nullptr;
    MergeStart* m_start = nullptr;
    ElidedLabel* m_from = nullptr;
    QWidget* m_title = nullptr;
    Chip* m_left = nullptr;
    MergeListModel* m_model = nullptr;
    MergeFilter* m_filter = nullptr;
    QTreeView* m_list = nullptr;
    QButtonGroup* m_show = nullptr;
    MergeDetail* m_detail = nullptr;
    QLineEdit* m_why = nullptr;
    ElidedLabel* m_note = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_cancel = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
};

}
