// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "store/history_rows.h"
#include "store/rescue_repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ow::store {

namespace {

/// Finds which rows fit together around the head and rewrites the tables so that only those are there.
class HistoryRepair {
public:
    HistoryRepair(SQLite::Database& db, RescueReport& report)
        : m_db(db)
        , m_report(report)
        , m_history(db)
        , m_table(db)
    {
    }

    void run()
    {
        findBeginning();
        keepBelow();
        dropTheRest();
        if (m_whole)
            activateByPath();
        else
            beginAnew();
        finish();
    }

private:
    /// Up from the head as long as each row has left what stands there.
    void findBeginning()
    {
        m_state = readObjects(m_db);
        m_path = m_history.path();
        std::size_t steps = 0;
        m_beginning = m_history.head();
        while (steps < m_path.size() && m_path[steps] != 0) {
            const auto parent = m_history.rows().at(m_path[steps]).parent;
            if (!parent)
                break;
            const std::vector<Change> changes = m_table.changesOf(m_path[steps]);
            if (!m_table.hasAllChanges(m_path[steps], changes)) {
                m_cutAt = m_table.title(m_path[steps]);
                break;
            }
            if (!takeBack(m_state, changes))
                break;
            m_beginning = *parent; // a row that may be lost itself: what stood there is known all the same
            ++steps;
        }
        m_path.resize(steps); // without the beginning: its state is where we start
        m_whole = m_beginning == 0 && m_history.isHeadKnown() && m_history.rows().contains(0);
    }

    /// From the beginning down every branch as long as each row finds what it found then.
    void keepBelow()
    {
        m_kept.insert(m_beginning);
        struct Visit {
            std::int64_t row;
            std::size_t child;
            std::vector<Change> changes; ///< to be taken back on the way up
        };
        std::vector<Visit> way;
        way.push_back({ m_beginning, 0, {} });
        while (!way.empty()) {
            const auto& children = m_history.childrenOf(way.back().row);
            if (way.back().child >= children.size()) {
                (void)takeBack(m_state, way.back().changes);
                way.pop_back();
                continue;
            }
            const std::int64_t child = children[way.back().child++];
            std::vector<Change> changes = m_table.changesOf(child);
            if (!m_table.hasAllChanges(child, changes) || !doAgain(m_state, changes))
                continue;
            m_kept.insert(child);
            way.push_back({ child, 0, std::move(changes) });
        }
    }

    void dropTheRest()
    {
        for (const auto& [id, row] : m_history.rows())
            if (!m_table.hasAllChanges(id, m_table.changesOf(id)))
                ++m_report.stepsWithoutChanges;
        m_db.exec("CREATE TEMP TABLE kept(id INTEGER PRIMARY KEY)");
        SQLite::Statement insert(m_db, "INSERT INTO kept(id) VALUES(?)");
        for (const std::int64_t id : m_kept) {
            insert.bind(1, id);
            insert.exec();
            insert.reset();
        }
        const int gone = m_db.exec("DELETE FROM history WHERE id NOT IN (SELECT id FROM kept)");
        // Of the row that becomes the beginning the state is kept, and what it did is not.
        const bool beginningLost = m_beginning != 0 && m_history.rows().contains(m_beginning);
        m_db.exec("DELETE FROM change WHERE history NOT IN (SELECT id FROM kept)");
        m_db.exec("DROP TABLE kept");
        const auto table = std::ranges::find(m_report.tables, "history", &RescuedTable::name);
        m_report.historyLost
            = gone + (beginningLost ? 1 : 0) + (table == m_report.tables.end() ? 0 : table->lost);
    }

    /// The imports on the way to the head, and only those, count.
    void activateByPath()
    {
        std::set<std::int64_t> active;
        for (const std::int64_t row : m_path)
            if (const auto batch = m_history.rows().at(row).batch)
                active.insert(*batch);
        SQLite::Statement all(m_db, "SELECT id, active FROM batch");
        std::vector<std::int64_t> wrong;
        while (all.executeStep())
            if (active.contains(all.getColumn(0).getInt64()) != (all.getColumn(1).getInt() != 0))
                wrong.push_back(all.getColumn(0).getInt64());
        for (const std::int64_t id : wrong)
            m_db.exec(fmt::format("UPDATE batch SET active = 1 - active WHERE id = {}", id));
        if (!wrong.empty())
            m_report.notes.emplace_back("Imports are shown and hidden as the history says.");
    }

    /// Imports that count and whose step is gone: they get a new one, so that they can be undone like others.
    std::vector<std::pair<std::int64_t, std::string>> importsWithoutStep()
    {
        std::set<std::int64_t> known;
        for (const std::int64_t row : m_path)
            if (const auto batch = m_history.rows().at(row).batch)
                known.insert(*batch);
        std::vector<std::pair<std::int64_t, std::string>> out;
        SQLite::Statement s(m_db, "SELECT id, source FROM batch WHERE active ORDER BY id");
        while (s.executeStep())
            if (!known.contains(s.getColumn(0).getInt64()))
                out.emplace_back(s.getColumn(0).getInt64(), textOf(s.getColumn(1)));
        return out;
    }

