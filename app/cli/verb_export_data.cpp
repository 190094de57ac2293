// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/open_to_read.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "ingest/data_export.h"
#include "store/project.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string kind;
    std::string output;
};

int run(const Options& options, const Console& console)
{
    const auto project = openToRead(options.file, console);
    if (!project)
        return console.fail(project.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    const auto rows = ingest::exportData(**reader, *(*project)->draft(), *ingest::dataKind(options.kind),
        options.output, console.progress("Writing " + options.kind));
    if (!rows)
        return console.fail(rows.error());
    if (console.json())
        console.printJson(
            Json { { "file", options.output }, { "kind", options.kind }, { "rows", std::int64_t(*rows) } });
    else
        console.printLine(fmt::format("{} in {}", counted(*rows, "row", "rows"), options.output));
    return Done;
}

const Verb verb("export-data", "Write a project's products, customers, events, exposures or baskets as CSV",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file")->required();
        app.add_option("kind", options->kind, "What to write")
            ->required()
            ->check(CLI::IsMember({ "products", "customers", "events", "exposures", "baskets" }));
        app.add_option("-o,--output", options->output, "The CSV file")->required();
        app.footer(
            "What is written can be imported again. Baskets are the lines of imported ones and of orders.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
