// SPDX-License-Identifier: Apache-2.0
#include "expr/analysis.h"
#include "expr/code.h"
#include "expr/emitter.h"
#include "expr/failure.h"
#include "expr/plan.h"
#include "expr/program.h"

#include <algorithm>

namespace ow::expr {

class Compiler {
public:
    Compiler(const Expression& expression, Analysis analysis)
        : m_plan(makePlan(expression, std::move(analysis)))
        , m_code(std::make_unique<Code>())
    {
        m_code->made = std::make_unique<Arena>();
        m_out.m_expression = std::make_unique<Expression>(expression);
    }

    Program run()
    {
        for (const NodeIndex i : usedNodes(m_plan)) {
            fold(i);
            resolve(m_plan.nodes[i]);
            m_plan.nodes[i].mayFail = canFail(m_plan.nodes[i]);
            readName(m_plan.nodes[i]);
        }
        auto& reads = m_out.m_reads;
        std::ranges::sort(reads);
        reads.erase(std::unique(reads.begin(), reads.end()), reads.end());
        const PlanNode& root = m_plan.nodes[m_plan.root];
        m_out.m_type = root.type;
        Emitter(m_plan, *m_code).emitProgram(m_plan.root);
        m_out.m_mayFail = root.mayFail || m_code->frameSize > Code::quickFrame;
        m_code->unbounded = !m_out.m_mayFail;
        if (root.operation == Operation::Constant)
            m_code->constant = root.constant;
        m_out.m_code = std::move(m_code);
        return std::move(m_out);
    }

private:
    /// Replaces what depends on nothing by its value. What fails stays: it may never be reached.
    void fold(NodeIndex i)
    {
        PlanNode& node = m_plan.nodes[i];
        const bool leaf = node.operation == Operation::Constant || node.operation == Operation::Name
            || node.operation == Operation::Local;
        if (leaf || m_steps == 0 || m_code->made->used() > mostFolded)
            return;
        if (!std::ranges::all_of(node.operands, [&](NodeIndex k) { return isConstant(k); }))
            return;
        Code part;
        Emitter(m_plan, part).emitProgram(i);
        const Value value = expr::run(part, {}, *m_code->made, m_steps);
        if (value.isError())
            return;
        node.operation = Operation::Constant;
        node.constant = value;
        node.operands.clear();
    }

    bool isConstant(NodeIndex i) const { return m_plan.nodes[i].operation == Operation::Constant; }

    /// Looks up what a constant argument stands for: a pattern, a time zone. A bad one stays as it is.
    void resolve(PlanNode& node)
    {
        if (node.operation != Operation::Call)
            return;
        const bool getter
            = node.function >= Function::GetFullYear && node.function <= Function::GetMilliseconds;
        if (getter && node.operands.size() == 1
            && m_plan.nodes[node.operands[0]].type.kind == Kind::Timestamp)
            return keep(node, m_code->clocks, Clock());
        if (node.operands.size() != 2 || !isConstant(node.operands[1]))
            return;
        const Value& argument = m_plan.nodes[node.operands[1]].constant;
        if (!argument.is(Value::Tag::String)) // of a mixed list; evaluating finds that out
            return;
        if (getter && !argument.asString().empty()) {
            if (std::optional<Clock> clock = Clock::find(argument.asString()))
                keep(node, m_code->clocks, std::move(*clock));
        } else if (node.function == Function::Matches) {
            resolvePattern(node, argument.asString());
        }
    }

    void resolvePattern(PlanNode& node, std::string_view text)
    {
        charge(Pattern::compilingCost(text));
        if (m_steps == 0)
            return;
        if (auto pattern = Pattern::compile(text)) {
            charge(pattern->compilingCost());
            keep(node, m_code->patterns, std::move(*pattern));
        } else if (pattern.error() == Pattern::Refusal::TooLarge) {
            charge(Pattern::tooLargeCost);
        }
    }

    template <typename T>
    static void keep(PlanNode& node, std::vector<T>& all, T what)
    {
        all.push_back(std::move(what));
        node.resolved = std::int32_t(all.size() - 1);
    }

    void charge(std::uint64_t cost) { m_steps -= std::min(m_steps, cost); }

    bool canFail(const PlanNode& node) const
    {
        std::vector<Type> types;
        types.reserve(node.operands.size());
        for (const NodeIndex operand : node.operands) {
            if (m_plan.nodes[operand].mayFail)
                return true;
            types.push_back(m_plan.nodes[operand].type);
        }
        return mayFail({ node.operation, node.function, types, isCheap(node), isSafeDivisor(node) });
    }

    /// A constant that no int can be divided by with an error: by 0 none can, by -1 the least one cannot.
    bool isSafeDivisor(const PlanNode& node) const
    {
        if ((node.operation != Operation::Divide && node.operation != Operation::Modulo)
            || !isConstant(node.operands[1]))
            return false;
        const Value& divisor = m_plan.nodes[node.operands[1]].constant;
        return divisor.is(Value::Tag::Int) && divisor.asInt() != 0 && divisor.asInt() != -1;
    }

    /// Resolved, and no pattern whose size makes a text long.
    bool isCheap(const PlanNode& node) const
    {
        constexpr std::uint32_t largest = 256;
        return node.resolved >= 0
            && (node.function != Function::Matches
                || m_code->patterns[std::size_t(node.resolved)].size() <= largest);
    }

    void readName(const PlanNode& node)
    {
        if (node.operation == Operation::Name)
            m_out.m_reads.push_back(node.slot);
    }

    static constexpr std::size_t mostFolded = std::size_t(4) << 20; ///< bytes of lists and joined texts

    Plan m_plan;
    std::unique_ptr<Code> m_code;
    std::uint64_t m_steps = Program::budget; ///< for all that is worked out here
    Program m_out;
};

Program::Program() = default;
Program::~Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;

const Value* Program::constant() const { return m_code->constant ? &*m_code->constant : nullptr; }

Value CodeRef::evaluate(std::span<const Value> values, Arena& arena) const
{
    std::uint64_t steps = Program::budget;
    return run(*m_code, values, arena, steps);
}

void CodeRef::prefetchParts() const
{
    __builtin_prefetch(m_code->instructions.data());
    __builtin_prefetch(m_code->constants.data());
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
