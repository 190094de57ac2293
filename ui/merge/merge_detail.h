// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/merge_plan.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ow::ui {

class ElidedLabel;
class FieldRow;

/// The three panes: for one object each field that differs, and below it the object as it reads on our side,
/// in the result and on theirs.
class MergeDetail : public QWidget {
    Q_OBJECT
public:
    struct Drafts {
        model::DraftSnapshot ours, result, otherwise, theirs; ///< as MergeOutcome; null = not known (yet)
    };

    explicit MergeDetail(QWidget* parent = nullptr);

    void setNames(const QString& ours, const QString& theirs);
    /// The object of the item, its rows anew; the item's row is the current one.
    void showItem(const store::MergePlan& plan, std::size_t item, const Drafts& drafts);
    /// Choices changed, the differences not.
    void refresh(const store::MergePlan& plan, const Drafts& drafts);
    void clear();
    std::size_t item() const { return m_item; } ///< the current one
    void setEditable(bool editable);
    void startEditing(std::size_t item);
    /// `why` the text in the row's editor is no value of its field.
    void showInvalid(std::size_t item, const QString& why);
    bool isEditing() const;
    /// Hands over what is being typed. False where it is no value; the editor says why.
    bool finishEditing();

signals:
    void chosen(std::size_t item, ow::store::MergePlan::Choice choice);
    void edited(std::size_t item, const QString& text);
    void entered(std::size_t item);
    void left();

private:
    void buildHead(QVBoxLayout* column);
    void makeRows(const store::MergePlan& plan, const Drafts& drafts);
    void showObject(const store::MergePlan& plan, const Drafts& drafts);
    bool isOpen(const store::MergePlan& plan) const;
    void setCurrent(std::size_t item);
    FieldRow* rowOf(std::size_t item) const;

    store::ObjectKey m_key;
    std::size_t m_item = 0;
    bool m_editable = true;
    std::vector<FieldRow*> m_rows;
    QLabel* m_title = nullptr;
    QLabel* m_kind = nullptr;
    ElidedLabel* m_ours = nullptr;
    ElidedLabel* m_theirs = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_fields = nullptr;
    QWidget* m_object = nullptr;
    QGridLayout* m_objectGrid = nullptr;
};

}
