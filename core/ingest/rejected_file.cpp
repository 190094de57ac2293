// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/rejected_file.h"

#include "base/text.h"
#include "ingest/table_source.h"
#include "ingest/values.h"
#include "store/put_in_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <map>

namespace ow::ingest {

namespace {

constexpr std::int64_t rowsAtOnce = 2000;
constexpr std::array<const char*, 5> leading { "rejected_row", "rejected_file", "rejected_line",
    "rejected_column", "rejected_reason" };

void addCell(std::string& line, std::string_view cell)
{
    if (!line.empty())
        line += ',';
    const bool plain = cell.find_first_of(",\"\r\n;\t") == std::string_view::npos;
    if (plain && !cell.starts_with(' ') && !cell.ends_with(' ')) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        line += c;
        if (c == '"')
            line += c;
    }
    line += '"';
}

Result<void> lineOf(std::string_view text, std::map<std::int64_t, MendRow>& rejected,
    const std::vector<std::size_t>& columns, const std::vector<std::vector<std::size_t>>& places,
    const TableRow& row, std::vector<MendRow>& out)
{
    std::int64_t seq = 0;
    const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), seq);
    const auto known = rejected.find(seq - 1);
    if (bad != std::errc() || end != text.data() + text.size() || known == rejected.end())
        return fail(ErrorCode::InvalidInput,
            fmt::format("There is no row \"{}\" among those that are rejected still.", readable(text, 40)),
            fmt::format("row {}", row.number));
    MendRow mended = std::move(known->second);
    rejected.erase(known);
    for (std::size_t i = 0; i < mended.row.cells.size(); ++i)
        if (const std::size_t column = columns[places[mended.file][i]];
            column < row.fields.size() && mended.row.cells[i] != row.fields[column]) {
            mended.row.cells[i] = row.fields[column];
            mended.row.problem.clear();
        }
    out.push_back(std::move(mended));
    return {};
}

}

Result<std::int64_t> writeRejected(const store::BulkReader& reader, const Mending& mending,
    const std::filesystem::path& file, const Progress& progress)
{
    std::filesystem::path part = file;
    part += ".part";
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    const auto columns = mending.columns();
    const auto places = mending.places();
    std::string line;
    for (const char* name : leading)
        addCell(line, name);
    for (const std::string& column : columns)
        addCell(line, column);
    out << line << '\n';
    std::int64_t written = 0;
    for (std::int64_t first = 0;; first += rowsAtOnce) {
        const auto rows = mending.rows(reader, first, rowsAtOnce);
        if (rows.empty())
            break;
        for (const MendRow& row : rows) {
            if (!row.whole)
                continue;
            line.clear();
            for (const std::string& cell :
                { std::to_string(row.row.seq + 1), mending.form.files[row.file].name,
                    std::to_string(row.row.number), row.column, row.reason })
                addCell(line, cell);
            std::vector<std::string_view> cells(columns.size());
            for (std::size_t i = 0; i < row.row.cells.size(); ++i)
                cells[places[row.file][i]] = row.row.cells[i];
            for (const std::string_view cell : cells)
                addCell(line, cell);
            out << line << '\n';
            ++written;
        }
        if (!goOn(progress, first, mending.import.stillRejected())) {
            out.close();
            std::filesystem::remove(part);
            return fail(ErrorCode::Cancelled, "Writing was stopped. Nothing of it was kept.");
        }
    }
    out.close();
    if (!out) {
        std::error_code ec;
        const int error = errno;
        std::filesystem::remove(part, ec);
        return fail(ErrorCode::Io, fmt::format("The file cannot be written: {}.", std::strerror(error)),
            file.string());
    }
    if (auto placed = store::putInPlace(part, file, store::IfThere::Replace); !placed)
        return fail(placed.error());
    return written;
}

std::vector<MendRow> allRejected(const store::BulkReader& reader, const Mending& mending)
{
    std::vector<MendRow> out;
    for (std::int64_t first = 0;; first += rowsAtOnce) {
        auto rows = mending.rows(reader, first, rowsAtOnce);
        if (rows.empty())
            return out;
        for (MendRow& row : rows)
            if (row.whole)
                out.push_back(std::move(row));
    }
}

Result<std::vector<MendRow>> readRejected(const store::BulkReader& reader, const Mending& mending,
    const std::filesystem::path& file, const TableOptions& options)
{
    TableOptions form = options;
    form.format = FileFormat::Csv;
    form.header = true;
    const auto table = openTable(file, form);
    if (!table)
        return fail(table.error());
    const auto& names = (*table)->columns();
    const auto placeOf
        = [&](std::string_view name) { return std::size_t(std::ranges::find(names, name) - names.begin()); };
    const std::size_t key = placeOf(leading[0]);
    if (key == names.size())
        return fail(ErrorCode::InvalidInput,
            "This is no file of rejected rows: the column rejected_row is missing, by which they are known. "
            "Make one "
            "with export-rejected.",
            file.string());
    std::vector<std::size_t> columns;
    for (const std::string& column : mending.columns())
        columns.push_back(placeOf(column));
    const auto places = mending.places();
    std::map<std::int64_t, MendRow> rejected;
    for (MendRow& row : allRejected(reader, mending))
        rejected.emplace(row.row.seq, std::move(row));
    std::vector<MendRow> out;
    TableRow row;
    while (true) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        if (!row.problem.empty())
            return fail(
                ErrorCode::InvalidInput, row.problem, fmt::format("{}: row {}", file.string(), row.number));
        if (auto ok = lineOf(trim(row.fields[key]), rejected, columns, places, row, out); !ok) {
            ok.error().at = file.string() + ": " + ok.error().at;
            return fail(ok.error());
        }
    }
}

}
