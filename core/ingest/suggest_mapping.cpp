// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/suggest_mapping.h"

#include "ingest/event_words.h"
#include "ingest/fields.h"
#include "ingest/preset.h"
#include "ingest/presets.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace ow::ingest {

namespace {

constexpr std::size_t sampledRows = 1000;
constexpr std::size_t mostWords = 40; ///< different words of a column of event types

/// What is known of a column: its name in all forms, and its first values.
struct Column {
    std::string name;
    std::set<std::string> plain; ///< plainName() of it, and of its last member where it is a path
    std::vector<std::string> values; ///< that are not empty
    std::map<std::string, int> words; ///< different values, while they are few
    std::size_t different = 0; ///< values
};

std::vector<Column> columnsOf(TableSource& table)
{
    std::vector<Column> out;
    for (const std::string& name : table.columns()) {
        Column& column = out.emplace_back();
        column.name = name;
        column.plain.insert(plainName(name));
        if (const std::size_t point = name.rfind('.'); point != std::string::npos)
            column.plain.insert(plainName(std::string_view(name).substr(point + 1)));
    }
    TableRow row;
    for (std::size_t i = 0; i < sampledRows; ++i) {
        const auto more = table.next(row);
        if (!more || !*more)
            break;
        for (std::size_t c = 0; c < std::min(row.fields.size(), out.size()); ++c) {
            const std::string_view value = trim(row.fields[c]);
            if (value.empty())
                continue;
            out[c].values.emplace_back(value);
            if (out[c].words.size() <= mostWords)
                ++out[c].words[std::string(value)];
        }
    }
    for (Column& column : out)
        column.different = std::set<std::string_view>(column.values.begin(), column.values.end()).size();
    return out;
}

/// Guesses for one file.
class Guesser {
public:
    Guesser(std::string_view kind, const std::vector<Column>& columns, const ValueForms& forms)
        : m_kind(kind)
        , m_columns(columns)
        , m_forms(forms)
    {
    }

    /// Whether a name, and not only values, speaks for the field.
    bool isNamed(const Field& field) const
    {
        return std::ranges::any_of(m_columns, [&](const Column& column) {
            Guess guess = byName(field, column);
            weigh(field, column, guess);
            return guess.sureness >= 0.7;
        });
    }

    /// The best column for the field that no other field of the guesses has; sureness 0 where there is none.
    Guess best(const Field& field, const std::set<std::string>& taken) const
    {
        Guess out;
        for (const Column& column : m_columns) {
            if (taken.contains(column.name) || column.name.empty())
                continue;
            Guess guess = byName(field, column);
            weigh(field, column, guess);
            if (guess.sureness == 0 && !isForAnother(field, column))
                guess = byContent(field, column);
            if (guess.sureness > out.sureness)
                out = std::move(guess);
        }
        return out;
    }

private:
    /// Whether the column's name says that it is another field of the kind.
    bool isForAnother(const Field& field, const Column& column) const
    {
        return std::ranges::any_of(fieldsOf(m_kind), [&](const Field& other) {
            if (other.name == field.name)
                return false;
            Guess guess = byName(other, column);
            weigh(other, column, guess);
            return guess.sureness >= 0.7;
        });
    }

    static Guess byName(const Field& field, const Column& column)
    {
        for (std::size_t i = 0; i < field.synonyms.size(); ++i)
            if (column.plain.contains(plainName(field.synonyms[i])))
                return { std::string(field.name), column.name,
                    1.0 - 0.3 * double(i) / double(field.synonyms.size()),
                    fmt::format("The column's name is a usual one for {}", field.name) };
        for (const std::string_view synonym : field.synonyms) {
            const std::string plain = plainName(synonym);
            if (plain.size() >= 4 && std::ranges::any_of(column.plain, [&](const std::string& name) {
                    return name.ends_with(plain);
                }))
                return { std::string(field.name), column.name, 0.65,
                    fmt::format("The column's name ends with \"{}\"", synonym) };
        }
        return {};
    }

    /// A name whose values cannot be what the field asks for is a coincidence.
    void weigh(const Field& field, const Column& column, Guess& guess) const
    {
        if (guess.sureness == 0 || column.values.empty() || field.type == FieldType::Text)
            return;
        const std::size_t good = countGood(field, column);
        if (good * 2 < column.values.size())
            guess.sureness = 0;
        guess.reason += fmt::format(", and {} of {} values fit", good, column.values.size());
    }

