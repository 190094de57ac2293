// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rules_screen.h"

#include "ui/rules/cap_editor.h"
#include "ui/rules/cooldown_editor.h"
#include "ui/rules/exclusive_editor.h"
#include "ui/rules/fact_editor.h"
#include "ui/rules/rule_delegate.h"
#include "ui/rules/rule_tree_model.h"
#include "ui/rules/sequence_editor.h"
#include "ui/rules/settings_editor.h"
#include "ui/rules/suppression_editor.h"
#include "ui/shell/objects.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>

namespace ow::ui {

namespace {

constexpr int ListWidth = 320;

QString emptyWords(RuleKind kind)
{
    switch (kind) {
    case RuleKind::Suppression:
        return RulesScreen::tr("Nobody with an open support case should be asked. Say when to be silent.");
    case RuleKind::Cap:
        return RulesScreen::tr("A cap limits how often customers are asked, in a week or a day.");
    case RuleKind::Cooldown:
        return RulesScreen::tr("After a “no, thanks” an offer should rest for a while.");
    case RuleKind::Sequence:
        return RulesScreen::tr("Some offers have their hour: two to four hours after a case is resolved.");
    case RuleKind::Exclusive:
        return RulesScreen::tr("Of offers that do the same, a customer should see one.");
    case RuleKind::Fact:
        return RulesScreen::tr("Facts turn a customer's events into names that conditions can use.");
    case RuleKind::Settings:
        break;
    }
    return {};
}

}

RulesScreen::RulesScreen(QWidget* parent)
    : Screen(parent)
    , m_model(new RuleTreeModel(this))
    , m_list(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("rules"), {}, {}, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setFixedWidth(ListWidth);
    m_list->setProperty("kind", QStringLiteral("plain"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RuleDelegate(m_list));
    m_list->setHeaderHidden(true);
    m_list->setIndentation(0);
    m_list->setRootIsDecorated(false);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Rules"));
    // The delegate paints rows with round corners: the sheet's square fill would stand behind them.
    m_list->setStyleSheet(
        QStringLiteral("QTreeView::item:selected, QTreeView::item:hover { background: transparent; }"
                       "QTreeView::branch { background: transparent; }"));
    row->addWidget(m_list);
    auto* line = makeLine(this);
    line->setFixedSize(1, QWIDGETSIZE_MAX);
    row->addWidget(line);
    row->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesScreen::choose);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!index.parent().isValid())
            m_list->setExpanded(index, !m_list->isExpanded(index));
    });
    const auto shortcut = [this](QKeySequence keys, auto fn) {
        connect(new QShortcut(keys, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, fn);
    };
    shortcut(QKeySequence::Delete, &RulesScreen::remove);
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_D), &RulesScreen::duplicate);
    connect(
        m_empty->addButton(tr("Add the first"), true), &QPushButton::clicked, this, [this] { add(m_kind); });
    buildTools();
}

void RulesScreen::setSession(Session* session)
{
    m_session = session;
    build();
    connect(session, &Session::projectOpened, this, &RulesScreen::refresh);
    connect(session, &Session::projectClosed, this, &RulesScreen::refresh);
    connect(session, &Session::draftChanged, this, &RulesScreen::refresh);
    connect(session, &Session::selectionChanged, this, &RulesScreen::follow);
    refresh();
}

void RulesScreen::build()
{
    m_sequences = new SequenceEditor(m_session, this);
    m_editors = { new SuppressionEditor(m_session, this), new CapEditor(m_session, this),
        new CooldownEditor(m_session, this), m_sequences, new ExclusiveEditor(m_session, this),
        new SettingsEditor(m_session, this), new FactEditor(m_session, this) };
    for (RuleEditor* editor : m_editors)
        m_stack->addWidget(editor);
    connect(m_sequences, &SequenceEditor::ruleChosen, this,
        [this](const QString& id) { m_session->select(Selection::of("sequence", ss(id))); });
}

