// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/import_form.h"

#include "base/json.h"

namespace ow::ingest {

namespace {

constexpr std::size_t longestForm = 8 << 20; ///< bytes

Json fileJson(const ImportForm::File& file)
{
    return { { "name", file.name }, { "columns", file.columns }, { "format", wordOf(file.form.format) },
        { "separator", file.form.separator == 0 ? std::string() : separatorWord(file.form.separator) },
        { "decimals", wordOf(file.form.values.decimals) }, { "dates", wordOf(file.form.values.dates) } };
}

std::string text(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag(const Json& json, const char* name)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() && found->get<bool>();
}

ImportForm::File fileFrom(const Json& json)
{
    ImportForm::File out;
    out.name = text(json, "name");
    if (const auto columns = json.find("columns"); columns != json.end() && columns->is_array())
        for (const Json& column : *columns)
            out.columns.push_back(column.is_string() ? column.get<std::string>() : std::string());
    out.form.format = formatFrom(text(json, "format")).value_or(FileFormat::Csv);
    out.form.separator = separatorFrom(text(json, "separator")).value_or('\0');
    out.form.values.decimals = decimalsFrom(text(json, "decimals")).value_or(DecimalMark::Point);
    out.form.values.dates = datesFrom(text(json, "dates")).value_or(DateOrder::Ymd);
    return out;
}

}

std::string importFormText(const ImportForm& form)
{
    Json out = { { "kind", form.kind }, { "preset", form.preset } };
    if (form.mapping)
        out["mapping"] = Json::parse(mappingText(*form.mapping));
    if (!form.timezone.empty())
        out["timezone"] = form.timezone;
    if (form.keepPersonal)
        out["keep_personal"] = true;
    if (!form.keepColumns.empty())
        out["keep_columns"] = form.keepColumns;
    if (form.costShareBp > 0)
        out["cost_share"] = form.costShareBp;
    if (form.pseudonyms)
        out["pseudonyms"] = true;
    for (const LeftOutColumn& column : form.leftOut) {
        Json left { { "column", column.column }, { "kind", wordOf(column.kind) } };
        if (column.byName)
            left["by_name"] = true;
        out["left_out"].push_back(std::move(left));
    }
    Json files = Json::array();
    for (const ImportForm::File& file : form.files)
        files.push_back(fileJson(file));
    out["files"] = std::move(files);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ImportForm> parseImportForm(std::string_view written)
{
    if (written.empty())
        return fail(ErrorCode::NotFound,
            "An older version of the program made this import, which did not keep how the files were read. "
            "Import the "
            "mended rows as a file.");
    JsonLimits limits;
    limits.bytes = longestForm;
    limits.depth = 12;
    const auto json = parseJson(written, limits);
    if (!json)
        return fail(json.error());
    if (!json->is_object())
        return fail(ErrorCode::InvalidInput, "How the files were read is damaged in the project.");
    ImportForm out;
    out.kind = text(*json, "kind");
    out.preset = text(*json, "preset");
    if (const auto mapping = json->find("mapping"); mapping != json->end()) {
        auto read = parseMapping(mapping->dump());
        if (!read)
            return fail(read.error());
        out.mapping = std::make_shared<const Mapping>(std::move(*read));
    }
    out.timezone = text(*json, "timezone");
    out.keepPersonal = flag(*json, "keep_personal");
    if (const auto kept = json->find("keep_columns"); kept != json->end() && kept->is_array())
        for (const Json& column : *kept)
            if (column.is_string())
                out.keepColumns.insert(column.get<std::string>());
    if (const auto share = json->find("cost_share"); share != json->end() && share->is_number_integer())
        out.costShareBp = int(share->get<std::int64_t>());
    out.pseudonyms = flag(*json, "pseudonyms");
    if (const auto leftOut = json->find("left_out"); leftOut != json->end() && leftOut->is_array())
        for (const Json& column : *leftOut)
            if (column.is_object())
                if (const auto kind = personalDataFrom(text(column, "kind")))
                    out.leftOut.push_back({ text(column, "column"), *kind, flag(column, "by_name"), false });
    if (const auto files = json->find("files"); files != json->end() && files->is_array())
        for (const Json& file : *files)
            if (file.is_object())
                out.files.push_back(fileFrom(file));
    return out;
}

}