    Guess byContent(const Field& field, const Column& column) const
    {
        const auto said = [&](double sureness, std::string reason) {
            return Guess { std::string(field.name), column.name, sureness, std::move(reason) };
        };
        if (column.values.empty())
            return {};
        if (field.type == FieldType::Time && field.required) {
            const std::size_t good = countGood(field, column);
            if (good * 20 >= column.values.size() * 19)
                return said(0.5, fmt::format("{} of {} values are times", good, column.values.size()));
        }
        if (field.name == "value" && areAmounts(column))
            return said(0.4, "Its values have decimals or a currency");
        if (field.name == "customer" && shareOf(column, [](const std::string& value) {
                return value.find('@') != std::string::npos && value.find('.') != std::string::npos;
            }) > 0.9)
            return said(0.5, "Its values are e-mail addresses");
        if (field.name == "basket" && standTogether(column))
            return said(0.35, "Its values come again in the rows that follow each other");
        const bool isId = field.name == "customer" || field.name == "item" || field.name == "sku";
        if (isId && (field.required || m_kind == "events") && areIds(column))
            return said(
                field.name == "item" ? 0.3 : 0.3 * double(column.different) / double(column.values.size()),
                fmt::format("{} values of {} are different: they could be ids", column.different,
                    column.values.size()));
        if (field.name == "type" && column.words.size() <= mostWords) {
            int known = 0;
            for (const auto& [word, count] : column.words)
                known += ourEventType(word).empty() ? 0 : count;
            if (std::size_t(known) * 2 > column.values.size())
                return said(
                    0.55, fmt::format("{} of {} values are words for events", known, column.values.size()));
        }
        return {};
    }

    static double shareOf(const Column& column, const auto& isGood)
    {
        return double(std::ranges::count_if(column.values, isGood)) / double(column.values.size());
    }

    /// Amounts that cannot be numbers of something else.
    bool areAmounts(const Column& column) const
    {
        return shareOf(column,
                   [&](const std::string& value) {
                       const bool isExact = value.find_first_of(".,") != std::string::npos
                           || withoutSigns(value, {}).size() != value.size();
                       return isExact && toMoney(value, "EUR", m_forms.decimals).has_value();
                   })
            > 0.9
            && !areTimes(column);
    }

    bool areTimes(const Column& column) const
    {
        TimeReader times("UTC");
        times.setForms(m_forms);
        return shareOf(column, [&](const std::string& value) { return times.read(value).has_value(); }) > 0.9;
    }

    /// The same value in rows that follow each other, and never again behind another one.
    static bool standTogether(const Column& column)
    {
        std::set<std::string_view> over;
        std::size_t again = 0;
        for (std::size_t i = 1; i < column.values.size(); ++i) {
            if (column.values[i] == column.values[i - 1]) {
                ++again;
                continue;
            }
            over.insert(column.values[i - 1]);
            if (over.contains(column.values[i]))
                return false;
        }
        return again * 4 >= column.values.size() && column.different > 1;
    }

    /// Short texts of which most come again somewhere, and there are several: neither times nor amounts.
    bool areIds(const Column& column) const
    {
        const auto isShort = [](const std::string& value) {
            return value.size() <= 64 && value.find(' ') == std::string::npos;
        };
        return column.values.size() >= 4 && column.different >= 2 && column.different < column.values.size()
            && shareOf(column, isShort) > 0.95 && !areTimes(column) && !areAmounts(column);
    }

    std::size_t countGood(const Field& field, const Column& column) const
    {
        return std::size_t(std::ranges::count_if(column.values,
            [&](const std::string& value) { return !faultOf(field, value, m_forms, {}).has_value(); }));
    }

