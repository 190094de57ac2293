// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_sort.h"

#include "store/block_column.h"
#include "store/dictionary.h"
#include "store/text_fold.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <sqlite3.h>
#include <unordered_map>

namespace ow::store {

namespace {

using Block = BulkBlocks::Block;

constexpr unsigned digitBits = 11; ///< 2,048 places to write to at a time: a processor's cache holds them
constexpr std::size_t mostTextBytes = 256'000'000; ///< of different texts in a column that is sorted by

/// By some bits of the keys; stable.
void sortByDigit(std::vector<std::uint32_t>& rows, std::vector<std::uint32_t>& other,
    const std::vector<std::uint32_t>& keys, unsigned shift, unsigned bits)
{
    const std::uint32_t mask = (1U << bits) - 1;
    std::vector<std::size_t> place((std::size_t(1) << bits) + 1);
    for (const std::uint32_t row : rows)
        ++place[(keys[row] >> shift & mask) + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const std::uint32_t row : rows)
        other[place[keys[row] >> shift & mask]++] = row;
    rows.swap(other);
}

/// Ranks from 0 on by a dictionary's numbers; that of "" is not set.
std::vector<std::uint32_t> dictionaryRanks(
    SQLite::Database& db, const BlockColumn& column, const RowField& field, QuerySteps& steps)
{
    const std::string table = column.dictionary();
    std::vector<std::uint32_t> out(std::size_t(lastNumber(db, table)) + 1);
    const bool byBytes
        = !field.shown && (column.coded() == Coded::Customer || column.coded() == Coded::Session);
    SQLite::Statement s(
        db, byBytes ? "SELECT id FROM " + table + " ORDER BY text" : "SELECT id, text FROM " + table);
    std::vector<std::int64_t> ids;
    std::vector<std::string> texts;
    std::uint32_t rank = 0;
    while (s.executeStep()) {
        const std::int64_t id = s.getColumn(0).getInt64();
        if (id <= 0 || id >= std::int64_t(out.size()))
            continue;
        if (byBytes) {
            out[std::size_t(id)] = rank++;
        } else {
            ids.push_back(id);
            texts.push_back(textOf(s.getColumn(1)));
            if (field.shown)
                texts.back() = field.shown(texts.back());
        }
        if ((ids.size() + rank) % 1024 == 0)
            steps.add(1024);
    }
    const std::vector<std::uint32_t> ranks = ranksOf(texts);
    for (std::size_t i = 0; i < ids.size(); ++i)
        out[std::size_t(ids[i])] = ranks[i];
    return out;
}

/// The key of a value between low and high; those without one come last either way.
struct Keys {
    std::int64_t low = 0;
    std::uint64_t range = 0;
    bool descending = false;

    std::uint64_t greatest() const { return range + 1; }
    std::uint64_t of(std::int64_t value) const
    {
        if (value == ValueFilter::none)
            return range + 1;
        const std::uint64_t key = std::uint64_t(value) - std::uint64_t(low);
        return descending ? range - key : key;
    }
};

/// Reads a field block by block as numbers that sort as the field does.
class SortColumn {
public:
    SortColumn(SQLite::Database& db, BulkBlocks& blocks, const RowField& field, BlockColumn column,
        QuerySteps& steps)
        : m_blocks(blocks)
        , m_column(std::move(column))
        , m_steps(steps)
    {
        if (m_column.role() == BlockColumn::Role::Coded)
            m_ranks = dictionaryRanks(db, m_column, field, steps);
        else if (m_column.role() == BlockColumn::Role::FlagBit)
            m_ranks = ranksOf(field.shown ? std::vector { field.shown("false"), field.shown("true") }
                                          : std::vector<std::string> { "false", "true" });
    }

    template <typename F>
    void forEach(const F& fn)
    {
        std::vector<std::int64_t> values;
        for (const Block& block : m_blocks.blocks()) {
            m_column.values(m_blocks, block, values);
            if (!m_ranks.empty())
                toRanks(values);
            fn(block.first, values);
            m_steps.add(std::int64_t(values.size()));
        }
    }

private:
    void toRanks(std::vector<std::int64_t>& values) const
    {
        const bool zeroIsNothing = m_column.role() == BlockColumn::Role::Coded;
        for (std::int64_t& value : values) {
            if (value < 0 || value >= std::int64_t(m_ranks.size()))
                throw SQLite::Exception("a row names a text that is not there", SQLITE_CORRUPT);
            value = zeroIsNothing && value == 0 ? ValueFilter::none : m_ranks[std::size_t(value)];
        }
    }

