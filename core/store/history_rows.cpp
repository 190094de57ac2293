// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history_rows.h"

#include "store/object_kinds.h"

#include <algorithm>
#include <set>

namespace ow::store {

namespace {

bool stands(
    const ObjectState& state, const ObjectKey& key, const std::optional<std::string>& body, double position)
{
    const auto found = state.find(key);
    if (found == state.end() || !body)
        return found == state.end() && !body;
    return found->second.second == *body && found->second.first == position;
}

std::optional<std::string> bodyIn(const ObjectState& state, const ObjectKey& key)
{
    const auto found = state.find(key);
    return found == state.end() ? std::nullopt : std::optional(found->second.second);
}

void put(ObjectState& state, const ObjectKey& key, const std::optional<std::string>& body, double position)
{
    if (body)
        state[key] = { position, *body };
    else
        state.erase(key);
}

}

HistoryRows::HistoryRows(SQLite::Database& db)
{
    SQLite::Statement s(db, "SELECT id, parent, batch FROM history WHERE id >= 0 ORDER BY id");
    while (s.executeStep()) {
        const std::int64_t id = s.getColumn(0).getInt64();
        Row& row = m_rows[id];
        if (!s.getColumn(1).isNull())
            if (const auto parent = s.getColumn(1).getInt64(); parent >= 0 && parent < id)
                row.parent = parent;
        if (!s.getColumn(2).isNull())
            row.batch = s.getColumn(2).getInt64();
    }
    for (const auto& [id, row] : m_rows)
        if (row.parent)
            m_children[*row.parent].push_back(id);
    SQLite::Statement head(db, "SELECT value FROM meta WHERE name = 'head' AND typeof(value) = 'integer'");
    const std::int64_t last = m_rows.empty() ? 0 : m_rows.rbegin()->first;
    const std::int64_t said = head.executeStep() ? head.getColumn(0).getInt64() : -1;
    m_head = said >= 0 && said <= last + 1 ? said : last;
    m_headKnown = m_rows.contains(m_head) && said == m_head;
}

const std::vector<std::int64_t>& HistoryRows::childrenOf(std::int64_t id) const
{
    static const std::vector<std::int64_t> none;
    const auto found = m_children.find(id);
    return found == m_children.end() ? none : found->second;
}

std::vector<std::int64_t> HistoryRows::path() const
{
    std::vector<std::int64_t> out;
    std::optional<std::int64_t> at(m_head);
    while (at && m_rows.contains(*at)) { // ends: each parent is less than its child
        out.push_back(*at);
        at = m_rows.at(*at).parent;
    }
    return out;
}

bool isReadable(const ObjectKey& key, const std::optional<std::string>& body)
{
    DraftState scratch;
    return !body || scratch.set(key, 0, body).has_value();
}

namespace {

/// A step changes an object once.
bool namesEachOnce(const std::vector<Change>& changes)
{
    std::set<ObjectKey> keys;
    return std::ranges::all_of(changes, [&](const Change& c) { return keys.insert(c.key).second; });
}

}

bool takeBack(ObjectState& state, std::vector<Change> changes)
{
    const bool fits = namesEachOnce(changes) && std::ranges::all_of(changes, [&](Change& c) {
        return c.complete(false, bodyIn(state, c.key)) && stands(state, c.key, c.after, c.afterPosition)
            && isReadable(c.key, c.before);
    });
    if (fits)
        for (const Change& c : changes)
            put(state, c.key, c.before, c.beforePosition);
    return fits;
}

bool doAgain(ObjectState& state, std::vector<Change> changes)
{
    const bool fits = namesEachOnce(changes) && std::ranges::all_of(changes, [&](Change& c) {
        return c.complete(true, bodyIn(state, c.key)) && stands(state, c.key, c.before, c.beforePosition)
            && isReadable(c.key, c.after);
    });
    if (fits)
        for (const Change& c : changes)
            put(state, c.key, c.after, c.afterPosition);
    return fits;
}

ObjectState readObjects(SQLite::Database& db)
{
    ObjectState out;
    SQLite::Statement s(db, "SELECT kind, id, position, body FROM object");
    while (s.executeStep())
        out[{ textOf(s.getColumn(0)), textOf(s.getColumn(1)) }]
            = { s.getColumn(2).getDouble(), textOf(s.getColumn(3)) };
    return out;
}

}
