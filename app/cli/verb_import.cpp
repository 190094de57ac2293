// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "ingest/dry_run.h"
#include "ingest/importer.h"
#include "ingest/preset.h"
#include "ingest/rejected_file.h"
#include "ingest/saved_mappings.h"
#include "ingest/suggest_mapping.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::vector<std::string> inputs;
    std::string kind;
    std::string preset;
    std::string separator;
    std::string format;
    std::string encoding;
    std::string decimals;
    std::string dates;
    bool noHeader = false;
    int skip = -1;
    std::string map;
    std::vector<std::string> joins; ///< "name=file"
    std::int64_t retry = 0; ///< the import whose rejected rows are tried again
    bool suggestMap = false;
    bool dryRun = false;
    double costShare = 0; ///< percent
    ingest::ImportOptions import;
    bool listPresets = false;
    bool previewOnly = false;
};

std::string presetList()
{
    std::string out = "Presets (the first that fits the header is taken where none is named):\n";
    for (const ingest::Preset& p : ingest::presets())
        out += fmt::format(
            "  {:<17} {:<10} {}\n  {:<17} {:<10}   {}\n", p.id, p.kind, p.title, "", "", p.columns);
    return out;
}

constexpr std::int64_t listedRejected = 20; ///< for people; scripts get a thousand

/// The import's first rejected rows: which file, row and column, and why.
std::vector<store::RejectedRow> rejectedRows(
    const store::Project& project, const ingest::ImportReport& report, std::int64_t most)
{
    if (report.rejected == 0)
        return {};
    const auto reader = project.openReader();
    return reader ? (*reader)->rejected(report.record.id, 0, most) : std::vector<store::RejectedRow> {};
}

Json rejectedJson(const std::vector<store::RejectedRow>& rows)
{
    Json out = Json::array();
    for (const store::RejectedRow& row : rows)
        out.push_back({ { "file", row.file }, { "row", row.row }, { "column", row.column },
            { "reason", row.reason }, { "text", row.text } });
    return out;
}

void printRejected(const std::vector<store::RejectedRow>& rows, std::int64_t all, const Console& console)
{
    for (const store::RejectedRow& row : rows)
        console.printLine(fmt::format("{}:{}: {}{}", row.file, row.row,
            row.column.empty() ? std::string() : "column " + row.column + ' ', row.reason));
    if (all > std::int64_t(rows.size()))
        console.printLine(fmt::format("… and {} more rejected; --json lists a thousand, the Data screen all",
            grouped(all - std::int64_t(rows.size()))));
}

Json totalsJson(const ingest::ImportTotals& t)
{
    return { { "events", t.events }, { "types", t.types }, { "purchases", t.purchases },
        { "revenue", t.revenue }, { "returned", t.returned }, { "days", t.days.size() },
        { "first", t.first ? Json(formatTimestamp(*t.first)) : Json() },
        { "last", t.last ? Json(formatTimestamp(*t.last)) : Json() } };
}

Json findingsJson(const std::vector<ingest::Finding>& findings)
{
    Json out = Json::array();
    for (const ingest::Finding& finding : findings)
        out.push_back({ { "serious", finding.serious }, { "text", finding.text } });
    return out;
}

Json reportJson(const ingest::ImportReport& r)
{
    Json files = Json::array();
    for (const ingest::FileReport& f : r.files)
        files.push_back({ { "name", f.name }, { "preset", f.preset }, { "rows", f.rows },
            { "stored", f.stored }, { "rejected", f.rejected }, { "duplicates", f.duplicates } });
    return { { "import", r.record.id }, { "kind", r.record.kind }, { "rows", r.rows }, { "stored", r.stored },
        { "rejected", r.rejected }, { "duplicates", r.duplicates }, { "reasons", r.reasons },
        { "files", std::move(files) }, { "before", toJson(r.before) }, { "after", toJson(r.after) },
        { "totals", totalsJson(storedOf(r.totals)) }, { "totals_in_files", totalsJson(r.totals) }, { "findings", findingsJson(r.findings) },
        { "data_end", r.dataEnd ? Json(formatTimestamp(*r.dataEnd)) : Json() }, { "notes", r.notes } };
}

