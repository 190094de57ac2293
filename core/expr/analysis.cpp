// SPDX-License-Identifier: Apache-2.0
#include "expr/analysis.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::expr {

namespace {

using enum Kind;

/// "a.b.c" where a node is nothing but selections from a name; empty otherwise. Quoted or not, a field is a
/// field.
std::string pathOf(const Expression& e, NodeIndex i)
{
    const Node& node = e.node(i);
    if (node.syntax == Syntax::Name)
        return node.text;
    if (node.syntax != Syntax::Select)
        return {};
    std::string path = pathOf(e, node.children.front());
    return path.empty() ? path : path + '.' + node.text;
}

std::string listed(std::span<const Type> types)
{
    std::string out;
    for (const Type& t : types)
        out += (out.empty() ? "" : ", ") + t.text();
    return out;
}

class Analyser {
public:
    Analyser(const Expression& expression, const Vocabulary& vocabulary)
        : m_e(expression)
        , m_vocabulary(vocabulary)
    {
        m_out.nodes.resize(expression.tree().nodes.size());
    }

    Analysis run(std::optional<Kind> wanted)
    {
        const NodeIndex root = m_e.tree().root;
        const Type type = visit(root);
        if (wanted && m_out.ok() && type.kind != *wanted)
            fault(m_e.root(), "result_type",
                fmt::format(
                    "This place asks for {}, and the expression gives {}", Type(*wanted).text(), type.text()),
                *wanted == Double && type.kind == Int ? "write double(…), or 1.0 instead of 1" : "");
        std::ranges::stable_sort(m_out.problems, {}, &Problem::begin);
        return std::move(m_out);
    }

private:
    struct Local {
        std::string_view name;
        Type type;
    };

    void problem(std::uint32_t begin, std::uint32_t end, std::string code, std::string message,
        std::string hint, Problem::Severity severity = Problem::Severity::Error)
    {
        m_out.problems.push_back(
            { begin, end, std::move(code), std::move(message), std::move(hint), severity });
    }
    void fault(const Node& node, std::string code, std::string message, std::string hint = {})
    {
        problem(node.begin, node.end, std::move(code), std::move(message), std::move(hint));
    }
    void faultAtName(const Node& node, std::string code, std::string message, std::string hint = {})
    {
        problem(node.nameBegin, node.nameBegin + std::uint32_t(node.text.size()), std::move(code),
            std::move(message), std::move(hint));
    }

    Type visit(NodeIndex i)
    {
        Type type = typeOf(i, m_e.node(i));
        // A text is not so deep, but facts made of facts can be.
        if (!type.args.empty() && type.depth() > deepestNesting) {
            fault(m_e.node(i), "too_deep",
                fmt::format("Lists inside lists go {} deep at most", deepestNesting));
            type = Any;
        }
        m_out.nodes[i].type = type;
        return type;
    }

    Type typeOf(NodeIndex i, const Node& node)
    {
        switch (node.syntax) {
        case Syntax::Null:
            return Null;
        case Syntax::Bool:
            return Bool;
        case Syntax::Int:
            return Int;
        case Syntax::Double:
            return Double;
        case Syntax::String:
            return String;
        case Syntax::Name:
        case Syntax::Select:
            return selection(i, node);
        case Syntax::Index:
            return index(node);
        case Syntax::Call:
            return call(i, node);
        case Syntax::Method:
            return method(i, node);
        case Syntax::Has:
            return has(i, node);
        case Syntax::All:
        case Syntax::Exists:
        case Syntax::ExistsOne:
        case Syntax::Filter:
        case Syntax::Map:
            return macro(i, node);
        case Syntax::List:
            return list(node);
        case Syntax::MapLiteral:
            return mapLiteral(node);
        case Syntax::Not:
            return expectOperand(node, Bool, "!");
        case Syntax::Negate:
            return negate(node);
        case Syntax::Binary:
            return binary(node);
        case Syntax::And:
            return logical(node, "&&");
        case Syntax::Or:
            return logical(node, "||");
        case Syntax::Conditional:
            return conditional(node);
        }
        return Any;
    }

