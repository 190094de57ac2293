// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history_rows.h"
#include "store/object_kinds.h"
#include "store/rescue_repair.h"

#include <algorithm>
#include <set>

namespace ow::store {

namespace {

/// What the history has of an object, last before the present.
struct Remembered {
    std::optional<std::string> body; ///< none = it was removed
    double position = 0;
};

/// Of each object on the way to the head: what its last change left. Steps keep parts of bodies, so this goes
/// forward from the last whole one; where a step in between is lost, the object is not known from there on.
std::map<ObjectKey, Remembered> lastOfEach(SQLite::Database& db, const HistoryRows& history)
{
    const HistoryTable table(db);
    std::map<ObjectKey, Remembered> out;
    auto path = history.path();
    std::ranges::reverse(path);
    for (const std::int64_t row : path)
        for (Change& c : table.changesOf(row)) {
            const auto known = out.find(c.key);
            if (c.complete(true, known == out.end() ? std::nullopt : known->second.body))
                out[c.key] = { std::move(c.after), c.afterPosition };
            else
                out.erase(c.key);
        }
    return out;
}

void putObject(SQLite::Database& db, const ObjectKey& key, double position, const std::string& body)
{
    SQLite::Statement s(db, "INSERT OR REPLACE INTO object(kind, id, position, body) VALUES(?, ?, ?, ?)");
    s.bind(1, key.kind);
    s.bind(2, key.id);
    s.bind(3, position);
    s.bind(4, body);
    s.exec();
}

void removeObject(SQLite::Database& db, const ObjectKey& key)
{
    SQLite::Statement s(db, "DELETE FROM object WHERE kind = ? AND id = ?");
    s.bind(1, key.kind);
    s.bind(2, key.id);
    s.exec();
}

/// Why the object cannot be read; empty where it can.
std::string fault(const ObjectKey& key, const std::pair<double, std::string>& object)
{
    DraftState scratch;
    const auto done = scratch.set(key, object.first, object.second);
    return done ? std::string() : done.error().text();
}

}

void repairObjects(SQLite::Database& db, const std::string& projectName, RescueReport& report)
{
    const ObjectState objects = readObjects(db);
    const HistoryRows history(db);
    std::optional<std::map<ObjectKey, Remembered>> remembered; // read when something is missing
    const auto restore = [&](const ObjectKey& key) {
        if (!remembered)
            remembered = lastOfEach(db, history);
        const auto last = remembered->find(key);
        if (last == remembered->end() || !last->second.body || !isReadable(key, last->second.body))
            return false;
        putObject(db, key, last->second.position, *last->second.body);
        return true;
    };

    for (const auto& [key, object] : objects) {
        const std::string why = fault(key, object);
        if (why.empty())
            continue;
        const bool restored = restore(key);
        if (!restored)
            removeObject(db, key);
        report.objects.push_back({ key, why, restored });
    }
    const auto table = std::ranges::find(report.tables, "object", &RescuedTable::name);
    if (table != report.tables.end() && (table->lost > 0 || table->damagedPages > 0)) {
        remembered = lastOfEach(db, history);
        for (const auto& [key, last] : *remembered)
            if (last.body && !objects.contains(key) && restore(key))
                report.objects.push_back({ key, "It lay on a damaged page.", true });
    }
    const ObjectKey settings { std::string(kind::settings), std::string(kind::settings) };
    if (!readObjects(db).contains(settings)) {
        model::Policy policy;
        policy.name = projectName;
        policy.currency = "USD";
        policy.timezone = "UTC";
        const Edit fresh = putSettings(policy);
        putObject(db, settings, 0, *fresh.body);
        report.notes.emplace_back("The project's settings were lost: name, currency, time zone and "
                                  "guardrails have to be set again.");
    }
}

}
