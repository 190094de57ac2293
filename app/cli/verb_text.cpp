// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "cli/versions.h"
#include "store/text_form.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string folder;
};

int exportText(const Options& options, const Console& console)
{
    const auto objects = authoredAt(options.file);
    if (!objects)
        return console.fail(objects.error());
    if (auto done = store::writeTextForm(options.folder, *objects); !done)
        return console.fail(done.error());
    if (console.json())
        console.printJson({ { "folder", options.folder }, { "objects", objects->size() } });
    else
        console.printLine(fmt::format(
            "{} in {}", counted(std::int64_t(objects->size()), "object", "objects"), options.folder));
    return Done;
}

int importText(const Options& options, const Console& console)
{
    const auto objects = store::readTextForm(options.folder);
    if (!objects)
        return console.fail(objects.error());
    if (const auto draft = store::draftOf(*objects); !draft) // before anything is written
        return console.fail(
            { draft.error().code, draft.error().message, options.folder + ": " + draft.error().at });
    const auto before = authoredAt(options.file);
    if (!before)
        return console.fail(before.error());
    const auto changes = store::editsBetween(*before, *objects);
    if (auto done = writeAuthored(options.file, *objects, "Text form read from " + options.folder); !done)
        return console.fail(done.error());
    if (console.json())
        console.printJson(
            { { "file", options.file }, { "objects", objects->size() }, { "changed", changes.size() } });
    else
        console.printLine(changes.empty() ? "Nothing differs."
                                          : fmt::format("{} changed; undo takes it back",
                                              counted(std::int64_t(changes.size()), "object", "objects")));
    return Done;
}

void addArguments(CLI::App& app, Options& options, const char* folder)
{
    app.add_option("file", options.file, "The project")->required();
    app.add_option("folder", options.folder, folder)->required();
}

const Verb exporting("export-text", "Write what people author in a project as a folder of small JSON files",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        addArguments(app, *options, "The folder: new, empty, or written by this before");
        return [options](Console& console) { return exportText(*options, console); };
    });

const Verb importing("import-text", "Put what such a folder says in place of a project's draft, as one step",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        addArguments(app, *options, "The folder");
        return [options](Console& console) { return importText(*options, console); };
    });

}

}
