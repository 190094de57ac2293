// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tree_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace ow::store {

namespace {

constexpr int deepest = 32; ///< levels; a tree of 2^31 pages has fewer
constexpr std::uint64_t longestPayload
    = std::uint64_t(512) * 1024 * 1024; ///< bytes, as in secure() of sqlite.cpp
constexpr std::size_t cellsToTry = 4; ///< when a page is asked whose it is

enum PageType : std::uint8_t { IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };

/// Reads one varint and moves `at` behind it. Empty where the bytes end first.
std::optional<std::uint64_t> varint(Bytes bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return {};
        const std::uint8_t byte = bytes[at++];
        if (i == 8)
            return value << 8 | byte;
        value = value << 7 | (byte & 0x7FU);
        if ((byte & 0x80U) == 0)
            return value;
    }
    return value;
}

/// Bytes of a value of this serial type (fileformat2.html, section 2.1).
std::optional<std::uint64_t> sizeOfType(std::uint64_t type)
{
    constexpr std::array<std::uint64_t, 10> fixed { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };
    if (type < fixed.size())
        return fixed[type];
    if (type < 12)
        return {}; // for SQLite's own use, never in a file
    return (type - 12) / 2;
}

StoredValue::Kind kindOfType(std::uint64_t type)
{
    using Kind = StoredValue::Kind;
    if (type >= 12)
        return type % 2 == 0 ? Kind::Blob : Kind::Text;
    return type == 0 ? Kind::Null : type == 7 ? Kind::Real : Kind::Integer;
}

StoredValue valueOf(std::uint64_t type, Bytes body)
{
    StoredValue out { kindOfType(type), 0, 0, {} };
    if (type >= 12) {
        out.bytes = { reinterpret_cast<const char*>(body.data()), body.size() };
    } else if (type == 7) {
        out.real = std::bit_cast<double>(bigEndian(body, 0, 8));
    } else if (type == 9) {
        out.integer = 1;
    } else if (!body.empty()) {
        const unsigned unused = 64 - 8 * unsigned(body.size()); // shifted out and in again to extend the sign
        out.integer = std::int64_t(bigEndian(body, 0, body.size()) << unused) >> unused;
    }
    return out;
}

/// The kinds of a record's values and, where `whole`, the values. False where the bytes are no record.
bool decode(Bytes record, bool whole, StoredRow& out)
{
    out.values.clear();
    std::size_t at = 0;
    const auto headerSize = varint(record, at);
    if (!headerSize || *headerSize < at || *headerSize > record.size())
        return false;
    const Bytes header = record.first(std::size_t(*headerSize));
    std::uint64_t body = *headerSize;
    while (at < header.size()) {
        const auto type = varint(header, at);
        const auto size = type ? sizeOfType(*type) : std::nullopt;
        if (!size)
            return false;
        if (!whole) {
            out.values.push_back({ kindOfType(*type), 0, 0, {} });
            continue;
        }
        if (*size > record.size() - body)
            return false;
        out.values.push_back(valueOf(*type, record.subspan(std::size_t(body), std::size_t(*size))));
        body += *size;
    }
    return !whole || body == record.size();
}

}

struct TreeReader::Page {
    std::uint32_t number = 0;
    std::vector<std::uint8_t> bytes;
    std::size_t header = 0; ///< where the page's header begins: page 1 has the file's before it
    std::uint8_t type = 0;
    std::size_t cellCount = 0;
    std::size_t usable = 0;

