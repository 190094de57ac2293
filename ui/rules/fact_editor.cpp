// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/fact_editor.h"

#include "model/event_types.h"
#include "ui/rules/expression_scope.h"
#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/enum_combo.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/pick_popup.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ow::ui {

FactEditor::FactEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_form(new QComboBox(this))
    , m_expression(new ExpressionEdit(this))
    , m_aggregateBox(new QWidget(this))
{
    m_form->addItem(tr("Looks at events"));
    m_form->addItem(tr("Computed from facts before it"));
    column()->addWidget(labelled(tr("Kind of fact"), m_form, this));
    m_expression->setName(tr("Expression"));
    column()->addWidget(labelled(tr("Expression"), m_expression, this));
    column()->addWidget(m_aggregateBox);
    buildAggregate();
    column()->addStretch();
    const auto list = &model::Policy::facts;
    connect(m_form, &QComboBox::activated, this, [this, list](int form) {
        change(list, [&](model::Fact& f) {
            if (form == 0)
                f.expr.reset();
            else
                f.expr = f.expr.value_or("false");
            if (form == 0 && f.window.ms == 0)
                f.window = days(7);
        });
    });
    connect(m_expression, &ExpressionEdit::committed, this,
        [this, list](const QString& text) { change(list, [&](model::Fact& f) { f.expr = ss(text); }); });
}

void FactEditor::buildAggregate()
{
    auto* box = new QVBoxLayout(m_aggregateBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(Size::Space3);
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    m_aggregate = enumCombo(model::Aggregate::Velocity, this);
    m_window = new DurationEdit(this);
    m_otherwise = new CommitLine(this);
    m_otherwise->setFixedWidth(110);
    row->addWidget(labelled(tr("Says the"), m_aggregate, this));
    row->addWidget(labelled(tr("within the last"), m_window, this));
    row->addWidget(labelled(tr("or, of nothing"), m_otherwise, this));
    row->addStretch();
    box->addLayout(row);
    m_typeBox = new QWidget(this);
    m_types = new FlowLayout(Size::Space1, m_typeBox);
    m_types->setContentsMargins(0, 0, 0, 0);
    box->addWidget(labelled(tr("Of events of these types (none = any)"), m_typeBox, this));
    auto* add = makeButton(tr("Add event type"), ButtonKind::Flat, QStringLiteral("plus"), this);
    box->addWidget(add, 0, Qt::AlignLeft);
    m_where = new ExpressionEdit(this);
    m_where->setName(tr("Only events where"));
    box->addWidget(labelled(tr("Only events where"), m_where, this));
    m_of = new ExpressionEdit(this);
    m_of->setName(tr("Looked at in each event"));
    box->addWidget(labelled(tr("Looked at in each event"), m_of, this));
    const auto list = &model::Policy::facts;
    connect(m_aggregate, &QComboBox::activated, this, [this, list](int i) {
        change(list, [&](model::Fact& f) {
            f.aggregate = static_cast<model::Aggregate>(i);
            // What an aggregate looks at has a type of its own: a text that no longer fits would be an error
            // at once.
            const bool distinct = f.aggregate == model::Aggregate::Distinct;
            const bool figure = f.aggregate == model::Aggregate::Sum || f.aggregate == model::Aggregate::Min
                || f.aggregate == model::Aggregate::Max;
            f.of = distinct ? "event.sku" : figure ? "event.value" : "";
        });
    });
    connect(m_window, &DurationEdit::changed, this,
        [this, list](Duration window) { change(list, [&](model::Fact& f) { f.window = window; }); });
    connect(m_otherwise, &CommitLine::committed, this, [this, list](const QString& text) {
        bool number = false;
        const qlonglong value = text.toLongLong(&number);
        if (number || text.isEmpty())
            change(list, [&](model::Fact& f) {
                f.otherwise = text.isEmpty() ? std::nullopt : std::optional<std::int64_t>(value);
            });
    });
    connect(m_where, &ExpressionEdit::committed, this,
        [this, list](const QString& text) { change(list, [&](model::Fact& f) { f.where = ss(text); }); });
    connect(m_of, &ExpressionEdit::committed, this,
        [this, list](const QString& text) { change(list, [&](model::Fact& f) { f.of = ss(text); }); });
    connect(add, &QPushButton::clicked, this, &FactEditor::pickType);
}

void FactEditor::pickType()
{
    std::vector<PickItem> items;
    for (const std::string_view type : model::knownEventTypes)
        items.push_back({ qs(type), qs(type), eventWords(std::string(type)), {} });
    auto* popup = new PickPopup(m_typeBox, tr("Search event types"), items);
    connect(popup, &PickPopup::picked, this, [this](const QString& type) {
        change(&model::Policy::facts, [&](model::Fact& f) {
            if (std::ranges::find(f.types, ss(type)) == f.types.end())
                f.types.push_back(ss(type));
        });
    });
}

void FactEditor::fill(const model::Draft& now)
{
    const model::Fact* fact = find(now.policy.facts);
    if (!fact)
        return;
    const auto place = std::size_t(fact - now.policy.facts.data());
    setSentence(QStringLiteral("facts.%1").arg(qs(fact->id)));
    m_form->setCurrentIndex(fact->expr ? 1 : 0);
    m_expression->parentWidget()->setVisible(fact->expr.has_value());
    m_aggregateBox->setVisible(!fact->expr);
    if (fact->expr) {
        m_expression->setText(qs(*fact->expr), qs(fact->id));
        m_expression->setContext(expressionContext(now, expr::Place::FactExpression, {}, place));
    } else {
        fillAggregate(*fact, now, place);
    }
}

void FactEditor::fillAggregate(const model::Fact& fact, const model::Draft& now, std::size_t place)
{
    using model::Aggregate;
    chooseEnum(m_aggregate, fact.aggregate);
    m_window->setDuration(fact.window);
    const bool distinct = fact.aggregate == Aggregate::Distinct;
    const bool extreme = fact.aggregate == Aggregate::Min || fact.aggregate == Aggregate::Max;
    m_otherwise->parentWidget()->setVisible(extreme || fact.aggregate == Aggregate::Age);
    m_otherwise->setCommitted(fact.otherwise ? QString::number(*fact.otherwise) : QString());
    m_where->setText(qs(fact.where), qs(fact.id));
    m_where->setContext(expressionContext(now, expr::Place::FactEvent, {}, place));
    m_of->parentWidget()->setVisible(distinct || extreme || fact.aggregate == Aggregate::Sum);
    m_of->setText(qs(fact.of), qs(fact.id));
    m_of->setContext(expressionContext(
        now, expr::Place::FactEvent, distinct ? expr::Kind::String : expr::Kind::Int, place));
    fillTypes(fact);
}

void FactEditor::fillTypes(const model::Fact& fact)
{
    while (QLayoutItem* item = m_types->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const std::string& type : fact.types) {
        auto* chip = new Chip(qs(type), m_typeBox);
        chip->setRemovable(true);
        connect(chip, &Chip::removed, this, [this, type] {
            change(&model::Policy::facts, [&](model::Fact& f) { std::erase(f.types, type); });
        });
        m_types->addWidget(chip);
    }
    m_typeBox->updateGeometry();
}

}
