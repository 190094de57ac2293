// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/table_source.h"
#include "store/bulk_writer.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// What became of one file's rows. rows = stored + rejected + duplicates, always.
struct FileReport {
    std::string name;
    std::string preset;
    std::int64_t rows = 0; ///< data rows, the header and blank lines left out
    std::int64_t stored = 0;
    std::int64_t rejected = 0;
    std::int64_t duplicates = 0;
};

/// A row whose fate is settled later.
struct PendingRow {
    std::size_t file = 0;
    std::int64_t number = 0;
    std::string text;
    std::string cells; ///< as store::RejectedRow has them
};

/// Where presets put things, and where they say what became of each row: exactly one of stored(),
/// duplicate(), reject() or defer() for each row read, and one of the first three for each deferred one.
class RowSink {
public:
    explicit RowSink(store::BulkWriter& writer)
        : m_writer(writer)
    {
    }

    store::BulkWriter& writer() { return m_writer; }

    /// @param kind   what the import brings: rows that an import of this kind rejected before are duplicates
    /// @param table  whose rows come now, for the cells of rejected ones; null = only their text is kept
    void beginFile(
        std::string name, std::string preset, std::string_view kind = {}, const TableSource* table = nullptr);
    void beginRow() { ++m_files.back().rows; }

    void stored() { ++m_files.back().stored; }
    void duplicate() { duplicateIn(m_files.size() - 1); }
    /// Stores what the row just read is, unless the project has it already. It counts as stored until
    /// finish() tells how many were there. Where one row makes several things, the others are for also().
    [[nodiscard]] Result<void> event(std::string_view customer, const model::Event& event);
    /// A further event of the same row, which counts as what it was before. Left out where the project has
    /// it.
    [[nodiscard]] Result<void> also(std::string_view customer, const model::Event& event);
    /// The same of an event that a sum of its own id tells from others; 0 = it has none.
    [[nodiscard]] Result<void> event(std::string_view customer, const model::Event& event, std::uint64_t id);
    [[nodiscard]] Result<void> also(std::string_view customer, const model::Event& event, std::uint64_t id);
    [[nodiscard]] Result<void> exposure(const model::LoggedExposure& exposure, std::uint64_t id = 0);
    [[nodiscard]] Result<void> exposure(const model::LoggedExposure& exposure, const PendingRow& row);
    /// Who was counted as stored when the row was read, in the file that file() told then; known to be a
    /// duplicate at the end, like events.
    [[nodiscard]] Result<void> customer(const model::Customer& customer, std::size_t file);
    [[nodiscard]] Result<void> basketLine(std::string_view basket, std::string_view sku);
    [[nodiscard]] Result<void> reject(const TableRow& row, std::string column, std::string reason);

    /// The number of the file that is being read, from 0.
    std::size_t file() const { return m_files.size() - 1; }
    PendingRow defer(const TableRow& row) const;
    void stored(const PendingRow& row) { ++m_files[row.file].stored; }
    void duplicate(const PendingRow& row) { duplicateIn(row.file); }
    [[nodiscard]] Result<void> reject(const PendingRow& row, std::string column, std::string reason);

    /// Behind the last row of all files.
    [[nodiscard]] Result<void> finish();

    const std::vector<FileReport>& files() const { return m_files; }
    const std::map<std::string, std::int64_t>& reasons() const { return m_reasons; } ///< reason -> rows

private:
    void duplicateIn(std::size_t file);
    Result<void> storedIf(Result<void> done);
    store::RowOrigin origin(std::uint64_t id = 0) const { return { m_files.size() - 1, id }; }

    store::BulkWriter& m_writer;
    std::vector<FileReport> m_files;
    std::string m_kind;
    const TableSource* m_table = nullptr;
    std::map<std::string, std::int64_t> m_reasons;
};

}
