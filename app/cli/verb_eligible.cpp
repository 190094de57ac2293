// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/load.h"
#include "cli/verb.h"
#include "decide/compiled_pack.h"
#include "decide/match.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string pack;
    std::string requests = "-";
    unsigned threads = 0;
};

/// Every line a request. A bad one ends it: a count that left some out would not be the count asked for.
Result<std::vector<decide::Request>> readRequests(std::string_view text, const decide::CompiledPack& pack)
{
    std::vector<decide::Request> out;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        Result<decide::Request> request = decide::readRequest(std::string(one), pack);
        if (!request) {
            request.error().at = fmt::format("line {}: {}", line, request.error().at);
            return fail(request.error());
        }
        out.push_back(std::move(*request));
    }
    return out;
}

void print(const decide::CompiledPack& pack, const decide::EligibleCount& count, const Console& console)
{
    if (console.json()) {
        Json offers = Json::object();
        for (std::size_t i = 0; i < count.byOffer.size(); ++i)
            offers[pack.offers[i].source->id] = count.byOffer[i];
        console.printJson({ { "requests", count.total }, { "none_eligible", count.forNobody },
            { "offers", std::move(offers) } });
        return;
    }
    const auto share
        = [&](std::int64_t n) { return count.total == 0 ? 0.0 : 100 * double(n) / double(count.total); };
    for (std::size_t i = 0; i < count.byOffer.size(); ++i)
        console.printLine(fmt::format("{:<32} {:>10} {:>6.1f} %", pack.offers[i].source->id, count.byOffer[i],
            share(count.byOffer[i])));
    console.printLine(
        fmt::format("{} requests; no offer's condition holds for {} of them", count.total, count.forNobody));
}

int run(const Options& options, const Console& console)
{
    const Result<model::Pack> source = loadPack(options.pack);
    if (!source)
        return console.fail(source.error());
    const auto pack = decide::compile(*source);
    if (!pack)
        return console.fail(pack.error());
    const Result<std::string> text = readInput(options.requests);
    if (!text)
        return console.fail(text.error());
    const auto requests = readRequests(*text, **pack);
    if (!requests)
        return console.fail(requests.error());
    const auto count
        = decide::countEligible(**pack, *requests, console.progress("Counting"), options.threads);
    if (!count)
        return console.fail(count.error());
    print(**pack, *count, console);
    return Done;
}

const Verb verb(
    "eligible", "Count for how many requests each offer's condition holds", [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("--pack", options->pack, "The rule pack, or a project: then its draft")->required();
        app.add_option("requests", options->requests, "Requests, one a line; - is standard input");
        app.add_option("--threads", options->threads, "Worker threads; 0 = one per core");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
