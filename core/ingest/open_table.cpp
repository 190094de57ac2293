// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/basket_lines_reader.h"
#include "ingest/byte_source.h"
#include "ingest/csv_reader.h"
#include "ingest/detect_form.h"
#include "ingest/ndjson_reader.h"
#include "ingest/table_source.h"

namespace ow::ingest {

namespace {

Result<std::unique_ptr<TableSource>> openAs(TextSource text, const FileForm& form)
{
    switch (form.format) {
    case FileFormat::Ndjson:
        return NdjsonReader::open(std::move(text), form);
    case FileFormat::Baskets:
        return std::make_unique<BasketLinesReader>(std::move(text), form);
    case FileFormat::Csv:
        break;
    }
    return CsvReader::open(std::move(text), form);
}

/// The whole lines of the first megabyte.
std::string sampleOf(const TextSource& text)
{
    std::string_view head = text.head();
    if (!text.isAllInHead())
        if (const std::size_t end = head.find_last_of("\n\r"); end != std::string_view::npos)
            head = head.substr(0, end + 1);
    return std::string(head);
}

/// Looks behind the first megabyte, in the file opened anew. Nothing of it is told, and a pipe is read once.
std::optional<TellingDate> readOn(const std::filesystem::path& file, const TableOptions& options,
    const FileForm& form, const OpenDates& dates)
{
    std::error_code ec;
    if (file == "-" || !std::filesystem::is_regular_file(file, ec))
        return std::nullopt;
    Result<ByteSource> bytes = ByteSource::open(file);
    if (!bytes)
        return std::nullopt;
    Result<TextSource> text = TextSource::open(std::move(*bytes), options.encoding);
    if (!text)
        return std::nullopt;
    const auto table = openAs(std::move(*text), form);
    return table ? findTellingDate(**table, dates) : std::nullopt;
}
}

Result<std::unique_ptr<TableSource>> openTable(
    const std::filesystem::path& file, const TableOptions& options, FilesPrint* print)
{
    Result<ByteSource> bytes = ByteSource::open(file, print);
    if (!bytes)
        return fail(bytes.error());
    Result<TextSource> text = TextSource::open(std::move(*bytes), options.encoding);
    if (!text)
        return fail(text.error());
    FileForm form = detectForm(*text, options);
    if (options.decimals)
        form.values.decimals = *options.decimals;
    if (options.dates)
        form.values.dates = *options.dates;
    // Baskets have no numbers and no dates.
    const bool isSaid = options.decimals && options.dates;
    if (form.format != FileFormat::Baskets && !isSaid)
        if (auto sample = openAs(TextSource::of(text->name(), sampleOf(*text)), form))
            if (const auto dates = detectValues(**sample, options, form))
                settleDates(*dates, text->isAllInHead() ? std::nullopt : readOn(file, options, form, *dates),
                    options, form);
    return openAs(std::move(*text), form);
}

}
