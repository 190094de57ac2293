// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"
#include "expr/expression.h"
#include "expr/functions.h"
#include "expr/value.h"

#include <tl/expected.hpp>

#include <memory>
#include <span>
#include <vector>

namespace re2 {
class RE2;
}

namespace ow::expr {

/// A checked expression, ready to be evaluated often: names are slots, constants are folded, constant
/// patterns are compiled. Immutable; any number of threads may evaluate it, each with its own arena.
class Program {
public:
    /// Evaluation steps an expression may take; beyond them it fails with TooCostly. A step is some
    /// nanoseconds.
    static constexpr std::uint32_t budget = 1'000'000;

    Program();
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    /// `values` holds each name's value at its slot (Name::slot); strings and lists in the result may be
    /// views of them, of the program or of the arena. Never fails: errors are values.
    Value evaluate(std::span<const Value> values, Arena& arena) const;

    const Type& type() const { return m_type; }
    /// The value where it is the same for every request; null where it is not.
    const Value* constant() const;
    /// The slots that may be read, sorted.
    const std::vector<std::uint32_t>& reads() const { return m_reads; }
    /// False only where no values of the declared types can make it fail, and its cost is bounded without a
    /// budget: whether and when it is evaluated is then nobody's business. Conservative.
    bool mayFail() const { return m_mayFail; }
    const Expression& expression() const { return *m_expression; }

    /// What evaluation works on; expr/compiler.cpp makes it, expr/evaluator.cpp runs it.
    enum class Op : std::uint8_t {
        Constant,
        Name,
        Local,
        Field,
        Index,
        Call,
        All,
        Exists,
        ExistsOne,
        Filter,
        Map,
        List,
        MapLiteral,
        Has,
        Not,
        Negate,
        Add,
        Subtract,
        Multiply,
        Divide,
        Modulo,
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        In,
        And,
        Or,
        Conditional
    };
    struct Code {
        Op op = Op::Constant;
        Function function = Function::None;
        std::uint32_t first = 0; ///< into operands
        std::uint32_t count = 0;
        std::uint32_t slot
            = 0; ///< Name, Local, macros: the variable's; Call of matches: 1 + the pattern's index
        std::uint32_t node = 0; ///< in the expression's tree
        Value constant; ///< Constant; Field, Has: the key
    };

private:
    friend class Compiler;
    friend class Evaluator;

    std::vector<Code> m_code;
    std::vector<std::uint32_t> m_operands;
    std::uint32_t m_root = 0;
    Type m_type;
    bool m_mayFail = true;
    std::vector<std::uint32_t> m_reads;
    std::unique_ptr<Arena> m_constants;
    std::vector<std::unique_ptr<re2::RE2>> m_patterns;
    std::unique_ptr<Expression> m_expression;
};

/// check() + code. The problem is the first error.
[[nodiscard]] tl::expected<Program, Problem> compile(
    const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});
[[nodiscard]] tl::expected<Program, Problem> compile(
    std::string_view text, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});

}
