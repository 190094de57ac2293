// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "store/check_file.h"
#include "store/rescue.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string copy;
};

Json toJson(const store::RescueReport& report)
{
    Json tables = Json::array();
    for (const store::RescuedTable& t : report.tables)
        tables.push_back({ { "table", t.name }, { "rows", t.rows }, { "lost", t.lost },
            { "estimate", t.isEstimate }, { "damaged_pages", t.damagedPages } });
    Json objects = Json::array();
    for (const store::LostObject& o : report.objects)
        objects.push_back({ { "kind", o.key.kind }, { "id", o.key.id }, { "reason", o.reason },
            { "restored", o.restored } });
    return { { "complete", report.isComplete() }, { "summary", report.summary() },
        { "tables", std::move(tables) }, { "objects", std::move(objects) },
        { "history_steps", report.historySteps }, { "history_lost", report.historyLost },
        { "steps_without_changes", report.stepsWithoutChanges },
        { "undo_reaches_beginning", report.undoReachesBeginning }, { "steps_to_undo", report.stepsToUndo },
        { "notes", report.notes } };
}

constexpr std::size_t faultsShown = 20;

std::string asSentence(const std::string& text) { return text.ends_with('.') ? text : text + '.'; }

/// The sentence without its advice, which is given once below.
std::string withoutAdvice(std::string sentence)
{
    const std::string_view advice = store::rescueAdvice;
    if (sentence.ends_with(advice))
        sentence.resize(sentence.size() - advice.size() - 1);
    return sentence;
}

/// "8 steps of the history kept, 3 lost, of 2 of which …; undo goes back 5 steps".
std::string historyLine(const store::RescueReport& report)
{
    std::string out = counted(report.historySteps, "step", "steps") + " of the history kept, "
        + grouped(report.historyLost) + " lost";
    if (report.stepsWithoutChanges > 0)
        out += fmt::format(
            " (of {} what was changed is missing)", counted(report.stepsWithoutChanges, "step", "steps"));
    if (!report.undoReachesBeginning)
        out += "; undo goes back " + counted(report.stepsToUndo, "step", "steps");
    return out;
}

void print(const store::RescueReport& report, const std::string& copy, const Console& console)
{
    console.printLine(copy + ": a sound project with what could be read. " + report.summary());
    console.printLine(fmt::format("  {:<14} {:>14} {:>14}", "", "rows read", "not read"));
    for (const store::RescuedTable& t : report.tables)
        if (t.rows != 0 || t.lost != 0 || t.damagedPages != 0)
            console.printLine(fmt::format("  {:<14} {:>14} {:>14}{}", t.name, grouped(t.rows),
                (t.isEstimate ? "about " : "") + grouped(t.lost),
                t.damagedPages == 0
                    ? std::string()
                    : fmt::format("  ({} damaged)", counted(t.damagedPages, "page", "pages"))));
    for (const store::LostObject& o : report.objects)
        console.printLine(fmt::format("{} {}: {} {}", o.key.kind, o.key.id, asSentence(o.reason),
            o.restored ? "It is as the history has it last." : "It is left out."));
    console.printLine(historyLine(report));
    for (const std::string& note : report.notes)
        console.printLine(note);
}

int saveRescued(const Options& options, const Console& console)
{
    const auto report = store::rescue(options.file, options.copy, console.progress("Rescuing"));
    if (!report)
        return console.fail(report.error());
    if (console.json())
        console.printJson(
            { { "file", options.file }, { "copy", options.copy }, { "rescue", toJson(*report) } });
    else
        print(*report, options.copy, console);
    return report->isComplete() ? Done : FoundProblems;
}

int check(const std::string& file, const Console& console)
{
    const auto faults = store::checkFile(file);
    if (!faults && faults.error().code != ErrorCode::CorruptFile)
        return console.fail(faults.error());
    // A file that is too damaged to be opened is an answer, not a failure of the question.
    const std::vector<std::string> found
        = faults ? *faults : std::vector { withoutAdvice(faults.error().text()) };
    const std::string remark = store::remarkOn(file);
    if (console.json()) {
        console.printJson(
            { { "file", file }, { "sound", found.empty() }, { "faults", found }, { "remark", remark } });
    } else {
        for (std::size_t i = 0; i < std::min(found.size(), faultsShown); ++i)
            console.printLine(found[i]);
        if (found.size() > faultsShown)
            console.printLine(
                "… and " + grouped(std::int64_t(found.size() - faultsShown)) + " more; --json has them all");
        if (!remark.empty())
            console.printLine(remark);
        console.printLine(found.empty()
                ? file + ": sound"
                : fmt::format(
                    "{}: {}. A copy with all that can be read: offerwright check-file {} --rescue COPY", file,
                    counted(std::int64_t(found.size()), "fault", "faults"), file));
    }
    return found.empty() ? Done : FoundProblems;
}

const Verb verb("check-file", "Check every page and row of a project file", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("file", options->file, "The project file")->required();
    app.add_option("--rescue", options->copy,
        "Write a new, sound project with all that can be read of this one, and say what was lost");
    app.footer("The file itself is not changed.");
    return [options](Console& console) {
        return options->copy.empty() ? check(options->file, console) : saveRescued(*options, console);
    };
});

}

}
