// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_detail.h"

#include "ui/merge/field_row.h"
#include "ui/shell/object_fields.h"
#include "ui/shell/theme.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr int ScrollBarRoom = 12; // as the style sheet has it: heads stand above their columns with it too

// One side's reading of a field.
struct Reading {
    QString name, value;
    bool open = false; ///< a conflict that nobody has settled: the result has no value yet
};
using Readings = std::vector<Reading>;

Readings readingsOf(const model::DraftSnapshot& draft, const store::ObjectKey& key)
{
    Readings out;
    if (draft)
        for (const Field& field : fieldsOf(*draft, key))
            out.push_back({ field.name, field.value });
    return out;
}

// Whether the object will be there at all is still open.
Readings wholeOpen() { return { { {}, {}, true } }; }

// What is one thing if open conflicts go our way and another if they go theirs is not settled.
Readings markOpen(Readings result, const Readings& otherwise)
{
    if (result.empty() != otherwise.empty())
        return wholeOpen();
    for (Reading& reading : result) {
        const auto other = std::ranges::find(otherwise, reading.name, &Reading::name);
        reading.open = other == otherwise.end() || other->value != reading.value;
    }
    for (const Reading& other : otherwise)
        if (std::ranges::find(result, other.name, &Reading::name) == result.end())
            result.push_back({ other.name, {}, true });
    return result;
}

// What differs between the sides is set strong.
QString readingHtml(const Reading& reading, bool differs)
{
    const QString text = reading.open ? u"<span style='color:%1'>%2</span>"_s.arg(
                             colors().caution.name(), MergeDetail::tr("Not settled yet").toHtmlEscaped())
                                      : reading.value.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    if (reading.name.isEmpty())
        return text;
    return u"<p style='margin:0 0 6px 0'><span style='color:%1'>%2</span><br>%3</p>"_s.arg(
        colors().muted.name(), reading.name.toHtmlEscaped(), differs ? u"<b>%1</b>"_s.arg(text) : text);
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
        connect(row, &FieldRow::left, this, &MergeDetail::left);
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
    showObject(plan, drafts);
}

bool MergeDetail::isOpen(const store::MergePlan& plan) const
{
    return std::ranges::any_of(plan.items(), [&](const store::MergePlan::Item& item) {
        return item.difference.key == m_key && item.choice == store::MergePlan::Choice::None;
    });
}

void MergeDetail::showObject(const store::MergePlan& plan, const Drafts& drafts)
{
    clearLayout(m_objectGrid);
    if (m_key.kind.empty())
        return;
    const ObjectInfo info = infoOf(drafts, m_key);
    m_title->setText(info.title);
    m_kind->setText(info.kind);
    auto* heading = makeLabel(tr("The whole object"), TextSize::Caption, QFont::Medium, Ink::Muted);
    m_objectGrid->addWidget(heading, 0, 0, 1, 3);
    std::array<Readings, 3> sides { readingsOf(drafts.ours, m_key), readingsOf(drafts.result, m_key),
        readingsOf(drafts.theirs, m_key) };
    if (isOpen(plan))
        sides[1] = markOpen(
            std::move(sides[1]), readingsOf(drafts.otherwise ? drafts.otherwise : drafts.theirs, m_key));
    std::map<QString, std::set<QString>> values; // by field: more than one where the sides differ
    for (const Readings& side : sides)
        for (const Reading& reading : side)
            values[reading.name].insert(reading.open ? QString() : reading.value);
    for (std::size_t i = 0; i < sides.size(); ++i) {
        QString html;
        for (const Reading& reading : sides[i])
            html += readingHtml(reading, values[reading.name].size() > 1);
        auto* text = makeLabel(html.isEmpty() ? tr("Not there") : html, TextSize::Body, QFont::Normal,
            html.isEmpty() ? Ink::Muted : Ink::Normal, true);
        text->setTextFormat(html.isEmpty() ? Qt::PlainText : Qt::RichText);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        text->setObjectName(QStringList { u"all-ours"_s, u"all-result"_s, u"all-theirs"_s }[int(i)]);
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

void MergeDetail::showInvalid(std::size_t item, const QString& why)
{
    if (FieldRow* row = rowOf(item))
        row->showInvalid(why);
}

bool MergeDetail::isEditing() const { return std::ranges::any_of(m_rows, &FieldRow::isEditing); }

bool MergeDetail::finishEditing() { return std::ranges::all_of(m_rows, &FieldRow::finishEditing); }

}