void printReport(const ingest::ImportReport& r, const Console& console)
{
    for (const ingest::FileReport& f : r.files)
        console.printLine(fmt::format("{}{}: {} = {} stored + {} rejected + {} duplicates", f.name,
            f.preset.empty() ? "" : " (" + f.preset + ')', counted(f.rows, "row", "rows"), grouped(f.stored),
            grouped(f.rejected), grouped(f.duplicates)));
    std::vector<std::pair<std::int64_t, std::string>> reasons;
    for (const auto& [reason, count] : r.reasons)
        reasons.emplace_back(count, reason);
    std::ranges::sort(reasons, std::greater<>());
    for (const auto& [count, reason] : reasons)
        console.printLine(fmt::format("  rejected {:>9}  {}", grouped(count), reason));
    console.printLine("The project holds now");
    console.print(countsText(r.after));
    for (const ingest::Finding& finding : r.findings)
        console.printLine((finding.serious ? "Look: " : "Note: ") + finding.text);
    for (const std::string& note : r.notes)
        console.printLine("Note: " + note);
}

Json formJson(const ingest::FileForm& form)
{
    return { { "format", wordOf(form.format) }, { "encoding", wordOf(form.encoding) },
        { "separator", form.separator == 0 ? "" : ingest::separatorWord(form.separator) },
        { "header", form.header }, { "decimals", wordOf(form.values.decimals) },
        { "dates", wordOf(form.values.dates) }, { "reasons", form.reasons } };
}

std::string formText(const ingest::FileForm& form)
{
    return fmt::format("{}, {}{}, decimal {}, dates {}{}", wordOf(form.format), wordOf(form.encoding),
        form.separator == 0 ? "" : ", separator " + ingest::separatorWord(form.separator),
        wordOf(form.values.decimals), wordOf(form.values.dates), form.header ? "" : ", no header");
}

/// What the person said of the files' form.
Result<void> readForm(Options& options)
{
    ingest::TableOptions& out = options.import;
    const auto refuse = [](std::string_view what, std::string word) {
        return fail(ErrorCode::InvalidInput, fmt::format("There is no such {}.", what), std::move(word));
    };
    if (!options.separator.empty() && !(out.separator = ingest::separatorFrom(options.separator)))
        return fail(ErrorCode::InvalidInput, "A separator is one character, or \"tab\".", options.separator);
    if (!options.format.empty() && !(out.format = ingest::formatFrom(options.format)))
        return refuse("format (csv, ndjson, baskets)", options.format);
    if (!options.encoding.empty() && !(out.encoding = ingest::encodingFrom(options.encoding)))
        return refuse("encoding (utf-8, utf-16le, utf-16be, windows-1252, latin-1)", options.encoding);
    if (!options.decimals.empty() && !(out.decimals = ingest::decimalsFrom(options.decimals)))
        return refuse("decimal mark (point, comma)", options.decimals);
    if (!options.dates.empty() && !(out.dates = ingest::datesFrom(options.dates)))
        return refuse("order of dates (ymd, dmy, mdy)", options.dates);
    if (options.noHeader)
        out.header = false;
    if (options.skip >= 0)
        out.skip = options.skip;
    return {};
}

int showPreview(const Options& options, const Console& console)
{
    Json all = Json::array();
    for (const std::string& input : options.inputs) {
        const auto seen = ingest::preview(input, options.import);
        if (!seen)
            return console.fail(seen.error());
        if (console.json()) {
            all.push_back({ { "file", input }, { "preset", seen->preset }, { "kind", seen->kind },
                { "separator", seen->separator == 0 ? "" : std::string(1, seen->separator) },
                { "form", formJson(seen->form) }, { "columns", seen->columns }, { "rows", seen->rows },
                { "problems", seen->problems } });
            continue;
        }
        console.printLine(
            fmt::format("{}: {}", input, seen->preset.empty() ? "no preset fits" : "preset " + seen->preset));
        console.printLine("  " + formText(seen->form));
        for (const std::string& reason : seen->form.reasons)
            console.printLine("  " + reason);
        console.printLine(fmt::format("  columns: {}", fmt::join(seen->columns, ", ")));
        for (std::size_t i = 0; i < std::min<std::size_t>(5, seen->rows.size()); ++i)
            console.printLine(fmt::format("  {}", fmt::join(seen->rows[i], " | ")));
        for (const std::string& problem : seen->problems)
            console.printLine("  " + problem);
    }
    if (console.json())
        console.printJson(all);
    return Done;
}

