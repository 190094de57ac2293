// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/mine_dialog.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

namespace ow::ui {

MineDialog::MineDialog(const store::Counts& counts, QWidget* parent)
    : QDialog(parent)
    , m_support(new QSpinBox(this))
    , m_fdr(new QDoubleSpinBox(this))
    , m_lift(new QDoubleSpinBox(this))
{
    const mine::MineOptions defaults;
    setWindowTitle(tr("Mine adjacencies"));
    setObjectName(QStringLiteral("mineDialog"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space6, Size::Space6, Size::Space6, Size::Space4);
    column->setSpacing(Size::Space4);
    column->addWidget(makeLabel(tr("Mine adjacencies"), TextSize::CardTitle, QFont::DemiBold));
    auto* about = makeLabel(tr("Looks through %1 events and %2 basket lines for products that are bought "
                               "together, compared with each other or "
                               "bought one after the other, more often than popularity and basket size "
                               "explain. What was decided by a person "
                               "stays as it is.")
                                .arg(count(counts.events), count(counts.basketLines)),
        TextSize::Body, QFont::Normal, Ink::Muted, true);
    about->setMinimumWidth(420);
    column->addWidget(about);

    m_support->setRange(0, 100000);
    m_support->setSpecialValueText(tr("One in a thousand"));
    m_support->setValue(int(defaults.minSupport));
    m_support->setToolTip(tr("Pairs that fewer baskets hold are not looked at"));
    m_fdr->setRange(0.1, 50);
    m_fdr->setDecimals(1);
    m_fdr->setSuffix(QStringLiteral(" %"));
    m_fdr->setValue(defaults.fdr * 100);
    m_fdr->setToolTip(tr("How many of a hundred edges found may be there by chance"));
    m_lift->setRange(1, 100);
    m_lift->setDecimals(1);
    m_lift->setSingleStep(0.1);
    m_lift->setValue(defaults.minLift);
    m_lift->setToolTip(tr("Times what chance explains"));
    auto* form = new QFormLayout;
    form->setSpacing(Size::Space2);
    form->addRow(tr("Baskets with both, at least"), m_support);
    form->addRow(tr("False finds, at most"), m_fdr);
    form->addRow(tr("Lift, at least"), m_lift);
    column->addLayout(form);

    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = makeButton(tr("Cancel"));
    auto* mine = makeButton(tr("Mine"), ButtonKind::Primary);
    mine->setObjectName(QStringLiteral("mine"));
    mine->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(mine);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(mine, &QPushButton::clicked, this, &QDialog::accept);
}

mine::MineOptions MineDialog::options() const
{
    mine::MineOptions options;
    options.minSupport = m_support->value();
    options.fdr = m_fdr->value() / 100;
    options.minLift = m_lift->value();
    return options;
}

}
