// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "sample/write.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string folder;
    std::uint64_t seed = sample::defaultSeed;
    std::int64_t customers = sample::defaultCustomers;
};

int run(const Options& options, Console& console)
{
    std::error_code error;
    const std::filesystem::path folder = options.folder;
    std::filesystem::create_directories(folder, error);
    if (error)
        return console.fail(
            { ErrorCode::Io, "The folder cannot be made: " + error.message(), options.folder });
    const auto project = folder / "sample.offerwright";
    if (const auto made
        = sample::writeSample(project, options.seed, options.customers, console.progress("Sample project"));
        !made)
        return console.fail(made.error());
    if (console.json())
        console.printJson({ { "project", project.string() } });
    else
        console.printLine(fmt::format("Made {}", project.string()));
    return Done;
}

const Verb verb("demo", "Make the sample project in a folder", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("folder", options->folder, "Where to; made if it is not there")->required();
    app.add_option("--seed", options->seed, "Of the generated customers")->capture_default_str();
    app.add_option("--customers", options->customers, "How many")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));
    return [options](Console& console) { return run(*options, console); };
});

}

}
