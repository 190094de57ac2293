// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace ow::store {

/// The customers whom an active import knows, by number in the order of their keys. Remembers the keys that
/// it came by, so that only the first way to a place far down is a long one. Throws SQLite::Exception.
class CustomerPages {
public:
    explicit CustomerPages(SQLite::Database& db);

    /// From number `first` on, until `fn` answers false, or for `limit` customers if it is not 0.
    void read(std::int64_t first, std::int64_t limit,
        const std::function<bool(std::int64_t id, const std::string& key)>& fn);

private:
    SQLite::Database& m_db;
    std::map<std::int64_t, std::string> m_marks; ///< number -> key of some customers
};

}
