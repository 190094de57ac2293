// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/command.h"
#include "store/history_table.h"
#include "store/sqlite.h"

#include <map>
#include <optional>
#include <vector>

// The history as a rescue sees it: rows that may or may not fit together. Inside core/store only.

namespace ow::store {

/// The objects at one point of the history, each with its place and body.
using ObjectState = std::map<ObjectKey, std::pair<double, std::string>>;

class HistoryRows {
public:
    /// Throws SQLite::Exception.
    explicit HistoryRows(SQLite::Database& db);

    struct Row {
        std::optional<std::int64_t> parent; ///< none where it names one that cannot be
        std::optional<std::int64_t> batch;
    };
    const std::map<std::int64_t, Row>& rows() const { return m_rows; }
    /// Oldest first; also of a row that is not there.
    const std::vector<std::int64_t>& childrenOf(std::int64_t id) const;
    /// Where the project stands, a row that may be lost; the latest row where the file does not say.
    std::int64_t head() const { return m_head; }
    /// The file says it, and the row is there.
    bool isHeadKnown() const { return m_headKnown; }
    /// From the head as far up as the rows go.
    std::vector<std::int64_t> path() const;

private:
    std::map<std::int64_t, Row> m_rows;
    std::map<std::int64_t, std::vector<std::int64_t>> m_children;
    std::int64_t m_head = 0;
    bool m_headKnown = false;
};

/// Whether the body is one of the key's kind.
bool isReadable(const ObjectKey& key, const std::optional<std::string>& body);

/// Takes the changes back (or does them again), where each finds what it left (or found) and leaves what can
/// be read. False, and nothing done, where one does not.
bool takeBack(ObjectState& state, std::vector<Change> changes);
bool doAgain(ObjectState& state, std::vector<Change> changes);

ObjectState readObjects(SQLite::Database& db);

}
