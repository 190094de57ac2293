// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_blocks.h"
#include "store/query_steps.h"
#include "store/row_bits.h"
#include "store/row_query.h"

namespace ow::store {

/// Takes those rows out that the term does not let pass. Texts of dictionaries are compared once each, not
/// row by row; blocks whose values lie elsewhere are not unpacked. Throws SQLite::Exception, QueryStopped.
void filterRows(SQLite::Database& db, BulkBlocks& blocks, const RowQuery::Term& term, int decimals,
    RowBits& rows, QuerySteps& steps);

}
