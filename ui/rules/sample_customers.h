// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/policy_names.h"
#include "model/draft.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace ow::ui {

class Session;

/// For how many customers a condition holds.
struct Matches {
    std::int64_t matched = 0;
    std::int64_t failed = 0; ///< it has an error for these
    std::int64_t total = 0;
};

/// The project's customers, as many as give an answer while one types, each at the end of the data and
/// looking at what they viewed last. Loaded once per project and resolved once per draft, in background jobs.
/// One per session; GUI thread.
class SampleCustomers final : public QObject {
    Q_OBJECT
public:
    /// Made on first use; lives as long as the session.
    static SampleCustomers& of(Session* session);

    /// How many are in each cell, by (stage, motivation); "" where none holds.
    using Cells = std::map<std::pair<std::string, std::string>, std::int64_t>;

    /// Asks for how many a condition holds; a newer question with the same key replaces an older one.
    /// `answer` gets nothing where there are no customers, the draft is no pack yet, or the place cannot be
    /// counted.
    void count(const QString& key, QObject* receiver, const QString& expression, expr::Place place,
        const std::string& offer, std::function<void(std::optional<Matches>)> answer);
    void countCells(QObject* receiver, std::function<void(Cells)> answer);

private:
    explicit SampleCustomers(Session* session);
    struct Shared;
    struct Question;
    Question question() const;

    Session* m_session;
    std::shared_ptr<Shared> m_shared; ///< what jobs keep between them
};

class ExpressionEdit;

/// Writes "1,204 of 2,000 customers match now" under an editor, as one types. `offer`: the offer its place
/// speaks of.
void showMatches(
    ExpressionEdit* edit, Session* session, expr::Place place, std::function<std::string()> offer = {});

}
