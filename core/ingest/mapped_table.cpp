// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mapped_table.h"

#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::ingest {

namespace {

constexpr std::size_t costOfRow = 128; ///< bytes that a row takes beside its texts, about
constexpr std::int64_t joinedRowsBetweenProgress = 4096;

/// Text and the column behind it; the last one has none.
struct Part {
    std::string before;
    std::optional<std::string> column;
};

/// Empty where a brace is not closed or names nothing.
std::optional<std::vector<Part>> partsOf(std::string_view text)
{
    std::vector<Part> out(1);
    while (!text.empty()) {
        const char c = text.front();
        if ((c == '{' || c == '}') && text.size() > 1 && text[1] == c) {
            out.back().before += c;
            text.remove_prefix(2);
            continue;
        }
        if (c == '}')
            return std::nullopt;
        if (c != '{') {
            out.back().before += c;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t end = text.find('}');
        if (end == std::string_view::npos || end == 1)
            return std::nullopt;
        out.back().column = std::string(text.substr(1, end - 1));
        out.emplace_back();
        text.remove_prefix(end + 1);
    }
    return out;
}

std::size_t indexOf(const std::vector<std::string>& columns, std::string_view name)
{
    const auto exact = std::ranges::find(columns, name);
    if (exact != columns.end())
        return std::size_t(exact - columns.begin());
    // However it is written, as everywhere.
    const std::string plain = plainName(name);
    const auto like = std::ranges::find_if(
        columns, [&](const std::string& column) { return !plain.empty() && plainName(column) == plain; });
    return std::size_t(like - columns.begin());
}

/// The join whose column this is: "p.price" of the join "p"; null for one of the file itself.
const Join* joinOf(const Mapping& mapping, std::string_view column)
{
    for (const Join& join : mapping.joins)
        if (column.size() > join.name.size() + 1 && column.starts_with(join.name)
            && column[join.name.size()] == '.')
            return &join;
    return nullptr;
}

Result<void> checkSource(const Mapping& mapping, const std::string& path, const FieldSource& source,
    const std::vector<std::string>& columns)
{
    for (const std::string& column : columnsOf(source))
        if (column != "row" && joinOf(mapping, column) == nullptr
            && indexOf(columns, column) == columns.size())
            return fail(ErrorCode::InvalidInput,
                fmt::format("The file has no column \"{}\". It has: {}.", column, fmt::join(columns, ", ")),
                path);
    return {};
}

}

std::optional<std::string> faultOfTemplate(std::string_view text)
{
    return partsOf(text)
        ? std::nullopt
        : std::optional<std::string>(
            "has a brace that is not closed, or {} with nothing in it; a brace itself is {{ or }}");
}

std::vector<std::string> columnsOf(const FieldSource& source)
{
    std::vector<std::string> out;
    if (!source.column.empty())
        out.push_back(source.column);
    if (const auto parts = partsOf(source.text))
        for (const Part& part : *parts)
            if (part.column)
                out.push_back(*part.column);
    for (const auto& [column, value] : source.when)
        out.push_back(column);
    return out;
}

Result<void> checkColumns(const Mapping& mapping, const std::vector<std::string>& columns)
{
    for (const auto& [name, source] : mapping.fields)
        if (auto ok = checkSource(mapping, "fields." + name, source, columns); !ok)
            return ok;
    for (const auto& [name, source] : mapping.attributes)
        if (auto ok = checkSource(mapping, "attributes." + name, source, columns); !ok)
            return ok;
    for (std::size_t i = 0; i < mapping.joins.size(); ++i)
        for (const auto& [ours, theirs] : mapping.joins[i].on)
            if (indexOf(columns, ours) == columns.size())
                return fail(ErrorCode::InvalidInput, fmt::format("The file has no column \"{}\".", ours),
                    fmt::format("joins[{}].on", i));
    return {};
}

void JoinedRows::addToKey(std::string& key, std::string_view value)
{
    key += value;
    key += '\x1F';
}

Result<JoinedRows> JoinedRows::read(const std::filesystem::path& file, const TableOptions& options,
    const std::vector<std::string>& keys, const std::vector<std::string>& columns, const Progress& progress,
    std::size_t mostBytes)
{
    auto table = openTable(file, options);
    if (!table)
        return fail(table.error());
    std::vector<std::size_t> places;
    for (const auto* names : { &keys, &columns })
        for (const std::string& name : *names) {
            places.push_back(indexOf((*table)->columns(), name));
            if (places.back() == (*table)->columns().size())
                return fail(ErrorCode::InvalidInput,
                    fmt::format("The joined file has no column \"{}\". It has: {}.", name,
                        fmt::join((*table)->columns(), ", ")),
                    file.string());
        }
    JoinedRows out;
    TableRow row;
    std::size_t bytes = 0;
    for (std::int64_t read = 1;; ++read) {
        const auto more = (*table)->next(row);
        if (!more)
            return fail(more.error());
        if (!*more)
            return out;
        if (read % joinedRowsBetweenProgress == 0
            && !goOn(progress, (*table)->bytesDone(), (*table)->bytesTotal()))
            return fail(ErrorCode::Cancelled, "The import was stopped. Nothing of it was kept.");
        if (!row.problem.empty()) {
            ++out.m_broken;
            continue;
        }
        std::string key;
        for (std::size_t i = 0; i < keys.size(); ++i)
            addToKey(key, trim(row.fields[places[i]]));
        const std::size_t keyBytes = key.size();
        const auto [it, isNew] = out.m_rows.try_emplace(std::move(key));
        out.m_repeated += !isNew;
        if (!isNew)
            continue;
        bytes += costOfRow + keyBytes;
        for (std::size_t c = keys.size(); c < places.size(); ++c) {
            it->second.emplace_back(row.fields[places[c]]);
            bytes += sizeof(std::string) + row.fields[places[c]].size();
        }
        if (bytes > mostBytes)
            return fail(ErrorCode::InvalidInput,
                fmt::format(
                    "The joined file is too long: its keys and columns take over {} MB. Swap the files, or "
                    "join them beforehand.",
                    mostBytes >> 20),
                file.string());
    }
}

const std::vector<std::string>* JoinedRows::find(const std::string& key) const
{
    const auto it = m_rows.find(key);
    return it == m_rows.end() ? nullptr : &it->second;
}

Result<std::unique_ptr<TableSource>> MappedTable::open(std::unique_ptr<TableSource> table,
    std::shared_ptr<const Mapping> mapping, const std::vector<std::filesystem::path>& files,
    const Progress& progress)
{
    if (auto ok = checkColumns(*mapping, table->columns()); !ok)
        return fail(ok.error());
    std::unique_ptr<MappedTable> out(new MappedTable);
    out->m_table = std::move(table);
    out->m_mapping = std::move(mapping);
    out->m_form = out->m_table->form();
    if (auto ok = out->prepare(files, progress); !ok)
        return fail(ok.error());
    return out;
}

Result<void> MappedTable::prepare(const std::vector<std::filesystem::path>& files, const Progress& progress)
{
    for (const Join& join : m_mapping->joins)
        m_joins.emplace_back().join = &join;
    for (const auto& [name, source] : m_mapping->fields)
        add(name, source);
    for (const auto& [name, source] : m_mapping->attributes)
        add(name, source);
    for (std::size_t i = 0; i < m_joins.size(); ++i) {
        Joined& joined = m_joins[i];
        std::vector<std::string> keys;
        for (const auto& [ours, theirs] : joined.join->on) {
            joined.keys.push_back(indexOf(m_table->columns(), ours));
            keys.push_back(theirs);
        }
        auto rows = JoinedRows::read(files.at(i), {}, keys, joined.columns, progress);
        if (!rows)
            return fail(rows.error());
        joined.rows = std::move(*rows);
    }
    return {};
}

void MappedTable::add(const std::string& column, const FieldSource& source)
{
    Filled filled;
    filled.source = &source;
    if (!source.column.empty()) {
        filled.pieces.push_back({ {}, placeOf(source.column) });
    } else if (source.constant) {
        filled.pieces.push_back({ *source.constant, std::nullopt });
    } else {
        const auto parts = partsOf(source.text);
        for (const Part& part : parts.value())
            filled.pieces.push_back(
                { part.before, part.column ? std::optional(placeOf(*part.column)) : std::nullopt });
    }
    for (const auto& [name, value] : source.when)
        filled.when.emplace_back(placeOf(name), value);
    m_columns.push_back(column);
    m_fields.push_back(std::move(filled));
}

MappedTable::Place MappedTable::placeOf(std::string_view column)
{
    const std::size_t own = indexOf(m_table->columns(), column);
    const Join* join = joinOf(*m_mapping, column);
    if (join == nullptr && own < m_table->columns().size())
        return { 0, own };
    if (join == nullptr)
        return { 0, rowNumber }; // checkColumns() let nothing else through
    const std::size_t number = std::size_t(join - m_mapping->joins.data());
    std::vector<std::string>& wanted = m_joins[number].columns;
    const std::string name(column.substr(join->name.size() + 1));
    const auto known = std::ranges::find(wanted, name);
    const std::size_t at = std::size_t(known - wanted.begin());
    if (known == wanted.end())
        wanted.push_back(name);
    return { number + 1, at };
}

std::string_view MappedTable::at(const Place& place) const
{
    if (place.join > 0) {
        const auto* found = m_joins[place.join - 1].found;
        return found != nullptr ? std::string_view((*found)[place.column]) : std::string_view {};
    }
    return place.column == rowNumber ? std::string_view(m_number) : m_row.fields[place.column];
}

std::string_view MappedTable::textOf(const Filled& field)
{
    for (const auto& [place, value] : field.when)
        if (trim(at(place)) != value)
            return {};
    std::string_view text;
    if (field.pieces.size() == 1 && field.pieces[0].before.empty() && field.pieces[0].place) {
        text = at(*field.pieces[0].place);
    } else if (field.pieces.size() == 1 && !field.pieces[0].place) {
        text = field.pieces[0].before;
    } else {
        std::string& made = m_made.emplace_back();
        for (const Piece& piece : field.pieces) {
            made += piece.before;
            if (piece.place)
                made += trim(at(*piece.place));
        }
        text = made;
    }
    if (field.source->values.empty())
        return text;
    m_key.assign(trim(text));
    const auto known = field.source->values.find(m_key);
    return known != field.source->values.end() ? std::string_view(known->second)
        : field.source->otherwise              ? std::string_view(*field.source->otherwise)
                                               : text;
}

Result<bool> MappedTable::next(TableRow& row)
{
    const auto more = m_table->next(m_row);
    if (!more || !*more)
        return more;
    row.number = m_row.number;
    row.text = m_row.text;
    row.problem = m_row.problem;
    row.fields.clear();
    if (!row.problem.empty())
        return true;
    m_made.clear();
    m_number = std::to_string(m_row.number);
    for (Joined& joined : m_joins) {
        m_key.clear();
        for (const std::size_t column : joined.keys)
            JoinedRows::addToKey(m_key, trim(m_row.fields[column]));
        joined.found = joined.rows.find(m_key);
        joined.missed += joined.found == nullptr;
    }
    for (const Filled& field : m_fields)
        row.fields.push_back(textOf(field));
    return true;
}

std::vector<std::string> MappedTable::notes() const
{
    std::vector<std::string> out = m_table->notes();
    for (const Joined& joined : m_joins) {
        if (joined.missed > 0)
            out.push_back(fmt::format("{} rows found nothing in {}.", joined.missed, joined.join->file));
        if (joined.rows.repeatedKeys() > 0)
            out.push_back(fmt::format("{} rows of {} repeat a key: of each key the first row was taken.",
                joined.rows.repeatedKeys(), joined.join->file));
        if (joined.rows.brokenRows() > 0)
            out.push_back(fmt::format(
                "{} rows of {} are broken and were left out.", joined.rows.brokenRows(), joined.join->file));
    }
    return out;
}

}
