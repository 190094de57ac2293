// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"

#include <QWidget>

#include <algorithm>
#include <string>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class Session;

/// What the editors of all kinds of rules have in common: the sentence as a headline, a column of fields, and
/// edits as commands.
class RuleEditor : public QWidget {
    Q_OBJECT
public:
    explicit RuleEditor(Session* session, QWidget* parent = nullptr);
    /// Shows what the draft holds of that rule; nothing where it has none.
    void showRule(const std::string& id);
    const std::string& rule() const { return m_id; }

protected:
    virtual void fill(const model::Draft& draft) = 0;

    QVBoxLayout* column() const { return m_column; }
    void setSentence(const QString& sentence);
    Session* session() const { return m_session; }
    model::DraftSnapshot draft() const;

    /// The rule with this editor's id in a list of the draft; null where it is gone.
    template <typename Rule>
    const Rule* find(const std::vector<Rule>& list) const
    {
        const auto found = std::ranges::find(list, m_id, &Rule::id);
        return found == list.end() ? nullptr : &*found;
    }

    /// Edits a copy of the rule and applies the command that `changeRule` makes of it. Does nothing while
    /// fields are being filled: their signals are not a person's.
    template <typename Rule, typename Edit>
    void change(std::vector<Rule> model::Policy::*list, Edit edit);

    bool filling() const { return m_filling; }
    void applyCommand(const store::Command& command);

private:
    Session* m_session;
    std::string m_id;
    QLabel* m_sentence;
    QVBoxLayout* m_column;
    bool m_filling = false;
};

}
