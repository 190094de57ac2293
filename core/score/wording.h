// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <string>
#include <string_view>

// The sentences of reports and of the command line, in English. Rules (STATISTICS.md, section 10): "between a
// and b (95 %, valid at any time)"; never "proved", never "no effect"; two significant digits of the
// interval's width decide the digits of everything in the row. Pure.

namespace ow::score {

/// How a metric's numbers are written: rates in percent (differences in percentage points), money in major
/// units.
struct Digits {
    double scale = 1; ///< stored value × scale = shown number
    int decimals = 1;
};
/// From the width of the row's interval; without one from `fallback` decimals.
Digits digitsFor(const Measure& m, std::string_view currency);

std::string metricTitle(Metric metric); ///< "Attach rate"
std::string unitOfMetric(Metric metric, std::string_view currency); ///< "%", "EUR", ""
std::string unitOfDifference(Metric metric, std::string_view currency); ///< "points", "EUR", ""

/// "541,909".
std::string grouped(std::int64_t n);
/// "31 Aug".
std::string dayText(Timestamp t);

/// "12.3 %", "4.56 EUR"; a dash where there is none.
std::string levelText(const std::optional<double>& value, const Measure& m, std::string_view currency);
/// "+1.2", with a real minus sign.
std::string signedText(double value, const Digits& digits);
/// "+1.2 to +5.6 points", or why there is no interval.
std::string effectText(const Measure& m, std::string_view currency, const Precision& precision);
/// Why there is no interval, in the words of section 10; empty where the status is Ok.
std::string reasonText(const Measure& m, const Precision& precision);
/// One sentence about the effect: "Between +1.2 and +5.6 percentage points more … (95 %, valid at any time)."
std::string effectSentence(const Measure& m, std::string_view currency, const Precision& precision);
/// "Keep", "Kill", "Continue", "Blocked", "Review".
std::string verdictTitle(const Verdict& verdict);
std::string verdictSentence(const Verdict& verdict);
/// What stands above everything: sample ratio, maturity, crossed units, lines without cost. Worst first.
struct HealthLine {
    enum class Tone { Good, Caution, Bad };
    Tone tone = Tone::Good;
    std::string title;
    std::string text;
};
std::vector<HealthLine> healthLines(const Scorecard& card);
/// A note's code in words; the code itself where it has none.
std::string noteText(std::string_view code);

}
