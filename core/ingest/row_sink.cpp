// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/row_sink.h"

#include "base/json.h"

namespace ow::ingest {

namespace {

/// Where the text is a line of CSV, they are in there.
std::string cellsOf(const TableSource* table, const TableRow& row)
{
    if (table == nullptr || table->form().format == FileFormat::Csv || !row.problem.empty())
        return {};
    const auto& cells = table->fileCells(row);
    return Json(std::vector<std::string>(cells.begin(), cells.end()))
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}

void RowSink::beginFile(std::string name, std::string preset, std::string_view kind, const TableSource* table)
{
    m_kind = kind;
    m_table = table;
    m_files.push_back({ std::move(name), std::move(preset), 0, 0, 0, 0 });
}

void RowSink::duplicateIn(std::size_t file)
{
    ++m_files[file].duplicates;
    m_writer.countDuplicate();
}

PendingRow RowSink::defer(const TableRow& row) const
{
    return { m_files.size() - 1, row.number, std::string(row.text), cellsOf(m_table, row) };
}

Result<void> RowSink::storedIf(Result<void> done)
{
    if (done)
        stored();
    return done;
}

Result<void> RowSink::event(std::string_view customer, const model::Event& event)
{
    return storedIf(m_writer.addUnlessThere(customer, event, origin()));
}

Result<void> RowSink::event(std::string_view customer, const model::Event& event, std::uint64_t id)
{
    return storedIf(m_writer.addUnlessThere(customer, event, origin(id)));
}

Result<void> RowSink::also(std::string_view customer, const model::Event& event)
{
    return also(customer, event, 0);
}

Result<void> RowSink::also(std::string_view customer, const model::Event& event, std::uint64_t id)
{
    return m_writer.addUnlessThere(customer, event, { store::RowOrigin::noFile, id });
}

Result<void> RowSink::exposure(const model::LoggedExposure& exposure, std::uint64_t id)
{
    return storedIf(m_writer.addUnlessThere(exposure, origin(id)));
}

Result<void> RowSink::exposure(const model::LoggedExposure& exposure, const PendingRow& row)
{
    if (auto ok = m_writer.addUnlessThere(exposure, { row.file }); !ok)
        return ok;
    stored(row);
    return {};
}

Result<void> RowSink::customer(const model::Customer& customer, std::size_t file)
{
    return m_writer.addUnlessThere(customer, { file });
}

Result<void> RowSink::basketLine(std::string_view basket, std::string_view sku)
{
    return storedIf(m_writer.addBasketLine(basket, sku, origin()));
}

Result<void> RowSink::finish()
{
    const auto duplicates = m_writer.finishRows();
    if (!duplicates)
        return fail(duplicates.error());
    for (std::size_t file = 0; file < duplicates->size(); ++file) {
        m_files[file].stored -= (*duplicates)[file].sum();
        m_files[file].duplicates += (*duplicates)[file].sum();
    }
    return {};
}

Result<void> RowSink::reject(const TableRow& row, std::string column, std::string reason)
{
    return reject(defer(row), std::move(column), std::move(reason));
}

Result<void> RowSink::reject(const PendingRow& row, std::string column, std::string reason)
{
    const store::RejectedRow rejected { m_files[row.file].name, row.number, std::move(column),
        std::move(reason), row.text, row.cells };
    const auto there = m_writer.rejectUnlessThere(m_kind, rejected);
    if (!there)
        return fail(there.error());
    if (*there) { // which the writer has counted
        ++m_files[row.file].duplicates;
        return {};
    }
    ++m_files[row.file].rejected;
    ++m_reasons[rejected.reason];
    return {};
}

}
