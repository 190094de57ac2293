// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_screen.h"

#include "release/vectors.h"
#include "ui/release/checklist_card.h"
#include "ui/release/diff_model.h"
#include "ui/release/release_details.h"
#include "ui/release/release_list_model.h"
#include "ui/shell/objects.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr int SideWidth = 300;
constexpr int ExpandUpTo = 40;

std::optional<store::Release> lastRelease(const Session& session)
{
    if (!session.isOpen())
        return {};
    auto all = session.project()->releases();
    return all.empty() ? std::optional<store::Release>() : std::move(all.front());
}

// A side column that scrolls by itself where the window is low.
QWidget* side(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setObjectName(u"scrolled"_s);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    area->setFixedWidth(SideWidth);
    return area;
}

}

ReleaseScreen::ReleaseScreen(QWidget* parent)
    : Screen(parent)
{
}

void ReleaseScreen::setSession(Session* session)
{
    m_session = session;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    auto* empty = new EmptyState(u"release"_s, tr("No project open"),
        tr("Open a project to see what a release of its draft would change."));
    connect(empty->addButton(tr("Open project…")), &QPushButton::clicked, session,
        [session] { session->ask(FrameCommand::OpenProject); });
    m_pages->addWidget(empty);
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(Size::Space6, Size::Space6, Size::Space6, Size::Space6);
    row->setSpacing(Size::Space4);
    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    m_checklist = new ChecklistCard(session);
    leftColumn->addWidget(m_checklist);
    leftColumn->addStretch(1);
    row->addWidget(side(left));
    row->addWidget(buildDiff(), 1);
    row->addWidget(side(buildExport()));
    m_pages->addWidget(page);
    const auto stale = [this] {
        m_stale = m_session->isOpen();
        m_pages->setCurrentIndex(m_session->isOpen() ? 1 : 0);
        if (isVisible())
            refresh();
    };
    connect(session, &Session::projectOpened, this, [this, stale] {
        m_versionTyped = false;
        stale();
    });
    connect(session, &Session::projectClosed, this, stale);
    connect(session, &Session::draftChanged, this, stale);
    connect(session, &Session::problemsChanged, this, &ReleaseScreen::showChecklist);
    stale();
}

QWidget* ReleaseScreen::buildDiff()
{
    auto* card = new Card;
    auto* head = new QHBoxLayout;
    m_diffTitle = makeLabel({}, TextSize::CardTitle, QFont::DemiBold);
    m_diffNote = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted);
    head->addWidget(m_diffTitle);
    head->addStretch();
    head->addWidget(m_diffNote);
    card->body()->addLayout(head);
    m_diff = new DiffModel(this);
    m_diffView = new QTreeView;
    m_diffView->setProperty("kind", u"plain"_s);
    m_diffView->setModel(m_diff);
    m_diffView->setUniformRowHeights(true);
    m_diffView->setAccessibleName(tr("What the release would change"));
    m_diffView->header()->setStretchLastSection(true);
    m_diffView->setColumnWidth(DiffModel::What, 280);
    m_diffView->setColumnWidth(DiffModel::Before, 130);
    connect(m_diffView, &QTreeView::activated, this, [this](const QModelIndex& index) {
        const std::string kind = ss(index.data(DiffModel::KindRole).toString());
        const std::string id = ss(index.data(DiffModel::IdRole).toString());
        if (id.empty())
            return;
        if (kind == "product")
            m_session->show(u"data"_s, Selection::product(id));
        else
            m_session->show(objectInfo(*m_session->draft(), { kind, id }).screen, Selection::of(kind, id));
    });
    m_diffEmpty = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_diffEmpty->setAlignment(Qt::AlignCenter);
    m_diffPages = new QStackedWidget;
    m_diffPages->addWidget(m_diffView);
    m_diffPages->addWidget(m_diffEmpty);
    card->body()->addWidget(m_diffPages, 1);
    return card;
}

QWidget* ReleaseScreen::buildExport()
{
    auto* column = new QWidget;
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Size::Space4);
    auto* make = new Card(tr("New release"));
    make->body()->addWidget(makeLabel(tr("Version"), TextSize::Caption, QFont::Medium, Ink::Muted));
    m_version = new QLineEdit;
    m_version->setAccessibleName(tr("Version"));
    m_version->setObjectName(u"version"_s);
    make->body()->addWidget(m_version);
    make->body()->addWidget(
        makeLabel(tr("Why, for those who come after"), TextSize::Caption, QFont::Medium, Ink::Muted));
    m_note = new QPlainTextEdit;
    m_note->setAccessibleName(tr("Note"));
    m_note->setObjectName(u"note"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(72);
    make->body()->addWidget(m_note);
    m_reason = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    make->body()->addWidget(m_reason);
    m_release = makeButton({}, ButtonKind::Primary, {});
    m_release->setObjectName(u"release"_s);
    make->body()->addWidget(m_release);
    rows->addWidget(make);
    m_details = new ReleaseDetails(m_session);
    rows->addWidget(m_details);
    auto* list = new Card(tr("Releases"));
    m_releases = new ReleaseListModel(this);
    auto* table = new DataTable;
    table->setProperty("kind", u"plain"_s);
    table->setModel(m_releases);
    table->setStretchColumn(ReleaseListModel::Note);
    table->setColumnHidden(ReleaseListModel::Sha, true);
    table->setColumnWidth(ReleaseListModel::Version, 70);
    table->setColumnWidth(ReleaseListModel::When, 90);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_releases, &QAbstractItemModel::modelReset, table, [this, table] {
        table->setFixedHeight(
            (std::clamp(m_releases->rowCount(), 1, 5) + 1) * Size::RowHeight + Size::Space3);
    });
    table->setAccessibleName(tr("Releases"));
    list->body()->addWidget(table);
    m_releasesBox = list;
    rows->addWidget(list);
    rows->addStretch(1);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& now) {
            if (const store::Release* chosen = m_releases->at(now.row()))
                m_details->setRelease(*chosen);
        });
    connect(m_version, &QLineEdit::textEdited, this, [this] { m_versionTyped = true; });
    connect(m_version, &QLineEdit::textChanged, this, &ReleaseScreen::updateButton);
    connect(m_release, &QPushButton::clicked, this, &ReleaseScreen::release);
    return column;
}

