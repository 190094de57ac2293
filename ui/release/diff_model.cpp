// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/diff_model.h"

#include "base/json.h"
#include "ui/merge/field_words.h"
#include "ui/shell/objects.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <map>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

QString markOf(release::Difference::What what)
{
    switch (what) {
    case release::Difference::What::Added:
        return u"added"_s;
    case release::Difference::What::Removed:
        return u"removed"_s;
    case release::Difference::What::Changed:
        return u"changed"_s;
    case release::Difference::What::Reordered:
        return u"moved"_s;
    }
    return {};
}

QString markWord(const QString& mark)
{
    return mark == "added"_L1  ? DiffModel::tr("new")
        : mark == "removed"_L1 ? DiffModel::tr("removed")
        : mark == "moved"_L1   ? DiffModel::tr("moved")
                               : DiffModel::tr("changed");
}

QColor markInk(const QString& mark)
{
    return mark == "added"_L1 ? colors().good : mark == "removed"_L1 ? colors().bad : colors().ink;
}

// A side's value in the person's language, on one line.
QString valueText(const model::Draft& draft, const release::Difference& d, const std::string& json)
{
    if (json.empty()) // of a whole object the mark says it
        return d.field.empty() ? QString() : absentWords(d.field);
    const auto value = parseJson(json);
    return value ? valueWords(draft, d.field, *value).replace(u'\n', u" · "_s) : QString();
}

}

DiffModel::DiffModel(QObject* parent, Shape shape)
    : QAbstractItemModel(parent)
    , m_shape(shape)
    , m_before(tr("Last release"))
    , m_after(tr("Draft"))
{
}

void DiffModel::setSides(const QString& before, const QString& after)
{
    m_before = before;
    m_after = after;
    emit headerDataChanged(Qt::Horizontal, Before, After);
}

int DiffModel::add(int parent, Node node)
{
    auto& siblings = parent < 0 ? m_roots : m_nodes[std::size_t(parent)].children;
    node.parent = parent;
    node.row = int(siblings.size());
    siblings.push_back(int(m_nodes.size()));
    m_nodes.push_back(std::move(node));
    return int(m_nodes.size()) - 1;
}

// The field first: what is cut off at the end is what several rows share.
void DiffModel::addFlat(
    const release::Difference& difference, const QString& title, const model::Draft& draft)
{
    Node node;
    node.kind = difference.kind;
    node.id = difference.id;
    node.mark = markOf(difference.what);
    node.text = difference.id.empty() ? kindPlural(difference.kind)
        : difference.field.empty()    ? kindName(difference.kind) + u" · "_s + title
                                      : fieldPathWords(draft, difference.field) + u" · "_s + title;
    node.before = valueText(draft, difference, difference.beforeJson);
    node.after = valueText(draft, difference, difference.afterJson);
    add(-1, std::move(node));
}

void DiffModel::setDifferences(
    const std::vector<release::Difference>& differences, const Titles& titles, const model::Draft& draft)
{
    const auto fieldText = [&draft](const std::string& field) { return fieldPathWords(draft, field); };
    beginResetModel();
    m_nodes.clear();
    m_roots.clear();
    m_nodes.reserve(differences.size() * 3); // nodes are referred to by index; this is for speed only
    if (m_shape == Shape::Flat) {
        for (const release::Difference& d : differences)
            addFlat(d, titles(d.kind, d.id), draft);
        endResetModel();
        return;
    }
    std::map<std::string, int> kinds;
    std::map<std::pair<std::string, std::string>, std::vector<const release::Difference*>> objects;
    std::vector<std::pair<std::string, std::string>> order;
    for (const release::Difference& d : differences) {
        auto& list = objects[{ d.kind, d.id }];
        if (list.empty())
            order.emplace_back(d.kind, d.id);
        list.push_back(&d);
    }
    for (const auto& key : order) {
        const auto& list = objects[key];
        if (!kinds.contains(key.first)) {
            Node group;
            group.kind = key.first;
            kinds[key.first] = add(-1, std::move(group));
        }
        Node object;
        object.kind = key.first;
        object.id = key.second;
        object.text = titles(key.first, key.second);
        const bool whole = list.size() == 1 && list.front()->field.empty();
        if (whole || list.size() == 1) {
            object.mark = markOf(list.front()->what);
            object.before = valueText(draft, *list.front(), list.front()->beforeJson);
            object.after = valueText(draft, *list.front(), list.front()->afterJson);
            if (!list.front()->field.empty())
                object.text += u": "_s + fieldText(list.front()->field);
        }
        const int at = add(kinds[key.first], std::move(object));
        if (list.size() == 1)
            continue;
        for (const release::Difference* d : list) {
            Node leaf;
            leaf.kind = d->kind;
            leaf.id = d->id;
            leaf.text = d->field.empty() ? qs(d->sentence) : fieldText(d->field);
            leaf.before = valueText(draft, *d, d->beforeJson);
            leaf.after = valueText(draft, *d, d->afterJson);
            leaf.mark = markOf(d->what);
            add(at, std::move(leaf));
        }
    }
    for (const auto& [kind, at] : kinds) {
        Node& group = m_nodes[std::size_t(at)];
        group.text = kind == "product" ? tr("Products") : kindPlural(kind);
        group.text += u"  "_s + count(std::int64_t(group.children.size()));
    }
    endResetModel();
}

const DiffModel::Node* DiffModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? &m_nodes[std::size_t(index.internalId())] : nullptr;
}

QModelIndex DiffModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node* above = nodeOf(parent);
    const auto& siblings = above ? above->children : m_roots;
    return createIndex(row, column, quintptr(siblings[std::size_t(row)]));
}

QModelIndex DiffModel::parent(const QModelIndex& child) const
{
    const Node* node = nodeOf(child);
    if (!node || node->parent < 0)
        return {};
    return createIndex(m_nodes[std::size_t(node->parent)].row, 0, quintptr(node->parent));
}

int DiffModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node* node = nodeOf(parent);
    return int(node ? node->children.size() : m_roots.size());
}

int DiffModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant DiffModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = *nodeOf(index);
    const bool group = node.parent < 0 && m_shape == Shape::Tree;
    switch (role) {
    case KindRole:
        return qs(node.kind);
    case IdRole:
        return qs(node.id);
    case MarkRole:
        return node.mark;
    case Qt::FontRole:
        return group ? QVariant(textFont(TextSize::Body, QFont::DemiBold)) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == Before ? colors().muted : markInk(node.mark);
    case Qt::ToolTipRole:
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (Column(index.column())) {
    case What:
        return node.mark.isEmpty() || node.mark == "changed"_L1
            ? node.text
            : u"%1 (%2)"_s.arg(node.text, markWord(node.mark));
    case Before:
        return node.before;
    case After:
        return node.after;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case What:
        return tr("What");
    case Before:
        return m_before;
    case After:
        return m_after;
    case ColumnCount:
        break;
    }
    return {};
}

}
