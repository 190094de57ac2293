// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/columns.h"

/// The usual names of columns in files that no particular program wrote: English, German, French, Spanish,
/// Italian and Dutch, compared by plainName() and so however they are written. In each list the names that
/// mean it most surely come first. What presets and guessed mappings share.
namespace ow::ingest::usual {

const Names& customers(); ///< ids, then e-mail addresses
const Names& orderTimes(); ///< times that only a purchase has
const Names& times(); ///< any others, orderTimes() left out
const Names& clocks(); ///< the hour beside a date in a column of its own
const Names& skus();
const Names& titles();
const Names& families();
const Names& categories();
const Names& orders(); ///< numbers of orders, invoices, receipts, baskets
const Names& sessions(); ///< visits
const Names& quantities();
const Names& unitPrices(); ///< for one piece
const Names& lineTotals(); ///< for all pieces of a line, and never for a whole order
const Names& amounts(); ///< for a line or an order: where nothing else tells
const Names& types(); ///< what was done, without the all too general "type"
const Names& statuses();
const Names& currencies();
const Names& channels();
const Names& texts();

/// Whether the word stands for "there is none": "NA", "NULL", "nan", "\N", "(not set)", … or nothing at all.
bool isNothing(std::string_view text);
/// An id without what programs add to it: blanks, the apostrophe of spreadsheets, the ".0" that numbers get
/// in columns with gaps. E-mail addresses are written small. Empty where it isNothing().
std::string idOf(std::string_view text);

}
