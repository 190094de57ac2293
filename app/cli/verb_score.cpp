// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/open_to_read.h"
#include "cli/verb.h"
#include "score/read_log.h"
#include "score/report.h"
#include "score/scorecard.h"
#include "score/scorecard_json.h"
#include "score/wording.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <fmt/format.h>

#include <fstream>
#include <memory>

namespace ow::cli {

namespace {

struct ScoreOptions {
    std::string file;
    std::string report;
    score::Options score;
    double planned = 0;
};

Result<score::Scorecard> compute(const ScoreOptions& options, const Console& console)
{
    auto project = openToRead(options.file, console);
    if (!project)
        return fail(project.error());
    const auto catalogue = (*project)->catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    const auto reader = (*project)->openReader();
    if (!reader)
        return fail(reader.error());
    const auto log = score::readLog(**reader, console.progress("Reading"));
    if (!log)
        return fail(log.error());
    return score::scoreOffers(
        *log, (*project)->draft()->policy, **catalogue, options.score, console.progress("Scoring"));
}

Result<void> write(const std::string& path, const std::string& text)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out)
        return fail(
            ErrorCode::Io, "The report could not be written: is the folder there and writable?", path);
    return {};
}

void printOffer(const score::OfferScore& offer, const score::Scorecard& card, const Console& console)
{
    const auto& precision = card.options.precision;
    std::string head = offer.id.empty() ? "All offers" : offer.name + " (" + offer.id + ")";
    if (offer.verdict)
        head += ": " + score::verdictTitle(*offer.verdict) + ". " + score::verdictSentence(*offer.verdict);
    console.printLine("\n" + head);
    for (const score::Measure& m : offer.measures) {
        std::string line = fmt::format("  {:<20} {:>10} treatment ({}), {:>10} holdout ({})   {}",
            score::metricTitle(m.metric), score::levelText(m.treatment.value, m, card.currency),
            m.treatment.units, score::levelText(m.holdout.value, m, card.currency), m.holdout.units,
            score::effectText(m, card.currency, precision));
        if (!m.guardrail.empty())
            line += "   guardrail " + m.guardrail;
        console.printLine(line);
    }
    if (!offer.forest)
        return;
    console.printLine(fmt::format("  Lift by {}", offer.forest->by));
    for (const score::Segment& s : offer.forest->segments)
        console.printLine(fmt::format("    {:<18} {:>7} customers   {}{}", s.value,
            s.lift.treatment.units + s.lift.holdout.units,
            score::effectText(s.lift, card.currency, precision), s.flagged ? "   *" : ""));
}

void print(const score::Scorecard& card, const Console& console)
{
    using Tone = score::HealthLine::Tone;
    for (const score::HealthLine& line : score::healthLines(card)) {
        const char* mark = line.tone == Tone::Bad ? "[bad]"
            : line.tone == Tone::Caution          ? "[caution]"
                                                  : "[good]";
        console.printLine(fmt::format("{:<10}{}. {}", mark, line.title, line.text));
    }
    if (!card.start)
        return;
    printOffer(card.overall, card, console);
    for (const score::OfferScore& offer : card.offers)
        printOffer(offer, card, console);
    console.printLine(
        fmt::format("\nDifferences are treatment − holdout, {:g} % intervals that may be read at any time.",
            card.options.precision.conf * 100));
}

int run(ScoreOptions options, const Console& console)
{
    if (options.planned > 0)
        options.score.plannedUnits = options.planned;
    const auto card = compute(options, console);
    if (!card)
        return console.fail(card.error());
    if (!options.report.empty())
        if (const auto written = write(options.report, score::reportHtml(*card)); !written)
            return console.fail(written.error());
    if (console.json())
        console.printJson(score::toJson(*card));
    else
        print(*card, console);
    return card->blocked.empty() ? Done : FoundProblems;
}

const Verb verb("score", "Score each offer against its holdout", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<ScoreOptions>();
    app.add_option("file", options->file, "A project")->required();
    app.add_option("--by", options->score.by, "Lift by segment: a customer attribute, or placement");
    app.add_option("--report", options->report, "Write the scorecard as one HTML file");
    app.add_option("--conf", options->score.precision.conf, "Confidence of the intervals")
        ->capture_default_str();
    app.add_option("--n-star", options->score.precision.nStar,
           "Customers at which the always-valid intervals are tightest; fix it before the start")
        ->capture_default_str();
    app.add_option(
        "--planned-units", options->planned, "Customers planned in both arms: gives the rule a last cycle");
    app.add_option("--max-cycles", options->score.maxCycles, "Its last cycle")->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
});

}

}
