// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/counterfactual.h"
#include "decide/explanation.h"
#include "model/draft.h"

#include <QString>

namespace ow::ui {

/// What was read and counted for one reason, in a line under its sentence: "customer.segment = "new"",
/// "3 of 3 · free again from 25 Nov 2026 12:00"; "" where the sentence says it all.
QString whyDetails(const decide::Reason& reason, const model::Draft& draft);

/// The answer to "what would have to change?": "shown 3 days later (…)", "if segment were "pro"".
QString changeWords(const decide::Counterfactual& answer, const model::Draft& draft);

}
