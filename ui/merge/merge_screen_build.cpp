// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_list_model.h"
#include "ui/merge/merge_screen.h"
#include "ui/shell/icons.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QButtonGroup>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTreeView>

// What the merge screen is made of, and what it says of its state.

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

using Choice = store::MergePlan::Choice;

constexpr int ListWidth = 320;

}

QWidget* MergeScreen::buildWork()
{
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(Size::Space6, Size::Space4, Size::Space6, Size::Space4);
    column->setSpacing(Size::Space4);
    column->addWidget(buildHead());
    auto* panes = new QSplitter(Qt::Horizontal);
    panes->setProperty("gap", true);
    panes->setHandleWidth(Size::Space4);
    panes->setChildrenCollapsible(false);
    panes->addWidget(buildList());
    m_detail = new MergeDetail;
    panes->addWidget(m_detail);
    panes->setStretchFactor(1, 1);
    panes->setSizes({ ListWidth, 3 * ListWidth });
    column->addWidget(panes, 1);
    column->addWidget(buildFoot());
    connect(m_detail, &MergeDetail::chosen, this, &MergeScreen::choose);
    connect(m_detail, &MergeDetail::edited, this, &MergeScreen::edit);
    connect(m_detail, &MergeDetail::entered, this, &MergeScreen::select);
    connect(m_detail, &MergeDetail::left, m_list, qOverload<>(&QWidget::setFocus));
    return work;
}

QWidget* MergeScreen::buildHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    m_from = new ElidedLabel;
    m_from->setObjectName(u"from"_s);
    m_from->setFont(textFont(TextSize::Body));
    setInk(m_from, Ink::Muted);
    m_left = new Chip({}, head);
    m_left->setObjectName(u"left"_s);
    row->addWidget(m_from, 1);
    row->addWidget(m_left);
    return head;
}

QWidget* MergeScreen::buildList()
{
    auto* side = new QWidget;
    side->setMinimumWidth(240);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space2);
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Size::Space1);
    m_show = new QButtonGroup(this);
    const auto filter = [&](MergeFilter::Show show, const QString& name) {
        auto* button = new QToolButton;
        button->setObjectName(name);
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_show->addButton(button, int(show));
        filters->addWidget(button);
    };
    filter(MergeFilter::Show::All, u"show-all"_s);
    filter(MergeFilter::Show::Conflicts, u"show-conflicts"_s);
    filter(MergeFilter::Show::Automatic, u"show-automatic"_s);
    m_show->button(int(MergeFilter::Show::All))->setChecked(true);
    filters->addStretch();
    column->addLayout(filters);
    m_model = new MergeListModel(this);
    m_filter = new MergeFilter(this);
    m_filter->setSourceModel(m_model);
    m_list = new QTreeView;
    m_list->setProperty("kind", u"plain"_s);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ListDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Differences"));
    column->addWidget(m_list, 1);
    connect(m_show, &QButtonGroup::idClicked, this, [this](int show) {
        const int item = currentItem();
        m_filter->setShow(MergeFilter::Show(show));
        m_list->expandAll();
        const QModelIndex index
            = item >= 0 ? m_filter->mapFromSource(m_model->indexOf(std::size_t(item))) : QModelIndex();
        m_list->setCurrentIndex(index.isValid() ? index : m_filter->index(0, 0, m_filter->index(0, 0)));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MergeScreen::showCurrent);
    return side;
}

QWidget* MergeScreen::buildFoot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space3);
    m_why = new QLineEdit;
    m_why->setObjectName(u"why"_s);
    m_why->setPlaceholderText(tr("Why, for History (optional)"));
    m_why->setAccessibleName(tr("Why"));
    m_why->setMaximumWidth(ListWidth);
    m_why->setMinimumWidth(ListWidth / 2);
    m_note = new ElidedLabel;
    m_note->setObjectName(u"note"_s);
    m_note->setFont(textFont(TextSize::Body));
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel = makeButton(tr("Cancel"));
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setToolTip(tr("Puts the merge away; nothing is changed, and it can be gone on with"));
    m_apply = makeButton({}, ButtonKind::Primary, {});
    m_apply->setObjectName(u"apply"_s);
    row->addWidget(m_why, 1);
    row->addWidget(m_note, 2);
    row->addWidget(m_cancel);
    row->addWidget(m_apply);
    connect(m_cancel, &QPushButton::clicked, this, &MergeScreen::putAway);
    connect(m_apply, &QPushButton::clicked, this, &MergeScreen::apply);
    return foot;
}