    bool isLeaf() const { return type == TableLeaf || type == IndexLeaf; }
    bool isOf(TreeKind kind) const
    {
        return kind == TreeKind::Table ? type == TableLeaf || type == TableInterior
                                       : type == IndexLeaf || type == IndexInterior;
    }
    bool hasRows() const { return type != TableInterior; }
    Bytes content() const { return Bytes(bytes).first(usable); }
    std::size_t firstPointer() const { return header + (isLeaf() ? 8U : 12U); }
    std::uint32_t rightmost() const { return std::uint32_t(bigEndian(bytes, header + 8, 4)); }
    /// Where cell i begins; empty where it points out of the page.
    std::optional<std::size_t> cell(std::size_t i) const
    {
        const auto at = std::size_t(bigEndian(bytes, firstPointer() + 2 * i, 2));
        if (at < firstPointer() + 2 * cellCount || at + 4 > usable)
            return {};
        return at;
    }
    /// Bytes of a payload that are in the page itself (fileformat2.html, section 1.6).
    std::uint64_t local(std::uint64_t size) const
    {
        const std::uint64_t u = usable;
        const std::uint64_t least = (u - 12) * 32 / 255 - 23;
        const std::uint64_t most = type == TableLeaf ? u - 35 : (u - 12) * 64 / 255 - 23;
        if (size <= most)
            return size;
        const std::uint64_t some = least + (size - least) % (u - 4);
        return some <= most ? some : least;
    }
};

struct TreeReader::Walk {
    TreeKind kind;
    const FitsTable& fits;
    const TellRow& tell;
    TreeLoss loss;
    std::vector<bool> tried {}; ///< pages that were found to be another's, not to be asked again
    bool stopped = false;
};

TreeReader::TreeReader(const PageFile& file)
    : m_file(file)
    , m_seen(std::size_t(file.pageCount()) + 1)
    , m_free(std::size_t(file.pageCount()) + 1)
{
    markFree();
}

void TreeReader::markFree()
{
    std::vector<std::uint8_t> trunk;
    for (std::uint32_t number = m_file.firstFreePage(); number != 0;) {
        if (number > m_file.pageCount() || m_free[number] || !m_file.read(number, trunk)) {
            m_knowsFree = false;
            return;
        }
        m_free[number] = true;
        const std::uint64_t leaves = bigEndian(trunk, 4, 4);
        if (leaves > m_file.usableSize() / 4 - 2) {
            m_knowsFree = false;
            return;
        }
        for (std::size_t i = 0; i < leaves; ++i)
            if (const auto leaf = bigEndian(trunk, 8 + 4 * i, 4); leaf < m_free.size())
                m_free[std::size_t(leaf)] = true;
        number = std::uint32_t(bigEndian(trunk, 0, 4));
    }
}

bool TreeReader::see(std::uint32_t number)
{
    if (number == 0 || number >= m_seen.size() || m_seen[number])
        return false;
    m_seen[number] = true;
    ++m_seenCount;
    return true;
}

bool TreeReader::load(Page& page, std::uint32_t number) const
{
    if (!m_file.read(number, page.bytes))
        return false;
    page.number = number;
    page.usable = m_file.usableSize();
    page.header = number == 1 ? 100 : 0;
    page.type = page.bytes[page.header];
    if (page.type != IndexInterior && page.type != TableInterior && page.type != IndexLeaf
        && page.type != TableLeaf)
        return false;
    page.cellCount = std::size_t(bigEndian(page.bytes, page.header + 3, 2));
    return page.firstPointer() + 2 * page.cellCount <= page.usable;
}

TreeLoss TreeReader::walk(std::uint32_t root, TreeKind kind, const FitsTable& fits, const TellRow& tell)
{
    Walk walk { kind, fits, tell, {} };
    walk.tried.resize(m_seen.size());
    page(walk, root, 0);
    return walk.loss;
}

void TreeReader::page(Walk& walk, std::uint32_t number, int depth)
{
    Page page;
    if (number == 0 || number >= m_seen.size() || m_seen[number] || walk.tried[number] || depth > deepest
        || !load(page, number) || !page.isOf(walk.kind) || !mayBelong(page, walk.fits, false)) {
        if (number < walk.tried.size())
            walk.tried[number] = true;
        ++walk.loss.pages;
        return;
    }
    (void)see(number);
    ++walk.loss.pagesRead;
    cells(walk, page, depth);
}

