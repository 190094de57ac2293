// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"
#include "decide/explanation.h"
#include "expr/arena.h"

#include <map>
#include <span>
#include <string>
#include <utility>

namespace ow::decide {

/// Takes expressions of a pack apart: which parts decided, what they read. Keeps what it compiled; not
/// thread-safe.
class Tracer {
public:
    explicit Tracer(const CompiledPack& pack)
        : m_pack(pack)
    {
    }

    /// Of an expression that is not true: its conjuncts that are false or fail.
    ExpressionTrace whyNot(const std::string& text, expr::Place place, std::span<const expr::Value> values);
    /// Of a suppression that blocks: its disjuncts that are true or fail.
    ExpressionTrace whySo(const std::string& text, expr::Place place, std::span<const expr::Value> values);
    /// Of a number: its value, and where it fails.
    ExpressionTrace number(const std::string& text, expr::Place place, std::span<const expr::Value> values);
    /// The value, for conditions that need no trace; an error where the text does not compile.
    expr::Value evaluate(const std::string& text, expr::Place place, std::span<const expr::Value> values);

private:
    struct Part {
        expr::Program program;
        std::string text;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::vector<std::string> names; ///< that it reads
    };
    using Names = std::vector<std::pair<std::string, std::uint32_t>>; ///< path, slot
    struct Parts {
        expr::Program whole;
        std::vector<Part> conjuncts, disjuncts; ///< at least one each
        Names reads;
    };
    const Parts* partsOf(const std::string& text, expr::Place place);
    const expr::Vocabulary& namesAt(expr::Place place);
    Names namesRead(const expr::Program& program, expr::Place place);
    std::vector<Part> split(const expr::Expression& expression, expr::Syntax by, expr::Place place);
    ExpressionTrace start(
        const std::string& text, const Parts& parts, std::span<const expr::Value> values, expr::Value& whole);
    static Clause clauseOf(const Part& part, const expr::Value& value);

    const CompiledPack& m_pack;
    std::map<expr::Place, expr::Vocabulary> m_names;
    std::map<std::pair<expr::Place, std::string>, Parts> m_parts;
    expr::Arena m_arena;
};

/// "customer.age >= 18 (customer.age = 17)": the parts that decided, with what they read.
std::string describe(const ExpressionTrace& trace);

}
