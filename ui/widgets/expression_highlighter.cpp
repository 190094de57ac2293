// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/expression_highlighter.h"

#include "ui/shell/theme.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace ow::ui {

namespace {

QTextCharFormat inColor(const QColor& color, QFont::Weight weight = QFont::Normal)
{
    QTextCharFormat f;
    f.setForeground(color);
    f.setFontWeight(weight);
    return f;
}

}

ExpressionHighlighter::ExpressionHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document)
{
    connect(&Theme::instance(), &Theme::changed, this, &ExpressionHighlighter::rehighlight);
}

void ExpressionHighlighter::setTemplate(bool isTemplate)
{
    m_template = isTemplate;
    rehighlight();
}

void ExpressionHighlighter::highlightBlock(const QString& text)
{
    if (m_template)
        braces(text);
    else
        expression(text);
}

void ExpressionHighlighter::expression(const QString& text)
{
    // One alternation, leftmost first: a name inside a string stays part of the string.
    static const QRegularExpression token(QStringLiteral(
        R"re((?<string>'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?)|(?<number>\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|)re"
        R"re((?<word>\b(?:true|false|in|has|size|all|exists|exists_one|filter|map|int|double|string|timestamp|duration|startsWith|endsWith|contains|matches)\b)|)re"
        R"re((?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<op>[&|=!<>?:+\-*/%]+))re"));
    const Colors& c = colors();
    auto it = token.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        const auto paint = [&](const QString& group, const QTextCharFormat& f) {
            if (match.capturedStart(group) >= 0)
                setFormat(int(match.capturedStart(group)), int(match.capturedLength(group)), f);
        };
        paint(QStringLiteral("string"), inColor(c.good));
        paint(QStringLiteral("number"), inColor(c.caution));
        paint(QStringLiteral("word"), inColor(c.ink, QFont::DemiBold));
        paint(QStringLiteral("name"), inColor(c.protect));
        paint(QStringLiteral("op"), inColor(c.muted));
    }
}

void ExpressionHighlighter::braces(const QString& text)
{
    static const QRegularExpression path(QStringLiteral(R"re(\{\{|\}\}|\{[^{}]*\})re"));
    auto it = path.globalMatch(text);
    while (it.hasNext()) {
        const auto match = it.next();
        if (match.capturedLength() > 2)
            setFormat(int(match.capturedStart()), int(match.capturedLength()), inColor(colors().protect));
    }
}

}
