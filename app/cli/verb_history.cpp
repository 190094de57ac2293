// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/open_to_read.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "store/project.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

// history, undo and redo: the same list, read and walked.

namespace ow::cli {

namespace {

int showHistory(const std::string& file, int limit, const Console& console)
{
    const auto project = openToRead(file, console);
    if (!project)
        return console.fail(project.error());
    const auto entries = (*project)->history(limit);
    const store::HistorySize size = (*project)->historySize();
    std::error_code ec;
    const auto fileBytes = std::filesystem::file_size(file, ec);
    if (console.json()) {
        Json list = Json::array();
        for (const store::HistoryEntry& entry : entries)
            list.push_back(toJson(entry));
        console.printJson({ { "file", file }, { "head", (*project)->head() },
            { "undo", (*project)->undoTitle() }, { "redo", (*project)->redoTitle() },
            { "size", { { "steps", size.steps }, { "bytes", size.bytes } } },
            { "history", std::move(list) } });
        return Done;
    }
    for (const store::HistoryEntry& e : entries) {
        const char mark = e.id == (*project)->head() ? '>' : e.current ? ' ' : '-';
        console.printLine(fmt::format("{} {:>5}  {}  {:<12} {}{}", mark, e.id,
            formatTimestamp(e.at).substr(0, 19), e.who, e.title, e.why.empty() ? "" : "  (" + e.why + ')'));
    }
    console.printLine(historyText(size, std::int64_t(ec ? 0 : fileBytes)));
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
    struct Options {
        std::string file;
        int limit = 50;
    };
    auto options = std::make_shared<Options>();
    app.add_option("file", options->file, "The project file")->required();
    app.add_option("--limit", options->limit, "At most so many rows")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    app.footer("'>' marks where the project stands, '-' what was undone.");
    return [options](Console& console) { return showHistory(options->file, options->limit, console); };
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
