// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_screen.h"

#include "base/json.h"
#include "ui/merge/merge_list_model.h"
#include "ui/merge/merge_start.h"
#include "ui/merge/value_text.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/empty_state.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

using Choice = store::MergePlan::Choice;

enum Page { NoProject, Start, Work };

}

MergeScreen::MergeScreen(QWidget* parent)
    : Screen(parent)
{
}

void MergeScreen::setSession(Session* session)
{
    m_session = session;
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    outer->addWidget(m_pages);
    auto* empty = new EmptyState(u"merge"_s, tr("No project open"),
        tr("Open the project that is to take over what somebody else changed in a copy of it."));
    connect(empty->addButton(tr("Open project…")), &QPushButton::clicked, session,
        [session] { session->ask(FrameCommand::OpenProject); });
    m_pages->addWidget(empty);
    m_start = new MergeStart(session);
    m_pages->addWidget(m_start);
    m_pages->addWidget(buildWork());
    buildKeys();
    connect(m_start, &MergeStart::compareAsked, this, &MergeScreen::compare);
    connect(m_start, &MergeStart::resumeAsked, this, [this] { m_pages->setCurrentIndex(Work); });
    const auto anew = [this] {
        m_sources.reset(); // another project, or none: these three have nothing to do with it
        m_start->setResumable({});
        m_pages->setCurrentIndex(m_session->isOpen() ? Start : NoProject);
        m_start->refresh();
    };
    connect(session, &Session::projectOpened, this, anew);
    connect(session, &Session::projectClosed, this, anew);
    connect(session, &Session::draftChanged, this, &MergeScreen::projectChanged);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_sources)
            m_detail->refresh(*plan(), drafts());
    });
    anew();
}

void MergeScreen::activate() { m_start->refresh(); }

bool MergeScreen::settled() const { return !m_reading && !m_checking; }

void MergeScreen::compareWith(const QString& theirs, const QString& base)
{
    m_start->refresh();
    m_start->setTheirs(theirs);
    m_start->setBase(base);
    compare();
}

void MergeScreen::compare()
{
    if (!m_session->isOpen())
        return;
    MergeRequest request = m_start->request();
    const auto edits = m_session->project()->objects();
    auto ours = edits ? store::objectSet(*edits) : Result<store::ObjectSet>(fail(edits.error()));
    if (!ours)
        return m_start->showError(ours.error());
    request.ours = std::move(*ours);
    request.history = m_session->project()->history(std::numeric_limits<int>::max());
    request.oursPath = m_session->project()->file().string();
    m_reading = true;
    m_start->setBusy(true);
    m_session->jobs().run<Result<MergeSources>>(
        u"merge-read"_s, tr("Comparing two versions"), this,
        [request = std::move(request)](const Progress&) { return readSources(request); },
        [this](Result<MergeSources> sources) {
            m_reading = false;
            m_start->setBusy(false);
            if (!sources)
                m_start->showError(sources.error());
            else
                begin(std::move(*sources));
        });
}

void MergeScreen::begin(MergeSources sources)
{
    m_sources = std::move(sources);
    m_why->clear();
    m_outcome = {};
    m_pages->setCurrentIndex(Work);
    showPlan();
    m_show->button(int(MergeFilter::Show::All))->click();
    m_list->setFocus();
}

// Ours went on under the merge (an edit, an undo, another program): what was chosen holds where it still can.
void MergeScreen::projectChanged()
{
    if (m_session->isOpen() && m_pages->currentIndex() != NoProject)
        m_start->refresh();
    if (!m_sources)
        return;
    const auto edits = m_session->project()->objects();
    auto ours = edits ? store::objectSet(*edits) : Result<store::ObjectSet>(fail(edits.error()));
    if (!ours || *ours == plan()->ours())
        return;
    (void)m_detail->finishEditing(); // the rows are made anew
    m_sources->plan = plan()->withOurs(std::move(*ours));
    m_sources->ours = m_session->draft();
    showPlan();
}

void MergeScreen::showPlan()
{
    m_detail->clear();
    m_model->setPlan(*plan(), *m_sources->ours, *m_sources->theirs);
    m_list->expandAll();
    m_list->setCurrentIndex(m_filter->index(0, 0, m_filter->index(0, 0))); // conflicts stand first
    m_detail->setNames(qs(m_session->draft()->policy.name) + u" · "_s
            + QString::fromStdU16String(m_session->project()->file().filename().u16string()),
        theirsName());
    m_detail->setEditable(m_session->isEditable());
    check();
}

QString MergeScreen::theirsName() const
{
    return m_sources ? QFileInfo(qs(m_sources->theirsPath)).fileName() : QString();
}

MergeDetail::Drafts MergeScreen::drafts() const
{
    return { m_sources->ours, m_outcome.draft, m_outcome.otherwise, m_sources->theirs };
}

