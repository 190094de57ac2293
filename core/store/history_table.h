// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/command.h"
#include "store/history.h"
#include "store/sqlite.h"
#include "store/step_objects.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ow::store {

/// What one history row did to one object; no body = not there. As the table has it, a body may be a part of
/// one (body_delta.h): complete() makes it whole.
struct Change {
    ObjectKey key;
    std::optional<std::string> before;
    double beforePosition = 0;
    std::optional<std::string> after;
    double afterPosition = 0;

    /// Makes both bodies whole, given the object as it stands on one side of the step: before it where the
    /// step is gone forward, else after it. False where that does not fit, which is damage; then nothing
    /// changed.
    [[nodiscard]] bool complete(bool forward, const std::optional<std::string>& now);
};

/// Authored objects by their keys.
using ObjectMap = std::map<ObjectKey, Edit>;

/// Who made a history row, and what it is called.
struct HistoryRow {
    std::string who;
    std::string title;
    std::string why;
    std::optional<std::int64_t> batch; ///< an import's
};

/// The title of row 0 of a rescued project: the history before it was lost.
inline constexpr const char* rescuedTitle = "Rescued from a damaged file";

/// What a walk through the history touched.
struct Touched {
    std::vector<ObjectKey> objects; ///< each once
    bool batches = false;
};

/// The tables `object`, `history` and `change` on one connection. Inside a transaction of the caller's
/// wherever it writes. Throws SQLite::Exception.
class HistoryTable {
public:
    explicit HistoryTable(SQLite::Database& db)
        : m_db(db)
    {
    }

    std::int64_t head() const;

    /// Checks the edits, brings their bodies into canonical form and writes them into `object`. Returns what
    /// really changed, each object once; edits that change nothing are left out. Errors: InvalidInput,
    /// Unsupported.
    [[nodiscard]] Result<std::vector<Change>> write(const std::vector<Edit>& edits);
    /// Adds a row behind the head and makes it the head.
    std::int64_t append(const HistoryRow& row, const std::vector<Change>& changes);

    std::optional<std::int64_t> parent(std::int64_t id) const; ///< empty for row 0
    std::optional<std::int64_t> next(std::int64_t id) const; ///< where redo goes
    std::string title(std::int64_t id) const;
    bool exists(std::int64_t id) const;

    /// Undoes and redoes from the head to any row: objects, batches, head, and the way redo goes afterwards.
    Touched moveTo(std::int64_t target);
    /// What lies between two rows, without changing anything.
    Touched between(std::int64_t from, std::int64_t to) const;

    /// Every object as it is, at the head.
    ObjectMap objectsNow() const;
    /// Takes objects that stand as at one row to how they were at another, without changing anything in the
    /// file.
    void carry(ObjectMap& objects, std::int64_t from, std::int64_t to) const;
    /// Every object as it was at a row, without changing anything.
    std::vector<Edit> objectsAt(std::int64_t row) const;
    /// What a row did, given the objects as it left them; they are those before it afterwards. Row 0 did
    /// nothing.
    StepObjects takeBack(ObjectMap& objects, std::int64_t row) const;
    /// What a row did, in its order.
    std::vector<Change> changesOf(std::int64_t row) const;
    /// Whether `changes`, read by changesOf(), are all that the row did: it says how many bytes they had.
    /// Taking back fewer would leave a state that never was, or do nothing at all.
    bool hasAllChanges(std::int64_t row, const std::vector<Change>& changes) const;
    /// Those, if they are all there. Throws FileDamage, with a sentence, where they are not.
    std::vector<Change> allChangesOf(std::int64_t row) const;

    /// Writes what a row says and did anew, of a step's objects each with whole bodies: for what must not be there
    /// any more (erase_customers.h). Nothing else may follow from it: the caller changes every other place alike.
    void replaceStep(std::int64_t row, const HistoryRow& says, const std::vector<Change>& changes);

    /// Says why, in place of what was said before; `row` is there.
    void setWhy(std::int64_t row, const std::string& why);

    std::vector<HistoryEntry> list(int limit) const;
    HistorySize size() const;

private:
    struct Step {
        std::int64_t row = 0;
        bool forward = true;
    };
    std::vector<Step> walk(std::int64_t from, std::int64_t to) const;
    std::optional<std::int64_t> batchOf(std::int64_t row) const;
    void setObject(const ObjectKey& key, const std::optional<std::string>& body, double position);
    void setHead(std::int64_t id);
    void insertChanges(std::int64_t row, const std::vector<Change>& stored);

    SQLite::Database& m_db;
};

}
