// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/settings_editor.h"

#include "ui/rules/expression_scope.h"
#include "ui/rules/rule_kinds.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>

#include <cmath>

namespace ow::ui {

namespace {

QDoubleSpinBox* percentBox(double least, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(least, 100);
    box->setDecimals(2);
    box->setSuffix(QStringLiteral(" %"));
    box->setKeyboardTracking(false);
    box->setFixedWidth(108);
    return box;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

std::int64_t bp(double percent) { return std::llround(percent * 100); }

}

SettingsEditor::SettingsEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
{
    setSentence(tr("Limits on every price, and who goes first"));
    buildGuardrails();
    column()->addWidget(makeLine(this));
    buildSubstitutes();
    column()->addWidget(makeLine(this));
    buildRank();
    column()->addStretch();
}

void SettingsEditor::changePolicy(const std::function<void(model::Policy&)>& edit)
{
    if (filling())
        return;
    const auto now = draft();
    model::Policy after = now->policy;
    edit(after);
    if (after != now->policy)
        applyCommand(changeSettings(now->policy, after));
}

void SettingsEditor::buildGuardrails()
{
    column()->addWidget(
        new SectionHeader(tr("Guardrails"), tr("An offer that breaks one is never shown"), this));
    m_hasMargin = new QCheckBox(tr("Margin at least"), this);
    m_margin = percentBox(-100, this);
    m_margin->setAccessibleName(tr("Minimum margin"));
    m_marginScope = new QComboBox(this);
    m_marginScope->addItem(tr("of the offer's price"));
    m_marginScope->addItem(tr("of the cart with the offer"));
    m_marginScope->setAccessibleName(tr("What the margin is measured on"));
    column()->addLayout(rowOf({ m_hasMargin, m_margin, m_marginScope }));
    m_hasDiscount = new QCheckBox(tr("Discount at most"), this);
    m_discount = percentBox(0, this);
    m_discount->setAccessibleName(tr("Maximum discount"));
    column()->addLayout(rowOf({ m_hasDiscount, m_discount,
        makeLabel(
            tr("of the list price; services are exempt"), TextSize::Body, QFont::Normal, Ink::Muted) }));
    const auto limits = [this] {
        changePolicy([this](model::Policy& p) {
            p.guardrails.minMarginBp
                = m_hasMargin->isChecked() ? std::optional(bp(m_margin->value())) : std::nullopt;
            p.guardrails.maxDiscountBp
                = m_hasDiscount->isChecked() ? std::optional(bp(m_discount->value())) : std::nullopt;
            p.guardrails.marginScope = static_cast<model::MarginScope>(m_marginScope->currentIndex());
        });
    };
    connect(m_hasMargin, &QCheckBox::clicked, this, limits);
    connect(m_hasDiscount, &QCheckBox::clicked, this, limits);
    connect(m_margin, &QDoubleSpinBox::valueChanged, this, limits);
    connect(m_discount, &QDoubleSpinBox::valueChanged, this, limits);
    connect(m_marginScope, &QComboBox::activated, this, limits);
}

void SettingsEditor::buildSubstitutes()
{
    column()->addWidget(
        new SectionHeader(tr("Substitutes"), tr("Nobody needs two of what does the same"), this));
    m_inCart = new QCheckBox(tr("No offer whose substitute is in the cart"), this);
    m_owned = new QCheckBox(tr("No offer whose substitute was bought within"), this);
    m_ownedWindow = new DurationEdit(this);
    m_ownedWindow->setName(tr("Since when a substitute was bought"));
    column()->addWidget(m_inCart);
    column()->addLayout(rowOf({ m_owned, m_ownedWindow }));
    const auto substitutes = [this] {
        changePolicy([this](model::Policy& p) {
            p.substitutes.inCart = m_inCart->isChecked();
            p.substitutes.ownedWindow
                = m_owned->isChecked() ? std::optional(m_ownedWindow->duration()) : std::nullopt;
        });
    };
    connect(m_inCart, &QCheckBox::clicked, this, substitutes);
    connect(m_owned, &QCheckBox::clicked, this, substitutes);
    connect(m_ownedWindow, &DurationEdit::changed, this, substitutes);
}

void SettingsEditor::buildRank()
{
    column()->addWidget(
        new SectionHeader(tr("Ranking"), tr("Of what may be shown, the best score goes first"), this));
    m_score = new ExpressionEdit(this);
    m_score->setName(tr("Score"));
    column()->addWidget(labelled(tr("Score"), m_score, this));
    m_hasFloor = new QCheckBox(tr("Show nothing with a score below"), this);
    m_floor = new QDoubleSpinBox(this);
    m_floor->setRange(-1e9, 1e9);
    m_floor->setDecimals(3);
    m_floor->setKeyboardTracking(false);
    m_floor->setAccessibleName(tr("Smallest score"));
    column()->addLayout(rowOf({ m_hasFloor, m_floor }));
    m_distinct = new QCheckBox(tr("Each role only once where several offers are shown"), this);
    column()->addWidget(m_distinct);
    m_anchors = new DurationEdit(this);
    column()->addWidget(labelled(tr("Purchases anchor offers for"), m_anchors, this));
    connect(m_score, &ExpressionEdit::committed, this,
        [this](const QString& text) { changePolicy([&](model::Policy& p) { p.rank.score = ss(text); }); });
    const auto rank = [this] {
        changePolicy([this](model::Policy& p) {
            p.rank.floor = m_hasFloor->isChecked() ? std::optional(m_floor->value()) : std::nullopt;
            p.rank.distinctRoles = m_distinct->isChecked();
        });
    };
    connect(m_hasFloor, &QCheckBox::clicked, this, rank);
    connect(m_distinct, &QCheckBox::clicked, this, rank);
    connect(m_floor, &QDoubleSpinBox::valueChanged, this, rank);
    connect(m_anchors, &DurationEdit::changed, this,
        [this](Duration window) { changePolicy([&](model::Policy& p) { p.anchorWindow = window; }); });
}

void SettingsEditor::fill(const model::Draft& now)
{
    const model::Policy& p = now.policy;
    // What is off keeps a sensible figure, so that switching it on means something: DOMAIN's 68 % and 15 %.
    m_hasMargin->setChecked(p.guardrails.minMarginBp.has_value());
    m_margin->setValue(double(p.guardrails.minMarginBp.value_or(6800)) / 100);
    m_margin->setEnabled(m_hasMargin->isChecked());
    m_marginScope->setCurrentIndex(int(p.guardrails.marginScope));
    m_hasDiscount->setChecked(p.guardrails.maxDiscountBp.has_value());
    m_discount->setValue(double(p.guardrails.maxDiscountBp.value_or(1500)) / 100);
    m_discount->setEnabled(m_hasDiscount->isChecked());
    m_inCart->setChecked(p.substitutes.inCart);
    m_owned->setChecked(p.substitutes.ownedWindow.has_value());
    m_ownedWindow->setDuration(p.substitutes.ownedWindow.value_or(days(365)));
    m_ownedWindow->setEnabled(m_owned->isChecked());
    m_score->setText(qs(p.rank.score));
    m_score->setContext(expressionContext(now, expr::Place::Rank));
    m_hasFloor->setChecked(p.rank.floor.has_value());
    m_floor->setValue(p.rank.floor.value_or(0));
    m_floor->setEnabled(m_hasFloor->isChecked());
    m_distinct->setChecked(p.rank.distinctRoles);
    m_anchors->setDuration(p.anchorWindow);
}

}
