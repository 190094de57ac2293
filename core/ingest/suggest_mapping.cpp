// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/suggest_mapping.h"

#include "ingest/event_words.h"
#include "ingest/fields.h"
#include "ingest/preset.h"
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
    return out;
}

/// Guesses for one file.
class Guesser {
public:
    Guesser(const std::vector<Column>& columns, const ValueForms& forms)
        : m_columns(columns)
        , m_forms(forms)
    {
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
            if (guess.sureness == 0)
                guess = byContent(field, column);
            if (guess.sureness > out.sureness)
                out = std::move(guess);
        }
        return out;
    }

private:
    static Guess byName(const Field& field, const Column& column)
    {
        for (std::size_t i = 0; i < field.synonyms.size(); ++i)
            if (column.plain.contains(plainName(field.synonyms[i])))
                return { std::string(field.name), column.name, 1.0 - 0.015 * double(i),
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

    std::size_t countGood(const Field& field, const Column& column) const
    {
        return std::size_t(std::ranges::count_if(column.values,
            [&](const std::string& value) { return !faultOf(field, value, m_forms, {}).has_value(); }));
    }

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

Suggestion suggestFor(std::string_view kind, const std::vector<Column>& columns, const ValueForms& forms)
{
    Suggestion out;
    out.mapping.kind = kind;
    const Guesser guesser(columns, forms);
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
    Suggestion best;
    for (const std::string_view candidate : kinds()) {
        if (!kind.empty() && kind != candidate)
            continue;
        Suggestion one = suggestFor(candidate, columns, form.values);
        if (best.mapping.kind.empty() || worth(one, preset) > worth(best, preset))
            best = std::move(one);
    }
    best.preset = preset != nullptr ? preset->id : "";
    best.mapping.name = file.stem().string();
    TableOptions& said = best.mapping.file;
    said.format = form.format;
    said.encoding = form.encoding;
    if (form.separator != 0)
        said.separator = form.separator;
    said.decimals = form.values.decimals;
    said.dates = form.values.dates;
    if (!form.header && form.names.empty())
        said.header = false;
    return best;
}

}
