// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "ui/widgets/expression_context.h"

#include <QString>

namespace ow::ui {

/// What an editor of a because needs: the names in braces, and which braces are wrong.
ExpressionContext becauseContext(const model::Draft& draft);

/// The sentence as a customer would read it, with an example: the offer's own values, and as anchor a product
/// that may go before it (by its condition or by an edge). Empty where the template is.
QString becausePreview(const QString& text, const model::Offer& offer, const model::Draft& draft,
    const model::Catalogue& catalogue);

}
