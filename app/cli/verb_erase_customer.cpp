// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "cli/verb.h"
#include "ingest/pseudonyms.h"
#include "store/bulk_reader.h"
#include "store/erase_customers.h"
#include "store/project.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <set>
#include <sstream>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::vector<std::string> ids;
    std::string idsFrom;
    std::string key;
    std::string why;
    bool yes = false;
};

/// One a line; empty lines are none, and lines may end as Windows ends them.
Result<std::vector<std::string>> idsIn(const std::string& file)
{
    const auto text = readInput(file);
    if (!text)
        return fail(text.error());
    std::vector<std::string> out;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (!line.empty())
            out.push_back(std::move(line));
    }
    return out;
}

/// Each once, by what stands for them in the project.
Result<std::vector<store::ErasedPerson>> personsOf(const Options& options)
{
    std::vector<std::string> ids = options.ids;
    if (!options.idsFrom.empty()) {
        auto more = idsIn(options.idsFrom);
        if (!more)
            return fail(more.error());
        ids.insert(ids.end(), more->begin(), more->end());
    }
    std::optional<ingest::Pseudonyms> pseudonyms;
    if (!options.key.empty()) {
        if (!std::filesystem::exists(options.key)) // a new key would find nobody
            return fail(ErrorCode::NotFound, "There is no such key file.", options.key);
        auto read = ingest::Pseudonyms::fromFile(options.key);
        if (!read)
            return fail(read.error());
        pseudonyms = std::move(*read);
    }
    std::set<std::string> seen;
    std::vector<store::ErasedPerson> out;
    for (const std::string& id : ids)
        if (seen.insert(id).second)
            out.push_back(
                pseudonyms ? store::ErasedPerson { pseudonyms->of(id), id } : store::ErasedPerson { id, {} });
    if (out.empty())
        return fail(ErrorCode::InvalidInput, "Say whom to erase: an id, or --ids-from FILE.");
    return out;
}

const std::string& nameOf(const store::ErasedPerson& person)
{
    return person.original.empty() ? person.id : person.original;
}

constexpr const char* outOfReach
    = "Not reached: copies of the project (.backup, saved and rescued copies), what was exported from it "
      "(text forms, "
      "tables, packs), versions of it in git, and the files that were imported. Erase there, too.";

/// What the project shows of them, before anything is changed.
int show(const Options& options, const std::vector<store::ErasedPerson>& persons, const Console& console)
{
    const auto project = store::Project::open(options.file, store::Access::View);
    if (!project)
        return console.fail(project.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    Json out = Json::array();
    bool all = true;
    for (const store::ErasedPerson& person : persons) {
        const auto there = (*reader)->customer(person.id);
        if (!there && there.error().code != ErrorCode::NotFound)
            return console.fail(there.error());
        all = all && there;
        Json one { { "customer", nameOf(person) }, { "found", there.has_value() } };
        if (there) {
            one["attributes"] = there->first.attributes.size();
            one["events"] = there->second.events.size();
            one["exposures"] = there->second.exposures.size();
        }
        if (!console.json())
            console.printLine(there
                    ? fmt::format("{}: {}, {}, {}", nameOf(person),
                        counted(std::int64_t(there->first.attributes.size()), "attribute", "attributes"),
                        counted(std::int64_t(there->second.events.size()), "event", "events"),
                        counted(std::int64_t(there->second.exposures.size()), "exposure", "exposures"))
                    : nameOf(person) + ": no import that counts brought this customer");
        out.push_back(std::move(one));
    }
    if (console.json())
        console.printJson({ { "erased", false }, { "would_erase", std::move(out) } });
    else
        console.printLine(
            "Nothing was changed. --yes erases them, with every trace in rejected rows, remarks and the "
            "history; that cannot be undone.");
    return all ? Done : FoundProblems;
}

Json toJson(const store::ErasedCounts& c)
{
    return { { "customers", c.customers }, { "events", c.events }, { "exposures", c.exposures },
        { "basket_lines", c.basketLines }, { "rejected_texts", c.rejectedTexts }, { "texts", c.texts },
        { "mentions", c.mentions } };
}

void print(const store::ErasureReport& report, const Console& console)
{
    const store::ErasedCounts& c = report.erasure.all;
    console.printLine(fmt::format(
        "Erased: {}, {}, {}, {}, the text of {}, {} that nobody else had, {} replaced",
        counted(c.customers, "customer", "customers"), counted(c.events, "event", "events"),
        counted(c.exposures, "exposure", "exposures"), counted(c.basketLines, "basket line", "basket lines"),
        counted(c.rejectedTexts, "rejected row", "rejected rows"), counted(c.texts, "text", "texts"),
        counted(c.mentions, "mention", "mentions")));
    console.printLine(
        fmt::format("The file has {} bytes now, {} before. Step {} of the history says so, and not who.",
            grouped(report.bytesAfter), grouped(report.bytesBefore), report.erasure.step));
    for (const std::string& id : report.notCustomers)
        console.printLine("Note: no import brought the customer " + id + "; texts that name it were erased.");
    for (const std::string& id : report.otherNumbers)
        console.printLine("Note: \"" + id
            + "\" stands alone in something authored, where it may be another thing's number; it was left.");
    for (const std::string& version : report.releases)
        console.printLine("Note: release " + version
            + " named a customer: its pack is another one now, with another SHA-256. Release it anew where "
              "it is used.");
    console.printLine(outOfReach);
}

int run(const Options& options, const Console& console)
{
    const auto persons = personsOf(options);
    if (!persons)
        return console.fail(persons.error());
    if (!options.yes)
        return show(options, *persons, console);
    const auto report
        = store::eraseCustomers(options.file, { *persons, options.why, {} }, console.progress("Erasing"));
    if (!report)
        return console.fail(report.error());
    if (console.json())
        console.printJson(
            { { "erased", true }, { "step", report->erasure.step }, { "counts", toJson(report->erasure.all) },
                { "not_customers", report->notCustomers }, { "other_numbers", report->otherNumbers },
                { "releases", report->releases }, { "bytes_before", report->bytesBefore },
                { "bytes_after", report->bytesAfter }, { "not_reached", outOfReach } });
    else
        print(*report, console);
    return Done;
}

const Verb verb("erase-customer", "Take every trace of customers out of a project, for good",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file, which nobody may have open")->required();
        app.add_option("ids", options->ids, "The customers' ids");
        app.add_option("--ids-from", options->idsFrom, "More ids, one a line; - reads standard input")
            ->type_name("FILE");
        app.add_option("--pseudonymize", options->key,
               "The key that the project was imported with: the ids are the original ones")
            ->type_name("KEYFILE");
        app.add_option("--why", options->why, "The reason, for the history; ids in it are replaced");
        app.add_flag("--yes", options->yes, "Do it; without this it is only shown what there is");
        app.footer(
            "The history says that somebody was erased and when, not who. Undo does not bring them back; a "
            "later import of another file may.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
