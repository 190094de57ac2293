// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mending.h"

#include "base/json.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/counting_writer.h"
#include "ingest/dry_run.h"
#include "ingest/fields.h"
#include "ingest/import_tables.h"
#include "ingest/mapped_table.h"
#include "ingest/open_mapped.h"
#include "ingest/passing_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace ow::ingest {

namespace {

std::optional<std::vector<std::string>> cellsFrom(const std::string& json)
{
    const auto list = parseJson(json);
    if (!list || !list->is_array())
        return std::nullopt;
    std::vector<std::string> out;
    for (const Json& cell : *list)
        out.push_back(cell.is_string() ? cell.get<std::string>() : std::string());
    return out;
}

MendRow mendRow(const Mending& mending, const store::RejectedRow& rejected)
{
    MendRow out;
    const auto& files = mending.form.files;
    const auto file = std::ranges::find(files, rejected.file, &ImportForm::File::name);
    out.file = file == files.end() ? 0 : std::size_t(file - files.begin());
    out.row.seq = rejected.seq;
    out.row.number = rejected.row;
    out.reason = rejected.reason;
    out.text = rejected.text;
    const auto refuse = [&](const char* why) {
        out.whole = false;
        out.why = why;
        out.column = rejected.column;
        return out;
    };
    if (file == files.end())
        return refuse("its file is not known any more");
    if (rejected.text.empty())
        return refuse(mending.form.pseudonyms ? "its text was not kept: customers' ids were to be hidden"
                                              : "its text is not there");
    if (!rejected.cells.empty()) {
        const auto cells = cellsFrom(rejected.cells);
        if (!cells || cells->size() != file->columns.size())
            return refuse("its cells are not those of the file");
        out.row.cells = *cells;
    } else if (file->form.format != FileFormat::Csv) {
        return refuse("it is no record of which cells could be told; mend it in the file");
    } else if (rejected.text.size() + 4 > store::mostRejectedBytes) {
        return refuse("it is too long: only its beginning was kept");
    } else {
        out.row.cells = cellsOfLine(rejected.text, file->form.separator, file->columns.size());
    }
    if (rejected.column.empty())
        out.row.problem = rejected.reason; // its cells are a guess, which a person must have looked at
    out.fault = mending.cellOf(out.file, rejected.column);
    out.column = out.fault == MendRow::none ? rejected.column : file->columns[out.fault];
    return out;
}

/// Keeps rejected rows from the writer behind it, and notes which they were.
class StillRejected final : public PassingWriter {
public:
    using PassingWriter::PassingWriter;

    Result<void> reject(const store::RejectedRow& row) override
    {
        std::int64_t seq = -1;
        std::from_chars(row.text.data(), row.text.data() + row.text.size(), seq);
        m_seqs.insert(seq);
        return {};
    }
    Result<bool> rejectUnlessThere(std::string_view, const store::RejectedRow& row) override
    {
        if (auto done = reject(row); !done)
            return fail(done.error());
        return false;
    }
    const std::set<std::int64_t>& seqs() const { return m_seqs; }

private:
    std::set<std::int64_t> m_seqs;
};

/// The rows as tables, one for each file that has some, seen through the mapping.
Result<std::vector<std::unique_ptr<TableSource>>> tablesOf(
    const Mending& mending, std::vector<MendRow> rows, const ImportOptions& options)
{
    std::vector<std::vector<CellsRow>> byFile(mending.form.files.size());
    for (MendRow& row : rows) {
        if (!row.whole || row.file >= byFile.size())
            return fail(ErrorCode::InvalidInput,
                fmt::format("Row {} cannot be mended here: {}.", row.row.number, row.why));
        byFile[row.file].push_back(std::move(row.row));
    }
    std::vector<std::unique_ptr<TableSource>> out;
    for (std::size_t i = 0; i < byFile.size(); ++i) {
        if (byFile[i].empty())
            continue;
        ImportForm::File file = mending.form.files[i];
        if (options.decimals)
            file.form.values.decimals = *options.decimals;
        if (options.dates)
            file.form.values.dates = *options.dates;
        std::unique_ptr<TableSource> table = std::make_unique<CellsTable>(file, std::move(byFile[i]));
        if (options.mapping) {
            std::vector<std::filesystem::path> joined;
            for (const Join& join : options.mapping->joins) {
                const auto said = options.joins.find(join.name);
                if (said == options.joins.end())
                    return fail(ErrorCode::InvalidInput,
                        fmt::format(
                            "The mapping joins {}. Say where it is: --join {}=FILE.", join.file, join.name));
                joined.push_back(said->second);
            }
            auto mapped = MappedTable::open(std::move(table), options.mapping, joined);
            if (!mapped)
                return fail(atFile(mapped.error(), file.name));
            table = std::move(*mapped);
        }
        out.push_back(std::move(table));
    }
    return out;
}

}

