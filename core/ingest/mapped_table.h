// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "ingest/mapping.h"
#include "ingest/table_source.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::ingest {

/// A joined file in memory: of each key the first row's wanted columns. A value; reading it is thread-safe.
class JoinedRows {
public:
    /// What is kept in memory at most, with what keeping costs.
    static constexpr std::size_t mostBytesKept = std::size_t(256) << 20;

    /// Reads a whole file. Errors: as openTable(), InvalidInput (a column is missing, more than `mostBytes`
    /// to keep), Cancelled.
    /// @param keys     columns that make the key, in the order in which find() gets their values
    /// @param columns  columns that are wanted
    [[nodiscard]] static Result<JoinedRows> read(const std::filesystem::path& file,
        const TableOptions& options, const std::vector<std::string>& keys,
        const std::vector<std::string>& columns, const Progress& progress = {},
        std::size_t mostBytes = mostBytesKept);

    /// The wanted columns of the key's row; null where there is none.
    const std::vector<std::string>* find(const std::string& key) const;
    std::int64_t repeatedKeys() const { return m_repeated; }
    std::int64_t brokenRows() const { return m_broken; }

    /// What find() takes: the values with a mark between them.
    static void addToKey(std::string& key, std::string_view value);

private:
    std::unordered_map<std::string, std::vector<std::string>> m_rows;
    std::int64_t m_repeated = 0;
    std::int64_t m_broken = 0;
};

/// A table seen through a mapping: its columns are the mapping's fields and attributes, its rows the file's,
/// with constants, value maps and joined files filled in. What the general presets read as if the file had
/// been written for them. A row that finds nothing in a joined file has empty texts from there, which notes()
/// tells.
class MappedTable final : public TableSource {
public:
    /// Errors: as checkColumns() and JoinedRows::read().
    /// @param files     of each join of the mapping, where it is
    /// @param progress  asked while joined files are read
    [[nodiscard]] static Result<std::unique_ptr<TableSource>> open(std::unique_ptr<TableSource> table,
        std::shared_ptr<const Mapping> mapping, const std::vector<std::filesystem::path>& files,
        const Progress& progress = {});

    const std::string& name() const override { return m_table->name(); }
    const std::vector<std::string>& columns() const override { return m_columns; }
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return m_table->bytesDone(); }
    std::int64_t bytesTotal() const override { return m_table->bytesTotal(); }
    const std::vector<std::string>& fileColumns() const override { return m_table->columns(); }
    const std::vector<std::string_view>& fileCells(const TableRow&) const override { return m_row.fields; }
    std::vector<std::string> notes() const override;

private:
    static constexpr std::size_t rowNumber = std::size_t(-1);
    /// A column of the file (join 0) or of a joined one (1 …).
    struct Place {
        std::size_t join = 0;
        std::size_t column = 0; ///< rowNumber: the row's number
    };
    struct Piece {
        std::string before; ///< text in front of the column's
        std::optional<Place> place;
    };
    struct Filled {
        const FieldSource* source = nullptr;
        std::vector<Piece> pieces;
        std::vector<std::pair<Place, std::string_view>> when;
    };
    struct Joined {
        const Join* join = nullptr;
        JoinedRows rows;
        std::vector<std::size_t> keys; ///< columns of the first file
        std::vector<std::string> columns; ///< wanted ones
        const std::vector<std::string>* found = nullptr; ///< of the current row
        std::int64_t missed = 0;
    };

    MappedTable() = default;
    [[nodiscard]] Result<void> prepare(
        const std::vector<std::filesystem::path>& files, const Progress& progress);
    void add(const std::string& column, const FieldSource& source);
    Place placeOf(std::string_view column);
    std::string_view at(const Place& place) const;
    std::string_view textOf(const Filled& field);

    std::unique_ptr<TableSource> m_table;
    std::shared_ptr<const Mapping> m_mapping;
    std::vector<std::string> m_columns;
    std::vector<Filled> m_fields;
    std::vector<Joined> m_joins;
    TableRow m_row;
    std::string m_number;
    std::string m_key;
    std::deque<std::string> m_made; ///< texts of the current row that are in no file
};

/// What is wrong with a text that has {columns} in it; empty where nothing is.
std::optional<std::string> faultOfTemplate(std::string_view text);
/// The columns that a source reads, conditions too; "row" where it is the number.
std::vector<std::string> columnsOf(const FieldSource& source);

}