    /// Binds the node to a macro's variable or a declared name, if the whole path is one.
    bool bind(NodeIndex i, const std::string& path)
    {
        NodeFacts& facts = m_out.nodes[i];
        if (path.empty())
            return false;
        for (std::size_t k = m_locals.size(); k-- > 0;) {
            if (m_locals[k].name != path)
                continue;
            facts.binding = NodeFacts::Binding::Local;
            facts.slot = std::uint32_t(k);
            facts.type = m_locals[k].type;
            return true;
        }
        // A macro's variable hides the declared names that begin with it.
        const std::string_view first = std::string_view(path).substr(0, path.find('.'));
        if (std::ranges::find(m_locals, first, &Local::name) != m_locals.end())
            return false;
        const Name* name = m_vocabulary.find(path);
        if (name == nullptr)
            return false;
        facts.binding = NodeFacts::Binding::Name;
        facts.slot = name->slot;
        facts.type = name->type;
        return true;
    }

    Type selection(NodeIndex i, const Node& node)
    {
        const std::string path = pathOf(m_e, i);
        if (bind(i, path))
            return m_out.nodes[i].type;
        if (node.syntax == Syntax::Name)
            return unknownName(node, path);
        // The longest declared name wins; what follows it selects from a map.
        if (!path.empty() && !startsWithName(path))
            return unknownName(node, path);
        return selectFrom(node, visit(node.children.front()));
    }

    bool startsWithName(const std::string& path) const
    {
        const std::string_view first = std::string_view(path).substr(0, path.find('.'));
        if (std::ranges::find(m_locals, first, &Local::name) != m_locals.end())
            return true;
        for (auto dot = path.rfind('.'); dot != std::string::npos && dot > 0;
             dot = path.rfind('.', dot - 1)) {
            if (m_vocabulary.find(std::string_view(path).substr(0, dot)) != nullptr)
                return true;
        }
        return false;
    }

    Type unknownName(const Node& node, const std::string& path)
    {
        if (isTypeName(path)) {
            fault(node, "unsupported_type",
                fmt::format("Types as values (\"{}\") are not part of this language", path));
            return Any;
        }
        if (m_vocabulary.isGroup(path)) {
            fault(node, "unknown_name",
                fmt::format("\"{}\" is a group of names; say which one: {}.…", path, path));
            return Any;
        }
        std::string near = m_vocabulary.nearest(path);
        fault(node, "unknown_name", fmt::format("\"{}\" is not known here", path),
            near.empty() ? std::string() : fmt::format("did you mean {}?", near));
        return Any;
    }

    Type selectFrom(const Node& node, const Type& target)
    {
        if (target.kind == Map && compatible(target.element(), String))
            return target.value();
        if (target.kind != Any)
            faultAtName(node, "type",
                fmt::format("A value of type {} has no field \"{}\"", target.text(), node.text));
        return Any;
    }

    Type index(const Node& node)
    {
        const Type target = visit(node.children[0]);
        const Type key = visit(node.children[1]);
        if (target.kind == List) {
            if (!compatible(key, Int))
                fault(m_e.node(node.children[1]), "type",
                    fmt::format("A list is indexed by an int, not by {}", key.text()));
            return target.element();
        }
        if (target.kind == Map) {
            if (!compatible(key, target.element()))
                fault(m_e.node(node.children[1]), "type",
                    fmt::format("This map has keys of type {}, not {}", target.element().text(), key.text()));
            return target.value();
        }
        if (target.kind != Any)
            fault(node, "type", fmt::format("A value of type {} cannot be indexed", target.text()));
        return Any;
    }

    Type has(NodeIndex i, const Node& node)
    {
        const NodeIndex field = node.children.front();
        const std::string path = pathOf(m_e, field);
        if (bind(field, path)) {
            m_out.nodes[i].known = true;
            return Bool;
        }
        if (!path.empty() && !startsWithName(path)) {
            unknownName(m_e.node(field), path);
            return Bool;
        }
        const Node& select = m_e.node(field);
        m_out.nodes[field].type = selectFrom(select, visit(select.children.front()));
        return Bool;
    }

