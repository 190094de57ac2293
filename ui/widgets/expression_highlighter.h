// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace ow::ui {

/// Colours strings, numbers, words and names of an expression, or the {paths} of a template. It only colours:
/// what is right and wrong is the checker's to say.
class ExpressionHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit ExpressionHighlighter(QTextDocument* document);
    void setTemplate(bool isTemplate);

protected:
    void highlightBlock(const QString& text) override;

private:
    void expression(const QString& text);
    void braces(const QString& text);
    bool m_template = false;
};

}
