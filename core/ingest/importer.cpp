// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/importer.h"

#include "base/sha256.h"
#include "base/text.h"
#include "ingest/byte_source.h"
#include "ingest/dry_run.h"
#include "ingest/fields.h"
#include "ingest/files_print.h"
#include "ingest/import_form.h"
#include "ingest/import_tables.h"
#include "ingest/open_mapped.h"
#include "ingest/preset.h"
#include "ingest/pseudonyms.h"
#include "ingest/table_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

namespace ow::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t rowsBetweenProgress = 2048; ///< some milliseconds

std::int64_t totalBytes(const std::vector<fs::path>& files)
{
    std::int64_t total = 0;
    for (const fs::path& file : files) {
        std::error_code ec;
        const auto size = fs::file_size(file, ec);
        total += ec ? 0 : std::int64_t(size);
    }
    return total;
}

/// What tells this import from others: the files' bytes, of which `print` speaks, and how they are mapped. One
/// file may well be imported by two mappings, as customers and as exposures.
Result<std::string> printOf(std::string print, const std::vector<fs::path>& files,
    const ImportOptions& options, const Progress& progress)
{
    if (!options.mapping || print.empty())
        return print;
    const auto joined = joinedFiles(files.front(), options);
    if (!joined)
        return fail(joined.error());
    return toHex(sha256(print + fingerprint(*joined, progress) + mappingText(*options.mapping)));
}

std::string namesOf(const std::vector<fs::path>& files)
{
    std::string out;
    for (const fs::path& file : files)
        out += (out.empty() ? "" : ", ") + file.filename().string();
    return out;
}

Error stopped() { return { ErrorCode::Cancelled, "The import was stopped. Nothing of it was kept.", {} }; }

/// One import under way.
class Run {
public:
    Run(ImportTarget& target, std::string_view kind, std::string_view preset, const ImportOptions& options,
        const Progress& progress, std::int64_t bytes)
        : m_target(target)
        , m_kind(kind)
        , m_presetName(preset)
        , m_options(options)
        , m_progress(progress)
        , m_bytes(bytes)
        , m_sink(*target.writer)
    {
    }

    /// @param print  as of openForImport()
    Result<void> read(const fs::path& file, FilesPrint* print)
    {
        const Progress asked = [this](std::int64_t, std::int64_t) { // joined files are read in between
            return goOn(m_progress, m_bytesBefore, m_bytes);
        };
        auto table = openForImport(file, m_options, context().timezone, asked, print);
        if (!table)
            return fail(table.error());
        m_tellsUnread = !m_options.mapping;
        return read(**table, file.string());
    }

    /// @param place  for errors
    Result<void> read(TableSource& table, const std::string& place)
    {
        if (m_mapper == nullptr) {
            const auto preset = choosePreset(table, m_kind, m_presetName, m_options);
            if (!preset)
                return fail(preset.error());
            m_preset = *preset;
            m_mapper = m_preset->make(context());
        }
        const Columns columns(table.columns(), table.form().values);
        if (auto ok = m_mapper->begin(columns); !ok)
            return fail(atFile(ok.error(), place));
        if (m_tellsUnread && tellsUnread(m_kind.empty() ? m_preset->kind : m_kind))
            for (std::string& name : columns.unread())
                if (std::ranges::find(m_unread, name) == m_unread.end())
                    m_unread.push_back(std::move(name));
        m_sink.beginFile(table.name(), presetName(), m_kind.empty() ? m_preset->kind : m_kind, &table);
        m_form.files.push_back({ table.name(), table.fileColumns(), table.form() });
        if (auto ok = rows(table); !ok)
            return fail(atFile(ok.error(), place));
        m_bytesBefore += table.bytesTotal();
        std::ranges::move(table.notes(), std::back_inserter(m_notes));
        for (const std::string& doubt : table.form().doubts)
            if (std::ranges::find(m_notes, doubt) == m_notes.end())
                m_notes.push_back(doubt);
        return {};
    }

