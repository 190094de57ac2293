// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undo_keys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTextEdit>

namespace ow::ui {
namespace {

enum class Has { NoField, Nothing, Something };

Has answer(bool available) { return available ? Has::Something : Has::Nothing; }

// What the field could take back (or do again) itself. Spin boxes and combo boxes have a line inside that
// gets their keys.
Has ownSteps(QObject* watched, bool redo)
{
    const auto ofDocument = [redo](const QTextDocument* text) {
        return answer(redo ? text->isRedoAvailable() : text->isUndoAvailable());
    };
    if (const auto* text = qobject_cast<QPlainTextEdit*>(watched))
        return ofDocument(text->document());
    if (const auto* text = qobject_cast<QTextEdit*>(watched))
        return ofDocument(text->document());
    const auto* line = qobject_cast<QLineEdit*>(watched);
    if (const auto* box = qobject_cast<QComboBox*>(watched))
        line = box->lineEdit();
    else if (const auto* spin = qobject_cast<QAbstractSpinBox*>(watched))
        line = spin->findChild<QLineEdit*>();
    return line ? answer(redo ? line->isRedoAvailable() : line->isUndoAvailable()) : Has::NoField;
}

bool isRedo(const QKeyEvent* key)
{
    return key->matches(QKeySequence::Redo)
        || (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
}

}

void UndoKeys::install()
{
    if (!qApp->findChild<UndoKeys*>())
        qApp->installEventFilter(new UndoKeys(qApp));
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool redo = isRedo(key);
    if ((!redo && !key->matches(QKeySequence::Undo)) || ownSteps(watched, redo) != Has::Nothing)
        return false;
    event->ignore(); // "not mine": the window's shortcut gets the key
    return true;
}

}
