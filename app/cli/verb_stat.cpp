// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "stats/json.h"

#include <memory>

namespace ow::cli {

namespace {

struct StatOptions {
    std::string estimator;
    std::string input = "-";
};

int listNames(const Console& console)
{
    if (console.json()) {
        console.printJson(Json(stats::estimatorNames()));
    } else {
        for (const std::string& name : stats::estimatorNames())
            console.printLine(name);
    }
    return Done;
}

int run(const StatOptions& options, const Console& console)
{
    if (options.estimator == "list")
        return listNames(console);
    const Result<std::string> text = readInput(options.input);
    if (!text)
        return console.fail(text.error());
    const Result<Json> input = parseJson(*text);
    if (!input)
        return console.fail(
            { input.error().code, input.error().message, options.input + ':' + input.error().at });
    const Result<Json> answer = stats::estimate(options.estimator, *input);
    if (!answer)
        return console.fail(answer.error());
    if (console.json())
        console.printJson(*answer);
    else
        console.printLine(answer->dump(2));
    return Done;
}

const Verb verb("stat", "Run one estimator on a JSON object", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<StatOptions>();
    app.add_option("estimator", options->estimator, "Its name; \"list\" prints them all")->required();
    app.add_option("input", options->input, "A JSON file; standard input without it");
    return [options](Console& console) { return run(*options, console); };
});

}

}
