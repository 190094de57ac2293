// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "store/bulk_writer.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ow::ingest {

/// What an import's files hold, so that a wrong mapping is seen at once. Events, exposures and what is told
/// of them (types, days, amounts) are those of the files, also where the project had them already: `there`.
struct ImportTotals {
    struct Day {
        std::int64_t rows = 0; ///< events and exposures
        std::int64_t revenue = 0; ///< minor units, of purchases
    };

    std::int64_t products = 0;
    std::int64_t changedProducts = 0; ///< of them: those that the catalogue had otherwise
    std::int64_t customers = 0; ///< rows of customers that were stored, not those that events name
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0; ///< new ones
    std::int64_t there = 0; ///< events and exposures that the project had, among those counted
    store::LeftOut leftOut; ///< what these were
    /// Events of a customer that are like one of the same customer, product and type up to two seconds
    /// before: fired twice, perhaps. At least so many; they are kept.
    std::int64_t nearEqual = 0;
    std::map<std::string, std::int64_t, std::less<>> types; ///< events by type; the first hundred types
    std::int64_t otherTypes = 0; ///< events of further types
    std::int64_t purchases = 0; ///< events
    std::int64_t freePurchases = 0; ///< with the value 0
    std::int64_t revenue = 0; ///< minor units: what was paid
    std::int64_t returned = 0; ///< minor units: what was given back
    std::int64_t greatestPurchase = 0; ///< minor units, of a line
    std::array<std::int64_t, 64> purchasesBySize {}; ///< lines by the bits that their value has
    std::int64_t manyPieces = 0; ///< lines of more than 1,000
    std::optional<Timestamp> first, last;
    std::map<std::int64_t, Day> days; ///< by days since 1970-01-01 in UTC; at most 40,000 of them
    std::int64_t onOtherDays = 0; ///< rows beyond those
    std::int64_t skusLookedAt = 0; ///< different ones among the first events that name one
    std::int64_t skusUnknown = 0; ///< of them, which the catalogue did not have
    std::int64_t shortenedIds
        = 0; ///< rows with an id such as 1.2E+05, which a spreadsheet made of a long number
    std::int64_t emailIds = 0; ///< rows whose customer's id is an e-mail address
};

/// The same without what the project had already: what was stored. Only the sums by type, day and amount
/// differ; the greatest amount, sizes and SKUs stay those of the files.
ImportTotals storedOf(const ImportTotals& inFiles);

/// A sentence about what looks as if something was mapped wrongly; `serious` where it most likely was.
struct Finding {
    bool serious = false;
    std::string text;
};

/// Gaps, strange dates, purchases without a value, values out of all proportion, event types that nothing
/// knows, products that are not in the catalogue (unless the import brought
/// products itself), products, customers and exposures of which the project says otherwise. `now`: what lies later is a mistake. The most serious
/// first.
std::vector<Finding> findingsOf(const ImportTotals& totals, Timestamp now, std::string_view currency);

/// A writer that counts into `totals` what goes through it. Both it and the catalogue must outlive it; null
/// where there is no catalogue.
std::unique_ptr<store::BulkWriter> totalling(
    std::unique_ptr<store::BulkWriter> writer, ImportTotals& totals, const model::Catalogue* catalogue);

}
