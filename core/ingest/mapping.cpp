// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mapping.h"

#include "base/json.h"
#include "base/time.h"
#include "ingest/fields.h"
#include "ingest/mapped_table.h"
#include "model/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace ow::ingest {

namespace {

using model::Need;
using model::ObjectReader;
using model::ReadState;

constexpr std::size_t longestMapping = 4 << 20; ///< bytes
constexpr std::size_t mostJoins = 8;

/// A word of the file's form; `read` tells what it means.
template <typename T>
void formWord(ObjectReader& reader, std::string_view key, std::optional<T>& out,
    std::optional<T> (*read)(std::string_view), std::string_view choices)
{
    std::optional<std::string> word;
    reader.optionalText(key, word);
    if (!word)
        return;
    out = read(*word);
    if (!out)
        reader.fault(key, fmt::format("\"{}\" is none of: {}", *word, choices));
}

void readForm(const Json& json, ReadState& state, TableOptions& out)
{
    ObjectReader reader(json, "file", state);
    formWord(reader, "format", out.format, formatFrom, "csv, ndjson, baskets");
    formWord(
        reader, "encoding", out.encoding, encodingFrom, "utf-8, utf-16le, utf-16be, windows-1252, latin-1");
    formWord(reader, "separator", out.separator, separatorFrom, "one character, tab, space");
    formWord(reader, "decimals", out.decimals, decimalsFrom, "point, comma");
    formWord(reader, "dates", out.dates, datesFrom, "ymd, dmy, mdy");
    if (reader.has("skip"))
    {
        std::int64_t lines = 0;
        reader.integer("skip", lines, Need::Required, 0, 1000);
        out.skip = int(lines);
    }
    if (reader.has("header"))
        reader.boolean("header", out.header.emplace());
    reader.text("timezone", out.timezone, Need::Optional);
    if (!state.failed() && !out.timezone.empty() && !isTimeZone(out.timezone))
        reader.fault("timezone", "there is no time zone of this name");
    reader.done();
}

/// An object of texts: {"their word": "ours"}.
void readTexts(ObjectReader& reader, std::string_view key, std::map<std::string, std::string>& out)
{
    const Json* json = reader.find(key, Need::Optional);
    if (json == nullptr)
        return;
    if (!json->is_object())
        return reader.fault(key, fmt::format("must be an object of texts, not {}", model::kindOf(*json)));
    for (const auto& [name, value] : json->items()) {
        if (!value.is_string())
            return reader.fault(
                fmt::format("{}.{}", key, name), fmt::format("must be a text, not {}", model::kindOf(value)));
        out.emplace(name, value.get<std::string>());
    }
}

void readSource(const Json& json, const std::string& path, ReadState& state, FieldSource& out)
{
    ObjectReader reader(json, path, state);
    reader.text("column", out.column, Need::Optional);
    reader.optionalText("constant", out.constant);
    reader.text("text", out.text, Need::Optional);
    readTexts(reader, "when", out.when);
    readTexts(reader, "values", out.values);
    reader.optionalText("otherwise", out.otherwise);
    reader.done();
    if (state.failed())
        return;
    if (int(!out.column.empty()) + int(out.constant.has_value()) + int(!out.text.empty()) != 1)
        reader.faultHere("exactly one of \"column\", \"constant\" and \"text\" must be said");
    else if (const auto fault = faultOfTemplate(out.text))
        reader.fault("text", *fault);
    else if (out.otherwise && out.values.empty())
        reader.fault("otherwise", "makes sense beside \"values\" only");
}

void readSources(
    ObjectReader& top, std::string_view key, ReadState& state, std::map<std::string, FieldSource>& out)
{
    const Json* json = top.find(key, Need::Optional);
    if (json == nullptr)
        return;
    if (!json->is_object())
        return top.fault(key, fmt::format("must be an object, not {}", model::kindOf(*json)));
    for (const auto& [name, value] : json->items())
        readSource(value, fmt::format("{}.{}", key, name), state, out[name]);
}

void readJoins(ObjectReader& top, ReadState& state, std::vector<Join>& out)
{
    const auto elements = top.elements("joins", Need::Optional);
    if (elements.size() > mostJoins)
        return top.fault("joins", fmt::format("at most {} files can be joined", mostJoins));
    std::set<std::string> names;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        ObjectReader reader(*elements[i], fmt::format("joins[{}]", i), state);
        Join& join = out.emplace_back();
        reader.filledText("name", join.name);
        reader.filledText("file", join.file);
        readTexts(reader, "on", join.on);
        reader.done();
        if (state.failed())
            return;
        if (join.on.empty())
            reader.fault("on", "must say which column of the first file is which of this one");
        if (!names.insert(join.name).second)
            reader.fault("name", "is the name of another join too");
    }
}

void checkKind(const Mapping& mapping, ReadState& state)
{
    if (std::ranges::find(kinds(), mapping.kind) == kinds().end())
        return state.fault(
            "kind", fmt::format("\"{}\" is none of: {}", mapping.kind, fmt::join(kinds(), ", ")));
    for (const auto& [name, source] : mapping.fields)
        if (findField(mapping.kind, name) == nullptr) {
            std::vector<std::string_view> known;
            for (const Field& field : fieldsOf(mapping.kind))
                known.push_back(field.name);
            return state.fault("fields." + name,
                fmt::format("{} have no such field. They have: {}", mapping.kind, fmt::join(known, ", ")));
        }
    // Events of a session without a customer belong to an anonymous one.
    const bool anonymous = mapping.kind == "events" && mapping.fields.contains("session");
    for (const Field& field : fieldsOf(mapping.kind))
        if (field.required && !mapping.fields.contains(std::string(field.name))
            && !(anonymous && field.name == "customer"))
            return state.fault("fields." + std::string(field.name), "must be filled");
    if (mapping.kind != "customers" && !mapping.attributes.empty())
        state.fault("attributes", "only customers have attributes");
}

}

