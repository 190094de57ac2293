// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/money.h"
#include "cli/open_to_read.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "ingest/data_export.h"
#include "store/project.h"
#include "store/row_query.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <vector>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string kind;
    std::string output;
    std::vector<std::string> filters;
    std::string sort;

    bool isQuery() const { return !filters.empty() || !sort.empty(); }
};

/// What --filter and --sort say.
Result<store::RowQuery> queryOf(const Options& options, const model::Policy& policy)
{
    static const std::map<std::string, store::RowTable> tables { { "products", store::RowTable::Products },
        { "customers", store::RowTable::Customers }, { "events", store::RowTable::Events },
        { "exposures", store::RowTable::Exposures }, { "baskets", store::RowTable::Baskets } };
    store::RowQuery query;
    query.table = tables.at(options.kind);
    query.decimals = currencyDecimals(policy.currency);
    const auto fields = store::rowFields(query.table, policy);
    for (const std::string& text : options.filters) {
        auto term = store::parseTerm(text, fields, policy);
        if (!term)
            return fail(term.error());
        query.where.push_back(std::move(*term));
    }
    if (!options.sort.empty())
        if (auto sorted = store::parseSort(options.sort, fields, query); !sorted)
            return fail(sorted.error());
    return query;
}

Result<std::int64_t> write(const Options& options, const store::BulkReader& reader, const model::Draft& draft,
    const Progress& progress)
{
    if (!options.isQuery())
        return ingest::exportData(reader, draft, *ingest::dataKind(options.kind), options.output, progress);
    const auto query = queryOf(options, draft.policy);
    if (!query)
        return fail(query.error());
    return ingest::exportRows(reader, draft, *query, options.output, progress);
}

int run(const Options& options, const Console& console)
{
    const auto project = openToRead(options.file, console);
    if (!project)
        return console.fail(project.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    const auto rows
        = write(options, **reader, *(*project)->draft(), console.progress("Writing " + options.kind));
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
        app.add_option("--filter", options->filters,
               "COLUMN=EXPRESSION, as a table's line takes it: type=purchased, value=>=10, at=2026-05, "
               "sku=!empty; "
               "several must all hold")
            ->allow_extra_args(false);
        app.add_option("--sort", options->sort, "COLUMN or COLUMN:desc");
        app.footer(
            "What is written can be imported again. Baskets are the lines of imported ones and of orders; "
            "with "
            "--filter or --sort of imported ones only. Columns are those of the file that is written. Texts: "
            "lamp "
            "(contains), lamp*, *lamp, =Lamp (exactly). Others: 10, >=10, <10, 10..20. Both: !… and empty.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