    /// Settles every row; finish() next.
    Result<ImportReport> settle()
    {
        if (auto ok = m_mapper->finish(m_sink); !ok)
            return fail(ok.error());
        for (Result<bool> more = true; *more;) {
            more = m_target.writer->finishSome();
            if (!more)
                return fail(more.error());
            if (!goOn(m_progress, m_bytesBefore, m_bytes))
                return fail(stopped());
        }
        if (auto ok = m_sink.finish(); !ok)
            return fail(ok.error());
        return tally();
    }

    Result<ImportReport> finish(ImportReport report, const std::string& source,
        const std::string& fingerprint, std::string title = {})
    {
        report.notes = m_mapper->notes();
        std::ranges::copy(m_notes, std::back_inserter(report.notes));
        if (!m_unread.empty())
            report.notes.push_back(unreadNote(m_unread));
        store::BulkWriter& writer = *m_target.writer;
        writer.setStored(report.stored);
        writer.setFingerprint(fingerprint);
        const std::string kind(m_kind.empty() ? m_preset->kind : m_kind);
        writer.setForm(importFormText(form(kind)));
        if (title.empty())
            title = fmt::format("Imported {} ({})", source, counted(report.stored, "row", "rows"));
        auto record = writer.commit(std::move(title), kind, source, m_mapper->edits());
        if (!record)
            return fail(record.error());
        report.record = std::move(*record);
        return report;
    }

private:
    ImportContext context() const
    {
        ImportContext c;
        c.draft = m_target.draft;
        c.catalogue = m_target.catalogue;
        c.currency = m_target.draft->policy.currency;
        c.timezone = m_target.draft->policy.timezone;
        return contextFor(std::move(c), m_options);
    }

    ImportForm form(const std::string& kind) const
    {
        ImportForm out = m_form;
        out.kind = kind;
        out.preset = m_preset->id;
        out.mapping = m_options.mapping;
        out.timezone = context().timezone;
        out.keepPersonal = m_options.keepPersonal;
        out.keepColumns = m_options.keepColumns;
        out.costShareBp = m_options.costShareBp;
        out.pseudonyms = !m_options.pseudonymKey.empty();
        out.leftOut = m_mapper->personal();
        std::erase_if(out.leftOut, [](const LeftOutColumn& column) { return column.kept; });
        return out;
    }

    /// For people: the preset's, or the mapping's name.
    std::string presetName() const
    {
        return m_options.mapping && !m_options.mapping->name.empty() ? m_options.mapping->name
                                                                     : std::string(m_preset->id);
    }

    Result<void> rows(TableSource& table)
    {
        TableRow row;
        for (std::int64_t i = 1;; ++i) {
            const auto more = table.next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
            m_sink.beginRow();
            auto done
                = row.problem.empty() ? m_mapper->row(row, m_sink) : m_sink.reject(row, {}, row.problem);
            if (!done)
                return done;
            if (i % rowsBetweenProgress == 0 && !goOn(m_progress, m_bytesBefore + table.bytesDone(), m_bytes))
                return fail(stopped());
        }
    }

    ImportReport tally() const
    {
        ImportReport report;
        report.files = m_sink.files();
        report.reasons = m_sink.reasons();
        for (const FileReport& file : report.files) {
            if (file.rows != file.stored + file.rejected + file.duplicates)
                throw std::logic_error(fmt::format("preset {} lost rows of {}: {} read, {} accounted for",
                    file.preset, file.name, file.rows, file.stored + file.rejected + file.duplicates));
            report.rows += file.rows;
            report.stored += file.stored;
            report.rejected += file.rejected;
            report.duplicates += file.duplicates;
        }
        return report;
    }