Result<Mapping> parseMapping(std::string_view text)
{
    JsonLimits limits;
    limits.bytes = longestMapping;
    limits.depth = 8;
    const auto json = parseJson(text, limits);
    if (!json)
        return fail(json.error());
    Mapping out;
    ReadState state;
    if (!json->is_object())
        return fail(ErrorCode::InvalidInput, "A mapping is a JSON object.");
    ObjectReader reader(*json, {}, state);
    std::int64_t version = 0;
    reader.integer("offerwright_mapping", version, Need::Required, 1, 1'000'000);
    if (!state.failed() && version > mappingVersion)
        return fail(ErrorCode::NewerVersion,
            fmt::format("The mapping was made by a later version of the program (form {}).", version),
            "offerwright_mapping");
    reader.text("name", out.name, Need::Optional);
    reader.filledText("kind", out.kind);
    if (const Json* form = reader.find("file", Need::Optional))
        readForm(*form, state, out.file);
    readSources(reader, "fields", state, out.fields);
    readSources(reader, "attributes", state, out.attributes);
    readJoins(reader, state, out.joins);
    std::optional<std::string> negative;
    reader.optionalText("negative_quantity", negative);
    out.negativeIsReturn = negative == "returned";
    if (negative && (!out.negativeIsReturn || out.kind != "events"))
        reader.fault("negative_quantity", "is \"returned\", and of events only");
    reader.done();
    if (!state.failed())
        checkKind(out, state);
    if (state.failed())
        return fail(*state.error);
    return out;
}

Result<Mapping> readMapping(const std::filesystem::path& file)
{
    std::error_code ec;
    if (!std::filesystem::exists(file, ec))
        return fail(ErrorCode::NotFound, "There is no such mapping file.", file.string());
    if (std::filesystem::file_size(file, ec) > longestMapping || ec)
        return fail(
            ErrorCode::InvalidInput, "This is no mapping: it is too large, or no file.", file.string());
    std::ifstream in(file, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in.good() && !in.eof())
        return fail(ErrorCode::Io, "The mapping cannot be read.", file.string());
    auto out = parseMapping(text);
    if (!out) {
        Error error = out.error();
        error.at = file.string() + (error.at.empty() ? "" : ": " + error.at);
        return fail(std::move(error));
    }
    return out;
}

namespace {

using Ordered = nlohmann::ordered_json;

Ordered sourceJson(const FieldSource& source)
{
    Ordered out = Ordered::object();
    if (!source.column.empty())
        out["column"] = source.column;
    if (source.constant)
        out["constant"] = *source.constant;
    if (!source.text.empty())
        out["text"] = source.text;
    if (!source.when.empty())
        out["when"] = source.when;
    if (!source.values.empty())
        out["values"] = source.values;
    if (source.otherwise)
        out["otherwise"] = *source.otherwise;
    return out;
}

Ordered formJson(const TableOptions& form)
{
    Ordered out = Ordered::object();
    if (form.format)
        out["format"] = wordOf(*form.format);
    if (form.encoding)
        out["encoding"] = wordOf(*form.encoding);
    if (form.separator)
        out["separator"] = separatorWord(*form.separator);
    if (form.decimals)
        out["decimals"] = wordOf(*form.decimals);
    if (form.dates)
        out["dates"] = wordOf(*form.dates);
    if (form.skip)
        out["skip"] = *form.skip;
    if (form.header)
        out["header"] = *form.header;
    if (!form.timezone.empty())
        out["timezone"] = form.timezone;
    return out;
}

}

std::string mappingText(const Mapping& mapping)
{
    Ordered out = Ordered::object();
    out["offerwright_mapping"] = mappingVersion;
    if (!mapping.name.empty())
        out["name"] = mapping.name;
    out["kind"] = mapping.kind;
    if (Ordered form = formJson(mapping.file); !form.empty())
        out["file"] = std::move(form);
    Ordered fields = Ordered::object();
    for (const Field& field : fieldsOf(mapping.kind)) // in the order in which people are told of them
        if (const auto it = mapping.fields.find(std::string(field.name)); it != mapping.fields.end())
            fields[it->first] = sourceJson(it->second);
    out["fields"] = std::move(fields);
    if (!mapping.attributes.empty()) {
        Ordered attributes = Ordered::object();
        for (const auto& [name, source] : mapping.attributes)
            attributes[name] = sourceJson(source);
        out["attributes"] = std::move(attributes);
    }
    if (mapping.negativeIsReturn)
        out["negative_quantity"] = "returned";
    for (const Join& join : mapping.joins)
        out["joins"].push_back(Ordered { { "name", join.name }, { "file", join.file }, { "on", join.on } });
    return out.dump(2, ' ', false, Ordered::error_handler_t::replace) + '\n';
}

TableOptions mergedOptions(const TableOptions& said, const TableOptions& mapping)
{
    TableOptions out = said;
    const auto take = [](auto& target, const auto& other) {
        if (!target)
            target = other;
    };
    take(out.separator, mapping.separator);
    take(out.format, mapping.format);
    take(out.encoding, mapping.encoding);
    take(out.decimals, mapping.decimals);
    take(out.dates, mapping.dates);
    take(out.header, mapping.header);
    take(out.skip, mapping.skip);
    if (out.timezone.empty())
        out.timezone = mapping.timezone;
    return out;
}

}
