// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/dry_run.h"

#include "ingest/counting_writer.h"
#include "ingest/fields.h"
#include "ingest/open_mapped.h"

#include <algorithm>

namespace ow::ingest {

namespace {

/// The fields that the columns of a dry run stand for: null where a column is no field.
std::vector<const Field*> fieldsFor(const std::vector<std::string>& columns, std::string_view kind)
{
    std::vector<const Field*> out;
    for (const std::string& column : columns)
        out.push_back(findField(kind, column));
    return out;
}

/// Cells that cannot be what their field asks for.
void checkCells(const TableRow& row, const std::vector<const Field*>& fields, const ImportContext& context,
    const ValueForms& forms, DryRun& out)
{
    for (std::size_t i = 0; i < std::min(fields.size(), row.fields.size()); ++i)
        if (fields[i] != nullptr)
            if (const auto fault = faultOf(*fields[i], row.fields[i], forms, context.currency))
                out.problems.push_back(
                    { out.rows.size(), std::string(fields[i]->name), std::string(row.fields[i]), *fault });
}

/// What the mapper refused, where no cell has said it already.
void addReject(const store::RejectedRow& reject, std::size_t row, DryRun& out)
{
    const bool known = std::ranges::any_of(out.problems, [&](const CellProblem& problem) {
        return problem.row == row && (problem.field == reject.column || reject.column.empty());
    });
    if (!known)
        out.problems.push_back({ row, reject.column, {}, reject.reason });
}

}

Result<DryRun> dryRun(const ImportContext& given, std::string_view kind, std::string_view presetName,
    const std::filesystem::path& file, const ImportOptions& options, std::size_t most)
{
    const ImportContext context = contextFor(given, options);
    auto table = openForImport(file, options, context.timezone);
    if (!table)
        return fail(table.error());
    const auto preset = choosePreset(**table, kind, presetName, options);
    if (!preset)
        return fail(preset.error());
    DryRun out;
    out.preset = options.mapping ? options.mapping->name : std::string((*preset)->id);
    out.form = (*table)->form();
    out.fields = (*table)->columns();
    const auto mapper = (*preset)->make(context);
    const Columns columns(out.fields, out.form.values);
    if (auto ok = mapper->begin(columns); !ok)
        return fail(atFile(ok.error(), file.string()));
    CountingWriter writer(most);
    RowSink sink(writer);
    sink.beginFile((*table)->name(), out.preset);
    const auto fields
        = options.mapping ? fieldsFor(out.fields, options.mapping->kind) : std::vector<const Field*> {};
    TableRow row;
    while (out.rows.size() < most) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        sink.beginRow();
        const std::size_t before = writer.rejects.size();
        if (row.problem.empty())
            checkCells(row, fields, context, out.form.values, out);
        auto done = row.problem.empty() ? mapper->row(row, sink) : sink.reject(row, {}, row.problem);
        if (!done)
            return fail(done.error());
        if (writer.rejects.size() > before)
            addReject(writer.rejects.back(), out.rows.size(), out);
        out.rows.emplace_back(row.fields.begin(), row.fields.end());
        out.numbers.push_back(row.number);
    }
    const std::size_t settled = writer.rejects.size();
    if (auto ok = mapper->finish(sink); !ok)
        return fail(ok.error());
    if (auto ok = sink.finish(); !ok)
        return fail(ok.error());
    for (std::size_t i = settled; i < writer.rejects.size(); ++i) {
        const auto at = std::ranges::find(out.numbers, writer.rejects[i].row);
        if (at != out.numbers.end())
            addReject(writer.rejects[i], std::size_t(at - out.numbers.begin()), out);
    }
    out.stored = sink.files().front().stored;
    out.rejected = sink.files().front().rejected;
    out.duplicates = sink.files().front().duplicates;
    out.notes = mapper->notes();
    std::ranges::copy(out.form.doubts, std::back_inserter(out.notes));
    const std::vector<std::string> unread = columns.unread();
    if (!options.mapping && tellsUnread(kind.empty() ? (*preset)->kind : kind) && !unread.empty())
        out.notes.push_back(unreadNote(unread));
    out.personal = mapper->personal();
    out.idKinds = writer.idKinds;
    return out;
}

Result<ImportContext> importContext(store::Project& project, const ImportOptions& options)
{
    ImportContext out;
    out.draft = project.draft();
    auto catalogue = project.catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    out.catalogue = *catalogue;
    out.currency = out.draft->policy.currency;
    out.timezone = out.draft->policy.timezone;
    return contextFor(std::move(out), options);
}

ImportContext emptyContext(std::string currency, std::string timezone)
{
    ImportContext out;
    auto draft = std::make_shared<model::Draft>();
    draft->policy.currency = currency;
    draft->policy.timezone = timezone;
    out.draft = std::move(draft);
    out.catalogue = std::make_shared<const model::Catalogue>();
    out.currency = std::move(currency);
    out.timezone = std::move(timezone);
    return out;
}

}
