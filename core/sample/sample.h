// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "model/catalogue.h"
#include "model/draft.h"

// The sample project: a shop of everyday goods that people can open, change and learn from. Its authored half
// (policy, catalogue, evidence) is written by people in resources/sample and compiled in; its customers are
// generated (sample/generator.h). docs/sample-project.md tells the story.

namespace ow::sample {

/// Everything a team would have authored. Broken resources are a broken build: throws std::runtime_error.
model::Draft sampleDraft();

/// resources/sample/catalogue.csv, sorted by SKU.
model::Catalogue sampleCatalogue();

/// The generated year is [yearStart, yearEnd): 52 weeks, both ends a Monday midnight UTC.
Timestamp yearStart();
Timestamp yearEnd();
/// Offers are shown, and logged, from here on: the last 14 weeks.
Timestamp programmeStart();

}
