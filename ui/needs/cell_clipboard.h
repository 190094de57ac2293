// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <optional>
#include <vector>

class QMimeData;

namespace ow::ui {

/// A cell without its place, as it travels over the clipboard.
struct CopiedCell {
    std::vector<model::CellOffer> offers;
    std::string benefit;
};

/// As our own format, and as text for other programs: the offers' names, then the benefit. Caller owns it.
QMimeData* cellToClipboard(const model::Cell& cell, const model::Draft& draft);
/// Empty where the clipboard holds something else. Offers that the draft does not have are left out.
std::optional<CopiedCell> cellFromClipboard(const QMimeData* data, const model::Draft& draft);

}
