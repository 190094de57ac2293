// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/expression_edit.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"
#include "ui/widgets/expression_field.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTimer>

namespace ow::ui {

namespace {
constexpr int PauseMs = 120; // shorter flickers while typing, longer feels absent
}

ExpressionEdit::ExpressionEdit(QWidget* parent)
    : QWidget(parent)
    , m_field(new ExpressionField(this))
    , m_icon(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_pause(new QTimer(this))
{
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setFont(textFont(TextSize::Caption));
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setFixedWidth(14);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Size::Space1);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_verdict, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space1);
    column->addWidget(m_field);
    column->addLayout(line);
    setFocusProxy(m_field);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);

    m_pause->setSingleShot(true);
    m_pause->setInterval(PauseMs);
    connect(m_pause, &QTimer::timeout, this, &ExpressionEdit::check);
    connect(m_field, &QPlainTextEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_field, &ExpressionField::commitRequested, this, &ExpressionEdit::commit);
    connect(m_field, &ExpressionField::focusLeft, this, &ExpressionEdit::commit);
    connect(m_field, &ExpressionField::revertRequested, this, &ExpressionEdit::revert);
    showVerdict();
}

void ExpressionEdit::setContext(ExpressionContext context)
{
    m_context = std::move(context);
    m_field->setContext(m_context);
    check();
}

void ExpressionEdit::setText(const QString& text, const QString& subject)
{
    if (subject != m_subject) {
        keepUnfinished();
        m_subject = subject;
    } else if (text == m_committed && (m_field->hasFocus() || m_problem)) {
        return;
    }
    m_committed = text;
    // What was typed beside another text would undo a change made elsewhere: then the draft's word stands.
    const Unfinished unfinished = m_unfinished.take(subject);
    const bool goesOn = !unfinished.typed.isEmpty() && unfinished.committed == text;
    const QString& shown = goesOn ? unfinished.typed : text;
    if (m_field->toPlainText() != shown)
        m_field->setPlainText(shown);
    check();
}

void ExpressionEdit::keepUnfinished()
{
    if (m_problem && m_field->toPlainText() != m_committed)
        m_unfinished.insert(m_subject, { m_committed, m_field->toPlainText() });
}

void ExpressionEdit::setTyped(const QString& text)
{
    m_field->setPlainText(text);
    check();
    if (!m_problem)
        m_committed = text;
}

QString ExpressionEdit::text() const { return m_field->toPlainText().trimmed(); }

void ExpressionEdit::setNote(const QString& note)
{
    m_note = note;
    showVerdict();
}

void ExpressionEdit::setReadOnly(bool readOnly) { m_field->setReadOnly(readOnly); }

void ExpressionEdit::setName(const QString& name) { m_field->setAccessibleName(name); }

void ExpressionEdit::check()
{
    m_pause->stop();
    m_problem = m_context.check ? m_context.check(m_field->toPlainText()) : std::nullopt;
    m_field->underline(m_problem);
    showVerdict();
    if (!m_problem)
        emit edited(text());
}

void ExpressionEdit::commit()
{
    check();
    if (m_problem || text() == m_committed)
        return;
    m_committed = text();
    emit committed(m_committed);
}

void ExpressionEdit::revert()
{
    m_field->setPlainText(m_committed);
    check();
}

void ExpressionEdit::showVerdict()
{
    const bool wrong = m_problem.has_value();
    QString line = m_note;
    if (wrong)
        line = m_problem->hint.isEmpty() ? m_problem->message
                                         : m_problem->message + QLatin1Char(' ') + m_problem->hint;
    m_icon->setPixmap(
        wrong ? iconPixmap(QStringLiteral("error"), 14, colors().bad, devicePixelRatioF()) : QPixmap());
    m_icon->setVisible(wrong);
    m_verdict->setText(line);
    m_verdict->setVisible(!line.isEmpty());
    setInk(m_verdict, wrong ? Ink::Bad : Ink::Muted);
    m_field->setAccessibleDescription(line);
}

}
