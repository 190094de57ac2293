// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/page_file.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace ow::store {

/// One value of a stored row. `bytes` lives as long as the call that tells the row.
struct StoredValue {
    enum class Kind { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;
    double real = 0;
    std::string_view bytes; ///< a text's or blob's
};

/// A row as it lies in a tree.
struct StoredRow {
    std::int64_t rowid = 0; ///< of tables that have one
    std::vector<StoredValue> values; ///< of WITHOUT ROWID tables and indexes: the key's columns first
};

enum class TreeKind {
    Table, ///< rows with a rowid
    Index, ///< WITHOUT ROWID tables and indexes
};

/// Whether a row of these kinds of values (the values themselves are not there yet) can be one of the table
/// that is read.
using FitsTable = std::function<bool(const StoredRow&)>;
/// Answers whether to go on.
using TellRow = std::function<bool(const StoredRow&)>;

/// What could not be read of a tree.
struct TreeLoss {
    std::int64_t pages = 0; ///< with whatever rows they held, and whatever hangs below them
    std::int64_t rows = 0; ///< in pages that could be read
    std::int64_t pagesRead = 0;
    friend bool operator==(const TreeLoss&, const TreeLoss&) = default;
};

/// Reads the rows of trees page by page and passes over whatever is damaged. Each page is read once in a
/// reader's life, whoever points to it, so the work is bounded by the size of the file, however hostile it
/// is. Not thread-safe.
class TreeReader {
public:
    explicit TreeReader(const PageFile& file);

    /// Tells the rows in the order of their keys. A page none of whose rows fits is left to whom it belongs
    /// to.
    TreeLoss walk(std::uint32_t root, TreeKind kind, const FitsTable& fits, const TellRow& tell);

    /// Tells the rows of leaf pages that no walk came to, that are not free, and all of whose rows fit: what
    /// hung below a damaged page. Call when every tree has been walked.
    void tellOrphans(TreeKind kind, const FitsTable& fits, const TellRow& tell);

    std::uint32_t pagesSeen() const { return m_seenCount; }
    /// The list of free pages could be read to its end, so that no orphan is an old page with deleted rows.
    bool knowsFreePages() const { return m_knowsFree; }

private:
    struct Walk;
    struct Page;
    void page(Walk& walk, std::uint32_t number, int depth);
    void cells(Walk& walk, const Page& page, int depth);
    void tellRow(Walk& walk, const Page& page, std::size_t cell);
    bool load(Page& page, std::uint32_t number) const;
    bool readPayload(const Page& page, std::size_t at, std::uint64_t size);
    bool mayBelong(const Page& page, const FitsTable& fits, bool whole);
    bool see(std::uint32_t number);
    void markFree();

    const PageFile& m_file;
    std::vector<bool> m_seen; ///< by page number
    std::vector<bool> m_free;
    std::vector<std::uint8_t> m_payload; ///< of the row at hand
    std::vector<std::uint8_t> m_overflow;
    StoredRow m_row;
    std::uint32_t m_seenCount = 0;
    bool m_knowsFree = true;
};

}
