// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>

namespace ow::store {

/// Rows that are not as they were written. what() says whose, how many and where, for people, without a full
/// stop; toError() adds what to do.
class DamagedRows : public SQLite::Exception {
public:
    explicit DamagedRows(const std::string& which);
};

/// The files that an import came from, as people know it; never throws.
std::string sourceOf(SQLite::Database& db, std::int64_t batch);

}