Result<Mending> Mending::open(const store::BulkReader& reader, std::int64_t importId)
{
    const auto imports = reader.imports();
    const auto record = std::ranges::find(imports, importId, &store::ImportRecord::id);
    if (record == imports.end())
        return fail(
            ErrorCode::NotFound, "The project has no import of this number.", std::to_string(importId));
    if (!record->active)
        return fail(
            ErrorCode::Conflict, "The import was undone. Redo it, then mend its rows.", record->source);
    auto form = parseImportForm(reader.importForm(importId));
    if (!form) {
        Error error = form.error();
        error.at = record->source;
        return fail(std::move(error));
    }
    return Mending { *record, std::move(*form) };
}

std::vector<MendRow> Mending::rows(
    const store::BulkReader& reader, std::int64_t first, std::int64_t limit) const
{
    std::vector<MendRow> out;
    for (const store::RejectedRow& row : reader.rejected(import.id, first, limit))
        out.push_back(mendRow(*this, row));
    return out;
}

std::vector<std::string> Mending::columns() const
{
    std::vector<std::string> out;
    for (const ImportForm::File& file : form.files)
        for (const std::string& column : file.columns)
            if (std::ranges::find(out, column) == out.end())
                out.push_back(column);
    return out;
}

std::vector<std::vector<std::size_t>> Mending::places() const
{
    const auto all = columns();
    std::vector<std::vector<std::size_t>> out;
    for (const ImportForm::File& file : form.files) {
        auto& places = out.emplace_back();
        for (const std::string& column : file.columns)
            places.push_back(std::size_t(std::ranges::find(all, column) - all.begin()));
    }
    return out;
}

std::size_t Mending::cellOf(std::size_t file, const std::string& complaint) const
{
    if (complaint.empty() || file >= form.files.size())
        return MendRow::none;
    const Columns columns(form.files[file].columns);
    const auto placeOf = [&](std::string_view name) {
        const std::size_t at = columns.find({ name });
        return at == Columns::none ? MendRow::none : at;
    };
    if (form.mapping) {
        const auto field = form.mapping->fields.find(complaint);
        if (field == form.mapping->fields.end())
            return placeOf(complaint);
        for (const std::string& column : columnsOf(field->second))
            if (const std::size_t at = placeOf(column); at != MendRow::none)
                return at;
        return MendRow::none;
    }
    if (const std::size_t at = placeOf(complaint); at != MendRow::none)
        return at;
    if (const Field* field = findField(form.kind, complaint))
        for (const std::string_view name : field->synonyms)
            if (const std::size_t at = placeOf(name); at != MendRow::none)
                return at;
    return MendRow::none;
}

Result<ImportOptions> Mending::options(const ImportOptions& said) const
{
    ImportOptions out = said;
    if (!out.mapping)
        out.mapping = form.mapping;
    else if (out.mapping->kind != form.kind)
        return fail(ErrorCode::InvalidInput,
            fmt::format(
                "The mapping brings {}, and the rejected rows are of {}.", out.mapping->kind, form.kind));
    else {
        out = said;
        static_cast<TableOptions&>(out) = mergedOptions(said, said.mapping->file);
    }
    if (out.timezone.empty())
        out.timezone = form.timezone;
    out.keepPersonal = out.keepPersonal || form.keepPersonal;
    out.keepColumns.insert(form.keepColumns.begin(), form.keepColumns.end());
    if (out.costShareBp == 0)
        out.costShareBp = form.costShareBp;
    if (form.pseudonyms && out.pseudonymKey.empty())
        return fail(ErrorCode::InvalidInput,
            "This import replaced customers' ids. Say the same key once more: --pseudonymize KEYFILE.");
    return out;
}

