// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "release/vectors.h"
#include "store/project.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    std::string version;
    std::string note;
    std::string output;
};

/// One more than the last release's version where that is a number; "1" at the beginning.
Result<std::string> nextVersion(const std::vector<store::Release>& releases)
{
    if (releases.empty())
        return "1";
    const auto& last = releases.front().version;
    int number = 0;
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number);
    if (error != std::errc {} || end != last.data() + last.size())
        return fail(ErrorCode::InvalidInput,
            "The last release is \"" + last + "\", which is no number to count on from; say --pack-version");
    return std::to_string(number + 1);
}

Result<store::Release> doRelease(const Options& options)
{
    auto project = store::Project::open(options.file);
    if (!project)
        return fail(project.error());
    const auto catalogue = (*project)->catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    const auto version = options.version.empty() ? nextVersion((*project)->releases())
                                                 : Result<std::string>(options.version);
    if (!version)
        return fail(version.error());
    const auto pack = release::makeRelease(*(*project)->draft(), **catalogue, *version, systemNow());
    if (!pack)
        return fail(pack.error());
    return (*project)->addRelease(*version, options.note, pack->bytes);
}

int run(const Options& options, Console& console)
{
    const auto made = doRelease(options);
    if (!made)
        return console.fail(made.error());
    if (!options.output.empty()) {
        std::ofstream out(options.output, std::ios::binary);
        out << made->pack;
        if (!out.flush())
            return console.fail({ ErrorCode::Io,
                "The release is in the project, but the pack could not be written; check the folder and the "
                "free space",
                options.output });
    }
    if (console.json())
        console.printJson({ { "version", made->version }, { "sha256", made->sha256 },
            { "bytes", made->pack.size() }, { "pack", options.output } });
    else
        console.printLine(fmt::format("Released {} as {}, {} bytes, SHA-256 {}", options.file, made->version,
            made->pack.size(), made->sha256));
    return Done;
}

const Verb verb("release", "Release a project's draft as a rule pack", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("file", options->file, "The project")->required();
    app.add_option(
        "--pack-version", options->version, "The pack's version; without it one more than the last");
    app.add_option("--note", options->note, "Why, for the list of releases");
    app.add_option("-o,--output", options->output, "Write the pack here too");
    return [options](Console& console) { return run(*options, console); };
});

}

}
