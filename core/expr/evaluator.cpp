// SPDX-License-Identifier: Apache-2.0
#include "expr/analysis.h"
#include "expr/operators.h"
#include "expr/patterns.h"
#include "expr/program.h"

#include <algorithm>
#include <array>

namespace ow::expr {

/// One run of a program: the state that must not be shared.
class Evaluator {
public:
    Evaluator(const Program& program, std::span<const Value> values, Arena& arena)
        : m_program(program)
        , m_slots(values)
        , m_arena(arena)
    {
    }

    Value run(std::uint32_t at)
    {
        if (m_left == 0)
            return Value::error(EvalError::TooCostly);
        --m_left;
        const Program::Code& code = m_program.m_code[at];
        Value value = dispatch(code);
        if (value.isError() && value.errorNode() < 0)
            value.setErrorNode(code.node);
        return value;
    }

    /// What leaves an evaluation is printed, compared and put into further lists, so it is small and shallow
    /// when it is counted as a tree, too: lists that share their elements can stand for more than there is
    /// memory.
    bool isSmall(const Value& v, int depth = 0)
    {
        if (m_left == 0 || depth > deepestNesting)
            return false;
        --m_left;
        if (v.is(Tag::String))
            charge(v);
        if (!v.is(Tag::List) && !v.is(Tag::Map))
            return true;
        return std::ranges::all_of(v.is(Tag::List) ? v.items() : v.entries(),
            [&](const Value& item) { return isSmall(item, depth + 1); });
    }

private:
    using Op = Program::Op;
    using Tag = Value::Tag;

    std::uint32_t operand(const Program::Code& code, std::uint32_t k) const
    {
        return m_program.m_operands[code.first + k];
    }

    Value dispatch(const Program::Code& code)
    {
        switch (code.op) {
        case Op::Constant:
            return code.constant;
        case Op::Name:
            return m_slots[code.slot];
        case Op::Local:
            return m_locals[code.slot];
        case Op::And:
            return junction(code, false);
        case Op::Or:
            return junction(code, true);
        case Op::Conditional:
            return conditional(code);
        case Op::All:
            return quantifier(code, false);
        case Op::Exists:
            return quantifier(code, true);
        case Op::ExistsOne:
            return existsOne(code);
        case Op::Filter:
        case Op::Map:
            return collect(code);
        case Op::Call:
            return call(code);
        case Op::List:
        case Op::MapLiteral:
            return literal(code);
        case Op::Field:
        case Op::Has:
        case Op::Not:
        case Op::Negate:
            return unary(code);
        default:
            return binary(code);
        }
    }

    Value unary(const Program::Code& code)
    {
        const Value v = run(operand(code, 0));
        if (v.isError())
            return v;
        switch (code.op) {
        case Op::Field:
            return v.is(Tag::Map) ? indexed(v, code.constant) : Value::error(EvalError::WrongType);
        case Op::Has:
            return v.is(Tag::Map) ? contains(v, code.constant, m_left) : Value::error(EvalError::WrongType);
        case Op::Not:
            return v.is(Tag::Bool) ? Value::of(!v.asBool()) : Value::error(EvalError::WrongType);
        default:
            return negated(v);
        }
    }

    Value binary(const Program::Code& code)
    {
        const Value a = run(operand(code, 0));
        if (a.isError())
            return a;
        const Value b = run(operand(code, 1));
        if (b.isError())
            return b;
        charge(a);
        charge(b);
        switch (code.op) {
        case Op::Equal:
        case Op::NotEqual:
            return afforded(Value::of(equal(a, b, m_left) == (code.op == Op::Equal)));
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
            return ordered(code.op, a, b);
        case Op::In:
            return afforded(contains(b, a, m_left));
        case Op::Index:
            return indexed(a, b);
        default:
            return arithmetic(code.op, a, b, m_arena);
        }
    }

    /// The answer of what counted its steps: none left, no answer.
    Value afforded(const Value& v) const { return m_left == 0 ? Value::error(EvalError::TooCostly) : v; }

    /// Long operands cost more than one step.
    void charge(const Value& v)
    {
        const std::uint32_t cost = v.is(Tag::List) || v.is(Tag::Map) ? v.size()
            : v.is(Tag::String)                                      ? v.size() / 64
                                                                     : 0;
        m_left -= std::min(m_left, cost);
    }

    /// && and ||: an operand that decides wins over errors in the others, whatever their order.
    Value junction(const Program::Code& code, bool deciding)
    {
        Value error;
        for (std::uint32_t k = 0; k < code.count; ++k) {
            const Value v = run(operand(code, k));
            if (v.is(Tag::Bool)) {
                if (v.asBool() == deciding)
                    return v;
            } else if (!error.isError()) {
                error = v.isError() ? v : Value::error(EvalError::WrongType);
            }
        }
        return error.isError() ? error : Value::of(!deciding);
    }

    Value conditional(const Program::Code& code)
    {
        const Value condition = run(operand(code, 0));
        if (condition.isError())
            return condition;
        if (!condition.is(Tag::Bool))
            return Value::error(EvalError::WrongType);
        return run(operand(code, condition.asBool() ? 1 : 2));
    }

    /// What a macro walks over: a list's elements, a map's keys.
    struct Range {
        const Value* data = nullptr;
        std::uint32_t size = 0;
        std::uint32_t step = 1;
        Value error;
    };

