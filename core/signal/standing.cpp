// SPDX-License-Identifier: GPL-3.0-or-later
#include "signal/standing.h"

#include "expr/string_literal.h"

#include <algorithm>
#include <charconv>

namespace ow::signal {

namespace {

bool isPart(const ReadySignal& signal, const std::string& id)
{
    return id.size() > signal.id.size() + 1 && id.starts_with(signal.id) && id[signal.id.size()] == '_';
}

const model::Fact* find(const std::vector<model::Fact>& facts, std::string_view id)
{
    const auto found = std::ranges::find(facts, id, &model::Fact::id);
    return found == facts.end() ? nullptr : &*found;
}

/// The whole numbers that stand in a text, those in names left out.
void addNumbers(std::string_view text, std::vector<std::int64_t>& out)
{
    const auto isWord = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::int64_t value = 0;
        const auto [end, ec] = std::from_chars(text.data() + i, text.data() + text.size(), value);
        if (ec != std::errc())
            continue;
        if (i == 0 || !isWord(text[i - 1]))
            out.push_back(value);
        i = std::size_t(end - text.data());
    }
}

/// The words of a pattern as ready_signal.cpp makes it; empty where it is another.
std::vector<std::string> wordsOf(const std::string& where)
{
    const std::size_t quote = where.find('"');
    if (quote == std::string::npos)
        return {};
    const std::string pattern = expr::readStringLiteral(where, quote, false).value;
    constexpr std::string_view head = "(?i)";
    if (!pattern.starts_with(head))
        return {};
    std::vector<std::string> words(1);
    for (std::size_t i = head.size(); i < pattern.size(); ++i) {
        if (pattern[i] == '|')
            words.emplace_back();
        else
            words.back() += pattern[i] == '\\' && i + 1 < pattern.size() ? pattern[++i] : pattern[i];
    }
    return words;
}

/// The facts as they are made without a graph: whatever is made of it has the condition "false".
std::vector<model::Fact> bareFacts(const ReadySignal& signal, const Settings& settings)
{
    static const model::Draft noGraph;
    return signal.facts(signal.id, settings, noGraph);
}

bool isGraphMade(const ReadySignal& signal, const model::Fact& bare)
{
    return signal.needsGraph && !bare.expr && bare.where == "false";
}

/// Whether the threshold stands in a condition (a survey's score) and not in the expression alone.
bool thresholdInWhere(const ReadySignal& signal)
{
    Settings other = signal.usual;
    other.threshold += 1;
    const auto one = bareFacts(signal, signal.usual);
    const auto two = bareFacts(signal, other);
    return !std::ranges::equal(one, two, {}, &model::Fact::where, &model::Fact::where);
}

/// What the settings might be: everything that occurs in the facts. Which of it they are is told by making
/// the facts anew.
struct Guesses {
    explicit Guesses(const ReadySignal& signal, const std::vector<model::Fact>& facts)
    {
        // Of conditions only where it must be: they may hold any number of numbers, of SKUs or in words.
        std::vector<std::int64_t> numbers;
        for (const model::Fact& fact : facts)
            if (fact.expr)
                addNumbers(*fact.expr, numbers);
        const bool inWhere = thresholdInWhere(signal);
        for (const model::Fact& fact : facts) {
            if (fact.expr)
                continue;
            if (inWhere)
                addNumbers(fact.where, numbers);
            for (const std::int64_t ms : { fact.window.ms, fact.window.ms / 2, fact.window.ms - days(1).ms })
                add(windows, ms);
            if ((signal.uses & ReadySignal::Words) != 0 && words.empty())
                words = wordsOf(fact.where);
        }
        for (const std::int64_t number : numbers) {
            add(thresholds, number);
            if (number > 0 && number <= 10'000 * days(1).ms / 1000) {
                add(bests, number * 1000);
                add(windows, number * 1000);
                for (const std::int64_t window : std::vector(windows))
                    add(bests, window - number * 1000);
            }
        }
        if ((signal.uses & ReadySignal::Threshold) == 0)
            thresholds = { signal.usual.threshold };
    }

    static void add(std::vector<std::int64_t>& list, std::int64_t value)
    {
        if (value > 0 && list.size() < 40 && std::ranges::find(list, value) == list.end())
            list.push_back(value);
    }

    std::vector<std::int64_t> thresholds, windows, bests; ///< durations in ms
    std::vector<std::string> words;
};

}

std::vector<model::Fact> factsOf(const ReadySignal& signal, const model::Draft& draft)
{
    std::vector<model::Fact> out;
    const auto& facts = draft.policy.facts;
    if (find(facts, signal.id) == nullptr)
        return out;
    const auto parts = bareFacts(signal, signal.usual);
    for (const model::Fact& fact : facts)
        if (fact.id == signal.id || (isPart(signal, fact.id) && find(parts, fact.id) != nullptr))
            out.push_back(fact);
    return standingOf(signal, draft).how == Standing::How::Adopted
        ? out
        : std::vector<model::Fact> { *find(facts, signal.id) };
}

std::vector<model::Fact> adjusted(
    const ReadySignal& signal, const Settings& settings, const model::Draft& draft)
{
    std::vector<model::Fact> out = bareFacts(signal, settings);
    for (const model::Fact& made : signal.facts(signal.id, settings, draft)) {
        const auto part = std::ranges::find(out, made.id, &model::Fact::id);
        if (part == out.end() || !isGraphMade(signal, *part))
            continue;
        const model::Fact* stands = find(draft.policy.facts, made.id);
        part->where = stands != nullptr ? stands->where : made.where;
    }
    return out;
}

Standing standingOf(const ReadySignal& signal, const model::Draft& draft)
{
    const auto& facts = draft.policy.facts;
    if (find(facts, signal.id) == nullptr)
        return { Standing::How::Absent, signal.usual };
    std::vector<model::Fact> there;
    for (const model::Fact& part : bareFacts(signal, signal.usual))
        if (const model::Fact* fact = find(facts, part.id)) {
            there.push_back(*fact);
            if (isGraphMade(signal, part))
                there.back().where = part.where;
        }
    const Guesses guesses(signal, there);
    Settings settings = signal.usual;
    settings.words = guesses.words;
    for (const std::int64_t window : guesses.windows)
        for (const std::int64_t best : guesses.bests)
            for (const std::int64_t threshold : guesses.thresholds) {
                settings.window = Duration { window };
                settings.best = Duration { best };
                settings.threshold = threshold;
                if (bareFacts(signal, settings) == there)
                    return { Standing::How::Adopted, settings };
            }
    return { Standing::How::Own, signal.usual };
}

}
