// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_detail.h"

#include "ui/merge/field_row.h"
#include "ui/shell/object_fields.h"
#include "ui/shell/theme.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr int ScrollBarRoom = 12; // as the style sheet has it: heads stand above their columns with it too

// What differs between the sides is set strong.
QString readingHtml(const Field& field, bool differs)
{
    const QString text = field.value.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return differs ? u"<b>%1</b>"_s.arg(text) : text;
}

// An object's name where the result no longer has it.
ObjectInfo infoOf(const MergeDetail::Drafts& drafts, const store::ObjectKey& key)
{
    for (const auto& draft : { drafts.result, drafts.ours, drafts.theirs })
        if (draft)
            if (const ObjectInfo info = objectInfo(*draft, key); info.title != QString::fromStdString(key.id))
                return info;
    return objectInfo({}, key);
}

}

MergeDetail::MergeDetail(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space3);
    buildHead(column);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName(u"scrolled"_s);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, ScrollBarRoom, 0);
    rows->setSpacing(Size::Space4);
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(Size::Space3);
    rows->addLayout(m_fields);
    m_object = new QWidget;
    m_objectGrid = new QGridLayout(m_object);
    m_objectGrid->setContentsMargins(Size::Space3, 0, Size::Space3, Size::Space3);
    m_objectGrid->setHorizontalSpacing(Size::Space3);
    m_objectGrid->setVerticalSpacing(Size::Space1);
    rows->addWidget(m_object);
    rows->addStretch(1);
    m_scroll->setWidget(content);
    column->addWidget(m_scroll, 1);
}

void MergeDetail::buildHead(QVBoxLayout* column)
{
    auto* title = new QHBoxLayout;
    title->setSpacing(Size::Space2);
    m_title = makeLabel({}, TextSize::PageTitle, QFont::DemiBold);
    m_title->setTextFormat(Qt::PlainText);
    m_kind = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted);
    title->addWidget(m_title);
    title->addWidget(m_kind, 0, Qt::AlignBottom);
    title->addStretch();
    column->addLayout(title);
    auto* heads = new QHBoxLayout;
    heads->setContentsMargins(Size::Space3, 0, Size::Space3 + ScrollBarRoom, 0);
    heads->setSpacing(Size::Space3);
    const auto pane = [heads](const QString& name, ElidedLabel*& label) {
        auto* box = new QVBoxLayout;
        box->setSpacing(0);
        box->addWidget(makeLabel(name, TextSize::CardTitle, QFont::DemiBold));
        label = new ElidedLabel;
        label->setFont(textFont(TextSize::Caption));
        setInk(label, Ink::Muted);
        box->addWidget(label);
        heads->addLayout(box, 1);
    };
    ElidedLabel* result = nullptr;
    pane(tr("Ours"), m_ours);
    pane(tr("Result"), result);
    pane(tr("Theirs"), m_theirs);
    result->setFullText(tr("what the project will say"));
    column->addLayout(heads);
}

void MergeDetail::setNames(const QString& ours, const QString& theirs)
{
    m_ours->setFullText(ours);
    m_theirs->setFullText(theirs);
}

void MergeDetail::clear()
{
    clearLayout(m_fields);
    clearLayout(m_objectGrid);
    m_rows.clear();
    m_title->clear();
    m_kind->clear();
    m_key = {};
}

void MergeDetail::showItem(const store::MergePlan& plan, std::size_t item, const Drafts& drafts)
{
    const store::ObjectKey& key = plan.items().at(item).difference.key;
    if (key != m_key || !rowOf(item)) {
        m_key = key;
        makeRows(plan, drafts);
    } else {
        refresh(plan, drafts);
    }
    setCurrent(item);
}

