// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/counting_writer.h"

namespace ow::ingest {

Result<void> CountingWriter::add(const model::Product&)
{
    ++products;
    return {};
}

void CountingWriter::lookAtId(std::string_view customer)
{
    if (const auto kind = personalByContent(customer))
        ++idKinds[*kind];
}

Result<void> CountingWriter::add(const model::Customer& customer)
{
    lookAtId(customer.id);
    ++customers;
    return {};
}

Result<void> CountingWriter::addUnlessThere(const model::Customer& customer, const store::RowOrigin&)
{
    return add(customer);
}

Result<void> CountingWriter::add(std::string_view customer, const model::Event&)
{
    lookAtId(customer);
    ++events;
    return {};
}

Result<void> CountingWriter::add(const model::LoggedExposure& exposure)
{
    lookAtId(exposure.customer);
    ++exposures;
    return {};
}

Result<void> CountingWriter::add(const store::MinedEdge&) { return {}; }

Result<void> CountingWriter::addUnlessThere(
    std::string_view customer, const model::Event& event, const store::RowOrigin&)
{
    return add(customer, event);
}

Result<void> CountingWriter::addUnlessThere(const model::LoggedExposure& exposure, const store::RowOrigin&)
{
    return add(exposure);
}

Result<void> CountingWriter::addBasketLine(
    std::string_view basket, std::string_view sku, const store::RowOrigin& origin)
{
    const bool isNew = m_lines.insert(std::string(basket) + '\x1F' + std::string(sku)).second;
    basketLines += isNew;
    if (origin.file == store::RowOrigin::noFile) // a further line of a row that is counted already
        return {};
    if (m_repeated.size() <= origin.file)
        m_repeated.resize(origin.file + 1);
    m_repeated[origin.file].basketLines += !isNew;
    return {};
}

Result<std::vector<store::Duplicates>> CountingWriter::finishRows()
{
    for (const store::Duplicates& ofFile : m_repeated)
        duplicates += ofFile.sum();
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
