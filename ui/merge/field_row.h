// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/merge_plan.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ow::ui {

class Chip;
class ElidedLabel;
class ValueBox;

/// One field of an object in three columns, ours, result, theirs, with what it was before above them.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(std::size_t item, QWidget* parent = nullptr);

    std::size_t item() const { return m_item; }
    /// `draft` names offers, stages and the currency.
    void show(const store::MergePlan::Item& item, const model::Draft& draft);
    /// The row that keys and the list speak of.
    void setCurrent(bool current);
    void setEditable(bool editable);
    void startEditing();
    bool isEditing() const;

signals:
    void chosen(std::size_t item, ow::store::MergePlan::Choice choice);
    void edited(std::size_t item, const QString& text);
    void entered(std::size_t item);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildResult();
    void showResult(const store::MergePlan::Item& item, const model::Draft& draft);
    void save();
    void stopEditing();

    std::size_t m_item;
    bool m_current = false;
    QString m_editText;
    store::MergePlan::Choice m_choice = store::MergePlan::Choice::None; ///< as last shown
    std::optional<Json> m_edited;
    QLabel* m_name = nullptr;
    Chip* m_chip = nullptr;
    ElidedLabel* m_before = nullptr;
    QPushButton* m_takeBase = nullptr;
    ValueBox* m_ours = nullptr;
    ValueBox* m_theirs = nullptr;
    QWidget* m_result = nullptr;
    QWidget* m_shown = nullptr;
    QWidget* m_editing = nullptr;
    QLabel* m_value = nullptr;
    ElidedLabel* m_from = nullptr;
    QPushButton* m_edit = nullptr;
    QPlainTextEdit* m_editor = nullptr;
};

}
