// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/mining_files.h"

#include "ingest/preset.h"
#include "ingest/table_source.h"
#include "store/bulk_writer.h"

#include <fmt/format.h>

#include <map>

namespace ow::cli {

namespace {

/// Takes rows as a project would, and keeps only what mining looks at.
class Collector final : public store::BulkWriter {
public:
    Result<void> add(const model::Product&) override { return {}; }
    Result<void> add(const model::Customer&) override { return {}; }
    Result<void> add(const model::LoggedExposure&) override { return {}; }
    Result<void> add(const store::MinedEdge&) override { return {}; }
    Result<void> reject(const store::RejectedRow&) override
    {
        ++rejected;
        return {};
    }
    Result<void> add(std::string_view customer, const model::Event& event) override
    {
        if (event.sku.empty())
            return {};
        const std::string session
            = event.session.empty() ? fmt::format("{}@{}", customer, event.at.ms) : event.session;
        if (event.type == "product_viewed") {
            m_sessions.addView(session, event.sku);
            m_anyView = true;
        } else if (event.type == "purchased") {
            m_sessions.addPurchase(session, event.sku);
            m_buys.add(session, event.sku);
            const auto number
                = m_customers.emplace(customer, std::uint32_t(m_customers.size())).first->second;
            m_dated.push_back({ number, std::int32_t(event.at.ms / 86'400'000), event.sku });
        }
        return {};
    }
    Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const store::RowOrigin&) override
    {
        return add(customer, event);
    }
    Result<void> addUnlessThere(const model::LoggedExposure&, const store::RowOrigin&) override { return {}; }
    Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const store::RowOrigin&) override
    {
        m_buys.add(basket, sku);
        return {};
    }
    Result<std::vector<store::Duplicates>> finishRows() override { return std::vector<store::Duplicates>(); }
    void countDuplicate() override { }
    void setStored(std::int64_t) override { }
    void setFingerprint(std::string) override { }
    Result<store::ImportRecord> commit(
        std::string, std::string, std::string, const std::vector<store::Edit>&) override
    {
        return store::ImportRecord();
    }

    mine::LoadedInput take()
    {
        mine::LoadedInput out;
        out.buys = std::move(m_buys).build();
        if (m_anyView)
            out.sessions = std::move(m_sessions).build();
        if (m_dated.empty())
            return out;
        const auto& names = out.buys.names;
        mine::Purchases& purchases = out.purchases.emplace();
        for (const Dated& d : m_dated) {
            const auto at = std::lower_bound(names.begin(), names.end(), d.sku);
            purchases.push_back({ d.customer, d.day, std::uint32_t(at - names.begin()) });
        }
        return out;
    }

    std::int64_t rejected = 0;

private:
    struct Dated {
        std::uint32_t customer;
        std::int32_t day;
        std::string sku;
    };
    mine::BasketsBuilder m_buys;
    mine::SessionsBuilder m_sessions;
    std::map<std::string, std::uint32_t, std::less<>> m_customers;
    std::vector<Dated> m_dated;
    bool m_anyView = false;
};

Error inFile(Error error, const std::string& file)
{
    error.at = error.at.empty() ? file : file + ": " + error.at;
    return error;
}

Result<void> read(
    const std::string& file, std::string_view kind, Collector& collector, const Progress& progress)
{
    auto table = ingest::openTable(file);
    if (!table)
        return fail(inFile(table.error(), file));
    const ingest::Columns columns((*table)->columns(), (*table)->form().values);
    // The most particular form wins: an order export says more than its pairs of order and product.
    const ingest::Preset* preset = ingest::detectPreset(columns);
    if (preset && preset->kind != "baskets" && preset->kind != "events")
        preset = ingest::detectPreset(columns, kind);
    if (!preset)
        return fail(ErrorCode::InvalidInput,
            "The header names no basket and item, and nothing else that is known. Rename the columns, or "
            "import "
            "the file into a project with a map.",
            file);
    ingest::ImportContext context;
    context.draft = std::make_shared<const model::Draft>();
    context.catalogue = std::make_shared<const model::Catalogue>();
    context.currency = "USD"; // amounts are read, and not looked at
    context.timezone = "UTC";
    const auto mapper = preset->make(context);
    ingest::RowSink sink(collector);
    if (auto begun = mapper->begin(columns); !begun)
        return fail(inFile(begun.error(), file));
    sink.beginFile((*table)->name(), std::string(preset->id));
    ingest::TableRow row;
    for (std::int64_t i = 1;; ++i) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(inFile(more.error(), file));
        if (!*more)
            break;
        sink.beginRow();
        const auto done = row.problem.empty() ? mapper->row(row, sink) : sink.reject(row, {}, row.problem);
        if (!done)
            return fail(inFile(done.error(), file));
        if (i % 4096 == 0 && !goOn(progress, (*table)->bytesDone(), (*table)->bytesTotal()))
            return fail(ErrorCode::Cancelled, "Reading was stopped.", file);
    }
    return mapper->finish(sink);
}

}

Result<mine::LoadedInput> loadMiningFiles(const std::vector<std::string>& baskets,
    const std::vector<std::string>& events, const Progress& progress, std::int64_t& rejected)
{
    Collector collector;
    const std::pair<std::string_view, const std::vector<std::string>*> kinds[]
        = { { "baskets", &baskets }, { "events", &events } };
    for (const auto& [kind, files] : kinds) {
        for (const std::string& file : *files) {
            if (auto done = read(file, kind, collector, progress); !done)
                return fail(done.error());
        }
    }
    rejected = collector.rejected;
    return collector.take();
}

}
