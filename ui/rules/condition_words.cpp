// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/condition_words.h"

#include "ui/rules/rules_text.h"

namespace ow::ui {

using expr::Comparison;
using expr::Kind;

QString comparisonWords(Comparison comparison, const expr::Type& type)
{
    const bool time = type.kind == Kind::Timestamp;
    switch (comparison) {
    case Comparison::Equal:
        return RulesText::tr("is");
    case Comparison::NotEqual:
        return RulesText::tr("is not");
    case Comparison::Less:
        return time ? RulesText::tr("is before") : RulesText::tr("is less than");
    case Comparison::LessEqual:
        return RulesText::tr("is at most");
    case Comparison::Greater:
        return time ? RulesText::tr("is after") : RulesText::tr("is more than");
    case Comparison::GreaterEqual:
        return RulesText::tr("is at least");
    case Comparison::Is:
        return RulesText::tr("is true");
    case Comparison::In:
        return RulesText::tr("is one of");
    case Comparison::NotIn:
        return RulesText::tr("is none of");
    case Comparison::Has:
        return RulesText::tr("contains");
    case Comparison::HasNot:
        return RulesText::tr("does not contain");
    case Comparison::StartsWith:
        return RulesText::tr("starts with");
    case Comparison::EndsWith:
        return RulesText::tr("ends with");
    case Comparison::Contains:
        return RulesText::tr("contains the text");
    case Comparison::Matches:
        return RulesText::tr("matches the pattern");
    }
    return {};
}

std::vector<Comparison> comparisonsFor(const expr::Type& type)
{
    using enum Comparison;
    switch (type.kind) {
    case Kind::Bool:
        return { Is, Equal, NotEqual };
    case Kind::Int:
    case Kind::Double:
        return { GreaterEqual, Greater, LessEqual, Less, Equal, NotEqual, In, NotIn };
    case Kind::String:
        return { Equal, NotEqual, In, NotIn, StartsWith, EndsWith, Contains, Matches };
    case Kind::List:
        return { Has, HasNot };
    case Kind::Timestamp:
    case Kind::Duration:
        return { GreaterEqual, Greater, LessEqual, Less, Equal, NotEqual };
    default:
        return { Equal, NotEqual };
    }
}

Kind literalKind(const expr::Type& type) { return type.kind == Kind::List ? type.element().kind : type.kind; }

bool takesValue(Comparison comparison) { return comparison != Comparison::Is; }

expr::ConditionTree firstComparison(const expr::Name& name)
{
    expr::ConditionTree tree;
    tree.kind = expr::ConditionTree::Kind::Compare;
    tree.name = name.path;
    tree.comparison = comparisonsFor(name.type).front();
    if (!takesValue(tree.comparison))
        return tree;
    expr::Literal value { literalKind(name.type), "0" };
    switch (value.kind) {
    case Kind::String:
        value.text = name.values.empty() ? std::string() : name.values.front();
        break;
    case Kind::Bool:
        value.text = "true";
        break;
    case Kind::Double:
        value.text = "0.0";
        break;
    case Kind::Timestamp:
        value.text = "2030-01-01T00:00:00Z";
        break;
    case Kind::Duration:
        value.text = "24h";
        break;
    default:
        break;
    }
    tree.values = { value };
    return tree;
}

}
