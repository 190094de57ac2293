// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/matrix_model.h"
#include "ui/needs/matrix_view.h"
#include "ui/needs/needs_screen.h"
#include "ui/needs/offer_shelf.h"
#include "ui/rules/sample_customers.h"
#include "ui/shell/icons.h"
#include "ui/shell/session.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

namespace ow::ui {

void NeedsScreen::buildTools()
{
    m_tools = new QWidget(this);
    m_tools->hide(); // until the title row takes it
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    m_overlay = new QComboBox(m_tools);
    m_overlay->addItem(tr("No overlay"));
    m_overlay->addItem(tr("Heat: customers"));
    m_overlay->setAccessibleName(tr("Heat overlay"));
    m_overlay->hide(); // until there is something to colour by
    connect(
        m_overlay, &QComboBox::currentIndexChanged, this, [this](int which) { m_view->setHeat(which == 1); });
    row->addWidget(m_overlay);
    m_shelfButton = makeIconButton(QStringLiteral("offers"), tr("Offers to drag into cells"), m_tools);
    m_shelfButton->setCheckable(true);
    connect(m_shelfButton, &QToolButton::clicked, this, [this](bool on) {
        m_shelfChosen = true;
        m_shelf->setVisible(on && m_stack->currentIndex() == 0);
    });
    row->addWidget(m_shelfButton);
    auto* add = makeButton(tr("Add"), ButtonKind::Normal, QStringLiteral("plus"), m_tools);
    auto* menu = new QMenu(add);
    connect(
        menu->addAction(tr("Stage")), &QAction::triggered, this, [this] { this->add(MatrixAxis::Stage); });
    connect(menu->addAction(tr("Motivation")), &QAction::triggered, this,
        [this] { this->add(MatrixAxis::Motivation); });
    add->setMenu(menu);
    row->addWidget(add);
}

QWidget* NeedsScreen::titleTools() { return m_tools; }

void NeedsScreen::buildActions()
{
    const auto action = [this](const QString& title, auto fn) {
        auto* a = new QAction(title, this);
        connect(a, &QAction::triggered, this, fn);
        addAction(a);
    };
    action(tr("Add stage"), [this] { add(MatrixAxis::Stage); });
    action(tr("Add motivation"), [this] { add(MatrixAxis::Motivation); });
    action(tr("Pick the offer of this cell"), [this] {
        if (m_view->currentIndex().isValid())
            pick(m_view->currentIndex());
    });
    action(tr("Clear this cell"), [this] {
        if (m_view->currentIndex().isValid())
            clear(m_view->currentIndex());
    });
}

void NeedsScreen::add(MatrixAxis axis)
{
    const QString title = axis == MatrixAxis::Stage ? tr("New stage") : tr("New motivation");
    const auto before = conditions(*m_session->draft(), axis);
    if (!m_session->apply(addCondition(*m_session->draft(), axis, title)))
        return;
    // What is new is selected, so that the Inspector asks for its title and condition.
    for (const model::Condition& c : conditions(*m_session->draft(), axis))
        if (std::ranges::find(before, c) == before.end())
            m_session->select(Selection::of(axis == MatrixAxis::Stage ? "stage" : "motivation", c.id));
}

void NeedsScreen::addStandardAxes()
{
    store::Command command { tr("Usual stages and motivations added").toStdString(), {}, {} };
    const auto put = [&](MatrixAxis axis, const char* id, const QString& title, const char* when) {
        const auto& list = conditions(*m_session->draft(), axis);
        if (std::ranges::find(list, id, &model::Condition::id) != list.end())
            return;
        const model::Condition condition { id, when };
        command.edits.push_back(axis == MatrixAxis::Stage
                ? store::putStage(condition, title.toStdString())
                : store::putMotivation(condition, title.toStdString()));
    };
    // Conditions that hold in any project: they need no fact or attribute of one's own. The last takes all
    // others.
    put(MatrixAxis::Stage, "purchasing", tr("Purchasing"), "cart.size > 0");
    put(MatrixAxis::Stage, "using", tr("Using"), "size(owned.skus) > 0");
    put(MatrixAxis::Stage, "researching", tr("Researching"), "true");
    put(MatrixAxis::Motivation, "reduce_risk", tr("Reduce risk"), "focus.price >= 50000");
    put(MatrixAxis::Motivation, "enhance_results", tr("Enhance results"), "size(owned.skus) > 1");
    put(MatrixAxis::Motivation, "save_time", tr("Save time"), "true");
    m_session->apply(command);
}

void NeedsScreen::countCells()
{
    m_counting = true;
    SampleCustomers::of(m_session).countCells(this, [this](SampleCustomers::Cells cells) {
        m_counting = false;
        m_overlay->setVisible(!cells.empty());
        if (cells.empty())
            m_overlay->setCurrentIndex(0);
        m_model->setCounts(std::move(cells));
        inspector(); // how many stand in the chosen cell
    });
}

}
