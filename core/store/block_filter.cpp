// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/block_filter.h"

#include "store/block_column.h"
#include "store/dictionary.h"

#include <algorithm>
#include <limits>

namespace ow::store {

namespace {

using Block = BulkBlocks::Block;

/// Which numbers of a dictionary hold, and whether those pass or all others do.
struct Codes {
    bool negated = false;
    std::int64_t low = std::numeric_limits<std::int64_t>::max(); ///< of those that hold
    std::int64_t high = -1;
    std::vector<char> holds; ///< from `low` on
    bool passes(std::int64_t code) const
    {
        return (code >= low && code <= high && holds[std::size_t(code - low)] != 0) != negated;
    }
};

bool holds(const RowQuery::Term& term, const std::string& stored)
{
    return term.filter.holds(std::string_view(stored))
        || (term.field.shown && !stored.empty()
            && term.filter.holds(std::string_view(term.field.shown(stored))));
}

Codes codesOf(const std::vector<std::int64_t>& ids, bool negated)
{
    Codes out;
    out.negated = negated;
    if (ids.empty())
        return out;
    const auto [low, high] = std::ranges::minmax(ids);
    out.low = low;
    out.high = high;
    out.holds.resize(std::size_t(high - low) + 1);
    for (const std::int64_t id : ids)
        out.holds[std::size_t(id - low)] = 1;
    return out;
}

Codes codesOfDictionary(
    SQLite::Database& db, const BlockColumn& column, const RowQuery::Term& term, QuerySteps& steps)
{
    std::vector<std::int64_t> ids;
    if (holds(term, {}))
        ids.push_back(0);
    if (term.filter.onlyText() != nullptr && !term.field.shown) {
        Texts texts(db, column.dictionary());
        if (const std::int64_t id = texts.find(*term.filter.onlyText()); id != 0)
            ids.push_back(id);
        return codesOf(ids, term.filter.isNegated());
    }
    if (term.filter.isEmptyFilter())
        return codesOf(ids, term.filter.isNegated());
    (void)lastNumber(db, column.dictionary()); // looks for impossible numbers
    SQLite::Statement s(db, std::string("SELECT id, text FROM ") + column.dictionary());
    std::int64_t seen = 0;
    while (s.executeStep()) {
        // In a damaged file one may be far below 0.
        if (const std::int64_t id = s.getColumn(0).getInt64(); id > 0 && holds(term, textOf(s.getColumn(1))))
            ids.push_back(id);
        if (++seen % 1024 == 0)
            steps.add(1024);
    }
    return codesOf(ids, term.filter.isNegated());
}

Codes codesOfFlag(const RowQuery::Term& term)
{
    std::vector<std::int64_t> ids;
    for (const std::int64_t flag : { 0, 1 }) {
        const std::string word = flag == 0 ? "false" : "true";
        // Under a title that says the opposite only what is seen counts.
        if (term.filter.holds(std::string_view(term.field.shown ? term.field.shown(word) : word)))
            ids.push_back(flag);
    }
    return codesOf(ids, term.filter.isNegated());
}

/// One term over all blocks, with a test for a block's range and one for a value.
template <typename MayPass, typename Passes>
void sift(BulkBlocks& blocks, BlockColumn& column, RowBits& rows, QuerySteps& steps, const MayPass& mayPass,
    const Passes& passes)
{
    std::vector<std::int64_t> values;
    for (const Block& block : blocks.blocks()) {
        const std::size_t end = block.first + block.segment.rows;
        steps.add(std::int64_t(block.segment.rows));
        if (!rows.any(block.first, end))
            continue;
        if (const auto range = column.range(blocks, block); range && !mayPass(range->first, range->second)) {
            rows.clear(block.first, end);
            continue;
        }
        column.values(blocks, block, values);
        for (std::size_t i = 0; i < values.size(); ++i)
            if (!passes(values[i]))
                rows.clear(block.first + i);
    }
}

void siftTexts(BulkBlocks& blocks, const ValueFilter& filter, RowBits& rows, QuerySteps& steps)
{
    std::vector<std::string> texts;
    for (const Block& block : blocks.blocks()) {
        const std::size_t end = block.first + block.segment.rows;
        steps.add(std::int64_t(block.segment.rows));
        if (!blocks.hasTexts(block)) {
            if (!filter.passes(std::string_view()))
                rows.clear(block.first, end);
            continue;
        }
        if (!rows.any(block.first, end))
            continue;
        blocks.texts(block, texts);
        for (std::size_t row = rows.next(block.first, end); row < end; row = rows.next(row + 1, end))
            if (!filter.passes(std::string_view(texts[row - block.first])))
                rows.clear(row);
    }
}

}

void filterRows(SQLite::Database& db, BulkBlocks& blocks, const RowQuery::Term& term, int decimals,
    RowBits& rows, QuerySteps& steps)
{
    auto column = BlockColumn::named(db, blocks.kind(), term.field.name, decimals);
    if (!column)
        throw SQLite::Exception("there is no column " + term.field.name);
    if (column->role() == BlockColumn::Role::Text) {
        siftTexts(blocks, term.filter, rows, steps);
    } else if (column->isText()) {
        const Codes codes = column->role() == BlockColumn::Role::FlagBit
            ? codesOfFlag(term)
            : codesOfDictionary(db, *column, term, steps);
        sift(
            blocks, *column, rows, steps,
            [&](std::int64_t low, std::int64_t high) {
                return codes.negated || (low <= codes.high && high >= codes.low);
            },
            [&](std::int64_t code) { return codes.passes(code); });
    } else {
        const ValueFilter& filter = term.filter;
        // "No value" of a plain amount or number: it is shown as nothing where it is 0.
        const bool zeroIsNothing = column->role() == BlockColumn::Role::Amount && filter.isEmptyFilter();
        sift(
            blocks, *column, rows, steps,
            [&](std::int64_t low, std::int64_t high) {
                return filter.isNegated() || filter.isEmptyFilter()
                    || (low <= filter.high() && high >= filter.low());
            },
            [&](std::int64_t value) {
                return filter.passes(zeroIsNothing && value == 0 ? ValueFilter::none : value);
            });
    }
}

}
