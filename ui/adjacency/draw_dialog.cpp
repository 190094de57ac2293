// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/draw_dialog.h"

#include "ui/adjacency/evidence_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSlider>

#include <set>

namespace ow::ui {

DrawDialog::DrawDialog(const model::CatalogueSnapshot& catalogue, QWidget* parent)
    : QDialog(parent)
    , m_catalogue(catalogue)
    , m_from(endBox(tr("Who has this")))
    , m_to(endBox(tr("is offered this")))
    , m_kind(new QComboBox(this))
    , m_role(new QComboBox(this))
    , m_weight(new QSlider(Qt::Horizontal, this))
    , m_weightText(makeLabel({}))
    , m_draw(makeButton(tr("Draw"), ButtonKind::Primary))
{
    setWindowTitle(tr("Draw an edge"));
    setObjectName(QStringLiteral("drawDialog"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space6, Size::Space6, Size::Space6, Size::Space4);
    column->setSpacing(Size::Space4);
    column->addWidget(makeLabel(tr("Draw an edge"), TextSize::CardTitle, QFont::DemiBold));
    m_kind->addItem(tr("Complement: goes with it"), int(model::EdgeKind::Complement));
    m_kind->addItem(tr("Substitute: stands in for it"), int(model::EdgeKind::Substitute));
    for (const model::Role role : { model::Role::Protect, model::Role::Power, model::Role::Personalize,
             model::Role::Replenish, model::Role::Expand }) {
        QString name = roleName(role);
        name[0] = name[0].toUpper();
        m_role->addItem(name, int(role));
    }
    m_weight->setRange(1, 100);
    m_weight->setValue(50);
    auto* weight = new QHBoxLayout;
    weight->addWidget(m_weight, 1);
    weight->addWidget(m_weightText);
    auto* form = new QFormLayout;
    form->setSpacing(Size::Space2);
    form->addRow(tr("Who has"), m_from);
    form->addRow(tr("is offered"), m_to);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Role"), m_role);
    form->addRow(tr("Strength"), weight);
    column->addLayout(form);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = makeButton(tr("Cancel"));
    m_draw->setObjectName(QStringLiteral("draw"));
    m_draw->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_draw);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_draw, &QPushButton::clicked, this, &QDialog::accept);
    for (QComboBox* box : { m_from, m_to, m_kind })
        connect(box, &QComboBox::currentTextChanged, this, &DrawDialog::check);
    connect(m_weight, &QSlider::valueChanged, this, &DrawDialog::check);
    check();
}

QComboBox* DrawDialog::endBox(const QString& name)
{
    auto* box = new QComboBox(this);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumWidth(320);
    box->setAccessibleName(name);
    box->lineEdit()->setPlaceholderText(tr("Product or family"));
    std::set<std::string> families;
    for (const model::Product& product : m_catalogue->products)
        if (!product.family.empty())
            families.insert(product.family);
    for (const std::string& family : families)
        box->addItem(tr("%1 (family)").arg(qs(family)), qs(model::EdgeEnd { true, family }.text()));
    for (const model::Product& product : m_catalogue->products)
        box->addItem(qs(product.title.empty() ? product.sku : product.title),
            qs(model::EdgeEnd { false, product.sku }.text()));
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setCurrentIndex(-1);
    return box;
}

std::optional<model::EdgeEnd> DrawDialog::end(const QComboBox* box) const
{
    const int row = box->findText(box->currentText(), Qt::MatchFixedString);
    return row < 0 ? std::nullopt : model::EdgeEnd::parse(ss(box->itemData(row).toString()));
}

void DrawDialog::setEnds(const model::EdgeEnd& from, const model::EdgeEnd& to)
{
    m_from->setCurrentIndex(m_from->findData(qs(from.text())));
    m_to->setCurrentIndex(m_to->findData(qs(to.text())));
    m_kind->setFocus();
}

std::optional<model::Edge> DrawDialog::edge() const
{
    const auto from = end(m_from);
    const auto to = end(m_to);
    if (!from || !to || *from == *to)
        return {};
    model::Edge edge;
    edge.kind = model::EdgeKind(m_kind->currentData().toInt());
    edge.from = *from;
    edge.to = *to;
    // A substitute reads both ways and is stored with its smaller end first.
    if (edge.kind == model::EdgeKind::Substitute && edge.to < edge.from)
        std::swap(edge.from, edge.to);
    edge.role = edge.kind == model::EdgeKind::Complement ? model::Role(m_role->currentData().toInt())
                                                         : model::Role::None;
    edge.weight = m_weight->value() / 100.0;
    return edge;
}

QString DrawDialog::fromTitle() const { return m_from->currentText(); }
QString DrawDialog::toTitle() const { return m_to->currentText(); }

void DrawDialog::check()
{
    m_weightText->setText(QLocale().toString(m_weight->value() / 100.0, 'f', 2));
    m_role->setEnabled(m_kind->currentData().toInt() == int(model::EdgeKind::Complement));
    m_draw->setEnabled(edge().has_value());
}

}