    Range range(const Program::Code& code)
    {
        const Value v = run(operand(code, 0));
        if (v.isError())
            return { nullptr, 0, 1, v };
        if (v.is(Tag::List))
            return { v.items().data(), v.size(), 1, {} };
        if (v.is(Tag::Map))
            return { v.entries().data(), v.size(), 2, {} };
        return { nullptr, 0, 1, Value::error(EvalError::WrongType) };
    }

    Value quantifier(const Program::Code& code, bool deciding)
    {
        const Range r = range(code);
        if (r.error.isError())
            return r.error;
        Value error;
        for (std::uint32_t i = 0; i < r.size; ++i) {
            m_locals[code.slot] = r.data[i * r.step];
            const Value v = run(operand(code, 1));
            if (v.is(Tag::Bool)) {
                if (v.asBool() == deciding)
                    return v;
            } else if (!error.isError()) {
                error = v.isError() ? v : Value::error(EvalError::WrongType);
            }
            if (m_left == 0)
                return Value::error(EvalError::TooCostly);
        }
        return error.isError() ? error : Value::of(!deciding);
    }

    Value existsOne(const Program::Code& code)
    {
        const Range r = range(code);
        if (r.error.isError())
            return r.error;
        std::uint32_t found = 0;
        for (std::uint32_t i = 0; i < r.size; ++i) {
            m_locals[code.slot] = r.data[i * r.step];
            const Value v = run(operand(code, 1));
            if (!v.is(Tag::Bool)) // no absorption here: the specification counts, it does not search
                return v.isError() ? v : Value::error(EvalError::WrongType);
            found += v.asBool() ? 1 : 0;
        }
        return Value::of(found == 1);
    }

    Value collect(const Program::Code& code)
    {
        const Range r = range(code);
        if (r.error.isError())
            return r.error;
        Value* out = m_arena.allocate<Value>(r.size);
        if (out == nullptr)
            return Value::error(EvalError::TooCostly);
        const bool filters = code.op == Op::Filter || code.count == 3;
        std::uint32_t n = 0;
        for (std::uint32_t i = 0; i < r.size; ++i) {
            m_locals[code.slot] = r.data[i * r.step];
            if (filters) {
                const Value keep = run(operand(code, 1));
                if (!keep.is(Tag::Bool))
                    return keep.isError() ? keep : Value::error(EvalError::WrongType);
                if (!keep.asBool())
                    continue;
            }
            const Value v = code.op == Op::Filter ? r.data[i * r.step] : run(operand(code, code.count - 1));
            if (v.isError())
                return v;
            std::construct_at(out + n++, v);
        }
        return Value::list({ out, n });
    }

    Value call(const Program::Code& code)
    {
        std::array<Value, 8> few;
        Value* arguments = code.count <= few.size() ? few.data() : m_arena.allocate<Value>(code.count);
        if (arguments == nullptr)
            return Value::error(EvalError::TooCostly);
        for (std::uint32_t k = 0; k < code.count; ++k) {
            const Value v = run(operand(code, k));
            if (v.isError())
                return v;
            charge(v);
            arguments[k] = v;
        }
        const re2::RE2* pattern = nullptr;
        if (code.function == Function::Matches) {
            if (code.slot != 0)
                pattern = m_program.m_patterns[code.slot - 1].get();
            else
                m_left -= std::min(m_left, patternCost);
        }
        return callFunction(code.function, { arguments, code.count }, pattern, m_arena);
    }

    Value literal(const Program::Code& code)
    {
        Value* out = m_arena.allocate<Value>(code.count);
        if (out == nullptr)
            return Value::error(EvalError::TooCostly);
        const bool map = code.op == Op::MapLiteral;
        for (std::uint32_t k = 0; k < code.count; ++k) {
            const Value v = run(operand(code, k));
            if (v.isError())
                return v;
            std::construct_at(out + k, v);
            if (map && k % 2 == 0 && badKey(out, k))
                return Value::error(hasType(v) ? EvalError::DuplicateKey : EvalError::WrongType);
        }
        return map ? Value::map({ out, code.count }) : Value::list({ out, code.count });
    }

    static bool hasType(const Value& key)
    {
        return key.is(Tag::Bool) || key.is(Tag::Int) || key.is(Tag::String);
    }

    bool badKey(const Value* entries, std::uint32_t k)
    {
        if (!hasType(entries[k]))
            return true;
        m_left -= std::min(m_left, k / 8);
        for (std::uint32_t i = 0; i < k; i += 2) {
            if (equal(entries[i], entries[k]))
                return true;
        }
        return false;
    }

    static constexpr std::uint32_t patternCost = 1000; ///< compiling a pattern, in steps

    const Program& m_program;
    std::span<const Value> m_slots;
    Arena& m_arena;
    std::uint32_t m_left = Program::budget;
    std::array<Value, std::size_t(deepestMacros)> m_locals;
};

Value Program::evaluate(std::span<const Value> values, Arena& arena) const
{
    Evaluator evaluator(*this, values, arena);
    const Value value = evaluator.run(m_root);
    const bool holdsOthers = value.is(Value::Tag::List) || value.is(Value::Tag::Map);
    return holdsOthers && !evaluator.isSmall(value) ? Value::error(EvalError::TooCostly) : value;
}

}
