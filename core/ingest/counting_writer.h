// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/personal_data.h"
#include "store/bulk_writer.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace ow::ingest {

/// A writer that keeps nothing but counts and, if asked, the rejected rows: for dry runs and tests. Repeated
/// basket lines are told as a project tells them.
class CountingWriter final : public store::BulkWriter {
public:
    explicit CountingWriter(std::size_t keptRejects = 0)
        : m_keep(keptRejects)
    {
    }

    [[nodiscard]] Result<void> add(const model::Product& product) override;
    [[nodiscard]] Result<void> add(const model::Customer& customer) override;
    [[nodiscard]] Result<void> add(std::string_view customer, const model::Event& event) override;
    [[nodiscard]] Result<void> add(const model::LoggedExposure& exposure) override;
    [[nodiscard]] Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const store::RowOrigin& origin) override;
    [[nodiscard]] Result<void> addUnlessThere(
        const model::LoggedExposure& exposure, const store::RowOrigin& origin) override;
    [[nodiscard]] Result<void> addUnlessThere(
        const model::Customer& customer, const store::RowOrigin& origin) override;
    [[nodiscard]] Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const store::RowOrigin& origin = {}) override;
    [[nodiscard]] Result<std::vector<store::Duplicates>> finishRows() override;
    [[nodiscard]] Result<void> add(const store::MinedEdge& edge) override;
    [[nodiscard]] Result<void> reject(const store::RejectedRow& row) override;
    void countDuplicate() override { ++duplicates; }
    void setStored(std::int64_t) override { }
    void setFingerprint(std::string) override { }
    [[nodiscard]] Result<store::ImportRecord> commit(std::string title, std::string kind, std::string source,
        const std::vector<store::Edit>& edits = {}) override;

    std::int64_t products = 0;
    std::int64_t customers = 0;
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0; ///< new ones
    std::int64_t duplicates = 0;
    std::int64_t rejected = 0;
    std::vector<store::RejectedRow> rejects; ///< the first ones
    std::map<PersonalData, std::int64_t> idKinds; ///< rows whose customer's id is an address or a number of a person

private:
    void lookAtId(std::string_view customer);

    std::size_t m_keep;
    std::set<std::string> m_lines;
    std::vector<store::Duplicates> m_repeated; ///< by file
};

}