QAction* MergeScreen::key(const QString& text, const QString& iconName, const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setProperty("iconName", iconName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void MergeScreen::buildKeys()
{
    m_next = key(tr("Next conflict"), u"chevron-down"_s, QKeySequence(u"F8"_s));
    m_previous = key(tr("Previous conflict"), u"chevron-up"_s, QKeySequence(u"Shift+F8"_s));
    connect(m_next, &QAction::triggered, this, [this] { nextConflict(1); });
    connect(m_previous, &QAction::triggered, this, [this] { nextConflict(-1); });
    const auto take
        = [this](const QString& text, const QString& iconName, const QString& keys, Choice choice) {
              connect(key(text, iconName, QKeySequence(keys)), &QAction::triggered, this,
                  [this, choice] { takeSide(choice); });
          };
    take(tr("Take ours"), u"chevron-left"_s, u"Alt+Left"_s, Choice::Ours);
    take(tr("Take theirs"), u"chevron-right"_s, u"Alt+Right"_s, Choice::Theirs);
    take(tr("Leave it as it was"), u"undo"_s, u"Alt+Up"_s, Choice::Base);
    connect(key(tr("Edit the value"), u"edit"_s, QKeySequence(u"F2"_s)), &QAction::triggered, this, [this] {
        if (plan() && currentItem() >= 0)
            m_detail->startEditing(std::size_t(currentItem()));
    });
    connect(key(tr("Apply the merge"), u"check"_s, QKeySequence(u"Ctrl+Return"_s)), &QAction::triggered, this,
        &MergeScreen::apply);
    auto* row = static_cast<QHBoxLayout*>(m_left->parentWidget()->layout());
    for (QAction* action : { m_previous, m_next }) {
        action->setIcon(icon(action->property("iconName").toString()));
        action->setToolTip(
            u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        row->addWidget(makeIconButton(action));
    }
}

void MergeScreen::showState()
{
    if (!m_sources)
        return;
    const std::size_t all = plan()->items().size();
    const std::size_t conflicts = plan()->conflicts();
    const std::size_t left = plan()->left();
    m_from->setFullText(m_sources->parted
            ? tr("Both come from step %1 of the history, “%2”, %3.")
                  .arg(count(m_sources->parted->id), qs(m_sources->parted->title),
                      dayTime(m_sources->parted->at))
            : m_sources->basePath.empty() ? tr("Compared without a version that both come from.")
            : m_sources->baseIsPack ? tr("Both come from %1, which holds no titles, evidence and learnings: "
                                         "of those, what differs is a "
                                         "conflict.")
                                          .arg(QFileInfo(qs(m_sources->basePath)).fileName())
                                    : tr("Both come from %1.").arg(qs(m_sources->basePath)));
    m_left->setText(conflicts == 0 ? tr("No conflicts")
            : left == 0            ? tr("All %Ln conflict(s) settled", nullptr, int(conflicts))
                                   : tr("%1 of %2 conflicts left").arg(left).arg(conflicts));
    m_left->setTone(left == 0 ? Tone::Good : Tone::Caution);
    for (QAction* action : { m_next, m_previous })
        action->setEnabled(left > 0);
    const auto label = [this](MergeFilter::Show show, const QString& text, std::size_t number) {
        m_show->button(int(show))->setText(u"%1 %2"_s.arg(text, count(std::int64_t(number))));
    };
    label(MergeFilter::Show::All, tr("All"), all);
    label(MergeFilter::Show::Conflicts, tr("Conflicts"), conflicts);
    label(MergeFilter::Show::Automatic, tr("By itself"), all - conflicts);
    const std::size_t changes = m_outcome.edits.size();
    m_apply->setText(changes == 0 ? tr("Apply") : tr("Apply %Ln change(s)", nullptr, int(changes)));
    const bool editable = m_session->isEditable();
    m_apply->setEnabled(editable && left == 0 && !m_checking && !m_outcome.error && changes > 0);
    m_apply->setToolTip(tr("One step that undo takes back (Ctrl+Enter)"));
    m_note->setFullText(!editable ? qs(m_session->project()->readOnlyReason())
            : m_outcome.error
            ? tr("So it is no draft: %1 (%2)").arg(qs(m_outcome.error->message), qs(m_outcome.error->at))
            : left > 0                    ? tr("Settle what is left, then apply.")
            : !m_checking && changes == 0 ? tr("Ours says all of it already: there is nothing to take over.")
                                          : QString());
    setInk(m_note, m_outcome.error ? Ink::Bad : Ink::Muted);
}

}
