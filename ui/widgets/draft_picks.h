// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "ui/widgets/pick_popup.h"

#include <functional>
#include <vector>

// What one may pick from a draft or catalogue, ready for a PickPopup.

namespace ow::ui {

/// All offers that are not killed or retired; `suits` leaves others out where it is set.
std::vector<PickItem> offerPicks(
    const model::Draft& draft, const std::function<bool(const model::Offer&)>& suits = {});
std::vector<PickItem> productPicks(const model::Catalogue& catalogue, const std::string& currency);

}
