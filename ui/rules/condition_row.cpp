// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/condition_builder.h"
#include "ui/rules/condition_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

namespace ow::ui {

using Tree = expr::ConditionTree;

namespace {

// Of In and NotIn: one line, values with commas between them.
QString joinedValues(const Tree& tree)
{
    QStringList texts;
    for (const expr::Literal& value : tree.values)
        texts << qs(value.text);
    return texts.join(QStringLiteral(", "));
}

bool isList(expr::Comparison comparison)
{
    return comparison == expr::Comparison::In || comparison == expr::Comparison::NotIn;
}

// What a person typed, as a literal of that kind; numbers that are none stay as they were.
std::optional<expr::Literal> literal(const QString& typed, expr::Kind kind)
{
    const QString text = typed.trimmed();
    bool ok = true;
    if (kind == expr::Kind::Int)
        text.toLongLong(&ok);
    else if (kind == expr::Kind::Double)
        text.toDouble(&ok);
    else if (kind == expr::Kind::Duration)
        ok = parseDuration(ss(text)).has_value();
    else if (kind == expr::Kind::Timestamp)
        ok = parseTimestamp(ss(text)).has_value();
    if (!ok)
        return std::nullopt;
    expr::Literal value { kind, ss(text) };
    if (kind == expr::Kind::Double && !text.contains(QLatin1Char('.')))
        value.text += ".0"; // 3 would be an int there
    return value;
}

}

QWidget* ConditionBuilder::compare(const Tree& tree, const Path& path)
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space1);
    auto* name = makeButton(qs(tree.name), ButtonKind::Normal, {}, box);
    name->setAccessibleName(tr("Name %1").arg(qs(tree.name)));
    connect(name, &QPushButton::clicked, this, [this, name, path] {
        pickName(name, [this, path](const expr::Name& picked) {
            edit(path, [&](Tree& t) { t = firstComparison(picked); });
        });
    });
    row->addWidget(name);
    const expr::Name* known = m_names.find(tree.name);
    const expr::Type type = known ? known->type : expr::Type(expr::Kind::Any);
    auto* how = new QComboBox(box);
    auto offered = comparisonsFor(type);
    if (std::ranges::find(offered, tree.comparison) == offered.end())
        offered.push_back(tree.comparison);
    for (const expr::Comparison c : offered)
        how->addItem(comparisonWords(c, type), int(c));
    how->setCurrentIndex(how->findData(int(tree.comparison)));
    how->setAccessibleName(tr("Comparison"));
    connect(how, &QComboBox::activated, this, [this, how, path, type](int) {
        const auto chosen = expr::Comparison(how->currentData().toInt());
        edit(path, [&](Tree& t) {
            t.comparison = chosen;
            if (!takesValue(chosen))
                t.values.clear();
            else if (t.values.empty())
                t.values
                    = { expr::Literal { literalKind(type), type.kind == expr::Kind::Bool ? "true" : "0" } };
            else if (!isList(chosen))
                t.values.resize(1);
        });
    });
    row->addWidget(how);
    if (takesValue(tree.comparison))
        row->addWidget(valueField(tree, path), 1);
    else
        row->addStretch(1);
    row->addWidget(removeButton(path));
    return box;
}

QWidget* ConditionBuilder::valueField(const Tree& tree, const Path& path)
{
    const expr::Name* known = m_names.find(tree.name);
    const expr::Kind kind = tree.values.empty() ? expr::Kind::String : tree.values.front().kind;
    std::vector<std::string> closed;
    if (kind == expr::Kind::Bool)
        closed = { "true", "false" };
    else if (known && !isList(tree.comparison)
        && (tree.comparison == expr::Comparison::Equal || tree.comparison == expr::Comparison::NotEqual))
        closed = known->values;
    if (!closed.empty()) {
        auto* combo = new QComboBox(this);
        for (const std::string& value : closed)
            combo->addItem(qs(value));
        combo->setCurrentText(tree.values.empty() ? QString() : qs(tree.values.front().text));
        combo->setAccessibleName(tr("Value"));
        connect(combo, &QComboBox::activated, this, [this, combo, path, kind](int) {
            edit(path, [&](Tree& t) { t.values = { expr::Literal { kind, ss(combo->currentText()) } }; });
        });
        return combo;
    }
    auto* line = new CommitLine(this);
    line->setMinimumWidth(64);
    line->setCommitted(joinedValues(tree));
    line->setAccessibleName(tr("Value"));
    if (isList(tree.comparison))
        line->setPlaceholderText(tr("values with commas between them"));
    connect(line, &CommitLine::committed, this, [this, line, path, kind, tree](const QString& typed) {
        std::vector<expr::Literal> values;
        const QStringList parts = isList(tree.comparison) ? typed.split(QLatin1Char(','), Qt::SkipEmptyParts)
                                                          : QStringList { typed };
        for (const QString& part : parts)
            if (auto value = literal(part, kind))
                values.push_back(std::move(*value));
        if (values.size() != std::size_t(parts.size())) {
            line->setCommitted(QString()); // forget what was typed: it is no value of this type
            line->setText(joinedValues(tree));
            line->setCommitted(joinedValues(tree));
            return;
        }
        edit(path, [&](Tree& t) { t.values = values; });
    });
    return line;
}

}
