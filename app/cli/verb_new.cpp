// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "store/project.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string file;
    store::NewProject init;
};

int run(Options options, const Console& console)
{
    if (options.init.name.empty())
        options.init.name = std::filesystem::path(options.file).stem().string();
    if (!isTimeZone(options.init.timezone))
        return console.fail({ ErrorCode::InvalidInput,
            "There is no time zone of this name; say one such as Europe/Berlin.", options.init.timezone });
    const std::string& currency = options.init.currency;
    if (currency.size() != 3 || currency.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos)
        return console.fail(
            { ErrorCode::InvalidInput, "A currency has three capital letters, such as EUR.", currency });
    const auto made = store::Project::create(options.file, options.init);
    if (!made)
        return console.fail(made.error());
    if (console.json())
        console.printJson({ { "file", options.file }, { "name", options.init.name },
            { "currency", options.init.currency }, { "timezone", options.init.timezone } });
    else
        console.printLine(fmt::format("Made the project \"{}\" in {}", options.init.name, options.file));
    return Done;
}

const Verb verb("new", "Make an empty project", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("file", options->file, "The project file to make, NAME.offerwright")->required();
    app.add_option("--name", options->init.name, "What the project is called; default: the file's name");
    app.add_option("--currency", options->init.currency, "ISO 4217 code of every amount")
        ->capture_default_str();
    app.add_option("--timezone", options->init.timezone, "IANA name of the shop's clocks")
        ->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
});

}

}
