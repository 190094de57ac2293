// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table_shape.h"

#include "base/text.h"

#include <algorithm>
#include <sqlite3.h>

namespace ow::store {

namespace {

ColumnType typeNamed(const std::string& name)
{
    if (name == "INTEGER" || name == "INT")
        return ColumnType::Integer;
    if (name == "REAL")
        return ColumnType::Real;
    if (name == "TEXT")
        return ColumnType::Text;
    return name == "BLOB" ? ColumnType::Blob : ColumnType::Any;
}

bool holds(ColumnType type, StoredValue::Kind kind)
{
    using Kind = StoredValue::Kind;
    switch (type) {
    case ColumnType::Integer:
        return kind == Kind::Integer;
    case ColumnType::Real: // a whole number is stored as an integer to save room
        return kind == Kind::Real || kind == Kind::Integer;
    case ColumnType::Text:
        return kind == Kind::Text;
    case ColumnType::Blob:
        return kind == Kind::Blob;
    case ColumnType::Any:
        return true;
    }
    return false;
}

TableShape shapeOf(SQLite::Database& db, const std::string& table, bool withoutRowid)
{
    struct Declared {
        TableShape::Column column;
        int key = 0; ///< its place in the primary key, from 1; 0 = none
    };
    std::vector<Declared> all;
    SQLite::Statement info(db, "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid");
    info.bind(1, table);
    while (info.executeStep()) {
        const int key = info.getColumn(3).getInt();
        all.push_back({ { textOf(info.getColumn(0)), typeNamed(textOf(info.getColumn(1))),
                            info.getColumn(2).getInt() == 0 && key == 0, !withoutRowid && key == 1 },
            key });
    }
    TableShape out { table, withoutRowid ? TreeKind::Index : TreeKind::Table, {}, 0 };
    if (withoutRowid) { // the key's columns come first, in the key's order
        std::ranges::stable_sort(all, {}, [](const Declared& d) { return d.key == 0 ? 1000 : d.key; });
        out.keyColumns = std::size_t(std::ranges::count_if(all, [](const Declared& d) { return d.key > 0; }));
    }
    for (Declared& d : all)
        out.columns.push_back(std::move(d.column));
    return out;
}

void bindValue(SQLite::Statement& s, int index, const StoredValue& value)
{
    switch (value.kind) {
    case StoredValue::Kind::Null:
        s.bind(index);
        break;
    case StoredValue::Kind::Integer:
        s.bind(index, value.integer);
        break;
    case StoredValue::Kind::Real:
        s.bind(index, value.real);
        break;
    case StoredValue::Kind::Text:
        // A text with a damaged byte is worth more than none.
        s.bind(index, isUtf8(value.bytes) ? std::string(value.bytes) : readable(value.bytes));
        break;
    case StoredValue::Kind::Blob:
        s.bind(index, value.bytes.data(), int(value.bytes.size()));
        break;
    }
}

}

bool TableShape::fits(const StoredRow& row) const
{
    if (row.values.empty() || row.values.size() > columns.size() || row.values.size() < keyColumns)
        return false;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const StoredValue::Kind stored = row.values[i].kind;
        const bool isNull = stored == StoredValue::Kind::Null;
        if (columns[i].isRowid ? !isNull : isNull ? !columns[i].mayBeNull : !holds(columns[i].type, stored))
            return false;
    }
    return true;
}

std::vector<TableShape> tableShapes(SQLite::Database& db)
{
    std::vector<TableShape> out;
    SQLite::Statement tables(db,
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name");
    while (tables.executeStep())
        out.push_back(shapeOf(db, textOf(tables.getColumn(0)), tables.getColumn(1).getInt() != 0));
    return out;
}

RowWriter::RowWriter(SQLite::Database& db, const TableShape& shape)
    : m_db(db)
    , m_shape(shape)
    , m_statements(shape.columns.size() + 1)
{
}

SQLite::Statement& RowWriter::statementFor(std::size_t values)
{
    auto& statement = m_statements[values];
    if (!statement) {
        std::string names;
        std::string marks;
        for (std::size_t i = 0; i < values; ++i) {
            names += (i == 0 ? "" : ", ") + m_shape.columns[i].name;
            marks += i == 0 ? "?" : ", ?";
        }
        statement.emplace(m_db, "INSERT INTO \"" + m_shape.name + "\"(" + names + ") VALUES(" + marks + ")");
    }
    return *statement;
}

bool RowWriter::write(const StoredRow& row)
{
    SQLite::Statement& s = statementFor(row.values.size());
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const int index = int(i) + 1;
        if (m_shape.columns[i].isRowid)
            s.bind(index, row.rowid);
        else
            bindValue(s, index, row.values[i]);
    }
    try {
        s.exec();
    } catch (const SQLite::Exception& e) {
        s.tryReset();
        const int code = e.getErrorCode() & 0xFF;
        if (code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH || code == SQLITE_TOOBIG)
            return false;
        throw;
    }
    s.reset();
    return true;
}

}
