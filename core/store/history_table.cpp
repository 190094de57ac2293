// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history_table.h"

#include "base/json.h"
#include "store/body_delta.h"
#include "store/object_kinds.h"

#include <algorithm>
#include <set>

namespace ow::store {

namespace {

void bindBody(SQLite::Statement& s, int index, const std::optional<std::string>& body, double position)
{
    if (!body)
        return; // both stay NULL
    s.bind(index, *body);
    s.bind(index + 1, position);
}

/// The object as the table has it.
std::optional<std::pair<std::string, double>> objectNow(SQLite::Database& db, const ObjectKey& key)
{
    SQLite::Statement s(db, "SELECT body, position FROM object WHERE kind = ? AND id = ?");
    s.bind(1, key.kind);
    s.bind(2, key.id);
    if (!s.executeStep())
        return std::nullopt;
    return std::pair { textOf(s.getColumn(0)), s.getColumn(1).getDouble() };
}

double behindTheLast(SQLite::Database& db, const std::string& kind)
{
    SQLite::Statement s(db, "SELECT coalesce(max(position), 0) + 1 FROM object WHERE kind = ?");
    s.bind(1, kind);
    s.executeStep();
    return s.getColumn(0).getDouble();
}

/// The last edit of each object, in the order in which they first came.
std::vector<const Edit*> lastOfEach(const std::vector<Edit>& edits)
{
    std::map<ObjectKey, std::size_t> where;
    std::vector<const Edit*> out;
    for (const Edit& edit : edits) {
        const auto [it, isNew] = where.emplace(edit.key, out.size());
        if (isNew)
            out.push_back(&edit);
        else
            out[it->second] = &edit;
    }
    return out;
}

/// Refuses what no draft could show.
Result<std::string> checkedBody(const Edit& edit)
{
    DraftState scratch;
    if (auto ok = scratch.set(edit.key, 0, edit.body); !ok)
        return fail(ok.error());
    return canonicalJson(*parseJson(*edit.body));
}

}

namespace {

/// What the history says of a step's size. Stable: rows of older files are held to it (hasAllChanges).
std::int64_t bytesOf(const std::string& who, const std::string& title, const std::string& why,
    const std::vector<Change>& changes)
{
    std::size_t bytes = who.size() + title.size() + why.size() + 40;
    for (const Change& c : changes)
        bytes += c.key.kind.size() + c.key.id.size() + 24 + (c.before ? c.before->size() : 0)
            + (c.after ? c.after->size() : 0);
    return std::int64_t(bytes);
}

}

bool Change::complete(bool forward, const std::optional<std::string>& now)
{
    const auto isPart = [](const std::optional<std::string>& body) { return body && body->starts_with('~'); };
    if (!isPart(before) && !isPart(after))
        return true;
    std::optional<std::string>& known = forward ? before : after;
    std::optional<std::string>& wanted = forward ? after : before;
    auto body = known && wanted && now ? bodyFrom(*wanted, *known, *now) : std::nullopt;
    if (!body)
        return false;
    wanted = std::move(body);
    known = now;
    return true;
}

std::int64_t HistoryTable::head() const
{
    return m_db.execAndGet("SELECT value FROM meta WHERE name = 'head'").getInt64();
}

void HistoryTable::setHead(std::int64_t id)
{
    SQLite::Statement s(m_db, "UPDATE meta SET value = ? WHERE name = 'head'");
    s.bind(1, id);
    s.exec();
}

void HistoryTable::setObject(const ObjectKey& key, const std::optional<std::string>& body, double position)
{
    SQLite::Statement s(m_db,
        body ? "INSERT INTO object(kind, id, body, position) VALUES(?, ?, ?, ?) ON CONFLICT(kind, id) DO "
               "UPDATE SET "
               "body = excluded.body, position = excluded.position"
             : "DELETE FROM object WHERE kind = ? AND id = ?");
    s.bind(1, key.kind);
    s.bind(2, key.id);
    if (body)
        bindBody(s, 3, body, position);
    s.exec();
}

Result<std::vector<Change>> HistoryTable::write(const std::vector<Edit>& edits)
{
    std::vector<Change> changes;
    for (const Edit* edit : lastOfEach(edits)) {
        const auto now = objectNow(m_db, edit->key);
        Change change { edit->key, {}, 0, {}, 0 };
        if (now) {
            change.before = now->first;
            change.beforePosition = now->second;
        }
        if (edit->body) {
            Result<std::string> body = checkedBody(*edit);
            if (!body)
                return fail(body.error());
            change.after = std::move(*body);
            change.afterPosition = edit->position ? *edit->position
                : now                             ? now->second
                                                  : behindTheLast(m_db, edit->key.kind);
        }
        if (change.before == change.after && change.beforePosition == change.afterPosition)
            continue;
        setObject(change.key, change.after, change.afterPosition);
        changes.push_back(std::move(change));
    }
    return changes;
}

namespace {
/// So often a step keeps bodies whole: what a rescue finds of an object goes back no further than there.
constexpr std::int64_t wholeEvery = 32;

/// The settings are made with the project, before its first step: no step before has them whole.
bool keptWhole(std::int64_t row, const ObjectKey& key)
{
    return row % wholeEvery == 0 || key.kind == kind::settings;
}
}

namespace {

/// As the table keeps them.
std::vector<Change> storedForm(std::int64_t row, std::vector<Change> changes)
{
    for (Change& c : changes) {
        if (!c.before || !c.after || keptWhole(row, c.key))
            continue;
        StoredPair pair = storedPair(*c.before, *c.after);
        c.before = std::move(pair.before);
        c.after = std::move(pair.after);
    }
    return changes;
}

}

void HistoryTable::insertChanges(std::int64_t row, const std::vector<Change>& stored)
{
    SQLite::Statement line(m_db,
        "INSERT INTO change(history, seq, kind, id, before, before_position, after, after_position) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < stored.size(); ++i) {
        line.bind(1, row);
        line.bind(2, std::int64_t(i));
        line.bind(3, stored[i].key.kind);
        line.bind(4, stored[i].key.id);
        bindBody(line, 5, stored[i].before, stored[i].beforePosition);
        bindBody(line, 7, stored[i].after, stored[i].afterPosition);
        line.exec();
        line.reset();
        line.clearBindings();
    }
}

void HistoryTable::replaceStep(
    std::int64_t row, const HistoryRow& says, const std::vector<Change>& changes)
{
    const std::vector<Change> stored = storedForm(row, changes);
    SQLite::Statement remove(m_db, "DELETE FROM change WHERE history = ?");
    remove.bind(1, row);
    remove.exec();
    insertChanges(row, stored);
    SQLite::Statement s(m_db,
        "UPDATE history SET who = ?, title = ?, why = ?, bytes = iif(bytes = 0, 0, ?) WHERE id = ?");
    s.bind(1, says.who);
    s.bind(2, says.title);
    s.bind(3, says.why);
    s.bind(4, bytesOf(says.who, says.title, says.why, stored));
    s.bind(5, row);
    s.exec();
}

std::int64_t HistoryTable::append(const HistoryRow& row, const std::vector<Change>& changes)
{
    const std::int64_t parentId = head();
    const std::int64_t id = m_db.execAndGet("SELECT max(id) + 1 FROM history").getInt64();
    const std::vector<Change> stored = storedForm(id, changes);

    SQLite::Statement insert(m_db,
        "INSERT INTO history(id, parent, at, who, title, why, batch, bytes) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, id);
    insert.bind(2, parentId);
    insert.bind(3, systemNow().ms);
    insert.bind(4, row.who);
    insert.bind(5, row.title);
    insert.bind(6, row.why);
    if (row.batch)
        insert.bind(7, *row.batch);
    insert.bind(8, bytesOf(row.who, row.title, row.why, stored));
    insert.exec();

    insertChanges(id, stored);
    SQLite::Statement next(m_db, "UPDATE history SET next = ? WHERE id = ?");
    next.bind(1, id);
    next.bind(2, parentId);
    next.exec();
    setHead(id);
    return id;
}

namespace {

std::optional<std::int64_t> historyField(SQLite::Database& db, const char* field, std::int64_t id)
{
    SQLite::Statement s(db, std::string("SELECT ") + field + " FROM history WHERE id = ?");
    s.bind(1, id);
    if (!s.executeStep() || s.getColumn(0).isNull())
        return std::nullopt;
    return s.getColumn(0).getInt64();
}

}

std::optional<std::int64_t> HistoryTable::parent(std::int64_t id) const
{
    return historyField(m_db, "parent", id);
}
std::optional<std::int64_t> HistoryTable::next(std::int64_t id) const
{
    return historyField(m_db, "next", id);
}
std::optional<std::int64_t> HistoryTable::batchOf(std::int64_t id) const
{
    return historyField(m_db, "batch", id);
}
bool HistoryTable::exists(std::int64_t id) const { return historyField(m_db, "id", id).has_value(); }

std::string HistoryTable::title(std::int64_t id) const
{
    SQLite::Statement s(m_db, "SELECT title FROM history WHERE id = ?");
    s.bind(1, id);
    return s.executeStep() ? textOf(s.getColumn(0)) : std::string {};
}

std::vector<HistoryTable::Step> HistoryTable::walk(std::int64_t from, std::int64_t to) const
{
    // A child's id is greater than its parent's, so stepping the greater one up meets at the nearest common
    // ancestor.
    std::vector<Step> steps;
    std::vector<Step> forward;
    while (from != to) {
        const bool back = from > to;
        std::int64_t& side = back ? from : to;
        const std::optional<std::int64_t> up = parent(side);
        if (!up || *up >= side)
            throw FileDamage("The history does not lead back behind the step “" + title(side)
                + "”. The project stays as it is; save a rescued copy of it.");
        (back ? steps : forward).push_back({ side, !back });
        side = *up;
    }
    steps.insert(steps.end(), forward.rbegin(), forward.rend());
    return steps;
}

std::vector<Change> HistoryTable::changesOf(std::int64_t row) const
{
    SQLite::Statement s(m_db,
        "SELECT kind, id, before, before_position, after, after_position FROM change WHERE history = ? ORDER "
        "BY seq");
    s.bind(1, row);
    std::vector<Change> out;
    while (s.executeStep()) {
        Change c;
        c.key = { textOf(s.getColumn(0)), textOf(s.getColumn(1)) };
        if (!s.getColumn(2).isNull())
            c.before = textOf(s.getColumn(2));
        c.beforePosition = s.getColumn(3).getDouble();
        if (!s.getColumn(4).isNull())
            c.after = textOf(s.getColumn(4));
        c.afterPosition = s.getColumn(5).getDouble();
        out.push_back(std::move(c));
    }
    return out;
}

bool HistoryTable::hasAllChanges(std::int64_t row, const std::vector<Change>& changes) const
{
    SQLite::Statement s(m_db, "SELECT who, title, why, bytes, batch FROM history WHERE id = ?");
    s.bind(1, row);
    if (row == 0 || !s.executeStep())
        return true; // the beginning changes nothing; a row that is lost itself is found otherwise
    const std::int64_t said = s.getColumn(3).getInt64();
    if (said == 0) // only imports that a rescue gave a step say nothing
        return !s.getColumn(4).isNull() || !changes.empty();
    return bytesOf(textOf(s.getColumn(0)), textOf(s.getColumn(1)), textOf(s.getColumn(2)), changes) >= said;
}

std::vector<Change> HistoryTable::allChangesOf(std::int64_t row) const
{
    std::vector<Change> changes = changesOf(row);
    if (!hasAllChanges(row, changes))
        throw FileDamage("What the step “" + title(row)
            + "” changed is lost with a damaged part of the file, so it can be neither undone nor redone. "
              "The "
              "project stays as it is.");
    return changes;
}

namespace {

FileDamage doesNotFit(const std::string& title, const ObjectKey& key)
{
    return FileDamage { "The step “" + title + "” of the history does not fit the " + key.kind + " “" + key.id
        + "” as it is now. The project stays as it is; save a rescued copy of it." };
}

}

Touched HistoryTable::moveTo(std::int64_t target)
{
    Touched touched;
    std::set<ObjectKey> keys;
    SQLite::Statement setNext(m_db, "UPDATE history SET next = ? WHERE id = ?");
    SQLite::Statement setActive(m_db, "UPDATE batch SET active = ? WHERE id = ?");
    for (const Step& step : walk(head(), target)) {
        std::vector<Change> changes = allChangesOf(step.row);
        if (!step.forward)
            std::ranges::reverse(changes);
        for (Change& c : changes) {
            const auto now = objectNow(m_db, c.key);
            if (!c.complete(step.forward, now ? std::optional(now->first) : std::nullopt))
                throw doesNotFit(title(step.row), c.key);
            setObject(
                c.key, step.forward ? c.after : c.before, step.forward ? c.afterPosition : c.beforePosition);
            keys.insert(c.key);
        }
        if (const auto batch = batchOf(step.row)) {
            setActive.bind(1, step.forward ? 1 : 0);
            setActive.bind(2, *batch);
            setActive.exec();
            setActive.reset();
            touched.batches = true;
        }
        // Redo leads back along the branch that was left or entered last.
        setNext.bind(1, step.row);
        setNext.bind(2, parent(step.row).value_or(0));
        setNext.exec();
        setNext.reset();
    }
    setHead(target);
    touched.objects.assign(keys.begin(), keys.end());
    return touched;
}

Touched HistoryTable::between(std::int64_t from, std::int64_t to) const
{
    Touched touched;
    std::set<ObjectKey> keys;
    for (const Step& step : walk(from, to)) {
        for (Change& c : changesOf(step.row))
            keys.insert(std::move(c.key));
        touched.batches |= batchOf(step.row).has_value();
    }
    touched.objects.assign(keys.begin(), keys.end());
    return touched;
}

ObjectMap HistoryTable::objectsNow() const
{
    ObjectMap objects;
    SQLite::Statement s(m_db, "SELECT kind, id, body, position FROM object");
    while (s.executeStep()) {
        const ObjectKey key { textOf(s.getColumn(0)), textOf(s.getColumn(1)) };
        objects[key] = { key, textOf(s.getColumn(2)), s.getColumn(3).getDouble() };
    }
    return objects;
}

void HistoryTable::carry(ObjectMap& objects, std::int64_t from, std::int64_t to) const
{
    for (const Step& step : walk(from, to)) {
        for (Change& c : allChangesOf(step.row)) { // each object once in a step: any order will do
            const auto now = objects.find(c.key);
            if (!c.complete(step.forward, now == objects.end() ? std::nullopt : now->second.body))
                throw doesNotFit(title(step.row), c.key);
            const auto& body = step.forward ? c.after : c.before;
            if (body)
                objects[c.key] = { c.key, body, step.forward ? c.afterPosition : c.beforePosition };
            else
                objects.erase(c.key);
        }
    }
}

std::vector<Edit> HistoryTable::objectsAt(std::int64_t row) const
{
    ObjectMap objects = objectsNow();
    carry(objects, head(), row);
    std::vector<Edit> out;
    for (auto& [key, edit] : objects)
        out.push_back(std::move(edit));
    return out;
}

namespace {

/// What a step touched, and what objects are called and ordered by.
std::vector<Edit> told(const ObjectMap& objects, const std::set<ObjectKey>& touched)
{
    std::vector<Edit> out;
    for (const auto& [key, edit] : objects)
        if (touched.contains(key) || key.kind == kind::settings || key.kind == kind::stage
            || key.kind == kind::motivation || key.kind == kind::fact)
            out.push_back(edit);
    return out;
}

}

StepObjects HistoryTable::takeBack(ObjectMap& objects, std::int64_t row) const
{
    std::set<ObjectKey> touched;
    for (Change& c : allChangesOf(row))
        touched.insert(std::move(c.key));
    StepObjects out;
    out.after = told(objects, touched);
    carry(objects, row, parent(row).value_or(row));
    out.before = told(objects, touched);
    return out;
}

void HistoryTable::setWhy(std::int64_t row, const std::string& why)
{
    SQLite::Statement s(m_db,
        "UPDATE history SET bytes = bytes - length(CAST(why AS BLOB)) + length(CAST(?1 AS BLOB)), why = ?1 "
        "WHERE id = ?2");
    s.bind(1, why);
    s.bind(2, row);
    s.exec();
}

HistorySize HistoryTable::size() const
{
    SQLite::Statement s(m_db, "SELECT count(*), coalesce(sum(bytes), 0) FROM history WHERE id > 0");
    s.executeStep();
    return { s.getColumn(0).getInt64(), s.getColumn(1).getInt64() };
}

std::vector<HistoryEntry> HistoryTable::list(int limit) const
{
    SQLite::Statement s(m_db,
        "WITH RECURSIVE path(id) AS (SELECT value FROM meta WHERE name = 'head' "
        "  UNION SELECT h.parent FROM history h JOIN path p ON h.id = p.id WHERE h.parent IS NOT NULL) "
        "SELECT id, parent, at, who, title, why, bytes, id IN path OR EXISTS(SELECT 1 FROM meta WHERE name = 'erased:' || history.id) FROM history ORDER BY id DESC LIMIT ?");
    s.bind(1, limit);
    std::vector<HistoryEntry> out;
    while (s.executeStep()) {
        HistoryEntry e;
        e.id = s.getColumn(0).getInt64();
        e.parent = s.getColumn(1).getInt64();
        e.at = { s.getColumn(2).getInt64() };
        e.who = textOf(s.getColumn(3));
        e.title = textOf(s.getColumn(4));
        e.why = textOf(s.getColumn(5));
        e.bytes = s.getColumn(6).getInt64();
        e.current = s.getColumn(7).getInt() != 0;
        out.push_back(std::move(e));
    }
    return out;
}

}
