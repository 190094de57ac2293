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
    /// Hands over what was typed, if anything was, and stops. False where it is no value: the editor stays,
    /// with why.
    bool finishEditing();
    /// `why` the text in the editor is no value of the field.
    void showInvalid(const QString& why);

signals:
    void chosen(std::size_t item, ow::store::MergePlan::Choice choice);
    void edited(std::size_t item, const QString& text);
    void entered(std::size_t item);
    /// The editor has closed by key or button; the list should have the keys again.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildResult();
    void showBefore(const store::FieldDifference& field, const model::Draft& draft);
    void showResult(const store::MergePlan::Item& item, const model::Draft& draft);
    void save();
    void leave();
    void stopEditing();
    void setInvalid(const QString& why);

    std::size_t m_item;
    bool m_current = false;
    bool m_manyLines = false;
    QString m_editText;
    store::MergePlan::Choice m_choice = store::MergePlan::Choice::None; ///< as last shown
    std::optional<Json> m_edited;
    QLabel* m_name = nullptr;
    Chip* m_chip = nullptr;
    ElidedLabel* m_before = nullptr;
    QLabel* m_beforeLines = nullptr; ///< the same of a whole object, a line for each field
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
    QLabel* m_invalid = nullptr;
    QPushButton* m_use = nullptr;
};

}