    ImportTarget& m_target;
    std::string_view m_kind;
    std::string_view m_presetName;
    const ImportOptions& m_options;
    const Progress& m_progress;
    std::int64_t m_bytes;
    std::int64_t m_bytesBefore = 0;
    RowSink m_sink;
    const Preset* m_preset = nullptr;
    std::unique_ptr<Mapper> m_mapper;
    ImportForm m_form; ///< its files
    std::vector<std::string> m_notes; ///< of the files
    std::vector<std::string> m_unread; ///< columns of the files
    bool m_tellsUnread = false; ///< who mapped the columns chose, and who mends has been told
};

/// The report on files that are in the project already.
ImportReport nothingNew(const store::ImportRecord& there)
{
    ImportReport report;
    const std::int64_t rows = there.stored + there.rejected + there.duplicates;
    report.files.push_back({ there.source, {}, rows, 0, 0, rows });
    report.rows = report.duplicates = rows;
    report.record.source = there.source;
    report.record.kind = there.kind;
    report.notes.push_back("These files were imported before and are in the project; nothing was changed.");
    return report;
}

/// Puts in front of the writer what the options ask for, and what counts.
Result<void> wrap(ImportTarget& target, const ImportOptions& options, ImportTotals& totals)
{
    if (!options.pseudonymKey.empty()) {
        const auto pseudonyms = Pseudonyms::fromFile(options.pseudonymKey);
        if (!pseudonyms)
            return fail(pseudonyms.error());
        target.writer = pseudonymizing(std::move(target.writer), *pseudonyms);
    }
    target.writer = totalling(std::move(target.writer), totals, target.catalogue.get());
    target.reader.reset(); // an open reader would keep the file from shrinking back after the commit
    return {};
}

void tellTotals(
    ImportReport& report, ImportTotals& totals, const ImportTarget& target, const ImportOptions& options)
{
    if (totals.emailIds > 0 && options.pseudonymKey.empty())
        report.notes.push_back(fmt::format(
            "In {} the customers' ids are e-mail addresses, and stand in the project's file now, undone or not. To "
            "be rid of them erase these customers, or import into a new project with pseudonyms (--pseudonymize "
            "KEYFILE).",
            counted(totals.emailIds, "row", "rows")));
    if (totals.there > 0)
        report.notes.push_back(
            fmt::format("The totals are of what was stored; {} of the files {} in the project already.",
                counted(totals.there, "row", "rows"), totals.there == 1 ? "was" : "were"));
    report.findings = findingsOf(totals, report.record.at, target.draft->policy.currency);
    report.totals = std::move(totals);
}

}

ImportContext contextFor(ImportContext context, const ImportOptions& options)
{
    const std::string& mapped = options.mapping ? options.mapping->file.timezone : options.timezone;
    if (!options.timezone.empty())
        context.timezone = options.timezone;
    else if (!mapped.empty())
        context.timezone = mapped;
    context.keepPersonal = options.keepPersonal;
    context.keepColumns = options.keepColumns;
    context.costShareBp = options.costShareBp;
    context.negativeIsReturn = options.mapping && options.mapping->negativeIsReturn;
    if (options.mapping)
        if (const auto value = options.mapping->fields.find("value"); value != options.mapping->fields.end())
            context.valueIsScore = isScoreName(value->second.column);
    if (options.mapping)
        if (const auto id = options.mapping->fields.find("event_id"); id != options.mapping->fields.end())
            context.idColumn = id->second.text.empty() ? id->second.column : id->second.text;
    return context;
}

Result<ImportTarget> prepareImport(store::Project& project)
{
    ImportTarget target;
    target.draft = project.draft();
    auto catalogue = project.catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    target.catalogue = *catalogue;
    auto reader = project.openReader();
    if (!reader)
        return fail(reader.error());
    target.reader = std::move(*reader);
    auto writer = project.openWriter();
    if (!writer)
        return fail(writer.error());
    target.writer = std::move(*writer);
    return target;
}

