// SPDX-License-Identifier: GPL-3.0-or-later
#include "expr/program.h"

#include <benchmark/benchmark.h>

// What one evaluation of a compiled expression costs: the kinds that packs are made of, one at a time.

namespace {

using namespace ow;
using namespace ow::expr;

/// A small policy's names and one customer's values.
struct World {
    Vocabulary names;
    std::vector<Value> values;
    std::vector<Value> tags { Value::of(std::string_view("vip")), Value::of(std::string_view("b2b")) };

    World()
    {
        add("customer.segment", Kind::String, Value::of(std::string_view("pro")));
        add("customer.country", Kind::String, Value::of(std::string_view("DE")));
        add("customer.age", Kind::Int, Value::of(std::int64_t(41)));
        add("customer.consent", Kind::Bool, Value::of(true));
        add("customer.tags", Type::list(Kind::String), Value::list(tags));
        add("facts.n", Kind::Int, Value::of(std::int64_t(5)));
        add("facts.rebrowse_48h", Kind::Int, Value::of(std::int64_t(3)));
        add("offer.margin", Kind::Int, Value::of(std::int64_t(2499)));
        add("candidate.propensity", Kind::Double, Value::of(0.11));
        add("candidate.fit", Kind::Double, Value::of(0.8));
        add("now", Kind::Timestamp, Value::of(Timestamp { 1'795'000'000'000 }));
        add("event.at", Kind::Timestamp, Value::of(Timestamp { 1'794'990'000'000 }));
    }

    void add(const char* path, Type type, Value value)
    {
        names.add(path, std::move(type));
        values.push_back(value);
    }
};

void evaluate(benchmark::State& state, const std::string& text)
{
    const World world;
    const auto program = compile(text, world.names);
    if (!program) {
        state.SkipWithError(program.error().message.c_str());
        return;
    }
    Arena arena;
    for ([[maybe_unused]] auto _ : state) {
        arena.reset();
        benchmark::DoNotOptimize(program->evaluate(world.values, arena));
    }
    state.SetLabel(text.substr(0, 90));
}

std::string sum(int terms)
{
    std::string out = "customer.age";
    for (int i = 1; i < terms; ++i)
        out += " + facts.n";
    return out;
}

const bool registered = [] {
    const std::pair<const char*, std::string> cases[] = {
        { "condition", "customer.segment == 'pro' && facts.n >= 3" },
        { "linear", "0.05 + 0.02 * double(facts.rebrowse_48h)" },
        { "score", "candidate.propensity * double(offer.margin) * candidate.fit" },
        { "four",
            "customer.consent && customer.age >= 18 && customer.country in ['DE', 'AT', 'CH'] && "
            "!(customer.segment == 'guest')" },
        { "manyValues",
            "customer.country in ['FR', 'IT', 'ES', 'PT', 'NL', 'BE', 'LU', 'DK', 'SE', 'NO', 'DE']" },
        { "either", "customer.age < 18 || customer.segment == 'guest' || facts.n > 3" },
        { "choice", "customer.segment == 'pro' ? 0.2 : customer.age > 60 ? 0.1 : 0.05" },
        { "whole", "offer.margin * 3 / 100 + facts.n % 7" },
        { "since", "now - event.at < duration('48h')" },
        { "hour", "now.getHours() >= 9" },
        { "hourInBerlin", "now.getHours('Europe/Berlin') >= 9" },
        { "listed", "'vip' in customer.tags" },
        { "exists", "customer.tags.exists(t, t.startsWith('b2'))" },
        { "matches", "customer.segment.matches('^p(ro|lus)$')" },
        { "sum30", sum(30) },
    };
    for (const auto& [name, text] : cases)
        benchmark::RegisterBenchmark(name, [text = text](benchmark::State& state) { evaluate(state, text); });
    return true;
}();

}
