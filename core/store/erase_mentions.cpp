// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase_mentions.h"

#include "base/json.h"
#include "base/sha256.h"
#include "store/history_rows.h"
#include "store/history_table.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace ow::store {

namespace {

Json withoutIds(const Json& value, const IdFinder& names)
{
    if (value.is_string())
        return names.replaced(value.get_ref<const std::string&>());
    Json out = value;
    if (value.is_array())
        for (Json& item : out)
            item = withoutIds(item, names);
    if (value.is_object()) {
        out = Json::object();
        for (const auto& [key, item] : value.items())
            out[names.replaced(key)] = withoutIds(item, names);
    }
    return out;
}

/// Of canonical JSON, which it stays; other texts as they are written.
std::string bodyWithoutIds(const std::string& body, const IdFinder& names)
{
    if (!names.isIn(body))
        return body;
    const auto json = parseJson(body);
    return json ? canonicalJson(withoutIds(*json, names)) : names.replaced(body);
}

std::optional<std::string> bodyWithoutIds(const std::optional<std::string>& body, const IdFinder& names)
{
    return body ? std::optional(bodyWithoutIds(*body, names)) : body;
}

Change withoutIds(const Change& change, const IdFinder& names)
{
    Change out = change;
    out.key.id = names.replaced(change.key.id);
    out.before = bodyWithoutIds(change.before, names);
    out.after = bodyWithoutIds(change.after, names);
    return out;
}

bool isSame(const Change& a, const Change& b)
{
    return a.key == b.key && a.before == b.before && a.after == b.after;
}

/// Goes through every branch of the history, from its beginning, with the objects as they were at each step:
/// of a body the history may have parts only, in which an id would not show.
class Past {
public:
    Past(SQLite::Database& db, const IdFinder& names, const Progress& progress)
        : m_table(db)
        , m_rows(db)
        , m_says(db, "SELECT who, title, why FROM history WHERE id = ?")
        , m_names(names)
        , m_progress(progress)
    {
        for (Edit& edit : m_table.objectsAt(0))
            m_bodies[edit.key] = std::move(*edit.body);
    }

    Result<std::int64_t> replace()
    {
        struct Level {
            std::int64_t row = 0;
            std::size_t next = 0; ///< of its children
            std::vector<Change> changes; ///< whole
        };
        std::vector<Level> way;
        way.push_back({ 0, 0, {} });
        while (!way.empty()) {
            const auto& children = m_rows.childrenOf(way.back().row);
            if (way.back().next < children.size()) {
                const std::int64_t child = children[way.back().next++];
                way.push_back({ child, 0, enter(child) });
                if (!goOn(m_progress, ++m_done, std::int64_t(m_rows.rows().size())))
                    return fail(ErrorCode::Cancelled, "Stopped. Nothing was erased.");
                continue;
            }
            leave(way.back().changes);
            way.pop_back();
        }
        return m_replaced;
    }

private:
    std::vector<Change> enter(std::int64_t row)
    {
        std::vector<Change> changes = m_table.allChangesOf(row);
        std::vector<Change> fresh;
        bool any = false;
        for (Change& change : changes) {
            const auto now = m_bodies.find(change.key);
            if (!change.complete(true, now == m_bodies.end() ? std::nullopt : std::optional(now->second)))
                throw FileDamage("The step “" + m_table.title(row)
                    + "” of the history does not fit what was before it, so nobody can be erased from it. "
                      "Nothing was changed; save a rescued copy of the project first.");
            fresh.push_back(withoutIds(change, m_names));
            any = any || !isSame(fresh.back(), change);
        }
        for (const Change& change : changes)
            put(change.key, change.after);
        if (any) {
            m_table.replaceStep(row, saysOf(row), fresh);
            ++m_replaced;
        }
        return changes;
    }

    void leave(const std::vector<Change>& changes)
    {
        for (const Change& change : changes)
            put(change.key, change.before);
    }