    std::vector<Type> visitAll(const Node& node, std::size_t from = 0)
    {
        std::vector<Type> types;
        for (std::size_t k = from; k < node.children.size(); ++k)
            types.push_back(visit(node.children[k]));
        return types;
    }

    Type call(NodeIndex i, const Node& node)
    {
        const std::vector<Type> arguments = visitAll(node);
        const FunctionEntry* entry = findFunction(node.text);
        if (entry == nullptr || !entry->asCall)
            return unknownFunction(node, node.text, entry);
        return apply(i, node, *entry, arguments);
    }

    Type method(NodeIndex i, const Node& node)
    {
        const Node& target = m_e.node(node.children.front());
        if (target.syntax == Syntax::Name && isNamespace(target.text)) {
            const std::vector<Type> arguments = visitAll(node, 1);
            const std::string name = target.text + '.' + node.text;
            const FunctionEntry* entry = findFunction(name);
            return entry == nullptr ? unknownFunction(node, name, nullptr)
                                    : extremum(i, node, *entry, arguments);
        }
        const std::vector<Type> arguments = visitAll(node);
        const FunctionEntry* entry = findFunction(node.text);
        if (entry == nullptr || !entry->asMethod)
            return unknownFunction(node, node.text, entry);
        return apply(i, node, *entry, arguments);
    }

    /// "math" and the like in front of a function, where nothing of that name is declared.
    bool isNamespace(const std::string& name) const
    {
        return isLeftOutFunction(name + ".") && m_vocabulary.find(name) == nullptr
            && std::ranges::find(m_locals, std::string_view(name), &Local::name) == m_locals.end();
    }

    Type unknownFunction(const Node& node, const std::string& name, const FunctionEntry* other)
    {
        if (other != nullptr) {
            faultAtName(node, "unknown_function",
                other->asMethod ? fmt::format("Write x.{}(…)", name) : fmt::format("Write {}(x)", name));
        } else if (isLeftOutFunction(name)) {
            faultAtName(
                node, "unsupported_function", fmt::format("\"{}\" is not part of this language", name));
        } else {
            std::vector<std::string> names { "has", "all", "exists", "exists_one", "filter", "map" };
            for (const FunctionEntry& f : functions())
                names.emplace_back(f.name);
            const std::string near = closest(name, names);
            faultAtName(node, "unknown_function", fmt::format("There is no function \"{}\"", name),
                near.empty() ? std::string() : fmt::format("did you mean {}?", near));
        }
        return Any;
    }

    Type apply(NodeIndex i, const Node& node, const FunctionEntry& entry, const std::vector<Type>& arguments)
    {
        Type result;
        m_out.nodes[i].function = entry.function;
        if (resolveOverload(entry.overloads, arguments, result))
            return result;
        const bool counts = std::ranges::any_of(
            entry.overloads, [&](const Overload& o) { return o.parameters.size() == arguments.size(); });
        if (!counts)
            faultAtName(node, "arguments",
                fmt::format(
                    "{} is given {} arguments, which it does not take", entry.name, arguments.size()));
        else
            faultAtName(node, "type", fmt::format("{} does not take ({})", entry.name, listed(arguments)));
        return entry.overloads.front().result;
    }

    Type extremum(NodeIndex i, const Node& node, const FunctionEntry& entry, std::vector<Type> arguments)
    {
        m_out.nodes[i].function = entry.function;
        if (arguments.size() == 1 && arguments.front().kind == List)
            arguments = { arguments.front().element() };
        if (arguments.empty()) {
            faultAtName(node, "arguments", fmt::format("{} needs at least one number", entry.name));
            return Any;
        }
        Type result = arguments.front();
        for (const Type& t : arguments) {
            if (t.kind != Int && t.kind != Double && t.kind != Any) {
                faultAtName(node, "type", fmt::format("{} takes numbers, not {}", entry.name, t.text()));
                return Any;
            }
            if (t.kind != result.kind)
                result = Any; // whichever is the greatest decides at run time
        }
        return result;
    }

