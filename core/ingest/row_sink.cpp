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

Result<void> RowSink::basketLine(std::string_view basket, std::string_view sku)
{
    if (auto ok = m_writer.addBasketLine(basket, sku, m_files.size() - 1); !ok)
        return ok;
    stored();
    return {};
}

Result<void> RowSink::finishBaskets()
{
    const auto duplicates = m_writer.finishBasketLines();
    if (!duplicates)
        return fail(duplicates.error());
    for (std::size_t file = 0; file < duplicates->size(); ++file) {
        m_files[file].stored -= (*duplicates)[file];
        m_files[file].duplicates += (*duplicates)[file];
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
