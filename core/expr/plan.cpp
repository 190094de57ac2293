// SPDX-License-Identifier: Apache-2.0
#include "expr/plan.h"

#include <algorithm>
#include <array>

namespace ow::expr {

namespace {

Operation plainOperation(Syntax syntax)
{
    switch (syntax) {
    case Syntax::Index:
        return Operation::Index;
    case Syntax::Call:
    case Syntax::Method:
        return Operation::Call;
    case Syntax::All:
        return Operation::All;
    case Syntax::Exists:
        return Operation::Exists;
    case Syntax::ExistsOne:
        return Operation::ExistsOne;
    case Syntax::Filter:
        return Operation::Filter;
    case Syntax::Map:
        return Operation::Map;
    case Syntax::List:
        return Operation::List;
    case Syntax::MapLiteral:
        return Operation::MapLiteral;
    case Syntax::Not:
        return Operation::Not;
    case Syntax::Negate:
        return Operation::Negate;
    case Syntax::And:
        return Operation::And;
    case Syntax::Or:
        return Operation::Or;
    case Syntax::Conditional:
        return Operation::Conditional;
    default:
        return Operation::Constant;
    }
}

Operation binaryOperation(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, Operation>, 12> table { { { "+", Operation::Add },
        { "-", Operation::Subtract }, { "*", Operation::Multiply }, { "/", Operation::Divide },
        { "%", Operation::Modulo }, { "==", Operation::Equal }, { "!=", Operation::NotEqual },
        { "<", Operation::Less }, { "<=", Operation::LessEqual }, { ">", Operation::Greater },
        { ">=", Operation::GreaterEqual }, { "in", Operation::In } } };
    return std::ranges::find(table, text, &std::pair<std::string_view, Operation>::first)->second;
}

Value literal(const Node& node)
{
    switch (node.syntax) {
    case Syntax::Bool:
        return Value::of(node.number != 0);
    case Syntax::Int:
        return Value::of(node.number);
    case Syntax::Double:
        return Value::of(node.real);
    case Syntax::String:
        return Value::of(std::string_view(node.text));
    default:
        return {};
    }
}

void select(PlanNode& out, const Node& node, const NodeFacts& facts)
{
    if (facts.binding == NodeFacts::Binding::None) {
        out.operation = Operation::Field;
        out.operands = node.children;
        out.constant = Value::of(std::string_view(node.text));
        return;
    }
    out.operation = facts.binding == NodeFacts::Binding::Name ? Operation::Name : Operation::Local;
}

void has(PlanNode& out, const Expression& e, const Node& node, const NodeFacts& facts)
{
    if (facts.known) {
        out.constant = Value::of(true);
        return;
    }
    const Node& selected = e.node(node.children.front());
    out.operation = Operation::Has;
    out.operands = selected.children;
    out.constant = Value::of(std::string_view(selected.text));
}

PlanNode planned(const Expression& e, const Node& node, NodeFacts facts)
{
    PlanNode out;
    out.slot = facts.slot;
    out.function = facts.function;
    switch (node.syntax) {
    case Syntax::Name:
    case Syntax::Select:
        select(out, node, facts);
        break;
    case Syntax::Has:
        has(out, e, node, facts);
        break;
    case Syntax::Binary:
        out.operation = binaryOperation(node.text);
        out.operands = node.children;
        break;
    default:
        out.operation = plainOperation(node.syntax);
        out.operands = node.children;
        out.constant = literal(node);
    }
    const bool ofMath = facts.function == Function::Greatest || facts.function == Function::Least;
    if (ofMath) // its first child is the word "math"
        out.operands.erase(out.operands.begin());
    out.type = std::move(facts.type);
    return out;
}

}

Plan makePlan(const Expression& expression, Analysis analysis)
{
    Plan out;
    const auto& nodes = expression.tree().nodes;
    out.root = expression.tree().root;
    out.nodes.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        out.nodes.push_back(planned(expression, nodes[i], std::move(analysis.nodes[i])));
    return out;
}

std::vector<NodeIndex> usedNodes(const Plan& plan)
{
    std::vector<bool> used(plan.nodes.size());
    used[plan.root] = true;
    std::vector<NodeIndex> out;
    for (std::size_t i = plan.nodes.size(); i-- > 0;) {
        if (!used[i])
            continue;
        out.push_back(NodeIndex(i));
        for (const NodeIndex operand : plan.nodes[i].operands)
            used[operand] = true;
    }
    std::ranges::reverse(out);
    return out;
}

}
