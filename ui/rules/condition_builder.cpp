// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/condition_builder.h"

#include "ui/rules/condition_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pick_popup.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>

#include <algorithm>

namespace ow::ui {

using Tree = expr::ConditionTree;

namespace {

bool isGroup(const Tree& tree)
{
    return tree.kind == Tree::Kind::All || tree.kind == Tree::Kind::Any || tree.kind == Tree::Kind::None;
}

// The builder always shows a group, so that something can be added to a lone comparison.
Tree asGroup(Tree tree)
{
    if (isGroup(tree))
        return tree;
    Tree all;
    all.children = { std::move(tree) };
    return all;
}

// "true" is an All of nothing; a group of one is that one.
std::string textOf(const Tree& tree) { return expr::toExpressionText(tree); }

}

ConditionBuilder::ConditionBuilder(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_column->setContentsMargins(Size::Space3, Size::Space2, Size::Space2, Size::Space2);
    setAccessibleName(tr("Condition"));
}

void ConditionBuilder::setNames(expr::Vocabulary names) { m_names = std::move(names); }

void ConditionBuilder::setText(const QString& text)
{
    const auto parsed = expr::parse(ss(text));
    if (!parsed)
        return;
    Tree tree = asGroup(expr::toTree(*parsed));
    if (tree == m_tree && m_column->count() > 0)
        return;
    m_tree = std::move(tree);
    rebuild();
}

void ConditionBuilder::rebuild()
{
    clearLayout(m_column);
    m_column->addWidget(group(m_tree, {}));
}

QWidget* ConditionBuilder::node(const Tree& tree, const Path& path)
{
    if (isGroup(tree))
        return group(tree, path);
    return tree.kind == Tree::Kind::Compare ? compare(tree, path) : text(tree, path);
}

QWidget* ConditionBuilder::group(const Tree& tree, const Path& path)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space1);
    column->addWidget(groupHead(tree, path));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(Size::Space4, 0, 0, 0);
    inner->setSpacing(Size::Space1);
    for (std::size_t i = 0; i < tree.children.size(); ++i) {
        Path child = path;
        child.push_back(i);
        inner->addWidget(node(tree.children[i], child));
    }
    column->addLayout(inner);
    return box;
}

QWidget* ConditionBuilder::groupHead(const Tree& tree, const Path& path)
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    auto* kind = new QComboBox(head);
    kind->addItem(tr("All of these hold"));
    kind->addItem(tr("Any of these holds"));
    kind->addItem(tr("None of these holds"));
    kind->setCurrentIndex(int(tree.kind));
    kind->setAccessibleName(tr("How the parts belong together"));
    connect(kind, &QComboBox::activated, this,
        [this, path](int i) { edit(path, [&](Tree& t) { t.kind = Tree::Kind(i); }); });
    row->addWidget(kind);
    if (tree.children.empty())
        row->addWidget(makeLabel(tree.kind == Tree::Kind::Any ? tr("nothing: never") : tr("nothing: always"),
            TextSize::Body, QFont::Normal, Ink::Muted));
    row->addStretch();
    auto* add = makeButton(tr("Add"), ButtonKind::Flat, QStringLiteral("plus"), head);
    auto* menu = new QMenu(add);
    connect(menu->addAction(tr("Comparison")), &QAction::triggered, this, [this, add, path] {
        pickName(add, [this, path](const expr::Name& name) {
            edit(path, [&](Tree& t) { t.children.push_back(firstComparison(name)); });
        });
    });
    connect(menu->addAction(tr("Group")), &QAction::triggered, this, [this, add, path] {
        pickName(add, [this, path](const expr::Name& name) {
            edit(path, [&](Tree& t) {
                Tree any;
                any.kind = t.kind == Tree::Kind::Any ? Tree::Kind::All : Tree::Kind::Any;
                any.children = { firstComparison(name) };
                t.children.push_back(std::move(any));
            });
        });
    });
    add->setMenu(menu);
    row->addWidget(add);
    if (!path.empty())
        row->addWidget(removeButton(path));
    return head;
}

QWidget* ConditionBuilder::text(const Tree& tree, const Path& path)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, Size::Space1, 0, Size::Space1);
    row->setSpacing(Size::Space2);
    auto* words = makeLabel(qs(tree.text), TextSize::Body, QFont::Normal, Ink::Normal, true, box);
    words->setToolTip(qs(tree.why));
    row->addWidget(words, 1);
    row->addWidget(makeLabel(tr("as text"), TextSize::Caption, QFont::Normal, Ink::Muted));
    row->addWidget(removeButton(path));
    return box;
}

QWidget* ConditionBuilder::removeButton(const Path& path)
{
    auto* out = makeIconButton(QStringLiteral("x"), tr("Remove"), this);
    connect(out, &QToolButton::clicked, this, [this, path] { remove(path); });
    return out;
}

Tree& ConditionBuilder::at(const Path& path)
{
    Tree* tree = &m_tree;
    for (const std::size_t child : path)
        tree = &tree->children.at(child);
    return *tree;
}

void ConditionBuilder::edit(const Path& path, const std::function<void(Tree&)>& change)
{
    const Tree before = m_tree;
    change(at(path));
    if (m_tree == before)
        return;
    rebuild();
    emit changed(qs(textOf(m_tree)));
}

void ConditionBuilder::remove(const Path& path)
{
    Path parent = path;
    parent.pop_back();
    edit(parent, [&](Tree& t) { t.children.erase(t.children.begin() + std::ptrdiff_t(path.back())); });
}

void ConditionBuilder::pickName(QWidget* anchor, const std::function<void(const expr::Name&)>& picked)
{
    std::vector<PickItem> items;
    for (const expr::Name& name : m_names.names())
        if (name.type.kind != expr::Kind::Any && name.type.kind != expr::Kind::Map)
            items.push_back({ qs(name.path), qs(name.path), qs(name.type.text()), {} });
    auto* popup = new PickPopup(anchor, tr("Search names"), items);
    connect(popup, &PickPopup::picked, this, [this, picked](const QString& path) {
        if (const expr::Name* name = m_names.find(ss(path)))
            picked(*name);
    });
}

}
