// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/preset.h"

#include <map>
#include <string>

namespace ow::ingest {

/// What becomes of rows that are a product each: new and changed ones are stored; one that the catalogue or
/// the file has already as it is, is a duplicate; one that the file has with other values is rejected.
class ProductRows {
public:
    static constexpr std::int64_t highestPrice
        = 1'000'000'000'000'000; ///< minor units: what model::Product allows

    explicit ProductRows(const ImportContext& context)
        : m_catalogue(context.catalogue)
    {
    }

    /// Says to the sink what became of the row. Errors: Io.
    [[nodiscard]] Result<void> add(const TableRow& row, model::Product product, RowSink& sink);

private:
    model::CatalogueSnapshot m_catalogue;
    std::map<std::string, model::Product> m_seen;
};

/// Words between commas or semicolons.
std::vector<std::string> splitTags(std::string_view text);

}
