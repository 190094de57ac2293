// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/needs_screen.h"

#include "ui/needs/cell_clipboard.h"
#include "ui/needs/cell_panel.h"
#include "ui/needs/condition_panel.h"
#include "ui/needs/matrix_header.h"
#include "ui/needs/matrix_model.h"
#include "ui/needs/matrix_view.h"
#include "ui/needs/offer_shelf.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr int ShelfFrom = 1400; // below, the matrix needs the room itself
}

NeedsScreen::NeedsScreen(QWidget* parent)
    : Screen(parent)
    , m_model(new MatrixModel(this))
    , m_view(new MatrixView(m_model, this))
    , m_shelf(new OfferShelf(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("needs"), tr("No need states yet"),
          tr("A matrix of stages and motivations names the one most logical offer for each need, and its "
             "benefit."),
          this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_shelf);
    row->addWidget(m_stack, 1);
    auto* page = new QWidget(this);
    auto* box = new QVBoxLayout(page);
    box->setContentsMargins(Size::Space2, Size::Space2, Size::Space3, Size::Space2);
    box->addWidget(m_view);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    m_view->setAccessibleName(tr("Need-state matrix"));
    connect(m_empty->addButton(tr("Start with the usual stages and motivations"), true),
        &QPushButton::clicked, this, &NeedsScreen::addStandardAxes);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &NeedsScreen::selectCell);
    connect(m_view, &QTableView::clicked, this, &NeedsScreen::selectCell);
    connect(m_view, &MatrixView::pickRequested, this, &NeedsScreen::pick);
    connect(m_view, &MatrixView::clearRequested, this, &NeedsScreen::clear);
    connect(m_view, &MatrixView::copyRequested, this, &NeedsScreen::copy);
    connect(m_view, &MatrixView::pasteRequested, this, &NeedsScreen::paste);
    connect(m_view, &MatrixView::moveRequested, this, &NeedsScreen::move);
    connect(m_model, &MatrixModel::offerDropped, this,
        [this](const QString& stage, const QString& motivation, const QString& offer) {
            m_session->apply(placeOffer(*m_session->draft(), ss(stage), ss(motivation), ss(offer)));
        });
    connect(m_shelf, &OfferShelf::chosen, this,
        [this](const QString& offer) { place(m_view->currentIndex(), offer); });
    const auto chooseHeader = [this](MatrixAxis axis, int section) {
        const auto& list = conditions(*m_model->draft(), axis);
        m_view->clearSelection();
        m_session->select(Selection::of(
            axis == MatrixAxis::Stage ? "stage" : "motivation", list.at(std::size_t(section)).id));
    };
    connect(m_view->verticalHeader(), &QHeaderView::sectionClicked, this,
        [chooseHeader](int section) { chooseHeader(MatrixAxis::Stage, section); });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this,
        [chooseHeader](int section) { chooseHeader(MatrixAxis::Motivation, section); });
    buildTools();
    buildActions();
}

void NeedsScreen::setSession(Session* session)
{
    m_session = session;
    m_cellPanel = new CellPanel(session, this);
    m_conditionPanel = new ConditionPanel(session, this);
    m_cellPanel->hide();
    m_conditionPanel->hide();
    connect(session, &Session::projectOpened, this, &NeedsScreen::refresh);
    connect(session, &Session::projectClosed, this, &NeedsScreen::refresh);
    connect(session, &Session::draftChanged, this, &NeedsScreen::refresh);
    connect(session, &Session::selectionChanged, this, &NeedsScreen::follow);
    refresh();
}

void NeedsScreen::activate()
{
    follow();
    const QModelIndex current = m_view->currentIndex();
    if (m_session->selection().kind == Selection::Kind::None && current.isValid()) {
        m_view->setCurrentIndex(current);
        selectCell(current);
    }
    m_view->setFocus();
}

bool NeedsScreen::settled() const { return !m_counting; }

