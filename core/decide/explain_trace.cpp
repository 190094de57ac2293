// SPDX-License-Identifier: Apache-2.0
#include "decide/explain_trace.h"

#include "base/json.h"
#include "expr/value_json.h"

#include <algorithm>

namespace ow::decide {

namespace {

using expr::Value;

std::string jsonText(const Value& value)
{
    return expr::valueToJson(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The parts of a chain of && (or ||), nested chains of the same kind taken apart too.
void flatten(
    const expr::Expression& e, expr::NodeIndex node, expr::Syntax by, std::vector<expr::NodeIndex>& out)
{
    if (e.node(node).syntax != by) {
        out.push_back(node);
        return;
    }
    for (const expr::NodeIndex child : e.node(node).children)
        flatten(e, child, by, out);
}

}

const expr::Vocabulary& Tracer::namesAt(expr::Place place)
{
    const auto it = m_names.find(place);
    return it != m_names.end() ? it->second : m_names.emplace(place, m_pack.names.at(place)).first->second;
}

Tracer::Names Tracer::namesRead(const expr::Program& program, expr::Place place)
{
    Names out;
    for (const expr::Name& name : namesAt(place).names()) {
        if (std::ranges::binary_search(program.reads(), name.slot))
            out.emplace_back(name.path, name.slot);
    }
    return out;
}

std::vector<Tracer::Part> Tracer::split(
    const expr::Expression& expression, expr::Syntax by, expr::Place place)
{
    std::vector<expr::NodeIndex> nodes;
    flatten(expression, expression.tree().root, by, nodes);
    std::vector<Part> out;
    for (const expr::NodeIndex i : nodes) {
        const expr::Node& node = expression.node(i);
        auto program = expr::compile(expression.textOf(i), namesAt(place));
        if (!program)
            continue; // cannot be: a part of what compiles does
        std::vector<std::string> names;
        for (const auto& [path, slot] : namesRead(*program, place))
            names.push_back(path);
        out.push_back({ std::move(*program), std::string(expression.textOf(i)), node.begin, node.end,
            std::move(names) });
    }
    return out;
}

const Tracer::Parts* Tracer::partsOf(const std::string& text, expr::Place place)
{
    const auto key = std::make_pair(place, text);
    if (const auto it = m_parts.find(key); it != m_parts.end())
        return &it->second;
    auto whole = expr::compile(text, namesAt(place));
    if (!whole)
        return nullptr;
    Parts parts;
    parts.whole = std::move(*whole);
    parts.conjuncts = split(parts.whole.expression(), expr::Syntax::And, place);
    parts.disjuncts = split(parts.whole.expression(), expr::Syntax::Or, place);
    parts.reads = namesRead(parts.whole, place);
    return &m_parts.emplace(key, std::move(parts)).first->second;
}

Clause Tracer::clauseOf(const Part& part, const Value& value)
{
    Clause out { part.text, part.begin, part.end, part.names, {}, {}, {}, 0, 0 };
    if (!value.isError())
        return out;
    out.error = expr::errorName(value.errorCode());
    out.errorSentence = expr::errorSentence(value.errorCode());
    const expr::Expression& expression = part.program.expression();
    const auto node = std::size_t(value.errorNode());
    const bool known = value.errorNode() >= 0 && node < expression.tree().nodes.size();
    const expr::Node& at = known ? expression.node(expr::NodeIndex(node)) : expression.root();
    out.errorBegin = part.begin + at.begin;
    out.errorEnd = part.begin + at.end;
    out.errorText = expression.text().substr(at.begin, at.end - at.begin);
    return out;
}

ExpressionTrace Tracer::start(
    const std::string& text, const Parts& parts, std::span<const Value> values, Value& whole)
{
    m_arena.reset();
    ExpressionTrace out;
    out.text = text;
    whole = parts.whole.evaluate(values, m_arena);
    if (!whole.isError())
        out.value = jsonText(whole);
    for (const auto& [path, slot] : parts.reads)
        out.reads.push_back({ path, jsonText(values[slot]) });
    return out;
}

ExpressionTrace Tracer::whyNot(const std::string& text, expr::Place place, std::span<const Value> values)
{
    const Parts* parts = partsOf(text, place);
    if (parts == nullptr)
        return { text, {}, {}, {} };
    Value whole;
    ExpressionTrace out = start(text, *parts, values, whole);
    for (const Part& part : parts->conjuncts) {
        const Value value = part.program.evaluate(values, m_arena);
        if (!value.isTrue())
            out.clauses.push_back(clauseOf(part, value));
    }
    return out;
}

ExpressionTrace Tracer::whySo(const std::string& text, expr::Place place, std::span<const Value> values)
{
    const Parts* parts = partsOf(text, place);
    if (parts == nullptr)
        return { text, {}, {}, {} };
    Value whole;
    ExpressionTrace out = start(text, *parts, values, whole);
    for (const Part& part : parts->disjuncts) {
        const Value value = part.program.evaluate(values, m_arena);
        // Next to a true part one that fails is absorbed.
        if (value.isTrue() || (value.isError() && whole.isError()))
            out.clauses.push_back(clauseOf(part, value));
    }
    return out;
}

ExpressionTrace Tracer::number(const std::string& text, expr::Place place, std::span<const Value> values)
{
    const Parts* parts = partsOf(text, place);
    if (parts == nullptr)
        return { text, {}, {}, {} };
    Value whole;
    ExpressionTrace out = start(text, *parts, values, whole);
    if (whole.isError())
        out.clauses.push_back(clauseOf(parts->conjuncts.front(), whole));
    return out;
}

Value Tracer::evaluate(const std::string& text, expr::Place place, std::span<const Value> values)
{
    const Parts* parts = partsOf(text, place);
    if (parts == nullptr)
        return Value::error(expr::EvalError::WrongType);
    m_arena.reset();
    return parts->whole.evaluate(values, m_arena);
}

std::string describe(const ExpressionTrace& trace)
{
    std::string out;
    std::string said;
    std::vector<const Reading*> read;
    for (const Clause& clause : trace.clauses) {
        out += (out.empty() ? "" : ", ") + clause.text;
        if (!clause.error.empty())
            out += " fails at " + clause.errorText + " (" + clause.errorSentence + ')';
        for (const Reading& reading : trace.reads) {
            if (std::ranges::find(clause.names, reading.name) != clause.names.end()
                && std::ranges::find(read, &reading) == read.end())
                read.push_back(&reading);
        }
    }
    for (const Reading* reading : read)
        said += (said.empty() ? "" : ", ") + reading->name + " = " + reading->value;
    if (out.empty())
        out = trace.text;
    return said.empty() ? out : out + " (" + said + ')';
}

}
