// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/expression_context.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QTimer;

namespace ow::ui {

class ExpressionField;

/// One expression or template with its judgement below: what is wrong is underlined and said, and is never
/// committed. Nor is it lost: the field shows many objects in turn, and what is half-typed for one is there
/// again when that one is shown again.
class ExpressionEdit final : public QWidget {
    Q_OBJECT
public:
    explicit ExpressionEdit(QWidget* parent = nullptr);

    void setContext(ExpressionContext context);
    /// Shows what the draft holds of `subject` (the object's id). While a person is typing here, or has left
    /// something unfinished, an equal value from outside leaves the text alone.
    void setText(const QString& text, const QString& subject = {});
    /// As if a person had typed it: checked and told by edited(), and what counts as committed from now on.
    void setTyped(const QString& text);
    QString text() const;
    bool isValid() const { return !m_problem; }
    const std::optional<TextProblem>& problem() const { return m_problem; }
    /// A quiet line below while the text is right: "1,204 of 3,000 customers match"; "" = none.
    void setNote(const QString& note);
    void setReadOnly(bool readOnly);
    /// What screen readers say.
    void setName(const QString& name);
    ExpressionField* field() const { return m_field; }

signals:
    /// The text is right, differs from what was set, and the person is done with it.
    void committed(const QString& text);
    /// A right text, a moment after the last key: for counts and previews.
    void edited(const QString& text);

private:
    void check();
    void commit();
    void revert();
    void showVerdict();

    ExpressionField* m_field;
    QLabel* m_icon;
    QLabel* m_verdict;
    QTimer* m_pause;
    ExpressionContext m_context;
    std::optional<TextProblem> m_problem;
    void keepUnfinished();

    struct Unfinished {
        QString committed; ///< beside which it was typed
        QString typed;
    };

    QString m_committed;
    QString m_note;
    QString m_subject;
    QHash<QString, Unfinished> m_unfinished; ///< by subject: what could not be committed
};

}