    std::string m_kind;
    const std::vector<Column>& m_columns;
    ValueForms m_forms;
};

/// Their words of events with ours beside them, so that a person sees and mends what becomes of each.
void mapWords(const std::vector<Column>& columns, FieldSource& source)
{
    const auto column = std::ranges::find(columns, source.column, &Column::name);
    if (column == columns.end() || column->words.size() > mostWords)
        return;
    for (const auto& [word, count] : column->words) {
        const std::string_view ours = ourEventType(word);
        if (!ours.empty() && ours != word)
            source.values.emplace(word, ours);
    }
}

Suggestion suggestFor(
    std::string_view kind, const std::vector<Column>& columns, const ValueForms& forms, bool areOrders)
{
    Suggestion out;
    out.mapping.kind = kind;
    const Guesser guesser(kind, columns, forms);
    std::set<std::string> taken;
    for (const Field& field : fieldsOf(kind)) {
        Guess guess = guesser.best(field, taken);
        if (guess.sureness == 0) {
            if (field.required)
                out.missing.emplace_back(field.name);
            continue;
        }
        taken.insert(guess.column);
        FieldSource& source = out.mapping.fields[guess.field];
        source.column = guess.column;
        if (kind == "events" && field.name == "type")
            mapWords(columns, source);
        out.guesses.push_back(std::move(guess));
    }
    // Orders tell of nothing but purchases, and so need no column to say it.
    if (kind == "events" && !out.mapping.fields.contains("type") && areOrders)
        out.mapping.fields["type"].constant = "purchased";
    // A session stands for an anonymous customer.
    if (kind == "events" && out.mapping.fields.contains("session"))
        std::erase(out.missing, "customer");
    if (kind == "customers")
        for (const Column& column : columns)
            if (!taken.contains(column.name) && !column.name.empty() && !column.values.empty())
                out.mapping.attributes[toIdentifier(column.name)].column = column.name;
    return out;
}

/// How well a kind fits: required fields by their sureness, and a little for each further one.
double worth(const Suggestion& suggestion, const Preset* preset)
{
    const std::string& kind = suggestion.mapping.kind;
    double required = 0;
    for (const Field& field : fieldsOf(kind))
        required += field.required;
    double out = -double(suggestion.missing.size());
    for (const Guess& guess : suggestion.guesses)
        out += findField(kind, guess.field)->required ? guess.sureness / required : guess.sureness * 0.08;
    // Whatever has an id could be customers, and whatever names a product a catalogue.
    const auto has = [&](const char* field) { return suggestion.mapping.fields.contains(field); };
    if (kind == "customers" || (kind == "products" && !has("title") && !has("price")))
        return out - 0.5;
    return preset != nullptr && preset->kind == kind ? out + 1 : out;
}

}

Result<Suggestion> suggestMapping(
    const std::filesystem::path& file, std::string_view kind, const ImportOptions& options)
{
    auto table = openTable(file, options);
    if (!table)
        return fail(table.error());
    if (!kind.empty() && std::ranges::find(kinds(), kind) == kinds().end())
        return fail(ErrorCode::InvalidInput,
            fmt::format("There is no kind \"{}\". There are: {}.", kind, fmt::join(kinds(), ", ")),
            std::string(kind));
    const FileForm form = (*table)->form();
    const Preset* preset = detectPreset(Columns((*table)->columns(), form.values), kind);
    const std::vector<Column> columns = columnsOf(**table);
    const Columns names((*table)->columns(), form.values);
    const bool areOrders = fitsOrders(names);
    const Guesser guesser("events", columns, form.values);
    const bool tellsWhoAndWhen
        = guesser.isNamed(*findField("events", "customer")) && guesser.isNamed(*findField("events", "at"));
    Suggestion best;
    double bestWorth = 0;
    for (const std::string_view candidate : kinds()) {
        if (!kind.empty() && kind != candidate)
            continue;
        Suggestion one = suggestFor(candidate, columns, form.values, areOrders);
        // What somebody did at some time is no catalogue.
        const double isWorth = worth(one, preset) - (tellsWhoAndWhen && candidate == "products" ? 5 : 0);
        if (best.mapping.kind.empty() || isWorth > bestWorth) {
            best = std::move(one);
            bestWorth = isWorth;
        }
    }
    // A file that only the most general preset of another kind reads is not read right by it.
    best.preset = preset != nullptr && preset->kind == best.mapping.kind ? preset->id : "";
    best.mapping.name = file.stem().string();
    TableOptions& said = best.mapping.file;
    said.format = form.format;
    said.encoding = form.encoding;
    if (form.separator != 0)
        said.separator = form.separator;
    // What is a guess only is not laid down for files to come: each is looked at anew, and says so.
    if (form.doubts.empty()) {
        said.decimals = form.values.decimals;
        said.dates = form.values.dates;
    }
    if (!form.header && form.names.empty())
        said.header = false;
    return best;
}

}
