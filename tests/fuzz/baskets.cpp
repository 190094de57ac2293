// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "fuzz/scratch_file.h"
#include "fuzz/targets.h"
#include "ingest/basket_lines_reader.h"

namespace ow::fuzz {

namespace {

/// Read as baskets, whatever the file looks like.
void readAs(const ingest::FileForm& form, std::string_view bytes)
{
    ingest::BasketLinesReader table(ingest::TextSource::of("baskets.txt", std::string(bytes)), form);
    ingest::TableRow row;
    std::int64_t last = 0;
    std::size_t seen = 0;
    while (true) {
        const auto more = table.next(row);
        require(more.has_value(), "a text at hand can be read to its end");
        if (!*more)
            return;
        require(row.number >= last, "lines are counted");
        last = row.number;
        seen += row.text.size();
        require(seen <= bytes.size(), "no byte is in two rows");
        if (!row.problem.empty())
            continue;
        require(row.fields.size() == 2, "a row has a basket and an item");
        require(!row.fields[1].empty(), "an item is not empty");
        for (const std::string_view field : row.fields)
            require(isUtf8(field) && field.find('\0') == std::string_view::npos, "a field is text");
    }
}

}

void baskets(std::string_view bytes)
{
    ingest::FileForm form;
    form.format = ingest::FileFormat::Baskets;
    // The first byte says what is between items, and whether the first item is the basket's name.
    static constexpr std::string_view separators = " ,;\t|/";
    const auto how = bytes.empty() ? 0U : static_cast<unsigned char>(bytes.front());
    form.separator = separators[how % separators.size()];
    form.named = how >= 128;
    readAs(form, bytes.substr(std::min<std::size_t>(1, bytes.size())));
    // And by what it looks like, through the file.
    static const ScratchFile file("basket");
    ingest::TableOptions said;
    said.format = ingest::FileFormat::Baskets;
    const auto table = ingest::openTable(file.holding(bytes), said);
    if (!table) {
        require(!table.error().message.empty(), "a refusal has a reason");
        return;
    }
    ingest::TableRow row;
    for (auto more = (*table)->next(row); more && *more; more = (*table)->next(row))
        require(!row.problem.empty() || row.fields.size() == 2, "a row has a basket and an item");
}

}
