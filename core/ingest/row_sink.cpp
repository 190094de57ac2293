// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/row_sink.h"

namespace ow::ingest {

void RowSink::beginFile(std::string name, std::string preset)
{
    m_files.push_back({ std::move(name), std::move(preset), 0, 0, 0, 0 });
}

void RowSink::duplicateIn(std::size_t file)
{
    ++m_files[file].duplicates;
    m_writer.countDuplicate();
}

PendingRow RowSink::defer(const TableRow& row) const
{
    return { m_files.size() - 1, row.number, std::string(row.text) };
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

Result<void> RowSink::also(std::string_view customer, const model::Event& event)
{
    return m_writer.addUnlessThere(customer, event, { store::RowOrigin::noFile });
}

Result<void> RowSink::exposure(const model::LoggedExposure& exposure)
{
    return storedIf(m_writer.addUnlessThere(exposure, origin()));
}

Result<void> RowSink::exposure(const model::LoggedExposure& exposure, const PendingRow& row)
{
    if (auto ok = m_writer.addUnlessThere(exposure, { row.file }); !ok)
        return ok;
    stored(row);
    return {};
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
    ++m_files[row.file].rejected;
    ++m_reasons[reason];
    return m_writer.reject(
        { m_files[row.file].name, row.number, std::move(column), std::move(reason), row.text });
}

}