    BulkBlocks& m_blocks;
    BlockColumn m_column;
    QuerySteps& m_steps;
    std::vector<std::uint32_t> m_ranks; ///< empty: numbers
};

void sortByNumbers(SortColumn& column, std::size_t stored, bool descending, std::vector<std::uint32_t>& rows,
    QuerySteps& steps)
{
    std::int64_t low = std::numeric_limits<std::int64_t>::max();
    std::int64_t high = ValueFilter::none;
    column.forEach([&](std::size_t, const std::vector<std::int64_t>& values) {
        for (const std::int64_t value : values)
            if (value != ValueFilter::none) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    });
    if (low > high)
        return; // no row has a value
    const Keys keys { low, std::uint64_t(high) - std::uint64_t(low), descending };
    sortByKeys(
        rows, stored, keys.greatest(),
        [&](unsigned shift, std::vector<std::uint32_t>& out) {
            column.forEach([&](std::size_t first, const std::vector<std::int64_t>& values) {
                for (std::size_t i = 0; i < values.size(); ++i)
                    out[first + i] = std::uint32_t(keys.of(values[i]) >> shift);
            });
        },
        steps);
}

/// Texts that stand in the rows themselves: numbered as they come, then ranked.
Result<void> sortByTexts(
    BulkBlocks& blocks, bool descending, std::vector<std::uint32_t>& rows, QuerySteps& steps)
{
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    std::vector<std::uint32_t> codes(blocks.rows(), std::numeric_limits<std::uint32_t>::max());
    std::vector<std::string> some;
    for (const Block& block : blocks.blocks()) {
        blocks.texts(block, some);
        for (std::size_t i = 0; i < some.size(); ++i) {
            if (some[i].empty())
                continue;
            const auto [at, isNew] = known.try_emplace(some[i], std::uint32_t(texts.size()));
            if (isNew) {
                texts.push_back(some[i]);
                bytes += 2 * some[i].size() + 120; // with what the map needs
            }
            codes[block.first + i] = at->second;
        }
        if (bytes > mostTextBytes)
            return fail(ErrorCode::Unsupported,
                "This column has too many different texts to be sorted by. Filter it, or sort by another "
                "column.");
        steps.add(std::int64_t(block.segment.rows));
    }
    known.clear();
    if (texts.empty())
        return {};
    const std::vector<std::uint32_t> ranks = ranksOf(texts);
    const auto last = std::uint32_t(texts.size());
    for (std::uint32_t& code : codes)
        code = code >= last ? last : descending ? last - 1 - ranks[code] : ranks[code];
    sortByKeys(
        rows, blocks.rows(), last, [&](unsigned, std::vector<std::uint32_t>& keys) { keys.swap(codes); },
        steps);
    return {};
}

}

void sortByKeys(std::vector<std::uint32_t>& rows, std::size_t stored, std::uint64_t greatest,
    const std::function<void(unsigned, std::vector<std::uint32_t>&)>& fill, QuerySteps& steps)
{
    std::vector<std::uint32_t> keys(stored);
    std::vector<std::uint32_t> other(rows.size());
    const auto width = unsigned(std::bit_width(greatest));
    for (unsigned shift = 0; shift < width; shift += 32) {
        fill(shift, keys);
        const unsigned here = std::min(width - shift, 32U);
        const unsigned digits = (here + digitBits - 1) / digitBits;
        const unsigned bits = (here + digits - 1) / digits;
        for (unsigned digit = 0; digit < digits; ++digit) {
            sortByDigit(rows, other, keys, digit * bits, bits);
            steps.add(std::int64_t(rows.size()));
        }
    }
}

std::vector<std::uint32_t> ranksOf(const std::vector<std::string>& texts)
{
    std::vector<std::string> folded;
    folded.reserve(texts.size());
    for (const std::string& text : texts)
        folded.push_back(foldCase(text));
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const int byLetters = folded[a].compare(folded[b]);
        return byLetters != 0 ? byLetters < 0 : texts[a] < texts[b];
    });
    std::vector<std::uint32_t> out(texts.size());
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && texts[order[i]] != texts[order[i - 1]])
            ++rank;
        out[order[i]] = rank;
    }
    return out;
}

Result<void> sortRows(SQLite::Database& db, BulkBlocks& blocks, const RowQuery& query,
    std::vector<std::uint32_t>& rows, QuerySteps& steps)
{
    auto column = BlockColumn::named(db, blocks.kind(), query.by->name, query.decimals);
    if (!column)
        throw SQLite::Exception("there is no column " + query.by->name);
    if (column->role() == BlockColumn::Role::Text)
        return sortByTexts(blocks, query.descending, rows, steps);
    SortColumn numbers(db, blocks, *query.by, std::move(*column), steps);
    sortByNumbers(numbers, blocks.rows(), query.descending, rows, steps);
    return {};
}

}
