// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/table_source.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// Names for one thing of which a file uses any; the first is the one to tell people.
using Names = std::vector<std::string_view>;

/// The columns of a table by name, however they are written ("Customer ID" = "customer_id"). A column that is
/// a path
/// ("events[].type") has its last name too, where no other column does.
class Columns {
public:
    static constexpr std::size_t none = std::size_t(-1);

    explicit Columns(const std::vector<std::string>& names, const ValueForms& forms = {});

    bool has(std::string_view name) const;
    bool hasAll(const Names& names) const;
    /// The first of the names that is there; `none` where none is.
    std::size_t find(const Names& names) const;
    /// The same, but a path by its whole name only.
    std::size_t findWhole(const Names& names) const;
    const std::string& name(std::size_t column) const { return m_names[column]; }
    std::size_t count() const { return m_names.size(); }
    /// The names of columns that nobody has found or used yet, in their order, those without a name left out.
    std::vector<std::string> unread() const;
    /// Counts a column as read that was not found by its name.
    void use(std::size_t column) const { m_read[column] = true; }
    const ValueForms& forms() const { return m_forms; } ///< how the values are written

private:
    std::vector<std::string> m_names;
    mutable std::vector<bool> m_read; ///< what was asked for and found
    std::map<std::string, std::size_t, std::less<>> m_byPlainName;
    std::map<std::string, std::size_t, std::less<>> m_byLastName; ///< of paths whose last name no other has
    ValueForms m_forms;
};

/// Whether imports of a kind tell what they did not read: of products and customers other columns are no loss.
bool tellsUnread(std::string_view kind);
/// For people, of at least one name: "Not read: Date, Qty, Total." At most twelve are named.
std::string unreadNote(const std::vector<std::string>& names);

/// A row's field, "" where the column is not there.
inline std::string_view fieldOf(const TableRow& row, std::size_t column)
{
    return column < row.fields.size() ? row.fields[column] : std::string_view {};
}

}
