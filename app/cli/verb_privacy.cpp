// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "base/time.h"
#include "cli/verb.h"
#include "ingest/privacy_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

namespace ow::cli {

namespace {

using ingest::PrivacyReport;

Json toJson(const store::ErasedCounts& c)
{
    return { { "customers", c.customers }, { "events", c.events }, { "exposures", c.exposures },
        { "basket_lines", c.basketLines }, { "rejected_texts", c.rejectedTexts }, { "texts", c.texts },
        { "mentions", c.mentions } };
}

Json toJson(const PrivacyReport::Import& import)
{
    Json leftOut = Json::array();
    for (const ingest::LeftOutColumn& column : import.leftOut)
        leftOut.push_back({ { "column", column.column }, { "kind", wordOf(column.kind) },
            { "by", column.byName ? "name" : "values" } });
    const store::ImportTexts& t = import.texts;
    return { { "import", t.id }, { "at", formatTimestamp(t.at) }, { "source", t.source }, { "kind", t.kind },
        { "active", t.active }, { "customers", t.customers }, { "rows", t.rows }, { "words", t.words },
        { "rejected_texts", t.rejectedTexts }, { "pseudonyms", import.pseudonyms },
        { "kept_personal", import.keptPersonal }, { "left_out", std::move(leftOut) } };
}

Json toJson(const PrivacyReport& report)
{
    Json kinds = Json::object();
    for (const auto& [kind, count] : report.idKinds)
        kinds[std::string(wordOf(kind))] = count;
    Json attributes = Json::array();
    for (const PrivacyReport::Attribute& a : report.attributes) {
        Json one { { "name", a.name }, { "values", a.values }, { "imports", a.imports } };
        one["kind"] = a.kind ? Json(wordOf(*a.kind)) : Json();
        if (a.kind)
            one["by"] = a.byName ? "name" : "values";
        attributes.push_back(std::move(one));
    }
    Json imports = Json::array();
    for (const PrivacyReport::Import& import : report.imports)
        imports.push_back(toJson(import));
    Json erasures = Json::array();
    for (const store::Erasure& e : report.erasures)
        erasures.push_back({ { "step", e.step }, { "at", formatTimestamp(e.at) }, { "who", e.who },
            { "why", e.why }, { "erased", toJson(e.all) } });
    return { { "customers", report.customers }, { "pseudonyms", report.pseudonyms },
        { "ids_like", std::move(kinds) }, { "attributes", std::move(attributes) },
        { "sessions", report.sessions }, { "words", report.words },
        { "rejected_texts", report.rejectedTexts }, { "remarks", report.remarks },
        { "undone_rows", report.undoneRows() }, { "imports", std::move(imports) },
        { "erasures", std::move(erasures) } };
}

void printIds(const PrivacyReport& r, const Console& console)
{
    console.printLine(fmt::format("Customers: {}", grouped(r.customers)));
    if (r.pseudonyms > 0)
        console.printLine(
            fmt::format("  {} look like pseudonyms. Only who has the key can tell whose they are.",
                grouped(r.pseudonyms)));
    for (const auto& [kind, count] : r.idKinds)
        console.printLine(fmt::format("  {} are {}. To be rid of them, import into a new project with "
                                      "--pseudonymize KEYFILE; an undone "
                                      "import stays in the file.",
            grouped(count), wordsFor(kind)));
    if (r.customers > 0)
        console.printLine("  erase-customer takes one out with every trace.");
}

void printAttributes(const PrivacyReport& r, const Console& console)
{
    std::int64_t personal = 0;
    for (const PrivacyReport::Attribute& a : r.attributes)
        personal += a.kind ? 1 : 0;
    console.printLine(fmt::format("Attributes of customers: {}, of which {} look personal",
        grouped(std::int64_t(r.attributes.size())), grouped(personal)));
    for (const PrivacyReport::Attribute& a : r.attributes)
        if (a.kind)
            console.printLine(fmt::format("  {}: {}, told by its {}, {} (import {}). Import into a new "
                                          "project without the column.",
                a.name, wordsFor(*a.kind), a.byName ? "name" : "values", counted(a.values, "value", "values"),
                fmt::join(a.imports, ", ")));
}

void printTexts(const PrivacyReport& r, const Console& console)
{
    console.printLine("Texts that may name somebody");
    console.printLine(
        fmt::format("  {} of sessions, orders, baskets and intents", counted(r.sessions, "id", "ids")));
    console.printLine(
        fmt::format("  {} with words of searches or names of pages", counted(r.words, "event", "events")));
    console.printLine(fmt::format("  {} as they stood in the file. Mend them, or undo their import.",
        counted(r.rejectedTexts, "rejected row", "rejected rows")));
    console.printLine(
        fmt::format("  {} in the history. History changes them.", counted(r.remarks, "remark", "remarks")));
    if (r.undoneRows() > 0)
        console.printLine(
            fmt::format("  {} of undone imports: hidden, and still in the file. erase-customer finds "
                        "them, too.",
                counted(r.undoneRows(), "row", "rows")));
}

void printImports(const PrivacyReport& r, const Console& console)
{
    console.printLine(fmt::format("Imports: {}", r.imports.size()));
    for (const PrivacyReport::Import& import : r.imports) {
        const store::ImportTexts& t = import.texts;
        std::string line = fmt::format("  {} {} {}: {}{}{}", t.id, formatTimestamp(t.at), t.source,
            counted(t.customers, "customer", "customers"), import.pseudonyms ? ", pseudonymised" : "",
            t.active ? "" : ", undone");
        if (t.rejectedTexts > 0)
            line += ", texts of " + counted(t.rejectedTexts, "rejected row", "rejected rows");
        if (import.keptPersonal)
            line += ", personal columns kept";
        console.printLine(line);
        for (const ingest::LeftOutColumn& column : import.leftOut)
            console.printLine(fmt::format("    left out: {} ({}, told by its {})", column.column,
                wordsFor(column.kind), column.byName ? "name" : "values"));
    }
}

void printErasures(const PrivacyReport& r, const Console& console)
{
    console.printLine(fmt::format("Erased: {}",
        r.erasures.empty() ? "nobody" : counted(std::int64_t(r.erasures.size()), "time", "times")));
    for (const store::Erasure& e : r.erasures)
        console.printLine(fmt::format("  step {}, {}, {}: {}, {}, {}{}", e.step, formatTimestamp(e.at), e.who,
            counted(e.all.customers, "customer", "customers"), counted(e.all.events, "event", "events"),
            counted(e.all.exposures, "exposure", "exposures"), e.why.empty() ? "" : ". " + e.why));
}

int run(const std::string& file, const Console& console)
{
    const auto report = ingest::privacyReport(file, console.progress("Reading"));
    if (!report)
        return console.fail(report.error());
    if (console.json()) {
        console.printJson(toJson(*report));
        return Done;
    }
    printIds(*report, console);
    printAttributes(*report, console);
    printTexts(*report, console);
    printImports(*report, console);
    printErasures(*report, console);
    return Done;
}

const Verb verb("privacy", "Tell what personal data a project holds", [](CLI::App& app) -> Verb::Run {
    auto file = std::make_shared<std::string>();
    app.add_option("file", *file, "The project file")->required();
    app.footer("All is counted in the file. Names that no list knows and free words are not recognised.");
    return [file](Console& console) { return run(*file, console); };
});

}

}
