// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mending.h"

#include "fuzz/targets.h"
#include "ingest/dry_run.h"

#include <algorithm>

namespace ow::fuzz {

void mending(std::string_view bytes)
{
    static const ingest::ImportContext context = ingest::emptyContext("EUR", "Europe/Berlin");
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    auto form = ingest::parseImportForm(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (!form) {
        require(!form.error().message.empty(), "a refusal has a reason");
        return;
    }
    const std::string text = ingest::importFormText(*form);
    const auto again = ingest::parseImportForm(text);
    require(again.has_value(), "a form's text is a form");
    require(ingest::importFormText(*again) == text, "a form has one text");
    if (form->files.empty() || (form->mapping && !form->mapping->joins.empty())) // any file of this machine
        return;
    const ingest::ImportForm::File& file = form->files.front();
    std::vector<ingest::MendRow> rows;
    while (!bytes.empty() && rows.size() < 200) {
        const std::size_t line = std::min(bytes.find('\n'), bytes.size());
        ingest::MendRow& row = rows.emplace_back();
        row.row.seq = row.row.number = std::int64_t(rows.size());
        row.row.cells = ingest::cellsOfLine(bytes.substr(0, line), file.form.separator, file.columns.size());
        require(row.row.cells.size() == file.columns.size(), "a line has as many cells as its file columns");
        bytes.remove_prefix(std::min(line + 1, bytes.size()));
    }
    const ingest::Mending mending { {}, std::move(*form) };
    (void)mending.cellOf(0, "sku");
    const auto fates = ingest::tryRows(context, mending, rows);
    if (!fates) {
        require(!fates.error().message.empty(), "a refusal has a reason");
        return;
    }
    require(fates->size() == rows.size(), "each row has its fate");
    for (const ingest::RowFate& fate : *fates)
        require(fate.taken != !fate.reason.empty(), "a row is taken, or has a reason");
}

}