void TreeReader::cells(Walk& walk, const Page& page, int depth)
{
    for (std::size_t i = 0; i < page.cellCount && !walk.stopped; ++i) {
        const auto at = page.cell(i);
        if (!at) {
            ++(page.isLeaf() ? walk.loss.rows : walk.loss.pages);
            continue;
        }
        if (!page.isLeaf())
            this->page(walk, std::uint32_t(bigEndian(page.bytes, *at, 4)), depth + 1);
        if (page.hasRows() && !walk.stopped)
            tellRow(walk, page, *at);
    }
    if (!page.isLeaf() && !walk.stopped)
        this->page(walk, page.rightmost(), depth + 1);
}

void TreeReader::tellRow(Walk& walk, const Page& page, std::size_t cell)
{
    std::size_t at = cell + (page.isLeaf() ? 0U : 4U);
    const auto size = varint(page.content(), at);
    const auto rowid
        = page.type == TableLeaf && size ? varint(page.content(), at) : std::optional<std::uint64_t>(0);
    if (!size || !rowid || !readPayload(page, at, *size) || !decode(m_payload, true, m_row)
        || !walk.fits(m_row)) {
        ++walk.loss.rows;
        return;
    }
    m_row.rowid = std::int64_t(*rowid);
    walk.stopped = !walk.tell(m_row);
}

/// Into m_payload, with the pages that it goes on in; those are its own, so a second payload cannot have them
/// too.
bool TreeReader::readPayload(const Page& page, std::size_t at, std::uint64_t size)
{
    const std::uint64_t most
        = std::min(longestPayload, std::uint64_t(m_file.pageCount()) * m_file.usableSize());
    const std::uint64_t local = page.local(size);
    const Bytes content = page.content();
    if (size > most || local + (local < size ? 4 : 0) > content.size() - at)
        return false;
    const Bytes first = content.subspan(at, std::size_t(local));
    m_payload.assign(first.begin(), first.end());
    if (local == size)
        return true;
    std::uint64_t next = bigEndian(content, at + std::size_t(local), 4);
    while (m_payload.size() < size) {
        if (next > m_file.pageCount() || !see(std::uint32_t(next))
            || !m_file.read(std::uint32_t(next), m_overflow))
            return false;
        const std::uint64_t here = std::min<std::uint64_t>(size - m_payload.size(), m_file.usableSize() - 4);
        m_payload.insert(
            m_payload.end(), m_overflow.begin() + 4, m_overflow.begin() + 4 + std::ptrdiff_t(here));
        next = bigEndian(m_overflow, 0, 4);
    }
    return true;
}

/// By the kinds of values that the first rows (or all: `whole`) have, as far as the page itself tells. An
/// interior page of a table with rowids holds none and is believed.
bool TreeReader::mayBelong(const Page& page, const FitsTable& fits, bool whole)
{
    if (!page.hasRows() || page.cellCount == 0)
        return true;
    const std::size_t count = whole ? page.cellCount : std::min(page.cellCount, cellsToTry);
    std::size_t fitting = 0;
    StoredRow row;
    for (std::size_t i = 0; i < count; ++i) {
        const auto cell = page.cell(i);
        if (!cell)
            continue;
        std::size_t at = *cell + (page.isLeaf() ? 0U : 4U);
        const auto size = varint(page.content(), at);
        if (page.type == TableLeaf && !varint(page.content(), at))
            continue;
        if (!size || at >= page.usable)
            continue;
        const std::uint64_t here = std::min<std::uint64_t>(page.local(*size), page.usable - at);
        if (decode(page.content().subspan(at, std::size_t(here)), false, row) && fits(row))
            ++fitting;
    }
    return whole ? fitting == count : fitting > 0;
}

void TreeReader::tellOrphans(TreeKind kind, const FitsTable& fits, const TellRow& tell)
{
    Walk walk { kind, fits, tell, {} };
    Page page;
    for (std::uint32_t number = 2; number < m_seen.size() && !walk.stopped; ++number) {
        if (m_seen[number] || m_free[number] || !load(page, number) || !page.isLeaf() || !page.isOf(kind)
            || page.cellCount == 0 || !mayBelong(page, fits, true))
            continue;
        (void)see(number);
        cells(walk, page, 0);
    }
}

}
