// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QString>

class QBoxLayout;
class QVBoxLayout;

// The small parts of which editors are made, so that all of them look and commit alike.

namespace ow::ui {

/// A caption above a control; the caption is its buddy and its accessible name.
QWidget* labelled(const QString& caption, QWidget* control, QWidget* parent);
/// Makes `panel` a page that scrolls down, with panel margins: the column to put its content into.
QVBoxLayout* panelColumn(QWidget* panel);
/// Empties a layout and deletes the widgets in it.
void clearLayout(QBoxLayout* layout);

/// A line that says when a person is done with it: Enter or leaving, and the text differs from what was set.
/// Escape gives up.
class CommitLine final : public QLineEdit {
    Q_OBJECT
public:
    explicit CommitLine(QWidget* parent = nullptr);
    void setCommitted(const QString& text);

signals:
    void committed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_committed;
};

/// The same for a few lines of prose: leaving or Ctrl+Enter commits; grows with its text.
class CommitText final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit CommitText(int lines, QWidget* parent = nullptr);
    void setCommitted(const QString& text);
    void commit();

signals:
    void committed(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_committed;
};

}