void MergeDetail::makeRows(const store::MergePlan& plan, const Drafts& drafts)
{
    clearLayout(m_fields);
    m_rows.clear();
    for (std::size_t i = 0; i < plan.items().size(); ++i) {
        if (plan.items()[i].difference.key != m_key)
            continue;
        auto* row = new FieldRow(i);
        row->setEditable(m_editable);
        connect(row, &FieldRow::chosen, this, &MergeDetail::chosen);
        connect(row, &FieldRow::edited, this, &MergeDetail::edited);
        connect(row, &FieldRow::entered, this, &MergeDetail::entered);
        m_rows.push_back(row);
        m_fields->addWidget(row);
    }
    // Conflicts stand above what merged by itself.
    std::ranges::stable_sort(
        m_rows, {}, [&](const FieldRow* row) { return !plan.items()[row->item()].isConflict(); });
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_fields->insertWidget(int(i), m_rows[i]);
    refresh(plan, drafts);
    m_scroll->verticalScrollBar()->setValue(0);
}

void MergeDetail::refresh(const store::MergePlan& plan, const Drafts& drafts)
{
    const model::Draft empty;
    const model::Draft& names = drafts.ours ? *drafts.ours : empty;
    for (FieldRow* row : m_rows)
        row->show(plan.items().at(row->item()), names);
    showObject(drafts);
}

void MergeDetail::showObject(const Drafts& drafts)
{
    clearLayout(m_objectGrid);
    if (m_key.kind.empty())
        return;
    const ObjectInfo info = infoOf(drafts, m_key);
    m_title->setText(info.title);
    m_kind->setText(info.kind);
    auto* heading = makeLabel(tr("The whole object"), TextSize::Caption, QFont::Medium, Ink::Muted);
    m_objectGrid->addWidget(heading, 0, 0, 1, 3);
    const std::array<model::DraftSnapshot, 3> sides { drafts.ours, drafts.result, drafts.theirs };
    std::map<QString, std::set<QString>> values; // by field: more than one where the sides differ
    std::array<std::vector<Field>, 3> fields;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (sides[i])
            fields[i] = fieldsOf(*sides[i], m_key);
        for (const Field& field : fields[i])
            values[field.name].insert(field.value);
    }
    for (std::size_t i = 0; i < sides.size(); ++i) {
        QString html;
        for (const Field& field : fields[i])
            html += u"<p style='margin:0 0 6px 0'><span style='color:%1'>%2</span><br>%3</p>"_s.arg(
                colors().muted.name(), field.name.toHtmlEscaped(),
                readingHtml(field, values[field.name].size() > 1));
        auto* text = makeLabel(html.isEmpty() ? tr("Not there") : html, TextSize::Body, QFont::Normal,
            html.isEmpty() ? Ink::Muted : Ink::Normal, true);
        text->setTextFormat(html.isEmpty() ? Qt::PlainText : Qt::RichText);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_objectGrid->addWidget(text, 1, int(i));
        m_objectGrid->setColumnStretch(int(i), 1);
        m_objectGrid->setColumnMinimumWidth(int(i), 1);
    }
    const bool any = !values.empty();
    m_object->setVisible(any);
}

FieldRow* MergeDetail::rowOf(std::size_t item) const
{
    const auto found = std::ranges::find(m_rows, item, &FieldRow::item);
    return found == m_rows.end() ? nullptr : *found;
}

void MergeDetail::setCurrent(std::size_t item)
{
    m_item = item;
    for (FieldRow* row : m_rows)
        row->setCurrent(row->item() == item);
    if (FieldRow* row = rowOf(item)) // when the layout has been made
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, Size::Space4); });
}

void MergeDetail::setEditable(bool editable)
{
    m_editable = editable;
    for (FieldRow* row : m_rows)
        row->setEditable(editable);
}

void MergeDetail::startEditing(std::size_t item)
{
    if (FieldRow* row = rowOf(item))
        row->startEditing();
}

void MergeDetail::showInvalid(std::size_t item)
{
    FieldRow* row = rowOf(item);
    auto* editor = row ? row->findChild<QPlainTextEdit*>() : nullptr;
    if (!editor)
        return;
    editor->setProperty("invalid", true);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
    editor->setFocus();
}

}
