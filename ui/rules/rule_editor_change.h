// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"
#include "ui/rules/rule_kinds.h"

namespace ow::ui {

template <typename Rule, typename Edit>
void RuleEditor::change(std::vector<Rule> model::Policy::*list, Edit edit)
{
    if (m_filling)
        return;
    const model::DraftSnapshot now = draft(); // holds the rule while the session moves on
    const Rule* before = find(now->policy.*list);
    if (!before)
        return;
    Rule after = *before;
    edit(after);
    if (!(after == *before))
        applyCommand(changeRule(*before, after, *now));
}

}
