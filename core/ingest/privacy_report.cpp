// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/privacy_report.h"

#include "base/json.h"
#include "ingest/pseudonyms.h"

#include <algorithm>
#include <set>

namespace ow::ingest {

namespace {

struct SeenAttribute {
    explicit SeenAttribute(const std::string& name)
        : column(name)
        , byName(personalByName(name).has_value())
    {
    }
    PersonalColumn column;
    bool byName;
    std::int64_t values = 0;
    std::set<std::int64_t> imports;
};

std::string textOf(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

}

std::int64_t PrivacyReport::undoneRows() const
{
    std::int64_t sum = 0;
    for (const Import& import : imports)
        sum += import.texts.active ? 0 : import.texts.rows;
    return sum;
}

Result<PrivacyReport> privacyReport(const std::filesystem::path& file, const Progress& progress)
{
    PrivacyReport out;
    std::map<std::string, SeenAttribute> attributes;
    store::TextVisitor visitor;
    visitor.customer = [&](std::string_view id) {
        ++out.customers;
        if (Pseudonyms::isOne(id))
            ++out.pseudonyms;
        else if (const auto kind = personalByContent(id))
            ++out.idKinds[*kind];
    };
    visitor.attributes = [&](std::int64_t import, std::string_view text) {
        const auto json = parseJson(text);
        if (!json || !json->is_object())
            return;
        for (const auto& [name, value] : json->items()) {
            SeenAttribute& seen = attributes.try_emplace(name, name).first->second;
            const std::string plain = textOf(value);
            if (plain.empty())
                continue;
            seen.column.look(plain);
            seen.imports.insert(import);
            ++seen.values;
        }
    };
    auto texts = store::readStoredTexts(file, visitor, progress);
    if (!texts)
        return fail(texts.error());
    for (const auto& [name, seen] : attributes)
        if (seen.values > 0)
            out.attributes.push_back({ name, seen.values, seen.column.kind(), seen.byName,
                { seen.imports.begin(), seen.imports.end() } });
    for (store::ImportTexts& import : texts->imports) {
        out.words += import.words;
        out.rejectedTexts += import.rejectedTexts;
        PrivacyReport::Import& line = out.imports.emplace_back();
        if (const auto form = parseImportForm(import.form)) {
            line.pseudonyms = form->pseudonyms;
            line.keptPersonal = form->keepPersonal;
            line.leftOut = form->leftOut;
        }
        line.texts = std::move(import);
    }
    out.sessions = texts->sessions;
    out.remarks = texts->remarks;
    out.erasures = std::move(texts->erasures);
    return out;
}

}
