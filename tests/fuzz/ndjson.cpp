// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "fuzz/scratch_file.h"
#include "fuzz/targets.h"
#include "ingest/table_source.h"

namespace ow::fuzz {

void ndjson(std::string_view bytes)
{
    static const ScratchFile file("json");
    ingest::TableOptions options;
    options.format = ingest::FileFormat::Ndjson;
    const auto table = ingest::openTable(file.holding(bytes), options);
    if (!table) {
        require(!table.error().message.empty(), "a refusal has a reason");
        return;
    }
    const bool plain = !bytes.starts_with("\x1F\x8B");
    std::int64_t last = 0;
    ingest::TableRow row;
    while (true) {
        const auto more = (*table)->next(row);
        require(more.has_value() || !plain, "a plain file can be read to its end");
        if (!more || !*more)
            break;
        require(row.number >= last, "lines are counted");
        last = row.number;
        require(!row.problem.empty() || row.fields.size() == (*table)->columns().size(),
            "a row has all columns or a problem");
        for (const std::string_view field : row.fields)
            require(isUtf8(field), "a field is text");
    }
    for (const std::string& note : (*table)->notes())
        require(!note.empty(), "a note says something");
}

}
