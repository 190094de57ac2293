// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/open_to_read.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "cli/versions.h"
#include "release/step_diff.h"
#include "store/project.h"

#include <fmt/format.h>

#include <functional>
#include <memory>

// history, undo and redo: the same list, read and walked.

namespace ow::cli {

namespace {

struct HistoryOptions {
    std::string file;
    int limit = 50;
    bool changes = false;
};

/// A step with what it changed.
Json stepJson(const store::HistoryEntry& entry, const std::vector<release::Difference>& changes)
{
    Json out = toJson(entry);
    out["changes"] = Json::array();
    for (const release::Difference& d : changes)
        out["changes"].push_back(toJson(d));
    return out;
}

/// Every step with what it changed. Errors: as Project::eachStep().
Result<void> eachStep(const store::Project& project, int limit,
    const std::function<void(const store::HistoryEntry&, const std::vector<release::Difference>&)>& visit)
{
    Result<void> read;
    const auto walked
        = project.eachStep(limit, [&](const store::HistoryEntry& entry, const store::StepObjects& step) {
              const auto changes = release::stepDiff(step);
              if (!changes && read)
                  read = fail(changes.error());
              visit(entry, changes.value_or(std::vector<release::Difference> {}));
          });
    return walked ? read : walked;
}

std::string lineOf(const store::HistoryEntry& e, std::int64_t head)
{
    const char mark = e.id == head ? '>' : e.current ? ' ' : '-';
    return fmt::format("{} {:>5}  {}  {:<12} {}{}", mark, e.id, formatTimestamp(e.at).substr(0, 19), e.who,
        e.title, e.why.empty() ? "" : "  (" + e.why + ')');
}

int showHistory(const HistoryOptions& options, const Console& console)
{
    const auto opened = openToRead(options.file, console);
    if (!opened)
        return console.fail(opened.error());
    const store::Project& project = **opened;
    const store::HistorySize size = project.historySize();
    if (console.json()) {
        Json list = Json::array();
        const auto read
            = eachStep(project, options.limit, [&](const store::HistoryEntry& entry, const auto& changes) {
                  list.push_back(stepJson(entry, changes));
              });
        if (!read)
            return console.fail(read.error());
        console.printJson({ { "file", options.file }, { "head", project.head() },
            { "undo", project.undoTitle() }, { "redo", project.redoTitle() },
            { "size", { { "steps", size.steps }, { "bytes", size.bytes } } },
            { "history", std::move(list) } });
        return Done;
    }
    if (options.changes) {
        const auto read
            = eachStep(project, options.limit, [&](const store::HistoryEntry& entry, const auto& changes) {
                  console.printLine(lineOf(entry, project.head()));
                  for (const release::Difference& d : changes)
                      console.printLine("           " + d.sentence);
              });
        if (!read)
            return console.fail(read.error());
    } else {
        for (const store::HistoryEntry& entry : project.history(options.limit))
            console.printLine(lineOf(entry, project.head()));
    }
    console.printLine(historyText(size, project.fileBytes()));
    return Done;
}

enum class Way { Undo, Redo };

int walk(const std::string& file, int steps, Way way, const Console& console)
{
    const auto project = store::Project::open(file);
    if (!project)
        return console.fail(project.error());
    std::vector<std::string> done;
    for (int i = 0; i < steps; ++i) {
        const std::string title = way == Way::Undo ? (*project)->undoTitle() : (*project)->redoTitle();
        const auto step = way == Way::Undo ? (*project)->undo() : (*project)->redo();
        if (!step && !done.empty() && step.error().code == ErrorCode::NotFound)
            break; // as far as it goes
        if (!step)
            return console.fail(step.error());
        done.push_back(title);
        if (!console.json())
            console.printLine((way == Way::Undo ? "Undone: " : "Done again: ") + title);
    }
    if (console.json())
        console.printJson({ { "file", file }, { way == Way::Undo ? "undone" : "redone", done },
            { "head", (*project)->head() } });
    return Done;
}

const Verb historyVerb("history", "List what was changed, newest first", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<HistoryOptions>();
    app.add_option("file", options->file, "The project file")->required();
    app.add_option("--limit", options->limit, "At most so many rows")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    app.add_flag("--changes", options->changes,
        "Under each step what it changed, before and after (always in --json)");
    app.footer("'>' marks where the project stands, '-' what was undone.");
    return [options](Console& console) { return showHistory(*options, console); };
});

Verb::SetUp walker(Way way)
{
    return [way](CLI::App& app) -> Verb::Run {
        struct Options {
            std::string file;
            int steps = 1;
        };
        auto options = std::make_shared<Options>();
        app.add_option("file", options->file, "The project file")->required();
        app.add_option("--steps", options->steps, "How many")
            ->check(CLI::Range(1, 1'000'000))
            ->capture_default_str();
        return [options, way](Console& console) { return walk(options->file, options->steps, way, console); };
    };
}

const Verb undoVerb("undo", "Undo the last change", walker(Way::Undo));
const Verb redoVerb("redo", "Do again what was undone", walker(Way::Redo));

}

}