Result<std::vector<RowFate>> tryRows(const ImportContext& given, const Mending& mending,
    const std::vector<MendRow>& rows, const ImportOptions& said)
{
    const auto options = mending.options(said);
    if (!options)
        return fail(options.error());
    std::vector<RowFate> out(rows.size());
    std::map<std::int64_t, std::size_t> places;
    std::vector<MendRow> whole;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].whole) {
            out[i].reason = rows[i].reason;
            continue;
        }
        places[rows[i].row.seq] = i;
        out[i].taken = true;
        whole.push_back(rows[i]);
    }
    auto tables = tablesOf(mending, std::move(whole), *options);
    if (!tables)
        return fail(tables.error());
    CountingWriter writer(rows.size());
    RowSink sink(writer);
    std::unique_ptr<Mapper> mapper;
    for (const auto& table : *tables) {
        if (mapper == nullptr) {
            const auto preset
                = choosePreset(*table, {}, options->mapping ? "" : mending.form.preset, *options);
            if (!preset)
                return fail(preset.error());
            mapper = (*preset)->make(contextFor(given, *options));
        }
        if (auto ok = mapper->begin(Columns(table->columns(), table->form().values)); !ok)
            return fail(atFile(ok.error(), table->name()));
        sink.beginFile(table->name(), mending.form.preset);
        TableRow row;
        for (auto more = table->next(row); more && *more; more = table->next(row)) {
            sink.beginRow();
            const std::int64_t before = sink.files().back().duplicates;
            std::int64_t seq = -1;
            std::from_chars(row.text.data(), row.text.data() + row.text.size(), seq);
            auto done = row.problem.empty() ? mapper->row(row, sink) : sink.reject(row, {}, row.problem);
            if (!done)
                return fail(done.error());
            out[places.at(seq)].duplicate = sink.files().back().duplicates > before;
        }
    }
    if (mapper != nullptr)
        if (auto ok = mapper->finish(sink); !ok)
            return fail(ok.error());
    Mending seen = mending; // complaints name fields of the mapping that holds now
    seen.form.mapping = options->mapping;
    for (const store::RejectedRow& rejected : writer.rejects) {
        std::int64_t seq = -1;
        std::from_chars(rejected.text.data(), rejected.text.data() + rejected.text.size(), seq);
        const auto place = places.find(seq);
        if (place == places.end())
            continue;
        const std::size_t file = rows[place->second].file;
        out[place->second]
            = { false, false, rejected.column, rejected.reason, seen.cellOf(file, rejected.column) };
    }
    return out;
}

Result<ImportReport> retryInto(ImportTarget target, const Mending& mending, std::vector<MendRow> rows,
    const ImportOptions& said, const Progress& progress)
{
    const auto options = mending.options(said);
    if (!options)
        return fail(options.error());
    std::vector<std::int64_t> seqs;
    for (const MendRow& row : rows)
        seqs.push_back(row.row.seq);
    std::ranges::sort(seqs);
    if (std::ranges::adjacent_find(seqs) != seqs.end())
        return fail(ErrorCode::InvalidInput, "The same rejected row is there twice.");
    const std::int64_t given = std::int64_t(rows.size());
    auto tables = tablesOf(mending, std::move(rows), *options);
    if (!tables)
        return fail(tables.error());
    StillRejected* still = nullptr;
    TablesImport what;
    what.kind = mending.form.kind;
    what.preset = options->mapping ? std::string() : mending.form.preset;
    what.source = mending.import.source;
    what.around = [&](std::unique_ptr<store::BulkWriter> writer) {
        auto made = std::make_unique<StillRejected>(std::move(writer));
        still = made.get();
        return made;
    };
    what.mayCommit = [&](store::BulkWriter& writer, const ImportReport&) {
        std::vector<std::int64_t> taken;
        std::ranges::set_difference(seqs, still->seqs(), std::back_inserter(taken));
        writer.setOrigin(mending.import.id, taken);
        return !taken.empty();
    };
    what.title = [&](const ImportReport& report) {
        return fmt::format("Took in {} of import {}, mended ({})",
            counted(given - report.rejected, "rejected row", "rejected rows"), mending.import.id,
            mending.import.source);
    };
    return importTables(std::move(target), std::move(*tables), *options, what, progress);
}

Result<ImportReport> retryRows(store::Project& project, const Mending& mending, std::vector<MendRow> rows,
    const ImportOptions& said, const Progress& progress)
{
    auto target = prepareImport(project);
    if (!target)
        return fail(target.error());
    const store::Counts before = project.counts();
    auto report = retryInto(std::move(*target), mending, std::move(rows), said, progress);
    if (!report)
        return report;
    project.refresh();
    report->before = before;
    report->after = project.counts();
    return report;
}

}