Result<ImportReport> importInto(ImportTarget target, std::string_view kind, std::string_view preset,
    const std::vector<fs::path>& files, const ImportOptions& options, const Progress& progress)
{
    if (files.empty())
        return fail(ErrorCode::InvalidInput, "There is no file to import.");
    // First, so that a missing second file is told before the first is read for a minute.
    for (const fs::path& file : files)
        if (auto bytes = ByteSource::open(file); !bytes)
            return fail(bytes.error());
    // Where there is nothing that could be the same, the files need not be read for it before they are read.
    const bool isFirst = target.reader->imports().empty();
    const std::int64_t bytes = totalBytes(files);
    bool isStopped = false;
    const Progress asked = [&](std::int64_t, std::int64_t) {
        isStopped = isStopped || !goOn(progress, isFirst ? bytes : 0, bytes);
        return !isStopped;
    };
    Result<std::string> print;
    if (!isFirst) {
        print = printOf(fingerprint(files, asked), files, options, asked);
        if (!print)
            return fail(print.error());
        if (isStopped)
            return fail(stopped());
        if (const auto there = target.reader->findImport(*print))
            return nothingNew(*there);
    }
    ImportTotals totals;
    if (auto ok = wrap(target, options, totals); !ok)
        return fail(ok.error());
    FilesPrint onTheWay;
    Run run(target, kind, preset, options, progress, bytes);
    for (const fs::path& file : files)
        if (auto ok = run.read(file, isFirst ? &onTheWay : nullptr); !ok)
            return fail(ok.error());
    if (isFirst) {
        std::string seen = onTheWay.text(files.size());
        print = printOf(seen.empty() ? fingerprint(files, asked) : std::move(seen), files, options, asked);
        if (!print)
            return fail(print.error());
        if (isStopped)
            return fail(stopped());
    }
    auto report = run.settle();
    if (report)
        report = run.finish(std::move(*report), namesOf(files), *print);
    if (report)
        tellTotals(*report, totals, target, options);
    return report;
}

Result<ImportReport> importTables(ImportTarget target, std::vector<std::unique_ptr<TableSource>> tables,
    const ImportOptions& options, const TablesImport& what, const Progress& progress)
{
    ImportTotals totals;
    if (auto ok = wrap(target, options, totals); !ok)
        return fail(ok.error());
    target.writer = what.around(std::move(target.writer));
    std::int64_t size = 0;
    for (const auto& table : tables)
        size += table->bytesTotal();
    Run run(target, what.kind, what.preset, options, progress, size);
    for (const auto& table : tables)
        if (auto ok = run.read(*table, table->name()); !ok)
            return fail(ok.error());
    auto report = run.settle();
    if (!report || !what.mayCommit(*target.writer, *report))
        return report;
    report = run.finish(std::move(*report), what.source, {}, what.title(*report));
    if (report)
        tellTotals(*report, totals, target, options);
    return report;
}

Result<ImportReport> importFiles(store::Project& project, std::string_view kind, std::string_view preset,
    const std::vector<fs::path>& files, const ImportOptions& options, const Progress& progress)
{
    auto target = prepareImport(project);
    if (!target)
        return fail(target.error());
    const store::Counts before = project.counts();
    auto report = importInto(std::move(*target), kind, preset, files, options, progress);
    if (!report)
        return report;
    project.refresh();
    report->before = before;
    report->after = project.counts();
    if (const auto reader = project.openReader())
        report->dataEnd = (*reader)->dataEnd();
    return report;
}

Result<Preview> preview(const fs::path& file, const ImportOptions& options)
{
    constexpr std::size_t enough = 100;
    auto table = openTable(file, options);
    if (!table)
        return fail(table.error());
    Preview out;
    out.form = (*table)->form();
    out.columns = (*table)->columns();
    out.separator = (*table)->separator();
    if (const Preset* preset = detectPreset(Columns(out.columns, out.form.values))) {
        out.preset = preset->id;
        out.kind = preset->kind;
    }
    TableRow row;
    while (out.rows.size() < enough) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            break;
        if (!row.problem.empty())
            out.problems.push_back(fmt::format("row {}: {}", row.number, row.problem));
        out.rows.emplace_back(row.fields.begin(), row.fields.end());
    }
    return out;
}

}
