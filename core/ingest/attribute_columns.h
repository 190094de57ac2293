// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/personal_data.h"
#include "ingest/preset.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// Columns that become customer attributes. An attribute that the project declares keeps its type; of the
/// others the type is what all values allow: bool (true/false, yes/no), int, double, else string. Values are
/// collected first and written when all are known. Empty fields say nothing. Columns that tell who somebody
/// is (ingest/personal_data.h) are left out, unless the project declares such an attribute or the person
/// asked for them.
class AttributeColumns {
public:
    AttributeColumns(
        const ImportContext& context, const Columns& columns, const std::vector<std::size_t>& which);

    /// Looks at a row's values. Returns the name of a column whose value is not of its declared type, if any;
    /// then the row counts for nothing.
    std::optional<std::string> look(const TableRow& row);
    /// The values of a row that was looked at, as kept by the caller: one text per column.
    model::Attributes convert(const std::vector<std::string>& values) const;
    std::vector<std::string> valuesOf(const TableRow& row) const;
    /// Declarations of those that the project does not have yet.
    std::vector<store::Edit> edits() const;
    /// About the columns that were left out.
    std::vector<std::string> notes() const;
    /// Those that hold personal data.
    std::vector<LeftOutColumn> personal() const;

private:
    struct Column {
        std::size_t index = 0;
        std::string name;
        std::string title; ///< the column's own name
        bool declared = false;
        bool any = false; ///< has a value at all
        bool maybeBool = true;
        bool maybeInt = true;
        bool maybeDouble = true;
        PersonalColumn personal { {} };
        bool keptAnyway = false; ///< declared, or asked for
        model::AttributeType type() const;
        bool isLeftOut() const { return !keptAnyway && personal.kind().has_value(); }
    };
    std::optional<model::AttributeValue> read(std::string_view text, model::AttributeType type) const;

    std::vector<Column> m_columns;
    DecimalMark m_decimals = DecimalMark::Point;
};

}
