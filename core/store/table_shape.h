// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"
#include "store/tree_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::store {

/// What a column may hold: the types of STRICT tables.
enum class ColumnType { Integer, Real, Text, Blob, Any };

/// A table of ours as its rows lie in the file.
struct TableShape {
    struct Column {
        std::string name;
        ColumnType type = ColumnType::Any;
        bool mayBeNull = false;
        bool isRowid = false; ///< stored as NULL: the row's own number is its value
    };
    std::string name;
    TreeKind kind = TreeKind::Table;
    std::vector<Column> columns; ///< in the order in which they are stored
    std::size_t keyColumns = 0; ///< the first so many are there in every row, whatever version wrote it

    /// Fewer values than columns are right: those that a later version added have their defaults.
    bool fits(const StoredRow& row) const;
};

/// Every table of the database, which must be one of ours: a new one. Throws SQLite::Exception.
std::vector<TableShape> tableShapes(SQLite::Database& db);

/// Writes stored rows into the table of that shape in another file. Throws SQLite::Exception for what is not
/// the row's fault (a full disk).
class RowWriter {
public:
    RowWriter(SQLite::Database& db, const TableShape& shape);

    /// False where the table takes no such row: a wrong type, a key that is there already.
    bool write(const StoredRow& row);

private:
    SQLite::Statement& statementFor(std::size_t values);

    SQLite::Database& m_db;
    const TableShape& m_shape;
    std::vector<std::optional<SQLite::Statement>> m_statements; ///< by how many values a row has
};

}
