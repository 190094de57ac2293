// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "model/draft.h"
#include "ui/shell/objects.h"

#include <QString>

#include <string>
#include <vector>

// What people read for the closed words of a pack, in their language, sentence case in the middle of a
// sentence
// ("bundle", "active"). All pure; GUI thread (they translate).

namespace ow::ui {

QString word(model::OfferKind kind);
QString word(model::OfferStatus status);
QString word(model::Role role); ///< "no role" for None
QString word(model::Mission mission); ///< "no mission" for None
QString word(model::Tier tier); ///< "no tier" for None
QString word(model::Outcome outcome); ///< past participle: "shown", "declined"
QString word(model::Aggregate aggregate);
QString word(model::Calendar unit); ///< "day"

/// "case_resolved" -> "a case is resolved"; unknown types are quoted as they are.
QString eventWords(const std::string& type);

/// "2 hours", "1 day", "90 seconds": the largest unit that divides it.
QString durationWords(Duration length);

/// "68 %", "14.5 %": basis points, at most two decimals, trailing zeros dropped.
QString percentText(std::int64_t basisPoints);

/// An offer's name; its id in quotes where the draft has none such.
QString offerName(const model::Draft& draft, const std::string& id);
/// "A", "A and B", "A, B and C".
QString joined(const QStringList& parts, const QString& lastWord);
QString joinedAnd(const QStringList& parts);
QString joinedOr(const QStringList& parts);

}
