// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"
#include "expr/expression.h"
#include "expr/value.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ow::expr {

struct Code;

/// A program's code by itself, to be kept where it is at hand; good as long as the program lives.
class CodeRef {
public:
    CodeRef() = default;
    explicit CodeRef(const Code* code)
        : m_code(code)
    {
    }
    /// As Program::evaluate(). There must be a code.
    Value evaluate(std::span<const Value> values, Arena& arena) const;
    /// Asks the memory for the code, and when that has come for what it leads to.
    void prefetch() const { __builtin_prefetch(m_code); }
    void prefetchParts() const;

private:
    const Code* m_code = nullptr;
};

/// A checked expression, ready to be evaluated often: names are slots, constants are folded, constant
/// patterns and time zones are looked up. Immutable; any number of threads may evaluate it, each with its own
/// arena.
class Program {
public:
    /// Evaluation steps an expression may take; beyond them it fails with TooCostly, which nothing absorbs. A
    /// step is some nanoseconds: an instruction of a macro's body, 64 bytes of text, an element of a new
    /// list.
    static constexpr std::uint64_t budget = 1'000'000;

    Program();
    ~Program();
    Program(Program&&) noexcept;
    Program& operator=(Program&&) noexcept;

    /// `values` holds each name's value at its slot (Name::slot), of the type it was declared with (another
    /// one gives WrongType where it matters); strings and lists in the result may be views of them, of the
    /// program or of the arena. Never fails: errors are values.
    Value evaluate(std::span<const Value> values, Arena& arena) const
    {
        return code().evaluate(values, arena);
    }
    CodeRef code() const { return CodeRef(m_code.get()); }

    const Type& type() const { return m_type; }
    /// The value where it is the same for every request; null where it is not.
    const Value* constant() const;
    /// The slots that may be read, sorted.
    const std::vector<std::uint32_t>& reads() const { return m_reads; }
    /// False only where no values of the declared types can make it fail, and its cost is bounded without a
    /// budget: whether and when it is evaluated is then nobody's business. Conservative.
    bool mayFail() const { return m_mayFail; }
    const Expression& expression() const { return *m_expression; }

private:
    friend class Compiler;

    std::unique_ptr<const Code> m_code;
    Type m_type;
    bool m_mayFail = true;
    std::vector<std::uint32_t> m_reads;
    std::unique_ptr<Expression> m_expression;
};

/// check() + code. The problem is the first error.
[[nodiscard]] tl::expected<Program, Problem> compile(
    const Expression& expression, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});
[[nodiscard]] tl::expected<Program, Problem> compile(
    std::string_view text, const Vocabulary& vocabulary, std::optional<Kind> wanted = {});

}
