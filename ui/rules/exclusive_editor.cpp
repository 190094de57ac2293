// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/exclusive_editor.h"

#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>

namespace ow::ui {

ExclusiveEditor::ExclusiveEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_chipBox(new QWidget(this))
    , m_chips(new FlowLayout(Size::Space1, m_chipBox))
    , m_add(makeButton(tr("Add offer"), ButtonKind::Flat, QStringLiteral("plus"), this))
    , m_window(new DurationEdit(this))
{
    m_chips->setContentsMargins(0, 0, 0, 0);
    column()->addWidget(labelled(tr("Offers that exclude each other"), m_chipBox, this));
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    column()->addWidget(labelled(tr("Within"), m_window, this));
    column()->addStretch();
    connect(m_window, &DurationEdit::changed, this, [this](Duration length) {
        change(&model::Policy::exclusive, [&](model::ExclusiveGroup& g) { g.window = length; });
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        const auto now = draft();
        const model::ExclusiveGroup* group = find(now->policy.exclusive);
        if (!group)
            return;
        auto* popup
            = new PickPopup(m_add, tr("Search offers"), offerPicks(*now, [group](const model::Offer& o) {
                  return std::ranges::find(group->offers, o.id) == group->offers.end();
              }));
        connect(popup, &PickPopup::picked, this, [this](const QString& id) {
            change(&model::Policy::exclusive, [&](model::ExclusiveGroup& g) { g.offers.push_back(ss(id)); });
        });
    });
}

void ExclusiveEditor::fill(const model::Draft& now)
{
    const model::ExclusiveGroup* group = find(now.policy.exclusive);
    if (!group)
        return;
    setSentence(sentence(*group, now));
    m_window->setDuration(group->window);
    fillChips(*group, now);
}

void ExclusiveEditor::fillChips(const model::ExclusiveGroup& group, const model::Draft& now)
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const std::string& offer : group.offers) {
        auto* chip = new Chip(offerName(now, offer), m_chipBox);
        const auto found = std::ranges::find(now.policy.offers, offer, &model::Offer::id);
        if (found != now.policy.offers.end())
            chip->setDot(colors().role(found->role));
        chip->setRemovable(group.offers.size() > 2);
        connect(chip, &Chip::removed, this, [this, offer] {
            change(&model::Policy::exclusive, [&](model::ExclusiveGroup& g) { std::erase(g.offers, offer); });
        });
        m_chips->addWidget(chip);
    }
    m_chipBox->updateGeometry();
}

}