    Type macro(NodeIndex i, const Node& node)
    {
        const Type target = visit(node.children.front());
        if (target.kind != List && target.kind != Map && target.kind != Any)
            fault(m_e.node(node.children.front()), "type",
                fmt::format("This walks over a list or a map's keys, not over {}", target.text()));
        if (m_locals.size() == deepestMacros) {
            fault(node, "too_deep", fmt::format("Macros inside macros go {} deep at most", deepestMacros));
            return Any;
        }
        m_out.nodes[i].slot = std::uint32_t(m_locals.size());
        m_locals.push_back({ node.text, target.element() });
        const bool maps = node.syntax == Syntax::Map;
        if (!maps || node.children.size() == 3)
            expect(node.children[1], Bool, "The condition over each element must be bool");
        const Type element = maps ? visit(node.children.back()) : target.element();
        m_locals.pop_back();
        return maps || node.syntax == Syntax::Filter ? Type::list(element) : Type(Bool);
    }

    void expect(NodeIndex i, Kind kind, const std::string& message)
    {
        const Type type = visit(i);
        if (!compatible(type, kind))
            fault(m_e.node(i), "type", fmt::format("{}, not {}", message, type.text()));
    }

    Type list(const Node& node)
    {
        Type element;
        bool first = true;
        for (const Type& t : visitAll(node)) {
            element = first ? t : join(element, t);
            first = false;
        }
        return Type::list(std::move(element));
    }

    Type mapLiteral(const Node& node)
    {
        Type key;
        Type value;
        for (std::size_t k = 0; k < node.children.size(); k += 2) {
            const Type thisKey = visit(node.children[k]);
            const Type thisValue = visit(node.children[k + 1]);
            if (thisKey.kind != Bool && thisKey.kind != Int && thisKey.kind != String && thisKey.kind != Any)
                fault(m_e.node(node.children[k]), "type",
                    fmt::format("A map's keys are bool, int or string, not {}", thisKey.text()));
            key = k == 0 ? thisKey : join(key, thisKey);
            value = k == 0 ? thisValue : join(value, thisValue);
        }
        return Type::map(std::move(key), std::move(value));
    }

    Type expectOperand(const Node& node, Kind kind, std::string_view op)
    {
        const Type type = visit(node.children.front());
        if (!compatible(type, kind))
            fault(node, "type", fmt::format("{} takes {}, not {}", op, Type(kind).text(), type.text()));
        return kind;
    }

    Type negate(const Node& node)
    {
        const Type type = visit(node.children.front());
        if (type.kind != Int && type.kind != Double && type.kind != Any)
            fault(node, "type", fmt::format("- takes a number, not {}", type.text()));
        return type;
    }

    Type logical(const Node& node, std::string_view op)
    {
        for (const NodeIndex child : node.children)
            expect(child, Bool, fmt::format("{} joins bools", op));
        return Bool;
    }

    Type conditional(const Node& node)
    {
        expect(node.children[0], Bool, "The condition before ? must be bool");
        const Type yes = visit(node.children[1]);
        const Type no = visit(node.children[2]);
        if (!compatible(yes, no))
            fault(node, "type",
                fmt::format("Both sides of : must have one type, not {} and {}", yes.text(), no.text()),
                numberHint(node.children[1], yes, node.children[2], no));
        return meet(yes, no);
    }

    /// "write 1.0" where an int literal stands against a double.
    std::string numberHint(NodeIndex a, const Type& left, NodeIndex b, const Type& right) const
    {
        if (!((left.kind == Int && right.kind == Double) || (left.kind == Double && right.kind == Int)))
            return {};
        const NodeIndex whole = left.kind == Int ? a : b;
        return m_e.node(whole).syntax == Syntax::Int ? fmt::format("write {}.0", m_e.textOf(whole))
                                                     : fmt::format("write double({})", m_e.textOf(whole));
    }

