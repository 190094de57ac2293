// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/expression_context.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace ow::ui {

class ExpressionHighlighter;

/// The text area of an ExpressionEdit: grows from one line to eight, completes names, Enter commits
/// (Shift+Enter breaks the line), Escape gives up.
class ExpressionField final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ExpressionField(QWidget* parent = nullptr);

    void setContext(const ExpressionContext& context);
    /// Draws a wave under it; nullopt removes the wave.
    void underline(const std::optional<TextProblem>& problem);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void commitRequested();
    void revertRequested();
    void focusLeft();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString prefix() const;
    void offerNames(bool asked);
    void insertName(const QString& name);
    void followContent();

    ExpressionHighlighter* m_highlighter;
    QCompleter* m_completer;
    QStringListModel* m_names;
    bool m_template = false;
};

}
