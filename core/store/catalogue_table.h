// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "store/sqlite.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ow::store {

/// The product rows that hold: of each SKU the row of its latest active batch, in the order of the SKUs'
/// bytes. Throws SQLite::Exception.
model::Catalogue readCatalogue(SQLite::Database& db);

/// Rows first … first+limit-1 of the same.
std::vector<model::Product> readProducts(SQLite::Database& db, std::int64_t first, std::int64_t limit);
/// Those of these numbers in sku_key, in that order; one that has no row is left out.
std::vector<model::Product> readProducts(SQLite::Database& db, std::span<const std::uint32_t> skus);

}
