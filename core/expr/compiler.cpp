// SPDX-License-Identifier: Apache-2.0
#include "expr/analysis.h"
#include "expr/failure.h"
#include "expr/patterns.h"
#include "expr/program.h"

#include <algorithm>
#include <array>

namespace ow::expr {

class Compiler {
public:
    Compiler(const Expression& expression, Analysis analysis)
        : m_e(expression)
        , m_analysis(std::move(analysis))
    {
        m_out.m_constants = std::make_unique<Arena>();
        m_out.m_expression = std::make_unique<Expression>(expression);
    }

    Program run()
    {
        const NodeIndex root = m_e.tree().root;
        m_out.m_root = build(root);
        m_out.m_type = m_analysis.nodes[root].type;
        m_out.m_mayFail = canFail(m_out.m_root);
        auto& reads = m_out.m_reads;
        std::ranges::sort(reads);
        reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
        return std::move(m_out);
    }

private:
    using Op = Program::Op;

    std::uint32_t build(NodeIndex i)
    {
        Program::Code code = codeOf(i, m_e.node(i));
        code.node = i;
        m_out.m_code.push_back(code);
        const auto at = std::uint32_t(m_out.m_code.size() - 1);
        fold(at);
        return at;
    }

    Program::Code constant(Value value)
    {
        Program::Code code;
        code.constant = value;
        return code;
    }

    Value text(std::string_view s) { return Value::of(m_out.m_constants->copy(s)); }

    Program::Code codeOf(NodeIndex i, const Node& node)
    {
        switch (node.syntax) {
        case Syntax::Null:
            return constant(Value());
        case Syntax::Bool:
            return constant(Value::of(node.number != 0));
        case Syntax::Int:
            return constant(Value::of(node.number));
        case Syntax::Double:
            return constant(Value::of(node.real));
        case Syntax::String:
            return constant(text(node.text));
        case Syntax::Name:
        case Syntax::Select:
            return selection(i, node);
        case Syntax::Has:
            return has(i, node);
        case Syntax::Call:
            return call(i, node.children);
        case Syntax::Method:
            return method(i, node);
        case Syntax::Binary:
            return operation(operatorOf(node.text), node.children);
        default:
            return operation(plainOp(node.syntax), node.children, m_analysis.nodes[i].slot);
        }
    }

    static Op plainOp(Syntax syntax)
    {
        switch (syntax) {
        case Syntax::Index:
            return Op::Index;
        case Syntax::All:
            return Op::All;
        case Syntax::Exists:
            return Op::Exists;
        case Syntax::ExistsOne:
            return Op::ExistsOne;
        case Syntax::Filter:
            return Op::Filter;
        case Syntax::Map:
            return Op::Map;
        case Syntax::List:
            return Op::List;
        case Syntax::MapLiteral:
            return Op::MapLiteral;
        case Syntax::Not:
            return Op::Not;
        case Syntax::Negate:
            return Op::Negate;
        case Syntax::And:
            return Op::And;
        case Syntax::Or:
            return Op::Or;
        default:
            return Op::Conditional;
        }
    }

    static Op operatorOf(std::string_view text)
    {
        constexpr std::array<std::pair<std::string_view, Op>, 12> table { { { "+", Op::Add },
            { "-", Op::Subtract }, { "*", Op::Multiply }, { "/", Op::Divide }, { "%", Op::Modulo },
            { "==", Op::Equal }, { "!=", Op::NotEqual }, { "<", Op::Less }, { "<=", Op::LessEqual },
            { ">", Op::Greater }, { ">=", Op::GreaterEqual }, { "in", Op::In } } };
        return std::ranges::find(table, text, &std::pair<std::string_view, Op>::first)->second;
    }

    Program::Code operation(Op op, std::span<const NodeIndex> children, std::uint32_t slot = 0)
    {
        std::vector<std::uint32_t> operands;
        operands.reserve(children.size());
        for (const NodeIndex child : children)
            operands.push_back(build(child));
        Program::Code code;
        code.op = op;
        code.slot = slot;
        code.first = std::uint32_t(m_out.m_operands.size());
        code.count = std::uint32_t(operands.size());
        m_out.m_operands.insert(m_out.m_operands.end(), operands.begin(), operands.end());
        return code;
    }