    Type binary(const Node& node)
    {
        const Type left = visit(node.children[0]);
        const Type right = visit(node.children[1]);
        if (node.text == "==" || node.text == "!=")
            return equality(node, left, right);
        if (node.text == "in")
            return membership(node, left, right);
        if (node.text == "+" && left.kind == List && right.kind == List) {
            if (!compatible(left, right))
                fault(node, "type",
                    fmt::format(
                        "Lists of different types cannot be joined: {} and {}", left.text(), right.text()));
            return meet(left, right);
        }
        Type result;
        const Type operands[] = { left, right };
        if (resolveOverload(operatorOverloads(node.text), operands, result)) {
            if (left.kind == Any && right.kind == Any && node.text == "+")
                return Any;
            return result;
        }
        fault(node, "type", fmt::format("{} does not take {} and {}", node.text, left.text(), right.text()),
            numberHint(node.children[0], left, node.children[1], right));
        return operatorOverloads(node.text).front().result.kind == Bool ? Type(Bool) : Type(Any);
    }

    Type equality(const Node& node, const Type& left, const Type& right)
    {
        if (!compatible(left, right))
            fault(node, "type",
                fmt::format("{} and {} are never equal: they cannot be compared", left.text(), right.text()),
                numberHint(node.children[0], left, node.children[1], right));
        else
            for (const bool swap : { false, true })
                warnIfNever(node.children[swap ? 1 : 0], node.children[swap ? 0 : 1]);
        return Bool;
    }

    Type membership(const Node& node, const Type& left, const Type& right)
    {
        if (right.kind != List && right.kind != Map && right.kind != Any) {
            fault(
                node, "type", fmt::format("in looks into a list or a map's keys, not into {}", right.text()));
        } else if (!compatible(left, right.element())) {
            fault(node, "type",
                fmt::format("This holds {}, so {} is never in it", right.element().text(), left.text()));
        } else if (const Node& list = m_e.node(node.children[1]); list.syntax == Syntax::List) {
            for (const NodeIndex item : list.children)
                warnIfNever(node.children[0], item);
        }
        return Bool;
    }

    /// A closed string held against a literal that is none of its values.
    void warnIfNever(NodeIndex nameNode, NodeIndex literalNode)
    {
        const Node& literal = m_e.node(literalNode);
        if (m_out.nodes[nameNode].binding != NodeFacts::Binding::Name || literal.syntax != Syntax::String)
            return;
        const Name* name = m_vocabulary.find(pathOf(m_e, nameNode));
        if (name == nullptr || name->values.empty()
            || std::ranges::find(name->values, literal.text) != name->values.end())
            return;
        const std::string near = closest(literal.text, name->values);
        problem(literal.begin, literal.end, "never_true",
            fmt::format("\"{}\" is none of the values of {}", literal.text, name->path),
            near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near),
            Problem::Severity::Warning);
    }

    const Expression& m_e;
    const Vocabulary& m_vocabulary;
    Analysis m_out;
    std::vector<Local> m_locals;
};

}

bool Analysis::ok() const { return std::ranges::none_of(problems, &Problem::isError); }

Analysis analyse(const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted)
{
    return Analyser(expression, vocabulary).run(wanted);
}

bool Check::ok() const { return std::ranges::none_of(problems, &Problem::isError); }

Check check(const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted)
{
    Analysis analysis = analyse(expression, vocabulary, wanted);
    Check out;
    if (analysis.ok())
        out.type = analysis.nodes[expression.tree().root].type;
    out.problems = std::move(analysis.problems);
    return out;
}

Check check(std::string_view text, const Vocabulary& vocabulary, std::optional<Kind> wanted)
{
    const auto expression = parse(text);
    if (!expression)
        return { { expression.error() }, {} };
    return check(*expression, vocabulary, wanted);
}

}
