// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace ow::ui {

/// What is wrong with a text, and where, in UTF-16 units of the text as the editor holds it.
struct TextProblem {
    QString message; ///< a sentence
    QString hint; ///< "Did you mean customer.segment?"; may be empty
    qsizetype start = 0;
    qsizetype length = 0; ///< 0 = at the end of the text
};

/// What an editor of expressions or templates needs to know of the place that the text stands in: which names
/// are visible there and how to check it. Made by ui/rules/expression_scope.h; a plain value that may be
/// copied.
struct ExpressionContext {
    /// Empty = the text is right. Must be quick: it runs as one types.
    std::function<std::optional<TextProblem>(const QString&)> check;
    QStringList names; ///< full paths to complete: "customer.segment"
    bool isTemplate = false; ///< a because: names stand in {braces}
};

}