    Program::Code selection(NodeIndex i, const Node& node)
    {
        const NodeFacts& facts = m_analysis.nodes[i];
        if (facts.binding == NodeFacts::Binding::None) {
            Program::Code code = operation(Op::Field, node.children);
            code.constant = text(node.text);
            return code;
        }
        Program::Code code;
        code.op = facts.binding == NodeFacts::Binding::Name ? Op::Name : Op::Local;
        code.slot = facts.slot;
        if (code.op == Op::Name)
            m_out.m_reads.push_back(facts.slot);
        return code;
    }

    Program::Code has(NodeIndex i, const Node& node)
    {
        if (m_analysis.nodes[i].known)
            return constant(Value::of(true));
        const Node& select = m_e.node(node.children.front());
        Program::Code code = operation(Op::Has, select.children);
        code.constant = text(select.text);
        return code;
    }

    Program::Code call(NodeIndex i, std::span<const NodeIndex> arguments)
    {
        Program::Code code = operation(Op::Call, arguments);
        code.function = m_analysis.nodes[i].function;
        if (code.function != Function::Matches)
            return code;
        const Program::Code& pattern = m_out.m_code[m_out.m_operands[code.first + 1]];
        // A constant of a mixed list may be of any type; evaluating finds that out.
        if (pattern.op != Op::Constant || !pattern.constant.is(Value::Tag::String))
            return code;
        if (auto compiled = makePattern(pattern.constant.asString())) {
            m_out.m_patterns.push_back(std::move(compiled));
            code.slot = std::uint32_t(m_out.m_patterns.size());
        }
        return code;
    }

    Program::Code method(NodeIndex i, const Node& node)
    {
        const Function function = m_analysis.nodes[i].function;
        const bool ofMath = function == Function::Greatest || function == Function::Least;
        return call(i, std::span(node.children).subspan(ofMath ? 1 : 0));
    }

    /// Replaces what depends on nothing by its value. What fails stays: it may never be reached.
    void fold(std::uint32_t at)
    {
        const Program::Code& code = m_out.m_code[at];
        if (code.op == Op::Constant || code.op == Op::Name || code.op == Op::Local)
            return;
        for (std::uint32_t k = 0; k < code.count; ++k) {
            if (m_out.m_code[m_out.m_operands[code.first + k]].op != Op::Constant)
                return;
        }
        const std::uint32_t root = std::exchange(m_out.m_root, at);
        const Value value = m_out.evaluate({}, *m_out.m_constants);
        m_out.m_root = root;
        if (value.isError())
            return;
        const std::uint32_t node = code.node;
        m_out.m_code[at] = constant(value);
        m_out.m_code[at].node = node;
    }

    /// Whether the operation or one of its operands can give an error.
    bool canFail(std::uint32_t at) const
    {
        const Program::Code& code = m_out.m_code[at];
        std::vector<Type> types;
        types.reserve(code.count);
        for (std::uint32_t k = 0; k < code.count; ++k) {
            const std::uint32_t operand = m_out.m_operands[code.first + k];
            if (canFail(operand))
                return true;
            types.push_back(m_analysis.nodes[m_out.m_code[operand].node].type);
        }
        const bool resolved = code.function == Function::Matches && code.slot != 0;
        return mayFail({ code.op, code.function, types, resolved });
    }

    const Expression& m_e;
    Analysis m_analysis;
    Program m_out;
};

Program::Program() = default;
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

const Value* Program::constant() const
{
    return m_code[m_root].op == Op::Constant ? &m_code[m_root].constant : nullptr;
}

tl::expected<Program, Problem> compile(
    const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted)
{
    Analysis analysis = analyse(expression, vocabulary, wanted);
    for (Problem& problem : analysis.problems) {
        if (problem.isError())
            return tl::unexpected(std::move(problem));
    }
    return Compiler(expression, std::move(analysis)).run();
}

tl::expected<Program, Problem> compile(
    std::string_view text, const Vocabulary& vocabulary, std::optional<Kind> wanted)
{
    const auto expression = parse(text);
    if (!expression)
        return tl::unexpected(expression.error());
    return compile(*expression, vocabulary, wanted);
}

}
