// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/customer.h"
#include "store/query_steps.h"
#include "store/row_query.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace ow::store {

/// What an active import says of a customer, by number.
using AttributesOf = std::function<model::Attributes(std::int64_t customer)>;

/// Products that the query lets pass, in its order: their numbers in sku_key. Throws SQLite::Exception,
/// QueryStopped.
std::vector<std::uint32_t> findProducts(SQLite::Database& db, const RowQuery& query, QuerySteps& steps);

/// Customers whom an active import knows, likewise: their numbers in customer_key. Attributes are read only
/// where the query names one.
std::vector<std::uint32_t> findCustomers(
    SQLite::Database& db, const RowQuery& query, const AttributesOf& attributesOf, QuerySteps& steps);

}