    /// Row 0 is the state in which the rows that were kept begin; behind it come the imports, then those
    /// rows.
    void beginAnew()
    {
        // Kept rows of undone branches may stand for imports that count now by another way: the flag decides.
        const auto imports = importsWithoutStep();
        const auto base = std::int64_t(imports.size());
        const auto at
            = m_db.execAndGet(
                      fmt::format("SELECT coalesce((SELECT at FROM history WHERE id = {}), 0)", m_beginning))
                  .getInt64();
        m_db.exec(fmt::format("DELETE FROM change WHERE history = {}", m_beginning));
        m_db.exec(fmt::format("DELETE FROM history WHERE id = {}", m_beginning));
        renumber(base);
        insertRow(0, {}, at, rescuedTitle, {});
        for (std::size_t i = 0; i < imports.size(); ++i)
            insertRow(std::int64_t(i) + 1, std::int64_t(i), at, "Import kept: " + imports[i].second,
                imports[i].first);
        for (const std::int64_t row : m_path) {
            if (const auto batch = m_history.rows().at(row).batch)
                m_db.exec(fmt::format("UPDATE batch SET active = 1 WHERE id = {}", *batch));
        }
        m_head = m_path.empty() ? base : m_newIds.at(m_path.front());
    }

    /// The beginning becomes `base`, the others follow in their order: children stay greater than their
    /// parents.
    void renumber(std::int64_t base)
    {
        std::int64_t next = base;
        for (const std::int64_t id : m_kept)
            m_newIds[id] = next++; // the beginning is the least of them
        m_db.exec("CREATE TEMP TABLE renumbered(old INTEGER PRIMARY KEY, new INTEGER NOT NULL)");
        SQLite::Statement insert(m_db, "INSERT INTO renumbered(old, new) VALUES(?, ?)");
        for (const auto& [old, fresh] : m_newIds) {
            insert.bind(1, old);
            insert.bind(2, -1 - fresh); // below all that are there, so that no two meet on the way
            insert.exec();
            insert.reset();
        }
        m_db.exec("UPDATE history SET parent = (SELECT new FROM renumbered WHERE old = parent), "
                  "next = (SELECT new FROM renumbered WHERE old = next), "
                  "id = (SELECT new FROM renumbered WHERE old = history.id)");
        m_db.exec("UPDATE history SET parent = -1 - parent, next = -1 - next, id = -1 - id");
        m_db.exec("UPDATE change SET history = (SELECT new FROM renumbered WHERE old = history)");
        m_db.exec("UPDATE change SET history = -1 - history");
        m_db.exec("DROP TABLE renumbered");
    }

    void insertRow(std::int64_t id, std::optional<std::int64_t> parent, std::int64_t at,
        const std::string& title, std::optional<std::int64_t> batch)
    {
        SQLite::Statement s(m_db,
            "INSERT INTO history(id, parent, at, who, title, why, batch, bytes) VALUES(?, ?, ?, "
            "'offerwright', ?, '', ?, 0)");
        s.bind(1, id);
        if (parent)
            s.bind(2, *parent);
        s.bind(3, at);
        s.bind(4, title);
        if (batch)
            s.bind(5, *batch);
        s.exec();
    }

    void finish()
    {
        m_db.exec("UPDATE history SET parent = NULL WHERE id = 0");
        // Redo goes to a child or nowhere.
        m_db.exec("UPDATE history SET next = NULL WHERE next IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                  "history c WHERE "
                  "c.id = history.next AND c.parent = history.id)");
        if (m_whole)
            m_head = m_history.head();
        SQLite::Statement head(m_db,
            "INSERT INTO meta(name, value) VALUES('head', ?) ON CONFLICT(name) DO UPDATE SET value = "
            "excluded.value");
        head.bind(1, m_head);
        head.exec();
        m_report.historySteps = m_db.execAndGet("SELECT count(*) FROM history WHERE id > 0").getInt64();
        m_report.undoReachesBeginning = m_whole;
        m_report.stepsToUndo = std::int64_t(m_path.size());
        if (!m_whole)
            m_report.notes.push_back(whereItBegins());
    }

    std::string whereItBegins() const
    {
        std::string out = m_path.empty()
            ? "The history could not be kept: it begins with the project as it is now."
            : fmt::format("The history begins later: {} can be undone.",
                m_path.size() == 1 ? "one step"
                                   : "the last " + grouped(std::int64_t(m_path.size())) + " steps");
        if (m_cutAt)
            out += fmt::format(" What “{}” changed is lost, and nothing before it can be undone.", *m_cutAt);
        return out;
    }

    SQLite::Database& m_db;
    RescueReport& m_report;
    HistoryRows m_history;
    HistoryTable m_table;
    ObjectState m_state;
    std::vector<std::int64_t> m_path; ///< rows from the head to the one behind the beginning
    std::int64_t m_beginning = 0; ///< the row whose state is the first that we know
    std::optional<std::string>
        m_cutAt; ///< title of the step whose changes are lost, where that ends the history
    bool m_whole = false; ///< it is the real beginning
    std::set<std::int64_t> m_kept;
    std::map<std::int64_t, std::int64_t> m_newIds;
    std::int64_t m_head = 0;
};

}

void repairHistory(SQLite::Database& db, RescueReport& report) { HistoryRepair(db, report).run(); }

}
