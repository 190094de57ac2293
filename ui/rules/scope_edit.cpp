// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/scope_edit.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace ow::ui {

namespace {

template <typename Enum>
void addWords(std::vector<PickItem>& items, int first, Enum last)
{
    for (int i = first; i <= int(last); ++i)
        items.push_back({ qs(model::name(static_cast<Enum>(i))), word(static_cast<Enum>(i)), {},
            std::is_same_v<Enum, model::Role> ? colors().role(model::Role(i)) : QColor() });
}

// What may be named in a scope of this kind.
std::vector<PickItem> choices(model::Scope::Of of, const model::Draft& draft)
{
    std::vector<PickItem> items;
    switch (of) {
    case model::Scope::Of::All:
        break;
    case model::Scope::Of::Offers:
        return offerPicks(draft);
    case model::Scope::Of::Roles:
        addWords(items, 1, model::Role::Expand);
        break;
    case model::Scope::Of::Kinds:
        addWords(items, 0, model::OfferKind::Upgrade);
        break;
    case model::Scope::Of::Missions:
        addWords(items, 1, model::Mission::Replenish);
        break;
    case model::Scope::Of::Channels:
        for (const model::Channel& channel : draft.policy.channels)
            items.push_back({ qs(channel.id), titleOf(draft, channel.id), {}, {} });
        break;
    }
    return items;
}

QString shownName(model::Scope::Of of, const std::string& name, const model::Draft& draft)
{
    if (of == model::Scope::Of::Offers)
        return offerName(draft, name);
    return of == model::Scope::Of::Channels ? titleOf(draft, name) : word(name);
}

}

ScopeEdit::ScopeEdit(QWidget* parent)
    : QWidget(parent)
    , m_of(new QComboBox(this))
    , m_add(makeButton(tr("Add"), ButtonKind::Flat, QStringLiteral("plus"), this))
    , m_chipBox(new QWidget(this))
    , m_chips(new FlowLayout(Size::Space1, m_chipBox))
{
    m_chips->setContentsMargins(0, 0, 0, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space2);
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    row->addWidget(m_of);
    row->addWidget(m_add);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_chipBox);
    for (const QString& title : { tr("All offers"), tr("These offers"), tr("Offers by role"),
             tr("Offers by channel"), tr("Offers by kind"), tr("Offers by mission") })
        m_of->addItem(title);
    m_of->setAccessibleName(tr("Whom the rule speaks of"));
    connect(m_of, &QComboBox::activated, this, &ScopeEdit::chooseKind);
    connect(m_add, &QPushButton::clicked, this, &ScopeEdit::pick);
}

void ScopeEdit::setScope(const model::Scope& scope, model::DraftSnapshot draft)
{
    m_scope = scope;
    m_draft = std::move(draft);
    m_of->setCurrentIndex(int(scope.of));
    fillChips();
}

void ScopeEdit::fillChips()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const std::string& name : m_scope.names) {
        auto* chip = new Chip(shownName(m_scope.of, name, *m_draft), m_chipBox);
        chip->setRemovable(m_scope.names.size() > 1);
        connect(chip, &Chip::removed, this, [this, name] {
            model::Scope scope = m_scope;
            std::erase(scope.names, name);
            tell(scope);
        });
        m_chips->addWidget(chip);
    }
    m_chipBox->setVisible(!m_scope.names.empty());
    m_chipBox->updateGeometry();
    m_add->setVisible(m_scope.of != model::Scope::Of::All);
}

void ScopeEdit::chooseKind(int row)
{
    const auto of = model::Scope::Of(row);
    if (of == m_scope.of)
        return;
    m_scope = { of, {} };
    fillChips();
    if (of == model::Scope::Of::All)
        tell(m_scope);
    else
        pick(); // a scope that names nothing is no rule: ask at once
}

void ScopeEdit::pick()
{
    std::vector<PickItem> items = choices(m_scope.of, *m_draft);
    std::erase_if(items, [&](const PickItem& item) {
        return std::ranges::find(m_scope.names, ss(item.id)) != m_scope.names.end();
    });
    auto* popup = new PickPopup(m_add, tr("Search"), items);
    connect(popup, &PickPopup::picked, this, [this](const QString& id) {
        model::Scope scope = m_scope;
        scope.names.push_back(ss(id));
        tell(scope);
    });
}

void ScopeEdit::tell(model::Scope scope)
{
    m_scope = std::move(scope);
    fillChips();
    emit changed(m_scope);
}

}
