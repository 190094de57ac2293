// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_impl.h"

// What the history tells and is told: its rows, what each did, and why.

namespace ow::store {

namespace {

Error noSuchRow(std::int64_t id, const std::filesystem::path& file)
{
    return { ErrorCode::NotFound, "The history has no row " + std::to_string(id) + ".",
        file.filename().string() };
}

}

std::vector<HistoryEntry> Project::history(int limit) const
{
    return guarded(m_impl->path, [&] {
        return m_impl->history.list(limit);
    }).value_or(std::vector<HistoryEntry> {});
}

HistorySize Project::historySize() const
{
    return guarded(m_impl->path, [&] { return m_impl->history.size(); }).value_or(HistorySize {});
}

Result<StepObjects> Project::step(std::int64_t historyId) const
{
    return guarded(m_impl->path, [&]() -> Result<StepObjects> {
        SQLite::Transaction oneState(m_impl->db);
        const HistoryTable& history = m_impl->history;
        if (!history.exists(historyId))
            return fail(noSuchRow(historyId, m_impl->path));
        ObjectMap objects = history.objectsNow();
        history.carry(objects, history.head(), historyId);
        return history.takeBack(objects, historyId);
    });
}

Result<void> Project::eachStep(
    int limit, const std::function<void(const HistoryEntry&, const StepObjects&)>& visit) const
{
    return guarded(m_impl->path, [&]() -> Result<void> {
        SQLite::Transaction oneState(m_impl->db);
        const HistoryTable& history = m_impl->history;
        ObjectMap objects = history.objectsNow();
        std::int64_t at = history.head();
        for (const HistoryEntry& entry : history.list(limit)) {
            history.carry(objects, at, entry.id);
            visit(entry, history.takeBack(objects, entry.id));
            at = entry.id == 0 ? 0 : entry.parent;
        }
        return {};
    });
}

Result<void> Project::setWhy(std::int64_t historyId, const std::string& why)
{
    if (auto ok = m_impl->mayEdit(); !ok)
        return ok;
    return guarded(m_impl->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
        if (!m_impl->history.exists(historyId))
            return fail(noSuchRow(historyId, m_impl->path));
        m_impl->history.setWhy(historyId, why);
        transaction.commit();
        return {};
    });
}

std::int64_t Project::fileBytes() const
{
    std::int64_t bytes = 0;
    for (const char* end : { "", "-wal" }) {
        std::filesystem::path file = m_impl->path;
        file += end;
        std::error_code ec;
        const auto size = std::filesystem::file_size(file, ec);
        bytes += ec ? 0 : std::int64_t(size);
    }
    return bytes;
}

}