void RulesScreen::buildTools()
{
    m_tools = new QWidget(this);
    m_tools->hide(); // until the title row takes it
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space1);
    auto* copy = makeIconButton(QStringLiteral("copy"), tr("Duplicate this rule"), m_tools);
    auto* remove = makeIconButton(QStringLiteral("trash"), tr("Delete this rule"), m_tools);
    connect(copy, &QToolButton::clicked, this, &RulesScreen::duplicate);
    connect(remove, &QToolButton::clicked, this, &RulesScreen::remove);
    auto* add = makeButton(tr("Add rule"), ButtonKind::Normal, QStringLiteral("plus"), m_tools);
    auto* menu = new QMenu(add);
    for (int i = 0; i < RuleKinds; ++i) {
        const auto kind = RuleKind(i);
        if (kind == RuleKind::Settings)
            continue;
        auto* action = menu->addAction(kindName(storeKind(kind)));
        connect(action, &QAction::triggered, this, [this, kind] { this->add(kind); });
        auto* command = new QAction(tr("Add rule: %1").arg(action->text()), this);
        connect(command, &QAction::triggered, action, &QAction::trigger);
        addAction(command);
    }
    add->setMenu(menu);
    row->addWidget(copy);
    row->addWidget(remove);
    row->addWidget(add);
}

QWidget* RulesScreen::titleTools() { return m_tools; }

RuleEditor* RulesScreen::editor() const { return m_editors[std::size_t(m_kind)]; }

void RulesScreen::activate()
{
    follow();
    m_list->setFocus();
}

void RulesScreen::refresh()
{
    const bool first = m_id.empty();
    const QSignalBlocker quiet(m_list->selectionModel());
    const bool factsOpen = m_list->isExpanded(m_model->indexOf(RuleKind::Fact));
    m_model->setDraft(*m_session->draft());
    for (int i = 0; i < RuleKinds; ++i)
        m_list->setExpanded(m_model->indexOf(RuleKind(i)), RuleKind(i) != RuleKind::Fact || factsOpen);
    if (first || !m_model->indexOf(m_kind, m_id).isValid()) {
        const auto rows = rowsOf(m_kind, *m_session->draft());
        m_id = rows.empty() ? std::string() : rows.front().id;
    }
    open(m_kind, m_id);
}

void RulesScreen::follow()
{
    const Selection& selection = m_session->selection();
    if (selection.kind != Selection::Kind::Object)
        return;
    const auto kind = ruleKind(selection.object.kind);
    if (!kind)
        return;
    const std::string id = *kind == RuleKind::Settings
        ? (m_kind == *kind && !m_id.empty() ? m_id : "guardrails")
        : selection.object.id;
    if ((*kind != m_kind || id != m_id) && m_model->indexOf(*kind, id).isValid())
        open(*kind, id);
}

void RulesScreen::choose(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const auto kind = RuleKind(index.data(RuleTreeModel::KindRole).toInt());
    const std::string id = ss(index.data(RuleTreeModel::IdRole).toString());
    if (id.empty()) { // a group: what it holds, or how to begin
        m_kind = kind;
        m_id.clear();
        showEmpty(kind);
        return;
    }
    open(kind, id);
    if (kind == RuleKind::Settings)
        m_session->select(Selection::of("settings", "settings"));
    else
        m_session->select(Selection::of(storeKind(kind), id));
}

void RulesScreen::showEmpty(RuleKind kind)
{
    m_empty->setTexts(groupTitle(kind), emptyWords(kind));
    if (auto* button = m_empty->findChild<QPushButton*>()) {
        button->setText(tr("Add: %1").arg(kindName(storeKind(kind))));
        button->setVisible(kind != RuleKind::Settings);
    }
    m_stack->setCurrentWidget(m_empty);
}

void RulesScreen::open(RuleKind kind, const std::string& id)
{
    m_kind = kind;
    m_id = id;
    const QModelIndex index = m_model->indexOf(kind, id);
    if (id.empty() || !index.isValid()) {
        showEmpty(kind);
        return;
    }
    if (m_list->currentIndex() != index) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->expand(index.parent());
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
        if (index.row() == 0)
            m_list->scrollTo(index.parent()); // with its heading
    }
    m_list->viewport()->update();
    editor()->showRule(id);
    m_stack->setCurrentWidget(editor());
}

void RulesScreen::add(RuleKind kind)
{
    std::string id;
    const store::Command command = addRule(kind, *m_session->draft(), id);
    if (command.edits.empty()) {
        m_session->notify(
            Tone::Info, tr("This rule speaks of offers. Make them first, on the Offers screen."));
        return;
    }
    if (m_session->apply(command))
        m_session->select(Selection::of(storeKind(kind), id));
}

void RulesScreen::duplicate()
{
    std::string id;
    const store::Command command = copyRule(m_kind, m_id, *m_session->draft(), id);
    if (!command.edits.empty() && m_session->apply(command))
        m_session->select(Selection::of(storeKind(m_kind), id));
}

void RulesScreen::remove()
{
    if (m_id.empty() || m_kind == RuleKind::Settings)
        return;
    m_session->apply(removeRule(m_kind, m_id, *m_session->draft()));
}

}
