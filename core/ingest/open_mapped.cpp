// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/open_mapped.h"

#include "ingest/mapped_table.h"

#include <fmt/format.h>

namespace ow::ingest {

Error atFile(Error error, const std::string& file)
{
    if (error.at.empty())
        error.at = file;
    return error;
}

Result<std::vector<std::filesystem::path>> joinedFiles(
    const std::filesystem::path& file, const ImportOptions& options)
{
    std::vector<std::filesystem::path> out;
    if (!options.mapping)
        return out;
    for (std::size_t i = 0; i < options.mapping->joins.size(); ++i) {
        const Join& join = options.mapping->joins[i];
        if (const auto said = options.joins.find(join.name); said != options.joins.end()) {
            out.push_back(said->second);
            continue;
        }
        const std::filesystem::path name(join.file);
        if (name != name.filename() || join.file == "." || join.file == "..")
            return fail(ErrorCode::InvalidInput,
                fmt::format(
                    "A mapping joins files that are beside the imported one, and \"{}\" is not. If it is "
                    "to be read, say so: --join {}=FILE.",
                    join.file, join.name),
                fmt::format("joins[{}].file", i));
        out.push_back(file.parent_path() / name);
    }
    return out;
}

Result<std::unique_ptr<TableSource>> openForImport(const std::filesystem::path& file,
    const ImportOptions& options, const std::string& timezone, const Progress& progress, FilesPrint* print)
{
    TableOptions form = options;
    if (options.mapping)
        form = mergedOptions(form, options.mapping->file);
    if (form.timezone.empty())
        form.timezone = timezone;
    auto table = openTable(file, form, print);
    if (!table)
        return fail(atFile(table.error(), file.string()));
    if (!options.mapping)
        return table;
    const auto joined = joinedFiles(file, options);
    if (!joined)
        return fail(joined.error());
    auto mapped = MappedTable::open(std::move(*table), options.mapping, *joined, progress);
    if (!mapped) {
        Error error = atFile(mapped.error(), file.string());
        if (error.at.starts_with("fields.")) // which of several files has no such column
            error.at = file.string() + ": " + error.at;
        return fail(std::move(error));
    }
    return mapped;
}

Result<const Preset*> choosePreset(
    const TableSource& table, std::string_view kind, std::string_view name, const ImportOptions& options)
{
    if (options.mapping) {
        if (!name.empty())
            return fail(ErrorCode::InvalidInput, "Either a preset or a mapping reads the files, not both.",
                std::string(name));
        if (!kind.empty() && kind != options.mapping->kind)
            return fail(ErrorCode::InvalidInput,
                fmt::format("The mapping brings {}, not {}.", options.mapping->kind, kind),
                std::string(kind));
        return findPreset(options.mapping->kind);
    }
    if (!name.empty()) {
        if (const Preset* preset = findPreset(name))
            return preset;
        std::string known;
        for (const Preset& preset : presets())
            known += (known.empty() ? "" : ", ") + std::string(preset.id);
        return fail(ErrorCode::NotFound,
            fmt::format("There is no preset \"{}\". There are: {}.", name, known), std::string(name));
    }
    const Columns columns(table.columns(), table.form().values);
    if (const Preset* preset = detectPreset(columns, kind))
        return preset;
    // The general form of the kind tells which column it misses.
    if (const Preset* preset = findPreset(kind))
        return preset;
    return fail(ErrorCode::InvalidInput,
        fmt::format(
            "No preset fits the columns: {}. Name one (--preset), map the columns (--suggest-map, --map), or "
            "rename them.",
            fmt::join(table.columns(), ", ")),
        table.name());
}

}