/// @param project  whose mappings can be named; null = files only
Result<void> readMap(Options& options, const store::Project* project)
{
    std::error_code ec;
    const bool isFile = std::filesystem::exists(options.map, ec);
    const bool ofProject = project != nullptr && !isFile && !options.map.empty();
    if (ofProject) {
        auto saved = ingest::savedMapping(*project, options.map);
        if (!saved) {
            saved.error().message += " There is no such file either.";
            return fail(saved.error());
        }
        options.import.mapping = std::make_shared<const ingest::Mapping>(std::move(saved->mapping));
    } else if (!options.map.empty()) {
        auto mapping = ingest::readMapping(options.map);
        if (!mapping)
            return fail(mapping.error());
        options.import.mapping = std::make_shared<const ingest::Mapping>(std::move(*mapping));
    }
    for (const std::string& join : options.joins) {
        const std::size_t sign = join.find('=');
        const std::string name = join.substr(0, sign);
        const bool known = options.import.mapping
            && std::ranges::find(options.import.mapping->joins, name, &ingest::Join::name)
                != options.import.mapping->joins.end();
        if (sign == std::string::npos || !known)
            return fail(ErrorCode::InvalidInput,
                "--join takes NAME=FILE, and the mapping must have a join of this name.", join);
        options.import.joins[name] = join.substr(sign + 1);
    }
    return {};
}

/// The project's own mapping, where it has one for just such files.
void takeSavedMapping(Options& options, const store::Project& project, const Console& console)
{
    const auto saved = ingest::savedMappings(project);
    if (!saved || saved->empty())
        return;
    const ingest::SavedMapping* found = nullptr;
    for (const std::string& input : options.inputs) {
        const auto seen = input == "-" ? Result<ingest::Preview>(fail(ErrorCode::Unsupported, ""))
                                       : ingest::preview(input, options.import);
        const auto* mapping = seen ? ingest::mappingFor(*saved, seen->columns) : nullptr;
        if (mapping == nullptr || (found != nullptr && found != mapping))
            return;
        found = mapping;
    }
    if (found == nullptr)
        return;
    options.import.mapping = std::make_shared<const ingest::Mapping>(found->mapping);
    console.note(fmt::format("Read by the project's mapping “{}”, which is for files with these columns; "
                             "--preset names another way.",
        found->name));
}

/// The guessed mapping of the first file, as the JSON that --map reads; what was guessed and why on stderr.
int suggestMap(const Options& options, const Console& console)
{
    const auto guessed = ingest::suggestMapping(options.inputs.front(), options.kind, options.import);
    if (!guessed)
        return console.fail(guessed.error());
    console.print(ingest::mappingText(guessed->mapping));
    for (const ingest::Guess& guess : guessed->guesses)
        console.note(fmt::format(
            "{} <- {} ({:.0f} %): {}", guess.field, guess.column, guess.sureness * 100, guess.reason));
    for (const std::string& field : guessed->missing)
        console.note(fmt::format("{}: nothing in the file looks like it; fill it in", field));
    if (!guessed->preset.empty())
        console.note(fmt::format("The preset {} reads the file as it is.", guessed->preset));
    return guessed->missing.empty() ? Done : FoundProblems;
}

Json dryRunJson(const std::string& input, const ingest::DryRun& seen)
{
    Json problems = Json::array();
    for (const ingest::CellProblem& problem : seen.problems)
        problems.push_back({ { "row", seen.numbers[problem.row] }, { "field", problem.field },
            { "value", problem.value }, { "reason", problem.reason } });
    return { { "file", input }, { "preset", seen.preset }, { "form", formJson(seen.form) },
        { "fields", seen.fields }, { "rows", seen.rows }, { "stored", seen.stored },
        { "rejected", seen.rejected }, { "duplicates", seen.duplicates }, { "problems", std::move(problems) },
        { "notes", seen.notes } };
}

