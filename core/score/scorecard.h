// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/catalogue.h"
#include "model/pack.h"
#include "score/measure.h"
#include "score/opportunities.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::score {

/// From where on an offer is worth having, and by how much more it must never be lost.
struct Threshold {
    double threshold = 0; ///< τ, on the metric's absolute scale
    double worthwhile = 0; ///< δ > 0
};

struct Options {
    Windows windows;
    Precision precision;
    std::string by; ///< segments: a customer attribute, or "placement"; "" = none
    std::size_t maxSegments = 12; ///< the smaller ones are pooled as "other"
    double segmentFdr = 0.10;
    Threshold lift { 0.0, 0.02 };
    Threshold margin { 0.0, 50.0 }; ///< minor units per unit
    int minCycles = 2;
    /// With a planned size the rule is group-sequential and has a last cycle; without, always valid and
    /// open-ended.
    std::optional<double> plannedUnits;
    int maxCycles = 8; ///< with plannedUnits
};

/// Attach rate of the units whose first opportunity fell in this cycle, and the lift of all cycles up to it.
struct Week {
    int cycle = 1; ///< 1-based, from the start of the log
    Timestamp from;
    ArmLevel treatment, holdout;
    Measure toDate; ///< attach_rate, cumulative: the interval may be read at every cycle
};

struct Segment {
    std::string value;
    Measure lift;
    std::optional<double>
        q; ///< Benjamini–Hochberg over the segments × offers of this scorecard; empty = not tested
    bool flagged = false; ///< q <= segmentFdr
    std::optional<double> shrunken; ///< towards the common effect, where segments can be pooled
};

struct Forest {
    std::string by;
    std::vector<Segment> segments; ///< largest first
    std::optional<double> differP; ///< Cochran's Q: do the segments differ?
    std::optional<double> i2;
};

/// Counts over all opportunities: descriptions, not effects.
struct Funnel {
    std::int64_t opportunities = 0, shown = 0, clicked = 0, accepted = 0, declined = 0;
    std::int64_t attached = 0; ///< opportunities with a credited line that was kept, shown ones
    std::int64_t withheld = 0;
    std::int64_t attachedWithheld = 0;
};

/// The stop-loss rule's answer (STATISTICS.md, section 5). Absent where it was not run.
struct Verdict {
    std::string state; ///< keep, continue, kill, blocked, review
    std::string
        reason; ///< proven, lift_below, margin_below, not_proven, guardrail:ID, undecided, min_cycles …
    int cycle = 0; ///< at which it fell; looks go on but cannot change a final one
    bool final = false;
};

struct ArmCount {
    std::string arm;
    std::int64_t units = 0;
    std::optional<double> expected; ///< by the configured share
};

/// Did the randomisation work? p < 0.001 blocks every verdict.
struct SampleRatio {
    stats::Status status = stats::Status::Ok;
    std::string reason;
    std::vector<ArmCount> arms;
    std::optional<double> pValue;
    std::string verdict; ///< pass, warn, fail; "" where there is none
    std::vector<std::string>
        suspects; ///< "placement email (p 0.0001)": slices that are off, after Bonferroni
};

struct OfferScore {
    std::string id; ///< "" = all offers together
    std::string name;
    std::string experiment; ///< "" = against the global holdout
    model::Unit unit = model::Unit::Customer;
    SampleRatio sampleRatio;
    std::int64_t crossed = 0;
    std::int64_t immature = 0; ///< units too young to count, or in an unfinished cycle
    std::int64_t openUnits = 0; ///< counted units whose margin still carries expected returns
    bool opportunitiesDiffer
        = false; ///< p < 0.01: arms saw unequal numbers, per-opportunity rates compare unlike people
    std::vector<Measure> measures; ///< attach_rate first, then margin, then guardrails
    std::vector<Week> weeks;
    std::optional<Forest> forest;
    Funnel funnel;
    std::optional<Verdict> verdict;

    const Measure* find(Metric metric) const;
};

struct Scorecard {
    std::string project;
    std::string currency = "USD";
    std::optional<Timestamp> start, dataEnd; ///< first exposure, last row of any kind
    int cycles = 0; ///< whole cycles whose longest window had ended by the data end: what the numbers cover
    std::optional<Timestamp> firstMature; ///< when the first cycle can be read
    std::int64_t exposures = 0, customers = 0;
    std::int64_t linesWithoutCost
        = 0; ///< sold lines whose SKU the catalogue does not know: left out of margins
    OfferScore overall;
    std::vector<OfferScore> offers; ///< those with exposures, in the order of the policy; unknown ids behind
    std::vector<std::string> dimensions; ///< what `by` may be
    Options options;
    std::string blocked; ///< why no verdict may be drawn: "srm", "crossed"; "" = nothing in the way
};

/// Scores every offer of the log against its holdout.
/// Pure, no clock; any thread. Errors: NotFound where `options.by` names no dimension (says which exist),
/// InvalidInput for options that cannot be, Cancelled. A log without exposures is no error: the card says so.
[[nodiscard]] Result<Scorecard> scoreOffers(const Log& log, const model::Policy& policy,
    const model::Catalogue& catalogue, const Options& options = {}, const Progress& progress = {});

}