void NeedsScreen::refresh()
{
    const QModelIndex current = m_view->currentIndex();
    const int row = current.row();
    const int column = current.column();
    m_model->setDraft(m_session->draft());
    m_shelf->setDraft(*m_session->draft());
    const bool grid = m_model->rowCount() > 0 && m_model->columnCount() > 0;
    m_stack->setCurrentIndex(grid ? 0 : 1);
    m_shelf->setVisible(grid && m_shelfButton->isChecked());
    if (grid) {
        // Always a current card, chosen quietly: focus would choose one aloud and turn the selection away
        // from a stage.
        const QSignalBlocker quiet(m_view->selectionModel());
        const QModelIndex index = m_model->index(
            std::clamp(row, 0, m_model->rowCount() - 1), std::clamp(column, 0, m_model->columnCount() - 1));
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    follow();
    countCells();
}

void NeedsScreen::follow()
{
    const Selection& selection = m_session->selection();
    const bool object = selection.kind == Selection::Kind::Object;
    const auto section = [&](MatrixAxis axis, const char* kind) {
        if (!object || selection.object.kind != kind)
            return -1;
        const auto& list = conditions(*m_model->draft(), axis);
        const auto found = std::ranges::find(list, selection.object.id, &model::Condition::id);
        return found == list.end() ? -1 : int(found - list.begin());
    };
    m_view->header(Qt::Vertical)->setChosen(section(MatrixAxis::Stage, "stage"));
    m_view->header(Qt::Horizontal)->setChosen(section(MatrixAxis::Motivation, "motivation"));
    if (!object || selection.object.kind != "cell")
        m_view->clearSelection();
    if (object && selection.object.kind == "cell") {
        const std::string& id = selection.object.id;
        const auto bar = id.find('|');
        const QModelIndex index
            = m_model->indexOf(id.substr(0, bar), bar == id.npos ? "" : id.substr(bar + 1));
        if (index.isValid()
            && (index != m_view->currentIndex() || !m_view->selectionModel()->isSelected(index)))
            m_view->setCurrentIndex(index);
    }
    inspector(); // brings the page in front up to date
}

QWidget* NeedsScreen::inspector()
{
    const Selection& selection = m_session->selection();
    if (selection.kind != Selection::Kind::Object)
        return nullptr;
    const std::string& id = selection.object.id;
    if (selection.object.kind == "cell") {
        const auto bar = id.find('|');
        const QModelIndex index
            = m_model->indexOf(id.substr(0, bar), bar == id.npos ? "" : id.substr(bar + 1));
        if (!index.isValid())
            return nullptr;
        const qlonglong here = index.data(MatrixModel::CountRole).toLongLong();
        m_cellPanel->showCell(
            id.substr(0, bar), id.substr(bar + 1), std::max<qlonglong>(here, 0), m_model->customers());
        return m_cellPanel;
    }
    if (selection.object.kind == "stage" || selection.object.kind == "motivation") {
        m_conditionPanel->showCondition(
            selection.object.kind == "stage" ? MatrixAxis::Stage : MatrixAxis::Motivation, id);
        return m_conditionPanel;
    }
    return nullptr;
}

void NeedsScreen::selectCell(const QModelIndex& index)
{
    if (index.isValid())
        m_session->select(Selection::of(
            "cell", store::cellId(m_model->stageAt(index.row()), m_model->motivationAt(index.column()))));
}

void NeedsScreen::pick(const QModelIndex& index)
{
    if (!m_session->isEditable())
        return;
    auto* anchor = new QWidget(m_view->viewport()); // where the card is: popups open below a widget
    anchor->setGeometry(m_view->visualRect(index).adjusted(4, 4, -4, -4));
    anchor->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* popup = new PickPopup(anchor, tr("Search offers"), offerPicks(*m_session->draft()));
    connect(popup, &QObject::destroyed, anchor, &QObject::deleteLater);
    const QPersistentModelIndex cell(index);
    connect(popup, &PickPopup::picked, this, [this, cell](const QString& id) { place(cell, id); });
}

void NeedsScreen::place(const QModelIndex& index, const QString& offer)
{
    if (index.isValid())
        m_session->apply(placeOffer(*m_session->draft(), m_model->stageAt(index.row()),
            m_model->motivationAt(index.column()), ss(offer)));
}

void NeedsScreen::clear(const QModelIndex& index)
{
    if (!index.data().toString().isEmpty() || !index.data(MatrixModel::BenefitRole).toString().isEmpty())
        m_session->apply(clearCell(
            *m_session->draft(), m_model->stageAt(index.row()), m_model->motivationAt(index.column())));
}

void NeedsScreen::copy(const QModelIndex& index)
{
    const auto draft = m_session->draft();
    QGuiApplication::clipboard()->setMimeData(cellToClipboard(
        cellOf(*draft, m_model->stageAt(index.row()), m_model->motivationAt(index.column())), *draft));
}

void NeedsScreen::paste(const QModelIndex& index)
{
    const auto draft = m_session->draft();
    const auto copied = cellFromClipboard(QGuiApplication::clipboard()->mimeData(), *draft);
    if (!copied)
        return;
    model::Cell cell = cellOf(*draft, m_model->stageAt(index.row()), m_model->motivationAt(index.column()));
    const auto notes = evidenceOf(*draft, cell.stage, cell.motivation);
    cell.offers = copied->offers;
    cell.benefit = copied->benefit;
    m_session->apply(changeCell(*draft, cell, notes));
}

void NeedsScreen::move(Qt::Orientation orientation, int section, int step)
{
    const MatrixAxis axis = orientation == Qt::Vertical ? MatrixAxis::Stage : MatrixAxis::Motivation;
    const auto& list = conditions(*m_model->draft(), axis);
    const int to = section + step;
    if (to < 0 || to >= int(list.size()))
        return;
    const std::string stage = m_model->stageAt(m_view->currentIndex().row());
    const std::string motivation = m_model->motivationAt(m_view->currentIndex().column());
    if (m_session->apply(moveCondition(*m_session->draft(), axis, list[std::size_t(section)].id, to)))
        m_view->setCurrentIndex(m_model->indexOf(stage, motivation));
}

void NeedsScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    if (!m_shelfChosen) {
        m_shelfButton->setChecked(width() >= ShelfFrom);
        m_shelf->setVisible(m_shelfButton->isChecked() && m_stack->currentIndex() == 0);
    }
}

}
