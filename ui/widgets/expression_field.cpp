// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/expression_field.h"

#include "ui/shell/theme.h"
#include "ui/widgets/expression_highlighter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int MaxLines = 8;

bool inName(QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.'); }

}

ExpressionField::ExpressionField(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new ExpressionHighlighter(document()))
    , m_completer(new QCompleter(this))
    , m_names(new QStringListModel(this))
{
    setFont(codeFont());
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(6);
    m_completer->setModel(m_names);
    m_completer->setWidget(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(10);
    connect(
        m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ExpressionField::insertName);
    connect(this, &QPlainTextEdit::textChanged, this, &ExpressionField::followContent);
    followContent();
}

void ExpressionField::setContext(const ExpressionContext& context)
{
    m_template = context.isTemplate;
    m_highlighter->setTemplate(m_template);
    if (m_template)
        setFont(textFont(TextSize::Body));
    QStringList names = context.names;
    names.sort();
    m_names->setStringList(names);
}

void ExpressionField::underline(const std::optional<TextProblem>& problem)
{
    QList<QTextEdit::ExtraSelection> selections;
    const auto end = toPlainText().size();
    if (problem && end > 0) {
        // A problem at the very end is shown under the last character: a wave needs something to stand under.
        auto start = std::clamp<qsizetype>(problem->start, 0, end);
        auto stop = std::clamp<qsizetype>(start + std::max<qsizetype>(problem->length, 1), 0, end);
        if (start == stop)
            start = stop - 1;
        QTextEdit::ExtraSelection wave;
        wave.cursor = QTextCursor(document());
        wave.cursor.setPosition(int(start));
        wave.cursor.setPosition(int(stop), QTextCursor::KeepAnchor);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(colors().bad);
        wave.format.setBackground(colors().badWash);
        selections << wave;
    }
    setExtraSelections(selections);
}

QSize ExpressionField::sizeHint() const
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    const int height = std::clamp(lines, 1, MaxLines) * fontMetrics().lineSpacing()
        + 2 * (int(document()->documentMargin()) + frameWidth()) + 2;
    return { 240, std::max<int>(height, Size::ControlHeight) };
}

QSize ExpressionField::minimumSizeHint() const { return { 80, sizeHint().height() }; }

void ExpressionField::followContent() { updateGeometry(); }

void ExpressionField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // lines wrap differently now
}

void ExpressionField::keyPressEvent(QKeyEvent* event)
{
    const bool popup = m_completer->popup()->isVisible();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (popup && (enter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab)) {
        event->ignore(); // the completer takes these
        return;
    }
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        emit commitRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit revertRequested();
        return;
    }
    const bool asked = event->key() == Qt::Key_Space && (event->modifiers() & Qt::ControlModifier);
    if (!asked)
        QPlainTextEdit::keyPressEvent(event);
    const bool typed
        = !event->text().isEmpty() && (event->text().at(0).isPrint() || event->key() == Qt::Key_Backspace);
    if (asked || typed)
        offerNames(asked);
}

void ExpressionField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit focusLeft();
}

QString ExpressionField::prefix() const
{
    const QString text = toPlainText().left(textCursor().position());
    auto start = text.size();
    while (start > 0 && inName(text.at(start - 1)))
        --start;
    // In a template names stand in braces only; elsewhere it is prose.
    if (m_template && (start == 0 || text.at(start - 1) != QLatin1Char('{')))
        return QString();
    return text.mid(start);
}

void ExpressionField::offerNames(bool asked)
{
    const QString begun = prefix();
    const bool brace = m_template && textCursor().position() > 0
        && toPlainText().at(textCursor().position() - 1) == QLatin1Char('{');
    if ((begun.size() < 2 && !asked && !brace) || (!begun.isEmpty() && begun.at(0).isDigit())) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix(begun);
    const int hits = m_completer->completionCount();
    if (hits == 0 || (hits == 1 && m_completer->currentCompletion() == begun)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect at = cursorRect();
    at.setWidth(std::min(width(), m_completer->popup()->sizeHintForColumn(0) + Size::Space8));
    m_completer->complete(at);
}

void ExpressionField::insertName(const QString& name)
{
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(prefix().size()));
    cursor.insertText(name);
    setTextCursor(cursor);
}

}
