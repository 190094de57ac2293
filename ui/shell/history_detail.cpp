// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_detail.h"

#include "base/json.h"
#include "release/step_diff.h"
#include "ui/release/diff_model.h"
#include "ui/shell/objects.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

// What is gone from the draft is called by the name that it had.
QString titleIn(
    const model::Draft& draft, const std::vector<release::Difference>& changes, const store::ObjectKey& key)
{
    const QString title = objectInfo(draft, key).title;
    for (const release::Difference& d : changes)
        if (title == qs(key.id) && d.kind == key.kind && d.id == key.id && d.field.empty())
            for (const std::string& body : { d.beforeJson, d.afterJson })
                if (const auto json = parseJson(body); json && json->is_object())
                    if (const auto name = json->find("name"); name != json->end() && name->is_string())
                        return qs(name->get<std::string>());
    return title;
}

}

HistoryDetail::HistoryDetail(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space3, 0, Size::Space2, 0);
    column->setSpacing(Size::Space2);
    buildHead();
    m_changes = new DiffModel(this, DiffModel::Shape::Flat);
    m_changes->setSides(tr("Before"), tr("After"));
    m_view = new QTreeView;
    m_view->setProperty("kind", u"plain"_s);
    m_view->setModel(m_changes);
    m_view->setUniformRowHeights(true);
    m_view->setAccessibleName(tr("What the step changed"));
    m_view->setRootIsDecorated(false);
    m_view->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_nothing = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_nothing->setObjectName(u"noChanges"_s);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_view);
    column->addWidget(m_pages, 1);
    setEntry({});
}

void HistoryDetail::buildHead()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space3);
    m_why = new CommitLine;
    m_why->setObjectName(u"why"_s);
    m_why->setPlaceholderText(tr("Why? (optional)"));
    m_why->setAccessibleName(tr("Why"));
    m_here = makeLabel(tr("The project stands here"), TextSize::Body, QFont::Normal, Ink::Muted);
    m_go = makeButton(tr("Go back to this state"));
    m_go->setObjectName(u"go"_s);
    row->addWidget(m_why, 1);
    row->addWidget(m_here);
    row->addWidget(m_go);
    column->addLayout(row);
    connect(m_why, &CommitLine::committed, this, &HistoryDetail::saveWhy);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_entry)
            emit goToAsked(qlonglong(m_entry->id));
    });
}

void HistoryDetail::setEntry(std::optional<store::HistoryEntry> entry)
{
    // What is being written belongs to the step that was shown.
    if (m_entry && (!entry || entry->id != m_entry->id) && m_why->text().trimmed() != qs(m_entry->why))
        saveWhy(m_why->text().trimmed());
    m_entry = std::move(entry);
    const bool here = m_entry && m_session->project()->head() == m_entry->id;
    m_why->setVisible(m_entry.has_value());
    m_here->setVisible(here);
    m_go->setVisible(m_entry && !here);
    if (m_entry) {
        m_go->setEnabled(m_session->isEditable());
        m_go->setText(m_entry->current ? tr("Go back to this state") : tr("Go to this undone state"));
        m_why->setReadOnly(!m_session->isEditable());
        m_why->setCommitted(qs(m_entry->why));
    }
    showChanges();
}

void HistoryDetail::showChanges()
{
    std::vector<release::Difference> changes;
    QString nothing = tr("Select a step to see what it changed.");
    if (m_entry) {
        const auto step = m_session->project()->step(m_entry->id);
        auto read
            = step ? release::stepDiff(*step) : Result<std::vector<release::Difference>>(fail(step.error()));
        nothing = !read ? qs(read.error().message)
            : m_entry->id == 0
            ? tr("Here the project begins.")
            : tr("It changed nothing that people author: it brought in data, or moved things in a list.");
        if (read)
            changes = std::move(*read);
    }
    const auto draft = m_session->draft();
    m_changes->setDifferences(
        changes,
        [&](const std::string& kind, const std::string& id) {
            return titleIn(*draft, changes, { kind, id });
        },
        *draft);
    m_nothing->setText(nothing);
    m_pages->setCurrentIndex(changes.empty() ? 0 : 1);
}

void HistoryDetail::saveWhy(const QString& why)
{
    if (!m_entry || !m_session->setWhy(m_entry->id, ss(why)))
        return;
    m_entry->why = ss(why);
    m_why->setCommitted(why);
    emit whyChanged();
}

}
