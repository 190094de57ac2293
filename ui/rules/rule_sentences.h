// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QString>

// Every rule as the one sentence that a person would say it with. Pure; GUI thread (they translate).

namespace ow::ui {

/// "all offers", "USB-C dock", "offers that protect", "offers by email", "bundles".
QString scopeWords(const model::Scope& scope, const model::Draft& draft);

QString sentence(const model::Suppression& rule, const model::Draft& draft);
QString sentence(const model::Cap& cap, const model::Draft& draft);
QString sentence(const model::Cooldown& cooldown, const model::Draft& draft);
QString sentence(const model::SequenceRule& rule, const model::Draft& draft);
QString sentence(const model::ExclusiveGroup& group, const model::Draft& draft);
QString sentence(const model::Fact& fact);
QString sentence(const model::Guardrails& guardrails);
QString sentence(const model::SubstituteRule& rule);
QString sentence(const model::Rank& rank);

}
