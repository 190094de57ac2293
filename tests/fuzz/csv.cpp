// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/scratch_file.h"
#include "fuzz/targets.h"
#include "ingest/table_source.h"
#include "ingest/values.h"

namespace ow::fuzz {

namespace {

void valuesAreRead(std::string_view field)
{
    static ingest::TimeReader times("Europe/Berlin");
    (void)times.read(field);
    (void)ingest::toInteger(field);
    (void)ingest::toNumber(field);
    (void)ingest::toBool(field);
    (void)ingest::toMoney(field, "EUR");
    (void)ingest::toMoney(field, "JPY");
    (void)ingest::plainName(field);
    (void)ingest::toIdentifier(field);
}

}

void csv(std::string_view bytes)
{
    static const ScratchFile file("csv");
    const auto table = ingest::openTable(file.holding(bytes));
    if (!table) {
        require(!table.error().message.empty(), "a refusal has a reason");
        return;
    }
    const bool plain = !bytes.starts_with("\x1F\x8B");
    std::size_t seen = 0;
    std::int64_t last = 0;
    ingest::TableRow row;
    while (true) {
        const auto more = (*table)->next(row);
        require(more.has_value() || !plain, "a plain file can be read to its end");
        if (!more || !*more)
            return;
        // A line of JSON or of a basket may be several rows.
        const bool isCsv = (*table)->form().format == ingest::FileFormat::Csv;
        require(row.number > last || (!isCsv && row.number == last), "rows are counted");
        last = row.number;
        seen += row.text.size();
        // A byte of Latin-1 is up to three of UTF-8.
        require(!plain || !isCsv || seen <= bytes.size() * 3, "no byte is in two rows");
        require(!row.problem.empty() || row.fields.size() == (*table)->columns().size(),
            "a row has the header's fields or a problem");
        for (const std::string_view field : row.fields)
            valuesAreRead(field);
    }
}

}
