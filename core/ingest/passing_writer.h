// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_writer.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ow::ingest {

/// A writer in front of another one: passes on what it does not override.
class PassingWriter : public store::BulkWriter {
public:
    explicit PassingWriter(std::unique_ptr<store::BulkWriter> writer)
        : m_writer(std::move(writer))
    {
    }

    using store::BulkWriter::add;
    Result<void> add(const model::Product& product) override { return m_writer->add(product); }
    Result<void> add(const model::Customer& customer) override { return m_writer->add(customer); }
    Result<void> addUnlessThere(const model::Customer& customer, const store::RowOrigin& origin) override
    {
        return m_writer->addUnlessThere(customer, origin);
    }
    Result<void> add(std::string_view customer, const model::Event& event) override
    {
        return m_writer->add(customer, event);
    }
    Result<void> add(const model::LoggedExposure& exposure) override { return m_writer->add(exposure); }
    Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const store::RowOrigin& origin) override
    {
        return m_writer->addUnlessThere(customer, event, origin);
    }
    Result<void> addUnlessThere(
        const model::LoggedExposure& exposure, const store::RowOrigin& origin) override
    {
        return m_writer->addUnlessThere(exposure, origin);
    }
    Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const store::RowOrigin& origin) override
    {
        return m_writer->addBasketLine(basket, sku, origin);
    }
    Result<bool> finishSome() override { return m_writer->finishSome(); }
    Result<std::vector<store::Duplicates>> finishRows() override { return m_writer->finishRows(); }
    Result<void> add(const store::MinedEdge& edge) override { return m_writer->add(edge); }
    Result<void> reject(const store::RejectedRow& row) override { return m_writer->reject(row); }
    Result<bool> rejectUnlessThere(std::string_view kind, const store::RejectedRow& row) override
    {
        return m_writer->rejectUnlessThere(kind, row);
    }
    store::LeftOut leftOut() const override { return m_writer->leftOut(); }
    void setForm(std::string form) override { m_writer->setForm(std::move(form)); }
    void setOrigin(std::int64_t import, std::vector<std::int64_t> seqs) override
    {
        m_writer->setOrigin(import, std::move(seqs));
    }
    void countDuplicate() override { m_writer->countDuplicate(); }
    void setStored(std::int64_t rows) override { m_writer->setStored(rows); }
    void setFingerprint(std::string fingerprint) override
    {
        m_writer->setFingerprint(std::move(fingerprint));
    }
    Result<store::ImportRecord> commit(std::string title, std::string kind, std::string source,
        const std::vector<store::Edit>& edits) override
    {
        return m_writer->commit(std::move(title), std::move(kind), std::move(source), edits);
    }

protected:
    store::BulkWriter& next() { return *m_writer; }

private:
    std::unique_ptr<store::BulkWriter> m_writer;
};

}
