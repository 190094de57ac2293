// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/policy_names.h"
#include "model/draft.h"
#include "ui/widgets/expression_context.h"

#include <optional>

namespace ow::ui {

/// What an editor of an expression in this place of the draft needs: its names, and the checker that the
/// engine uses. `wanted`: another type than the place's own (a propensity is a double).
ExpressionContext expressionContext(const model::Draft& draft, expr::Place place,
    std::optional<expr::Kind> wanted = {}, std::size_t factsBefore = expr::everyFact);

/// UTF-16 offset of a UTF-8 byte offset in the same text.
qsizetype utf16Offset(const std::string& utf8, std::size_t byte);

}
