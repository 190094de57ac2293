// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/draft.h"
#include "store/value_filter.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// What can be asked for by rows.
enum class RowTable { Products, Customers, Events, Exposures, Baskets };

/// A column that rows can be chosen and sorted by.
struct RowField {
    std::string name; ///< as an export's header has it: "sku", "at", a customers' attribute
    FieldType type = FieldType::Text;
    /// Texts only: what a person sees instead of the stored text ("Bought" for "purchased"), if anything
    /// else; both are then searched, and rows sorted by what is seen. Called on the thread that asks.
    std::function<std::string(std::string_view stored)> shown;
};

/// The columns of a table, in the order of an export. Those of customers' attributes are the policy's.
std::vector<RowField> rowFields(RowTable table, const model::Policy& policy);

/// Which rows, in which order.
struct RowQuery {
    struct Term {
        RowField field;
        ValueFilter filter;
    };
    RowTable table = RowTable::Events;
    int decimals = 2; ///< of the project's currency: events hold amounts and plain numbers in one column
    std::vector<Term> where; ///< all of them
    std::optional<RowField>
        by; ///< empty = as the tables have them: customers by key and time, products by SKU
    bool descending = false; ///< rows without a value come last either way; equal ones stay as they were
};

/// The answer: rows of the state that the reader saw, four bytes each. BulkReader's …At() read them. A value.
struct RowSet {
    RowTable table = RowTable::Events;
    std::uint64_t state = 0; ///< of the data; a reader of another state refuses the set
    std::vector<std::uint32_t> rows; ///< places among the stored rows; ids of products and customers
};

/// "type=purchased" with the fields of a table, as a command line has it. Errors: InvalidInput, NotFound
/// (names the columns there are).
[[nodiscard]] Result<RowQuery::Term> parseTerm(
    std::string_view text, const std::vector<RowField>& fields, const model::Policy& policy);
/// "value", "value:desc", "value:asc": sets by and descending. Errors: NotFound.
[[nodiscard]] Result<void> parseSort(
    std::string_view text, const std::vector<RowField>& fields, RowQuery& query);

}