void MergeScreen::choose(std::size_t item, Choice choice)
{
    m_sources->plan.choose(item, choice);
    changed();
}

void MergeScreen::edit(std::size_t item, const QString& text)
{
    const auto& field = plan()->items().at(item).difference.field;
    const auto& like = field.ours ? field.ours : field.theirs ? field.theirs : field.base;
    const auto value = readEditText(field.path, *like, text, m_sources->ours->policy.currency);
    if (!value)
        return m_detail->showInvalid(item, qs(value.error().message));
    m_sources->plan.edit(item, *value);
    changed();
}

void MergeScreen::changed()
{
    m_model->refresh(*plan());
    m_detail->refresh(*plan(), drafts());
    check();
}

// What the choices make is worked out beside the screen: a draft may be large.
void MergeScreen::check()
{
    m_checking = true;
    showState();
    m_session->jobs().run<MergeOutcome>(
        u"merge-check"_s, tr("Checking the merge"), this,
        [plan = *plan()](const Progress&) { return outcomeOf(plan); },
        [this](MergeOutcome outcome) {
            m_checking = false;
            if (!m_sources)
                return;
            m_outcome = std::move(outcome);
            m_detail->refresh(*plan(), drafts());
            showState();
            if (std::exchange(m_applyChecked, false))
                apply();
        },
        true);
}

void MergeScreen::select(std::size_t item)
{
    QModelIndex index = m_filter->mapFromSource(m_model->indexOf(item));
    if (!index.isValid()) { // hidden by the filter
        m_show->button(int(MergeFilter::Show::All))->click();
        index = m_filter->mapFromSource(m_model->indexOf(item));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

int MergeScreen::currentItem() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.data(MergeListModel::ItemRole).toInt() : -1;
}

void MergeScreen::showCurrent(const QModelIndex& index)
{
    const int item = index.isValid() ? index.data(MergeListModel::ItemRole).toInt() : -1;
    if (item < 0 || !plan())
        return;
    if (m_detail->isEditing() && std::size_t(item) != m_detail->item() && !m_detail->finishEditing()) {
        // What was typed is no value: the list stays where it is, and the editor says why.
        QTimer::singleShot(0, this, [this] { select(m_detail->item()); });
        return;
    }
    m_detail->showItem(*plan(), std::size_t(item), drafts());
}

/// In the order of the list, around its ends.
void MergeScreen::nextConflict(int step)
{
    if (!plan() || m_pages->currentIndex() != Work || !m_detail->finishEditing())
        return;
    m_list->setFocus();
    std::vector<std::size_t> open;
    int at = -1;
    const int current = currentItem();
    for (int g = 0; g < m_model->rowCount(); ++g) {
        const QModelIndex group = m_model->index(g, 0);
        for (int r = 0; r < m_model->rowCount(group); ++r) {
            const QModelIndex row = m_model->index(r, 0, group);
            const int item = row.data(MergeListModel::ItemRole).toInt();
            if (item == current)
                at = int(open.size());
            if (row.data(MergeListModel::OpenRole).toBool())
                open.push_back(std::size_t(item));
        }
    }
    if (open.empty())
        return;
    const int size = int(open.size());
    const bool onOne = at >= 0 && at < size && int(open[std::size_t(at)]) == current;
    const int next = step > 0 ? at + (onOne || at < 0 ? 1 : 0) : (at < 0 ? 0 : at) - 1;
    select(open[std::size_t((next + size) % size)]);
}

void MergeScreen::takeSide(Choice choice)
{
    if (!plan() || m_pages->currentIndex() != Work || currentItem() < 0 || !m_session->isEditable())
        return;
    choose(std::size_t(currentItem()), choice);
}

void MergeScreen::putAway()
{
    m_applyChecked = false;
    m_start->setResumable(
        tr("Go on with the merge of %1 (%Ln conflict(s) left)", nullptr, int(plan()->left()))
            .arg(theirsName()));
    m_pages->setCurrentIndex(Start);
}

void MergeScreen::apply()
{
    if (plan() && m_detail->isEditing() && m_detail->finishEditing() && m_checking && plan()->left() == 0)
        m_applyChecked = true; // as soon as it is known what the edit makes of it
    if (!m_apply->isEnabled())
        return;
    const std::size_t changes = m_outcome.edits.size();
    const QString name = theirsName();
    const store::Command command { ss(tr("Merged with %1").arg(name)), m_outcome.edits,
        ss(m_why->text().trimmed()) };
    const auto sources = std::move(m_sources);
    m_sources.reset(); // what the step changes is no new state to merge
    if (!m_session->apply(command)) {
        m_sources = std::move(sources);
        return;
    }
    m_start->setResumable({});
    m_start->setTheirs({});
    m_pages->setCurrentIndex(Start);
    m_session->notify(Tone::Good,
        tr("Merged with %1: %Ln object(s) changed. Undo takes it back.", nullptr, int(changes)).arg(name));
}

}