void printDryRun(const std::string& input, const ingest::DryRun& seen, const Console& console)
{
    console.printLine(fmt::format("{} ({}): of the first {} {} stored, {} rejected, {} duplicates", input,
        seen.preset, counted(std::int64_t(seen.rows.size()), "row", "rows"), seen.stored, seen.rejected,
        seen.duplicates));
    console.printLine("  " + formText(seen.form));
    console.printLine(fmt::format("  {}", fmt::join(seen.fields, " | ")));
    for (std::size_t i = 0; i < std::min<std::size_t>(5, seen.rows.size()); ++i)
        console.printLine(fmt::format("  {}", fmt::join(seen.rows[i], " | ")));
    for (const ingest::CellProblem& problem : seen.problems)
        console.printLine(fmt::format("  row {}{}{}: {}", seen.numbers[problem.row],
            problem.field.empty() ? "" : ", " + problem.field,
            problem.value.empty() ? "" : " \"" + readable(problem.value, 60) + '"', problem.reason));
    for (const std::string& note : seen.notes)
        console.printLine("Note: " + note);
}

/// What an import would make of the first rows. With no project first among the files, of an empty one.
int showDryRun(const Options& options, const ingest::ImportContext& context, const Console& console)
{
    Json all = Json::array();
    bool problems = false;
    for (const std::string& input : options.inputs) {
        const auto seen = ingest::dryRun(context, options.kind, options.preset, input, options.import);
        if (!seen)
            return console.fail(seen.error());
        problems = problems || !seen->problems.empty();
        if (console.json())
            all.push_back(dryRunJson(input, *seen));
        else
            printDryRun(input, *seen, console);
    }
    if (console.json())
        console.printJson(all);
    return problems ? FoundProblems : Done;
}

/// Rejected rows once more: as a file has them now, or all as they are (through another mapping, say).
int retry(const Options& options, store::Project& project, const Console& console)
{
    if (options.inputs.size() > 1)
        return console.fail(
            { ErrorCode::InvalidInput, "Rejected rows come back in one file.", options.inputs[1] });
    if (options.inputs.empty() && !options.import.mapping)
        return console.fail({ ErrorCode::InvalidInput,
            "Name the file with the mended rows (export-rejected makes one), or another mapping to read them "
            "by "
            "(--map).",
            {} });
    auto reader = project.openReader();
    if (!reader)
        return console.fail(reader.error());
    const auto mending = ingest::Mending::open(**reader, options.retry);
    if (!mending)
        return console.fail(mending.error());
    auto rows = options.inputs.empty()
        ? Result<std::vector<ingest::MendRow>>(ingest::allRejected(**reader, *mending))
        : ingest::readRejected(**reader, *mending, options.inputs.front(), options.import);
    if (!rows)
        return console.fail(rows.error());
    reader->reset();
    const auto report = ingest::retryRows(
        project, *mending, std::move(*rows), options.import, console.progress("Importing"));
    if (!report)
        return console.fail(report.error());
    const std::int64_t left = mending->import.stillRejected() - (report->rows - report->rejected);
    if (console.json()) {
        Json out = reportJson(*report);
        out["mended_from"] = options.retry;
        out["still_rejected"] = left;
        console.printJson(out);
    } else {
        printReport(*report, console);
        console.printLine(fmt::format("Import {} has {} left that {} rejected", options.retry,
            counted(left, "row", "rows"), left == 1 ? "is" : "are"));
    }
    return report->rows > 0 && report->rejected == report->rows ? FoundProblems : Done;
}

int run(Options options, const Console& console)
{
    if (options.listPresets) {
        console.print(presetList());
        return Done;
    }
    if ((options.previewOnly || options.suggestMap) && !options.file.empty())
        options.inputs.insert(options.inputs.begin(), options.file); // a preview needs no project
    if (options.file.empty() || (options.inputs.empty() && options.retry == 0))
        return console.fail(
            { ErrorCode::InvalidInput, "Name the project and at least one file to import. See --help.", {} });
    if (auto ok = readForm(options); !ok)
        return console.fail(ok.error());
    if (!options.import.timezone.empty() && !isTimeZone(options.import.timezone))
        return console.fail(
            { ErrorCode::InvalidInput, "There is no time zone of this name.", options.import.timezone });
    options.import.costShareBp = int(options.costShare * 100 + 0.5);
    if (options.previewOnly || options.suggestMap) {
        if (auto ok = readMap(options, nullptr); !ok)
            return console.fail(ok.error());
        return options.previewOnly ? showPreview(options, console) : suggestMap(options, console);
    }
    const auto project = store::Project::open(options.file);
    if (!project)
        return console.fail(project.error());
    if (auto ok = readMap(options, project->get()); !ok)
        return console.fail(ok.error());
    if (options.map.empty() && options.preset.empty() && options.kind.empty() && options.retry == 0)
        takeSavedMapping(options, **project, console);
    if (options.retry != 0)
        return retry(options, **project, console);
    if (options.dryRun) {
        const auto context = ingest::importContext(**project, options.import);
        return context ? showDryRun(options, *context, console) : console.fail(context.error());
    }
    const std::vector<std::filesystem::path> files(options.inputs.begin(), options.inputs.end());
    const auto report = ingest::importFiles(
        **project, options.kind, options.preset, files, options.import, console.progress("Importing"));
    if (!report)
        return console.fail(report.error());
    if (console.json()) {
        Json out = reportJson(*report);
        out["rejected_rows"] = rejectedJson(rejectedRows(**project, *report, 1000));
        console.printJson(out);
    } else {
        printReport(*report, console);
        printRejected(rejectedRows(**project, *report, listedRejected), report->rejected, console);
    }
    // Nothing but rejected rows: a script must notice.
    return report->rows > 0 && report->rejected == report->rows ? FoundProblems : Done;
}

