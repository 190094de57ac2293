// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"
#include "score/wording.h"
#include "ui/shell/session.h"

#include <QString>

#include <vector>

// A scorecard's numbers and codes in the person's language. The rules are those of score/wording.h: intervals
// as "between a and b", never "proved", digits by the interval's width.

namespace ow::ui {

QString metricLabel(score::Metric metric);
/// "12.3 %", "42 USD"; a dash where there is none.
QString levelWords(const std::optional<double>& value, const score::Measure& m, std::string_view currency);
/// "+16 points"; a dash where there is no estimate.
QString estimateWords(const score::Measure& m, std::string_view currency);
/// "+9 to +25 points", or why there is no interval.
QString effectWords(const score::Measure& m, std::string_view currency, const score::Precision& precision);
/// "between +9 and +25 points (95 %, valid at any time)", or why not.
QString effectPhrase(const score::Measure& m, std::string_view currency, const score::Precision& precision);
QString reasonWords(const score::Measure& m, const score::Precision& precision);
QString noteWords(std::string_view code);
/// Every input of the number, unrounded: for hovering.
QString exactWords(const score::Measure& m, std::string_view currency);

QString verdictLabel(const score::Verdict& verdict);
QString verdictPhrase(const score::Verdict& verdict);
Tone verdictTone(const score::Verdict& verdict);
QString guardrailWords(const score::Measure& m);
Tone guardrailTone(const score::Measure& m);

/// "24 hours", "7 days".
QString windowWords(Duration window);

struct HealthItem {
    Tone tone = Tone::Good;
    QString title;
    QString text;
};
/// What stands above everything else, worst first.
std::vector<HealthItem> healthItems(const score::Scorecard& card);

}
