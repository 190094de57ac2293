// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/open_to_read.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <fmt/format.h>

#include <array>
#include <memory>

namespace ow::cli {

namespace {

std::array<std::pair<const char*, std::size_t>, 12> authored(const model::Draft& draft)
{
    const model::Policy& p = draft.policy;
    return { { { "stages", p.stages.size() }, { "motivations", p.motivations.size() },
        { "cells", p.matrix.size() }, { "facts", p.facts.size() }, { "offers", p.offers.size() },
        { "edges", draft.edges.size() }, { "suppressions", p.suppress.size() }, { "caps", p.caps.size() },
        { "cooldowns", p.cooldowns.size() }, { "sequences", p.sequence.size() },
        { "experiments", p.experiments.size() }, { "guarantees", p.guarantees.size() } } };
}

Json importsJson(const std::vector<store::ImportRecord>& imports)
{
    Json out = Json::array();
    for (const store::ImportRecord& r : imports)
        out.push_back({ { "id", r.id }, { "at", formatTimestamp(r.at) }, { "source", r.source },
            { "kind", r.kind }, { "stored", r.stored }, { "rejected", r.rejected },
            { "duplicates", r.duplicates }, { "active", r.active } });
    return out;
}

int run(const std::string& file, const Console& console)
{
    const auto project = openToRead(file, console);
    if (!project)
        return console.fail(project.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return console.fail(reader.error());
    const model::DraftSnapshot draft = (*project)->draft();
    const auto releases = (*project)->releases();
    const auto dataEnd = (*reader)->dataEnd();
    const std::int64_t bytes = (*project)->fileBytes();
    const store::HistorySize history = (*project)->historySize();
    if (console.json()) {
        Json objects = Json::object();
        for (const auto& [name, count] : authored(*draft))
            objects[name] = count;
        console.printJson({ { "file", file }, { "bytes", bytes }, { "name", draft->policy.name },
            { "currency", draft->policy.currency }, { "timezone", draft->policy.timezone },
            { "read_only", (*project)->readOnlyReason() }, { "draft", std::move(objects) },
            { "counts", toJson((*project)->counts()) },
            { "data_end", dataEnd ? Json(formatTimestamp(*dataEnd)) : Json() },
            { "imports", importsJson((*reader)->imports()) }, { "releases", releases.size() },
            { "head", (*project)->head() },
            { "history", { { "steps", history.steps }, { "bytes", history.bytes } } } });
        return Done;
    }
    console.printLine(fmt::format("{} ({}, {}), {} kB", draft->policy.name, draft->policy.currency,
        draft->policy.timezone, grouped(std::int64_t(bytes / 1024))));
    if (!(*project)->readOnlyReason().empty())
        console.printLine((*project)->readOnlyReason());
    console.printLine("Draft");
    bool any = false;
    for (const auto& [name, count] : authored(*draft))
        if (count != 0) {
            console.printLine(fmt::format("  {:<14} {:>12}", name, grouped(std::int64_t(count))));
            any = true;
        }
    if (!any)
        console.printLine("  nothing yet");
    console.printLine("Data");
    console.print(countsText((*project)->counts()));
    if (dataEnd)
        console.printLine(fmt::format("  {:<14} {:>12}", "until", formatTimestamp(*dataEnd)));
    console.printLine(historyText(history, std::int64_t(bytes)));
    console.printLine("Imports");
    for (const store::ImportRecord& r : (*reader)->imports())
        console.printLine(fmt::format("  {} {}{}: {} stored, {} rejected, {}{}", formatTimestamp(r.at),
            r.kind, r.source.empty() ? "" : ' ' + r.source, grouped(r.stored), grouped(r.rejected),
            counted(r.duplicates, "duplicate", "duplicates"), r.active ? "" : " (undone)"));
    console.printLine(counted(std::int64_t(releases.size()), "release", "releases")
        + (releases.empty() ? "" : ", last " + releases.front().version));
    return Done;
}

const Verb verb("info", "Say what a project holds", [](CLI::App& app) -> Verb::Run {
    auto file = std::make_shared<std::string>();
    app.add_option("file", *file, "The project file")->required();
    return [file](Console& console) { return run(*file, console); };
});

}

}