const Verb verb("import", "Read products, customers, events, exposures or baskets from files",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file");
        app.add_option(
            "inputs", options->inputs, "CSV, NDJSON or basket files, plain or gzip; - reads standard input");
        app.add_option("--as", options->kind, "What the files bring; default: what the preset says")
            ->check(CLI::IsMember({ "products", "customers", "events", "exposures", "baskets" }));
        app.add_option("--preset", options->preset,
            "The files' form; default: found by their header (--presets lists them)");
        app.add_option("--format", options->format, "csv, ndjson or baskets (one a line); default: found");
        app.add_option("--encoding", options->encoding,
            "utf-8, utf-16le, utf-16be, windows-1252 or latin-1; default: found");
        app.add_option(
            "--separator", options->separator, "Between fields: , ; | space or tab; default: found");
        app.add_option("--decimals", options->decimals, "The decimal mark: point or comma; default: found");
        app.add_option("--dates", options->dates,
            "Dates that do not begin with their year: dmy or mdy; ymd refuses them; default: found");
        app.add_option("--skip", options->skip,
               "Lines in front of the header (titles of a report), blank ones not counted; default: found")
            ->check(CLI::Range(0, 1000));
        app.add_flag(
            "--no-header", options->noHeader, "The first line is data; columns are called \"column 1\", …");
        app.add_option(
            "--timezone", options->import.timezone, "Of times that name none; default: the project's");
        app.add_option("--pseudonymize", options->import.pseudonymKey,
               "Replace customers' ids by a keyed hash; the file holds the key and is made where it is not "
               "there. Use the "
               "same for all files of a project, and keep it elsewhere")
            ->type_name("KEYFILE");
        app.add_flag("--keep-personal", options->import.keepPersonal,
            "Import columns of names, e-mail addresses, phone numbers and the like too");
        app.add_option("--keep-column", options->import.keepColumns,
               "Import this column, by its name in the file, though it holds personal data; may be said again")
            ->type_name("NAME");
        app.add_option("--cost-share", options->costShare,
               "Percent of the price that is cost, where files name no costs")
            ->check(CLI::Range(0.0, 100.0));
        app.add_option("--map", options->map,
            "Read the files by this mapping instead of a preset: a JSON file, or the name of one of the "
            "project's");
        app.add_option(
            "--join", options->joins, "NAME=FILE: where a file that the mapping joins is; default: beside");
        app.add_option("--retry", options->retry,
               "Take in rejected rows of this import once more: those of a file that export-rejected wrote "
               "and you "
               "mended, or, without a file, all of them through another mapping (--map)")
            ->check(CLI::PositiveNumber)
            ->type_name("IMPORT");
        app.add_flag("--suggest-map", options->suggestMap,
            "Print a guessed mapping of the file for --map, and import nothing; needs no project");
        app.add_flag("--dry-run", options->dryRun,
            "Show what would become of each file's first 100 rows, cell by cell, and import nothing");
        app.add_flag("--presets", options->listPresets, "List the presets and end");
        app.add_flag("--preview", options->previewOnly,
            "Show what the files look like and import nothing; needs no project");
        app.footer("Rows that cannot be read are kept in the project with their reasons. An import is undone "
                   "by `offerwright undo`.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
