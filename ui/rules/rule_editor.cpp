// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_editor.h"

#include "ui/shell/session.h"
#include "ui/shell/theme.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>

namespace ow::ui {

RuleEditor::RuleEditor(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_sentence(makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true, this))
    , m_column(panelColumn(this))
{
    m_column->setSpacing(Size::Space3);
    m_column->addWidget(m_sentence);
    m_column->addSpacing(Size::Space1);
}

model::DraftSnapshot RuleEditor::draft() const { return m_session->draft(); }

void RuleEditor::setSentence(const QString& sentence) { m_sentence->setText(sentence); }

void RuleEditor::showRule(const std::string& id)
{
    m_id = id;
    m_filling = true;
    fill(*m_session->draft());
    m_filling = false;
    setEnabled(m_session->isEditable());
}

void RuleEditor::applyCommand(const store::Command& command)
{
    if (!command.edits.empty())
        m_session->apply(command);
}

}
