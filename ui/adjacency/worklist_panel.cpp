// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/worklist_panel.h"

#include "ui/adjacency/evidence_text.h"
#include "ui/adjacency/worklist_delegate.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QListView>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr std::array offered { model::Role::Protect, model::Role::Power, model::Role::Personalize,
    model::Role::Replenish, model::Role::Expand };
}

WorklistPanel::WorklistPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new WorklistModel(this))
    , m_list(new QListView(this))
    , m_title(makeLabel({}, TextSize::Body, QFont::DemiBold))
    , m_role(new QComboBox(this))
    , m_accept(makeButton(tr("Accept"), ButtonKind::Normal, QStringLiteral("check")))
    , m_reject(makeButton(tr("Reject"), ButtonKind::Normal, QStringLiteral("x")))
{
    setObjectName(QStringLiteral("worklistPanel"));
    setFixedWidth(288);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, Size::Space3, Size::Space3, Size::Space3);
    column->setSpacing(Size::Space2);
    column->addWidget(m_title);

    m_list->setObjectName(QStringLiteral("worklist"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new WorklistDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setProperty("kind", QStringLiteral("plain"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setToolTip(tr("A accepts, R rejects, S accepts as substitutes; 1 to 5 choose the role"));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &WorklistPanel::currentChanged);

    m_role->setAccessibleName(tr("Role of what is accepted"));
    for (const model::Role role : offered) {
        QString name = roleName(role);
        name[0] = name[0].toUpper();
        m_role->addItem(tr("Role: %1").arg(name), int(role));
    }
    column->addWidget(m_role);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Space2);
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_reject, 1);
    column->addLayout(buttons);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_accept->setToolTip(tr("Makes it part of the draft (A)"));
    m_reject->setToolTip(tr("Takes it off the list (R)"));
    connect(m_accept, &QPushButton::clicked, this, &WorklistPanel::acceptAsSuggested);
    connect(m_reject, &QPushButton::clicked, this, &WorklistPanel::reject);
    currentChanged();
}

void WorklistPanel::setGraph(const GraphSnapshot& graph, const Visible& visible)
{
    const int row = m_list->currentIndex().row();
    const int edge = currentEdge();
    const std::string id = edge >= 0 ? m_graph->edges[std::size_t(edge)].id : std::string();
    m_settingGraph = true;
    m_graph = graph;
    m_model->setGraph(graph, visible);
    const int rows = m_model->rowCount();
    m_title->setText(rows == 0 ? tr("No suggestions")
            : rows == 1        ? tr("1 suggestion")
                               : tr("%1 suggestions").arg(count(rows)));
    int current = id.empty() ? -1 : m_model->rowOf(graph->edgeOf(id));
    if (current < 0 && row >= 0)
        current = std::min(row, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(current));
    m_settingGraph = false;
    currentChanged();
}

void WorklistPanel::setEditable(bool editable)
{
    m_editable = editable;
    currentChanged();
}

void WorklistPanel::setCurrentEdge(int edge)
{
    const int row = m_model->rowOf(edge);
    if (row == m_list->currentIndex().row())
        return;
    m_settingGraph = true; // the one who sets it knows already
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_settingGraph = false;
    currentChanged();
}

int WorklistPanel::currentEdge() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? m_model->edgeAt(current.row()) : -1;
}

model::Role WorklistPanel::role() const { return model::Role(m_role->currentData().toInt()); }

void WorklistPanel::currentChanged()
{
    const int edge = currentEdge();
    for (QWidget* widget :
        { static_cast<QWidget*>(m_accept), static_cast<QWidget*>(m_reject), static_cast<QWidget*>(m_role) })
        widget->setEnabled(edge >= 0 && m_editable);
    if (edge < 0)
        return;
    const GraphEdge& it = m_graph->edges[std::size_t(edge)];
    m_role->setEnabled(m_editable && it.look != EdgeLook::Substitute);
    if (it.role != model::Role::None)
        m_role->setCurrentIndex(m_role->findData(int(it.role)));
    if (!m_settingGraph)
        emit edgeChosen(edge);
}

void WorklistPanel::acceptAsSuggested()
{
    const int edge = currentEdge();
    if (edge >= 0)
        accept(m_graph->edges[std::size_t(edge)].look == EdgeLook::Substitute ? model::EdgeKind::Substitute
                                                                              : model::EdgeKind::Complement);
}

void WorklistPanel::accept(model::EdgeKind kind)
{
    if (const int edge = currentEdge(); edge >= 0 && m_editable)
        emit accepted(edge, kind, kind == model::EdgeKind::Complement ? role() : model::Role::None);
}

void WorklistPanel::reject()
{
    if (const int edge = currentEdge(); edge >= 0 && m_editable)
        emit rejected(edge);
}

bool WorklistPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_A:
        acceptAsSuggested();
        return true;
    case Qt::Key_S:
        accept(model::EdgeKind::Substitute);
        return true;
    case Qt::Key_R:
    case Qt::Key_Delete:
        reject();
        return true;
    default:
        break;
    }
    const int digit = key->key() - Qt::Key_1;
    if (digit < 0 || digit >= int(offered.size()))
        return false;
    m_role->setCurrentIndex(digit);
    return true;
}

}
