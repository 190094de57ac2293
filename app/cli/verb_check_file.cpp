// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "store/check_file.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

int run(const std::string& file, const Console& console)
{
    const auto faults = store::checkFile(file);
    if (!faults && faults.error().code != ErrorCode::CorruptFile)
        return console.fail(faults.error());
    // A file that is too damaged to be opened is an answer, not a failure of the question.
    const std::vector<std::string> found = faults ? *faults : std::vector { faults.error().message };
    if (console.json()) {
        console.printJson({ { "file", file }, { "sound", found.empty() }, { "faults", found } });
    } else {
        for (const std::string& fault : found)
            console.printLine(fault);
        console.printLine(found.empty()
                ? file + ": sound"
                : fmt::format("{}: {} fault{}", file, found.size(), found.size() == 1 ? "" : "s"));
    }
    return found.empty() ? Done : FoundProblems;
}

const Verb verb("check-file", "Check every page and row of a project file", [](CLI::App& app) -> Verb::Run {
    auto file = std::make_shared<std::string>();
    app.add_option("file", *file, "The project file")->required();
    return [file](Console& console) { return run(*file, console); };
});

}

}
