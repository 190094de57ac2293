// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "cli/open_to_read.h"
#include "cli/verb.h"
#include "ingest/importer.h"
#include "ingest/saved_mappings.h"
#include "store/project.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::vector<std::string> exported; ///< name, file
    std::string imported;
    std::string as;
    std::string madeFor;
    std::string removed;
};

int list(const store::Project& project, const Console& console)
{
    const auto saved = ingest::savedMappings(project);
    if (!saved)
        return console.fail(saved.error());
    Json all = Json::array();
    for (const ingest::SavedMapping& one : *saved) {
        if (console.json()) {
            all.push_back({ { "name", one.name }, { "kind", one.mapping.kind }, { "columns", one.columns },
                { "mapping", Json::parse(mappingText(one.mapping)) } });
            continue;
        }
        console.printLine(fmt::format("{}: {}, {}{}", one.name, one.mapping.kind,
            counted(std::int64_t(one.mapping.fields.size()), "field", "fields"),
            one.columns.empty() ? "" : fmt::format("; for files with {}", fmt::join(one.columns, ", "))));
    }
    if (console.json())
        console.printJson(all);
    else if (saved->empty())
        console.printLine(
            "The project has no mappings. Save one: offerwright mappings PROJECT --import FILE.json");
    return Done;
}

int exportOne(const store::Project& project, const Options& options, const Console& console)
{
    const auto saved = ingest::savedMapping(project, options.exported[0]);
    if (!saved)
        return console.fail(saved.error());
    std::ofstream out(options.exported[1], std::ios::binary | std::ios::trunc);
    out << mappingText(saved->mapping);
    if (!out.flush())
        return console.fail({ ErrorCode::Io,
            fmt::format("The file cannot be written: {}.", std::strerror(errno)), options.exported[1] });
    if (console.json())
        console.printJson(Json { { "name", saved->name }, { "file", options.exported[1] } });
    else
        console.printLine(fmt::format("Wrote the mapping “{}” to {}", saved->name, options.exported[1]));
    return Done;
}

int change(store::Project& project, const Options& options, const Console& console)
{
    if (!options.removed.empty()) {
        if (auto done = ingest::removeMapping(project, options.removed); !done)
            return console.fail(done.error());
        return list(project, console);
    }
    auto mapping = ingest::readMapping(options.imported);
    if (!mapping)
        return console.fail(mapping.error());
    const std::string name = !options.as.empty() ? options.as
        : !mapping->name.empty()                 ? mapping->name
                                                 : std::filesystem::path(options.imported).stem().string();
    std::vector<std::string> columns;
    if (!options.madeFor.empty()) {
        ingest::ImportOptions form;
        static_cast<ingest::TableOptions&>(form) = mapping->file;
        const auto seen = ingest::preview(options.madeFor, form);
        if (!seen)
            return console.fail(seen.error());
        if (auto fits = ingest::checkColumns(*mapping, seen->columns); !fits)
            return console.fail(fits.error());
        columns = seen->columns;
    }
    if (auto done = ingest::saveMapping(project, { name, std::move(*mapping), std::move(columns) }); !done)
        return console.fail(done.error());
    return list(project, console);
}

int run(const Options& options, const Console& console)
{
    if (options.imported.empty() && options.removed.empty()) {
        const auto project = openToRead(options.file, console);
        if (!project)
            return console.fail(project.error());
        return options.exported.empty() ? list(**project, console) : exportOne(**project, options, console);
    }
    const auto project = store::Project::open(options.file);
    return project ? change(**project, options, console) : console.fail(project.error());
}

const Verb verb("mappings", "List, export, import and remove the mappings that a project keeps",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file")->required();
        auto* out
            = app.add_option("--export", options->exported, "Write a mapping as JSON for --map: NAME FILE")
                  ->expected(2)
                  ->type_name("NAME FILE");
        auto* in = app.add_option(
                          "--import", options->imported, "Keep the mapping of this JSON file in the project")
                       ->type_name("FILE");
        app.add_option("--as", options->as, "Under this name; default: the one it has, else the file's")
            ->needs(in);
        app.add_option("--for", options->madeFor,
               "A file as the mapping reads it: later files with the same columns are read by it without "
               "being asked")
            ->type_name("FILE")
            ->needs(in);
        app.add_option("--remove", options->removed, "Remove the mapping of this name")
            ->type_name("NAME")
            ->excludes(in)
            ->excludes(out);
        app.footer("offerwright import PROJECT --map NAME FILE reads a file by a mapping of the project. "
                   "What changes "
                   "mappings is a step in the history: undo takes it back.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
