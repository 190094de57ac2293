// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/load.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "cli/versions.h"
#include "release/diff_objects.h"
#include "release/diff_words.h"
#include "store/ancestor.h"
#include "store/merge.h"
#include "store/project.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string base, ours, theirs;
    std::string take;
    std::string name; ///< what messages call OURS, which git hands over under another name
    bool dryRun = false;
};

/// As in the sentences of diff; cut where it is a whole object.
std::string words(const std::string& path, const std::optional<Json>& value, const std::string& currency)
{
    if (!value)
        return path.empty() || path.ends_with(']') ? "not there" : "not set";
    std::string text = release::quotedWords(release::lastKey(path), *value, currency);
    std::size_t end = 160;
    if (text.size() <= end)
        return text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end; // not within a character
    return text.substr(0, end) + "…";
}

Json toJson(const std::string& kind, const std::string& id, const store::FieldDifference& c)
{
    const auto value = [](const std::optional<Json>& v) { return v ? *v : Json(); };
    return { { "kind", kind }, { "id", id }, { "field", c.path }, { "base", value(c.base) },
        { "ours", value(c.ours) }, { "theirs", value(c.theirs) } };
}

/// What one side made of an object that the other took away: "changed price 199.99 → 189.99 USD, status draft
/// → active".
std::string changes(const store::ObjectKey& key, const Json& before, const Json& now, const Json& settings)
{
    const store::ObjectKey always { "settings", "settings" }; // for the currency
    const auto version = [&](const Json& body) {
        return release::Version { { { always, { 0, settings } }, { key, { 0, body } } }, {}, false };
    };
    std::string out;
    for (const auto& d : release::diff(version(before), version(now)))
        out += (out.empty() ? "changed " : ", ") + d.text;
    return out.empty() ? "left it as it was" : out;
}

struct Sentences {
    std::string take; ///< "" = open
    std::string name; ///< of the file, as the person knows it
    std::string currency;
    Json settings = Json::object();

    std::string of(const std::string& what, const std::string& field, const store::ObjectKey& key,
        const store::FieldDifference& c) const
    {
        return fmt::format("{}{} {}{}: {}", name.empty() ? "" : name + ": ",
            take.empty() ? "conflict in" : "settled with " + take + ',', what,
            field.empty() ? "" : ", " + field, sides(key, c));
    }

private:
    std::string sides(const store::ObjectKey& key, const store::FieldDifference& c) const
    {
        if (c.path.empty() && c.base && c.ours.has_value() != c.theirs.has_value()) {
            const std::string change = changes(key, *c.base, c.ours ? *c.ours : *c.theirs, settings);
            return c.ours ? "ours " + change + "; theirs took it away"
                          : "ours took it away; theirs " + change;
        }
        const auto say = [&](const std::optional<Json>& value) { return words(c.path, value, currency); };
        return fmt::format("ours {}, theirs {}, before {}", say(c.ours), say(c.theirs), say(c.base));
    }
};

/// Whether these are single files of a text form, as git hands them to a merge driver.
bool areObjectFiles(const Options& options)
{
    std::error_code ec;
    return std::filesystem::is_regular_file(options.ours, ec) && !looksLikeProject(options.ours)
        && std::filesystem::is_regular_file(options.theirs, ec) && !looksLikeProject(options.theirs)
        && !std::filesystem::is_empty(options.ours, ec);
}

int report(const Json& conflicts, std::size_t taken, const std::vector<std::string>& lines,
    const Options& options, const Console& console)
{
    const bool settled = !options.take.empty();
    if (console.json()) {
        Json out { { "taken", taken }, { "conflicts", conflicts }, { "settled", settled } };
        if (settled)
            out["take"] = options.take;
        if (!options.name.empty())
            out["name"] = options.name;
        console.printJson(out);
    } else {
        for (const std::string& line : lines)
            console.printLine(line);
        const std::string number = counted(std::int64_t(conflicts.size()), "conflict", "conflicts");
        console.printLine(
            fmt::format("{}{} taken from theirs, {}", options.name.empty() ? "" : options.name + ": ",
                counted(std::int64_t(taken), "object", "objects"),
                settled && !conflicts.empty() ? fmt::format("{} settled with {}", number, options.take)
                                              : number));
    }
    return conflicts.empty() || settled ? Done : FoundProblems;
}