void ReleaseScreen::activate()
{
    if (m_stale)
        refresh();
}

void ReleaseScreen::refresh()
{
    if (!m_session->isOpen())
        return;
    showReleases();
    m_session->jobs().run<ReleasePlan>(
        u"release-plan"_s, tr("Comparing with the last release"), this,
        [draft = m_session->draft(), catalogue = m_session->catalogue(), last = lastRelease(*m_session)](
            const Progress&) { return planRelease(*draft, *catalogue, last); },
        [this](ReleasePlan plan) {
            m_stale = false;
            m_plan = std::move(plan);
            showPlan(m_plan);
        },
        true);
}

void ReleaseScreen::showPlan(const ReleasePlan& plan)
{
    const auto draft = m_session->draft();
    const auto catalogue = m_session->catalogue();
    m_diff->setDifferences(
        plan.differences,
        [&](const std::string& kind, const std::string& id) {
            if (kind != "product")
                return objectInfo(*draft, { kind, id }).title;
            const model::Product* product = catalogue->find(id);
            return qs(product && !product->title.empty() ? product->title : id);
        },
        *draft);
    if (plan.differences.size() <= ExpandUpTo)
        m_diffView->expandAll();
    m_diffTitle->setText(plan.first ? tr("What the first release holds")
                                    : tr("Changes since release %1").arg(qs(plan.against)));
    m_diffNote->setText(plan.failure || plan.differences.empty()
            ? QString()
            : tr("%Ln differences", nullptr, int(plan.differences.size())));
    m_diffView->setColumnHidden(DiffModel::Before, plan.first);
    if (plan.failure)
        m_diffEmpty->setText(tr("The draft cannot become a pack yet. %1").arg(qs(plan.failure->text())));
    else
        m_diffEmpty->setText(tr("Nothing changed since the last release."));
    m_diffPages->setCurrentIndex(plan.failure || plan.differences.empty() ? 1 : 0);
    showChecklist();
}

void ReleaseScreen::showChecklist()
{
    if (!m_session->isOpen())
        return;
    m_checklist->setItems(
        checklist(*m_session->draft(), m_session->counts(), m_session->problems(), m_plan.withoutCost));
    updateButton();
}

void ReleaseScreen::showReleases()
{
    const auto last = lastRelease(*m_session);
    m_releases->setReleases(m_session->project()->releases());
    m_releasesBox->setVisible(last.has_value());
    m_details->setRelease(last);
    if (!m_versionTyped)
        m_version->setText(qs(nextVersion(last)));
}

void ReleaseScreen::updateButton()
{
    const QString version = m_version->text().trimmed();
    QString why;
    if (!m_session->isEditable())
        why = tr("This project is open for reading only.");
    else if (version.isEmpty())
        why = tr("Give the release a version.");
    else if (m_plan.failure)
        why = tr("The draft cannot become a pack yet.");
    else if (!releasable(checklist(
                 *m_session->draft(), m_session->counts(), m_session->problems(), m_plan.withoutCost)))
        why = tr("Something in the checklist keeps the draft from being released.");
    else if (!m_plan.first && m_plan.differences.empty())
        why = tr("Nothing changed since the last release.");
    m_reason->setText(why);
    m_reason->setVisible(!why.isEmpty());
    m_release->setEnabled(why.isEmpty() && !m_stale);
    m_release->setText(version.isEmpty() ? tr("Release") : tr("Release version %1").arg(version));
}

void ReleaseScreen::release()
{
    const auto catalogue = m_session->catalogue();
    const std::string version = ss(m_version->text().trimmed());
    const auto pack = release::makeRelease(*m_session->draft(), *catalogue, version, systemNow());
    if (!pack) {
        m_session->notify(pack.error());
        return;
    }
    const auto made = m_session->addRelease(version, ss(m_note->toPlainText().trimmed()), pack->bytes);
    if (!made)
        return;
    m_versionTyped = false;
    m_note->clear();
    m_session->notify(
        Tone::Good, tr("Released version %1. Save its pack file for production.").arg(qs(made->version)));
    showReleases();
}

}
