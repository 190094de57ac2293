// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/erase_customers.h"
#include "store/sqlite.h"

// What erasing customers does to a database, which is a copy. Inside core/store only.

namespace ow::store {

/// Everything but the file: bytes of what is gone may still lie on unused parts of its pages. Fills all of
/// the report but the bytes. Inside a transaction of the caller's. Throws SQLite::Exception, DamagedRows.
/// Errors: as eraseCustomers().
[[nodiscard]] Result<ErasureReport> eraseIn(
    SQLite::Database& db, const ErasureRequest& request, const Progress& progress);

}