int mergeFiles(const Options& options, const Console& console)
{
    if (!options.take.empty())
        return console.fail({ ErrorCode::Unsupported,
            "In single files both values stand between conflict marks; --take is for projects and text "
            "forms.",
            options.ours });
    std::error_code ec;
    const auto ours = readInput(options.ours);
    const auto theirs = readInput(options.theirs);
    const bool hasBase = !std::filesystem::is_empty(options.base, ec) && !ec;
    const auto base = hasBase ? readInput(options.base) : Result<std::string>(std::string());
    for (const auto* text : { &ours, &theirs, &base })
        if (!*text)
            return console.fail(text->error());
    const auto merged = store::mergeTexts(hasBase ? std::optional(*base) : std::nullopt, *ours, *theirs);
    if (!merged)
        return console.fail(merged.error());
    if (!options.dryRun) {
        std::ofstream out(options.ours, std::ios::binary | std::ios::trunc);
        if (!(out << merged->text).flush())
            return console.fail({ ErrorCode::Io, "The file cannot be written.", options.ours });
    }
    Json conflicts = Json::array();
    std::vector<std::string> sentences;
    const Sentences words { {}, options.name, {} };
    for (const auto& c : merged->conflicts) {
        conflicts.push_back(toJson("", "", c));
        sentences.push_back(words.of("the object", release::fieldWords({}, c.path), {}, c));
    }
    return report(conflicts, merged->text == *ours ? 0 : 1, sentences, options, console);
}

/// The state in which the two projects parted.
Result<store::ObjectSet> commonBase(const Options& options, const Console& console)
{
    const auto ours = store::Project::open(options.ours, store::Access::View);
    const auto theirs = store::Project::open(options.theirs, store::Access::View);
    for (const auto* project : { &ours, &theirs })
        if (!*project)
            return fail(project->error());
    constexpr int all = std::numeric_limits<int>::max();
    const auto parted = store::commonAncestor((*ours)->history(all), (*theirs)->history(all));
    if (!parted)
        return fail(ErrorCode::NotFound,
            "The two projects have no history in common. Name the version that both come from.",
            options.theirs);
    console.note(fmt::format("Both come from step {}: {}", parted->id, parted->title));
    const auto edits = (*ours)->objectsAt(parted->id);
    return edits ? store::objectSet(*edits) : fail(edits.error());
}

int run(const Options& options, const Console& console)
{
    if (areObjectFiles(options))
        return mergeFiles(options, console);
    const auto base = options.base == "auto" ? commonBase(options, console) : authoredAt(options.base);
    const auto ours = authoredAt(options.ours);
    const auto theirs = authoredAt(options.theirs);
    for (const auto* side : { &base, &ours, &theirs })
        if (!*side)
            return console.fail(side->error());
    const auto side = options.take == "theirs" ? store::Side::Theirs : store::Side::Ours;
    const auto result = store::mergeObjects(*base, *ours, *theirs, [&](const auto&) { return side; });
    const auto draft = store::draftOf(result.merged);
    if (!draft)
        return console.fail({ draft.error().code,
            "Merged, the two do not make a draft: " + draft.error().message, draft.error().at });
    if (!options.dryRun && !result.taken.empty()) {
        const auto done = writeAuthored(options.ours, result.merged,
            options.name.empty() ? "Merged with " + options.theirs
                                 : "Merged with another version of " + options.name);
        if (!done)
            return console.fail(done.error());
    }
    Json conflicts = Json::array();
    std::vector<std::string> sentences;
    Sentences words { options.take, options.name, draft->policy.currency };
    if (const auto settings = ours->find({ "settings", "settings" }); settings != ours->end())
        words.settings = settings->second.body;
    for (const auto& c : result.conflicts) {
        conflicts.push_back(toJson(c.key.kind, c.key.id, c.field));
        sentences.push_back(words.of(release::objectWords(c.key, *ours, *theirs),
            release::fieldWords(c.key.kind, c.field.path), c.key, c.field));
    }
    return report(conflicts, result.taken.size(), sentences, options, console);
}

const Verb verb("merge", "Take over what THEIRS changed since BASE into OURS, by meaning, field by field",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        const char* const what = "A project, a text form, or one file of a text form";
        app.add_option("base", options->base,
               "The version both come from; \"auto\" = where two projects parted; an empty file = nothing")
            ->required();
        app.add_option("ours", options->ours, what)->required();
        app.add_option("theirs", options->theirs, what)->required();
        app.add_option("--take", options->take, "Settle every conflict by one side's value")
            ->check(CLI::IsMember({ "ours", "theirs" }));
        app.add_option(
            "--name", options->name, "What to call OURS in messages and in the history; for git: %P");
        app.add_flag("--dry-run", options->dryRun, "Say what would be done, write nothing");
        app.footer("OURS is written: a project gets one step, which undo takes back. Where both changed a "
                   "field, ours\n"
                   "stays and the exit code is 1; in single files both stand between conflict marks. As a "
                   "merge driver\n"
                   "of git: docs/teams.md.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
