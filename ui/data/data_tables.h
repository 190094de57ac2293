// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/paged_model.h"

namespace ow::ui {

// The tables of the Data screen. Each takes what it needs for its texts as copies: pages are read on other
// threads.

PagedSource productTable(const store::Counts& counts, const std::string& currency);
/// One column per declared attribute.
PagedSource customerTable(const store::Counts& counts, const model::DraftSnapshot& draft);
PagedSource eventTable(const store::Counts& counts, const model::CatalogueSnapshot& catalogue,
    const std::string& currency, const std::string& zone);
PagedSource exposureTable(const store::Counts& counts, const model::DraftSnapshot& draft);
/// The lines of imported baskets.
PagedSource basketTable(const store::Counts& counts, const model::CatalogueSnapshot& catalogue);
PagedSource rejectedTable(const store::ImportRecord& import);

/// The instant in the project's zone, to the minute: "2026-11-22 14:05".
QString stamp(Timestamp at, const std::string& zone);

}
