// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/counting_writer.h"

namespace ow::ingest {

Result<void> CountingWriter::add(const model::Product&)
{
    ++products;
    return {};
}

Result<void> CountingWriter::add(const model::Customer&)
{
    ++customers;
    return {};
}

Result<void> CountingWriter::add(std::string_view, const model::Event&)
{
    ++events;
    return {};
}

Result<void> CountingWriter::add(const model::LoggedExposure&)
{
    ++exposures;
    return {};
}

Result<void> CountingWriter::add(const store::MinedEdge&) { return {}; }

Result<void> CountingWriter::addBasketLine(std::string_view basket, std::string_view sku, std::size_t file)
{
    const bool isNew = m_lines.insert(std::string(basket) + '\x1F' + std::string(sku)).second;
    basketLines += isNew;
    if (m_repeated.size() <= file)
        m_repeated.resize(file + 1);
    m_repeated[file] += !isNew;
    return {};
}

Result<std::vector<std::int64_t>> CountingWriter::finishBasketLines()
{
    for (const std::int64_t count : m_repeated)
        duplicates += count;
    return m_repeated;
}

Result<void> CountingWriter::reject(const store::RejectedRow& row)
{
    ++rejected;
    if (rejects.size() < m_keep)
        rejects.push_back(row);
    return {};
}

Result<store::ImportRecord> CountingWriter::commit(
    std::string, std::string, std::string, const std::vector<store::Edit>&)
{
    return store::ImportRecord {};
}

}
