// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/expression_scope.h"

#include "expr/expression.h"
#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace ow::ui {

namespace {

QString asSentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    if (!text.isEmpty() && (text.back().isLetterOrNumber() || text.back() == QLatin1Char('"')))
        text += QLatin1Char('.');
    return text;
}

TextProblem toTextProblem(const expr::Problem& problem, const std::string& text)
{
    TextProblem shown;
    shown.message = asSentence(qs(problem.message));
    shown.hint = asSentence(qs(problem.hint));
    shown.start = utf16Offset(text, problem.begin);
    shown.length = utf16Offset(text, problem.end) - shown.start;
    return shown;
}

}

qsizetype utf16Offset(const std::string& utf8, std::size_t byte)
{
    return QString::fromUtf8(utf8.data(), qsizetype(std::min(byte, utf8.size()))).size();
}

ExpressionContext expressionContext(
    const model::Draft& draft, expr::Place place, std::optional<expr::Kind> wanted, std::size_t factsBefore)
{
    auto names
        = std::make_shared<const expr::Vocabulary>(expr::vocabularyFor(draft.policy, place, factsBefore));
    const expr::Kind kind = wanted.value_or(expr::wantedKind(place));
    ExpressionContext context;
    for (const expr::Name& name : names->names())
        context.names << qs(name.path);
    context.check = [names, kind](const QString& text) -> std::optional<TextProblem> {
        const std::string utf8 = text.toStdString();
        const expr::Check checked
            = expr::check(utf8, *names, kind == expr::Kind::Any ? std::nullopt : std::optional(kind));
        for (const expr::Problem& problem : checked.problems)
            if (problem.isError())
                return toTextProblem(problem, utf8);
        return std::nullopt;
    };
    return context;
}

}
