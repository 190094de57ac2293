// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "cli/open_to_read.h"
#include "cli/verb.h"
#include "ingest/rejected_file.h"
#include "store/project.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::int64_t import = 0;
    std::string output;
};

Json importsJson(const std::vector<store::ImportRecord>& imports)
{
    Json out = Json::array();
    for (const store::ImportRecord& i : imports)
        out.push_back({ { "import", i.id }, { "at", formatTimestamp(i.at) }, { "kind", i.kind },
            { "source", i.source }, { "stored", i.stored }, { "rejected", i.rejected },
            { "duplicates", i.duplicates }, { "retried", i.retried }, { "still_rejected", i.stillRejected() },
            { "mended_from", i.origin == 0 ? Json() : Json(i.origin) }, { "active", i.active } });
    return out;
}

/// Which imports there are, so that a person knows what to ask for.
int listImports(const store::BulkReader& reader, const Console& console)
{
    const auto imports = reader.imports();
    if (console.json()) {
        console.printJson(importsJson(imports));
        return Done;
    }
    for (const store::ImportRecord& i : imports) {
        std::string line = fmt::format("{:>4}  {:<10} {}: {} stored, {} rejected, {} duplicates", i.id,
            i.kind, i.source, grouped(i.stored), grouped(i.rejected), grouped(i.duplicates));
        if (i.retried > 0)
            line += fmt::format("; {} of the rejected taken in since, {} left", grouped(i.retried),
                grouped(i.stillRejected()));
        if (i.origin != 0)
            line += fmt::format("; mended from import {}", i.origin);
        console.printLine(line + (i.active ? "" : "; undone"));
    }
    return Done;
}

int run(const Options& options, const Console& console)
{
    const auto project = openToRead(options.file, console);
    if (!project)
        return console.fail(project.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    if (options.import == 0)
        return listImports(**reader, console);
    const auto mending = ingest::Mending::open(**reader, options.import);
    if (!mending)
        return console.fail(mending.error());
    if (options.output.empty())
        return console.fail({ ErrorCode::InvalidInput, "Say where to write the rows: -o FILE.csv", {} });
    const auto rows = ingest::writeRejected(**reader, *mending, options.output, console.progress("Writing"));
    if (!rows)
        return console.fail(rows.error());
    const std::int64_t left = mending->import.stillRejected() - *rows;
    if (console.json()) {
        console.printJson(Json { { "file", options.output }, { "import", options.import }, { "rows", *rows },
            { "left_out", left } });
        return Done;
    }
    console.printLine(fmt::format("{} in {}", counted(*rows, "row", "rows"), options.output));
    if (left > 0)
        console.printLine(fmt::format("Note: {} left out, of which not all cells are known.",
            left == 1 ? "1 row was" : grouped(left) + " rows were"));
    console.printLine(fmt::format("Mend them there, then: offerwright import {} --retry {} {}", options.file,
        options.import, options.output));
    return Done;
}

const Verb verb("export-rejected",
    "Write the rejected rows of an import as CSV, to be mended in a spreadsheet",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file")->required();
        app.add_option("import", options->import, "The import's number; without one all imports are listed");
        app.add_option("-o,--output", options->output, "The CSV file");
        app.footer(
            "The first five columns say which row it was and what was wrong; of them only rejected_row is "
            "read "
            "on the way back: offerwright import PROJECT --retry IMPORT FILE. Rows that you delete stay "
            "rejected.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