    void put(const ObjectKey& key, const std::optional<std::string>& body)
    {
        if (body)
            m_bodies[key] = *body;
        else
            m_bodies.erase(key);
    }

    HistoryRow saysOf(std::int64_t row)
    {
        m_says.bind(1, row);
        m_says.executeStep();
        HistoryRow out { textOf(m_says.getColumn(0)), textOf(m_says.getColumn(1)),
            textOf(m_says.getColumn(2)), {} };
        m_says.reset();
        return out;
    }

    HistoryTable m_table;
    HistoryRows m_rows;
    SQLite::Statement m_says;
    const IdFinder& m_names;
    const Progress& m_progress;
    std::map<ObjectKey, std::string> m_bodies;
    std::int64_t m_done = 0;
    std::int64_t m_replaced = 0;
};

Result<std::int64_t> replaceInObjects(SQLite::Database& db, const IdFinder& names)
{
    SQLite::Statement objects(db, "SELECT kind, id, body FROM object");
    std::vector<std::pair<ObjectKey, std::string>> found;
    while (objects.executeStep()) {
        ObjectKey key { textOf(objects.getColumn(0)), textOf(objects.getColumn(1)) };
        std::string body = textOf(objects.getColumn(2));
        if (names.isIn(key.id) || names.isIn(body))
            found.emplace_back(std::move(key), std::move(body));
    }
    SQLite::Statement update(db, "UPDATE object SET id = ?, body = ? WHERE kind = ? AND id = ?");
    for (const auto& [key, body] : found) {
        const ObjectKey fresh { key.kind, names.replaced(key.id) };
        const std::string text = bodyWithoutIds(body, names);
        if (!isReadable(fresh, text))
            return fail(ErrorCode::InvalidInput,
                "The customer's id is part of this " + key.kind
                    + "'s name or conditions and cannot be replaced there. Change it by hand and erase "
                      "again; "
                      "nothing was changed.",
                key.id);
        update.bind(1, fresh.id);
        update.bind(2, text);
        update.bind(3, key.kind);
        update.bind(4, key.id);
        update.exec();
        update.reset();
    }
    return std::int64_t(found.size());
}

/// A table's texts in a column that people or files wrote.
std::int64_t replaceInColumn(
    SQLite::Database& db, const std::string& table, const std::string& column, const IdFinder& words)
{
    const std::string key = table == "product" ? "sku" : "id";
    SQLite::Statement rows(
        db, "SELECT " + key + ", " + column + " FROM " + table + " WHERE " + column + " <> ''");
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (rows.executeStep())
        if (std::string text = textOf(rows.getColumn(1)); words.isIn(text))
            found.emplace_back(rows.getColumn(0).getInt64(), std::move(text));
    SQLite::Statement update(
        db, "UPDATE " + table + " SET " + column + " = ?1 WHERE " + key + " = ?2 AND " + column + " = ?3");
    for (const auto& [id, text] : found) {
        update.bind(1, words.replaced(text));
        update.bind(2, id);
        update.bind(3, text);
        update.exec();
        update.reset();
    }
    return std::int64_t(found.size());
}

/// How imports read their files: names of files as in batch.source and rejected.file, so that these still fit, and
/// words of mappings.
std::int64_t replaceInForms(SQLite::Database& db, const IdFinder& names, const IdFinder& remarks)
{
    SQLite::Statement rows(db, "SELECT batch, form FROM import_form WHERE form <> ''");
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (rows.executeStep()) {
        const std::string text = textOf(rows.getColumn(1));
        if (!names.isIn(text) && !remarks.isIn(text))
            continue;
        const auto json = parseJson(text);
        Json fresh = json ? withoutIds(*json, names) : Json(names.replaced(text));
        if (const auto files = fresh.find("files"); json && files != fresh.end() && files->is_array())
            for (Json& file : *files)
                if (file.is_object() && file.contains("name") && file["name"].is_string())
                    file["name"] = remarks.replaced(file["name"].get_ref<const std::string&>());
        std::string written = json ? fresh.dump(-1, ' ', false, Json::error_handler_t::replace) : fresh.get<std::string>();
        if (json ? fresh != *json : written != text)
            found.emplace_back(rows.getColumn(0).getInt64(), std::move(written));
    }
    SQLite::Statement update(db, "UPDATE import_form SET form = ? WHERE batch = ?");
    for (const auto& [batch, form] : found) {
        update.bind(1, form);
        update.bind(2, batch);
        update.exec();
        update.reset();
    }
    return std::int64_t(found.size());
}

std::int64_t replaceInHistoryTexts(SQLite::Database& db, const IdFinder& remarks)
{
    HistoryTable table(db);
    SQLite::Statement s(db, "SELECT id, who, title, why FROM history ORDER BY id");
    std::vector<std::pair<std::int64_t, HistoryRow>> found;
    while (s.executeStep()) {
        HistoryRow row { textOf(s.getColumn(1)), textOf(s.getColumn(2)), textOf(s.getColumn(3)), {} };
        if (remarks.isIn(row.title) || remarks.isIn(row.why))
            found.emplace_back(s.getColumn(0).getInt64(), std::move(row));
    }
    // What a step's size says is kept in step with what it says (HistoryTable::hasAllChanges).
    SQLite::Statement update(db,
        "UPDATE history SET bytes = iif(bytes = 0, 0, bytes - length(CAST(title AS BLOB)) - length(CAST(why "
        "AS "
        "BLOB)) + length(CAST(?1 AS BLOB)) + length(CAST(?2 AS BLOB))), title = ?1, why = ?2 WHERE id = ?3");
    for (const auto& [id, row] : found) {
        update.bind(1, remarks.replaced(row.title));
        update.bind(2, remarks.replaced(row.why));
        update.bind(3, id);
        update.exec();
        update.reset();
    }
    return std::int64_t(found.size());
}

/// A pack that names somebody becomes another pack, with another sum.
std::int64_t replaceInReleases(SQLite::Database& db, const IdFinder& names)
{
    SQLite::Statement s(db, "SELECT id, pack FROM release");
    std::vector<std::pair<std::int64_t, std::string>> found;
    while (s.executeStep())
        if (std::string pack = textOf(s.getColumn(1)); names.isIn(pack))
            found.emplace_back(s.getColumn(0).getInt64(), std::move(pack));
    SQLite::Statement update(db, "UPDATE release SET pack = ?, sha256 = ? WHERE id = ?");
    for (const auto& [id, pack] : found) {
        const std::string fresh = bodyWithoutIds(pack, names);
        update.bind(1, fresh);
        update.bind(2, toHex(sha256(fresh)));
        update.bind(3, id);
        update.exec();
        update.reset();
    }
    return std::int64_t(found.size());
}

}

Result<std::int64_t> eraseMentions(
    SQLite::Database& db, const IdFinder& names, const IdFinder& remarks, const Progress& progress)
{
    std::int64_t places = 0;
    if (!names.isEmpty()) {
        // Before the objects: the past is told from how they stand.
        const auto steps = Past(db, names, progress).replace();
        if (!steps)
            return fail(steps.error());
        const auto objects = replaceInObjects(db, names);
        if (!objects)
            return fail(objects.error());
        places += *steps + *objects + replaceInReleases(db, names);
        for (const char* column : { "title", "family", "category", "tags" })
            places += replaceInColumn(db, "product", column, names);
    }
    places += replaceInForms(db, names, remarks);
    places += replaceInHistoryTexts(db, remarks);
    for (const auto& [table, column] : { std::pair("release", "note"), std::pair("batch", "source") })
        places += replaceInColumn(db, table, column, remarks);
    return places;
}

}
