// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "expr/condition_tree.h"
#include "expr/program.h"
#include "expr/value_json.h"
#include "fuzz/targets.h"

#include <array>

namespace ow::fuzz {

namespace {

using namespace ow::expr;

/// Names of every type, with values.
class World {
public:
    World()
    {
        add("customer.open_case", Kind::Bool, Value::of(true));
        add("customer.age", Kind::Int, Value::of(std::int64_t(41)));
        add("customer.score", Kind::Double, Value::of(0.25));
        m_vocabulary.add("customer.segment", Kind::String, { "new", "pro" });
        m_values.push_back(Value::of(std::string_view("pro")));
        add("now", Kind::Timestamp, Value::of(Timestamp { 1'780'000'000'000 }));
        add("wait", Kind::Duration, Value::duration(90'000'000'000));
        add("skus", Type::list(Kind::String), Value::list(m_skus));
        add("stock", Type::map(Kind::String, Kind::Int), Value::map(m_stock));
    }

    const Vocabulary& vocabulary() const { return m_vocabulary; }
    const std::vector<Value>& values() const { return m_values; }

private:
    void add(const char* path, Type type, Value value)
    {
        m_vocabulary.add(path, std::move(type));
        m_values.push_back(value);
    }

    Vocabulary m_vocabulary;
    std::vector<Value> m_values;
    std::array<Value, 2> m_skus { Value::of(std::string_view("LAP-1")), Value::of(std::string_view("é")) };
    std::array<Value, 2> m_stock { Value::of(std::string_view("LAP-1")), Value::of(std::int64_t(3)) };
};

std::string tagOf(Kind kind)
{
    const std::string name = Type(kind).text();
    return name.substr(0, name.find('('));
}

void problemsLieInTheText(const std::vector<Problem>& problems, std::string_view text)
{
    for (const Problem& p : problems) {
        require(p.begin <= p.end && p.end <= text.size(), "a problem's place is in the text");
        require(!p.code.empty() && !p.message.empty(), "a problem says what it is");
    }
}

Value evaluated(const Program& program, const std::vector<Value>& values, Arena& arena)
{
    const Value value = program.evaluate(values, arena);
    const Kind kind = program.type().kind;
    require(value.isError() || kind == Kind::Any || tagName(value.tag()) == tagOf(kind),
        "a value is of its program's type");
    (void)toText(value);
    (void)valueToJson(value);
    return value;
}

bool tooCostly(const Value& v) { return v.isError() && v.errorCode() == EvalError::TooCostly; }

/// Expression -> rows -> expression: the same rows again, and the same answer.
void rowsKeepTheMeaning(const Expression& original, const World& world)
{
    const ConditionTree tree = toTree(original);
    const std::string written = toExpressionText(tree);
    const auto again = parse(written);
    require(again.has_value(), "rows are written as an expression");
    require(toTree(*again) == tree, "rows, written and read, are the same rows");
    const auto before = compile(original, world.vocabulary(), Kind::Bool);
    const auto after = compile(*again, world.vocabulary(), Kind::Bool);
    require(before.has_value() == after.has_value(), "rows check as their expression does");
    if (!before)
        return;
    Arena arena;
    const Value a = before->evaluate(world.values(), arena);
    const Value b = after->evaluate(world.values(), arena);
    if (!tooCostly(a) && !tooCostly(b))
        require(a.isError() ? b.isError() : equal(a, b), "rows mean what their expression means");
}

}

void expression(std::string_view bytes)
{
    constexpr std::string_view divider = "\n---\n";
    const std::size_t cut = bytes.find(divider);
    const std::string_view text = bytes.substr(0, cut);
    static const World world;

    problemsLieInTheText(check(text, world.vocabulary(), Kind::Bool).problems, text);
    Arena arena;
    const auto program = compile(text, world.vocabulary());
    if (program)
        evaluated(*program, world.values(), arena);
    else
        problemsLieInTheText({ program.error() }, text);
    if (const auto parsed = parse(text)) {
        require(parsed->text() == text, "parsing keeps the text");
        rowsKeepTheMeaning(*parsed, world);
    }
    if (cut == std::string_view::npos)
        return;
    const auto json = parseJson(bytes.substr(cut + divider.size()));
    const auto bindings = json ? bindingsFromJson(*json) : fail(json.error());
    if (!bindings)
        return;
    if (const auto bound = compile(text, bindings->vocabulary))
        evaluated(*bound, bindings->values, arena);
}

}
