// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_parts.h"

#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

namespace ow::ui {

QWidget* labelled(const QString& caption, QWidget* control, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space1);
    QLabel* label = makeLabel(caption, TextSize::Caption, QFont::Normal, Ink::Muted, false, box);
    label->setBuddy(control);
    column->addWidget(label);
    column->addWidget(control);
    // Room that is left over is not ours, but text that wraps may need more than it hints at.
    box->setSizePolicy(
        QSizePolicy::Preferred, control->hasHeightForWidth() ? QSizePolicy::Preferred : QSizePolicy::Maximum);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(caption);
    return box;
}

QVBoxLayout* panelColumn(QWidget* panel)
{
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* page = new ScrollPage(0, panel);
    page->widget()->layout()->setContentsMargins(Size::Space4, Size::Space3, Size::Space4, Size::Space4);
    page->body()->setSpacing(Size::Space2);
    outer->addWidget(page);
    return page->body();
}

void clearLayout(QBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // the click that led here may come from inside it
        }
        delete item;
    }
}

CommitLine::CommitLine(QWidget* parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::editingFinished, this, [this] {
        // What was committed is told by setCommitted(): a change that the file refused (a full disk) is tried
        // again.
        if (text().trimmed() == m_committed)
            return;
        emit committed(text().trimmed());
        // From now on it is the project's to undo.
        const int at = cursorPosition();
        setText(text());
        setCursorPosition(at);
    });
}

void CommitLine::setCommitted(const QString& text)
{
    if (text == m_committed && hasFocus())
        return;
    m_committed = text;
    if (this->text() != text) {
        setText(text);
        setCursorPosition(0);
    }
}

void CommitLine::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && text() != m_committed) {
        setText(m_committed);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

CommitText::CommitText(int lines, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFont(textFont(TextSize::Body));
    setFixedHeight(lines * fontMetrics().lineSpacing() + 24);
}

void CommitText::setCommitted(const QString& text)
{
    if (text == m_committed && hasFocus())
        return;
    m_committed = text;
    if (toPlainText() != text)
        setPlainText(text);
}

void CommitText::commit()
{
    const QString text = toPlainText().trimmed();
    if (text == m_committed)
        return;
    emit committed(text);
    document()->clearUndoRedoStacks(); // from now on it is the project's to undo
}

void CommitText::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        commit();
        return;
    }
    if (event->key() == Qt::Key_Escape && toPlainText() != m_committed) {
        setPlainText(m_committed);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CommitText::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        commit();
}

}
