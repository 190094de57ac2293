// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/child.h"
#include "cli/verb.h"
#include "sample/write.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <memory>

namespace ow::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 9> screens { "home", "data", "needs", "adjacency", "offers", "rules",
    "simulate", "scorecards", "release" };

struct Options {
    std::string folder;
    std::uint64_t seed = sample::defaultSeed;
    std::int64_t customers = sample::defaultCustomers;
    bool again = false;
    bool noPictures = false;
};

/// One command of the way from the sample project to a release, as a person would type it.
struct Step {
    std::string says;
    fs::path program;
    std::vector<std::string> arguments;
    fs::path stdoutTo; ///< empty = nowhere
    std::vector<fs::path> makes; ///< all there = nothing to do
    int worstCode = 0; ///< 1 where finding problems is a result
    bool optional = false; ///< the others can do without it
};

class Demo {
public:
    Demo(const Options& options, Console& console)
        : m_options(options)
        , m_console(console)
        , m_folder(options.folder)
        , m_project(m_folder / "sample.offerwright")
        , m_self(ownProgram())
        , m_workbench(m_self.parent_path() / "offerwright-workbench")
    {
    }

    int run()
    {
        std::error_code error;
        fs::create_directories(m_folder, error);
        if (error)
            return m_console.fail(
                { ErrorCode::Io, "The folder cannot be made: " + error.message(), m_options.folder });
        if (m_options.again)
            forget();
        if (const auto made = makeProject(); !made)
            return m_console.fail(made.error());
        int code = Done;
        for (const auto& step : steps())
            if (const auto done = doStep(step); !done) {
                m_console.fail(done.error());
                if (!step.optional)
                    return BadInput; // what follows stands on it
                code = FoundProblems;
            }
        tell();
        return code;
    }

private:
    bool pictures() const { return !m_options.noPictures && fs::exists(m_workbench); }

    std::string in(const char* name) const { return (m_folder / name).string(); }

    void forget() const
    {
        std::error_code ignored;
        fs::remove(m_project, ignored);
        for (const auto& step : steps())
            for (const auto& file : step.makes)
                fs::remove(file, ignored);
    }

    Result<void> makeProject()
    {
        if (fs::exists(m_project))
            return {};
        m_console.note("The sample project: a shop, its rules, its customers");
        return sample::writeSample(
            m_project, m_options.seed, m_options.customers, m_console.progress("Customers"));
    }

    std::vector<Step> steps() const
    {
        const auto project = m_project.string();
        std::vector<Step> list;
        list.push_back({ "What belongs together, mined of orders and sessions", m_self,
            { "mine", project, "--json" }, in("mining.json"), { in("mining.json") } });
        list.push_back({ "Four weeks replayed over every customer", m_self, { "simulate", project, "--json" },
            in("simulation.json"), { in("simulation.json") } });
        list.push_back({ "Each offer against its holdout", m_self,
            { "score", project, "--json", "--report", in("scorecard.html") }, in("scorecard.json"),
            { in("scorecard.json"), in("scorecard.html") }, 1 });
        // Before the release, while the screens can tell what has changed since the last one.
        if (pictures())
            for (const auto* screen : screens) {
                const auto picture = m_folder / fmt::format("{}.png", screen);
                list.push_back({ fmt::format("A picture of the screen {}", screen), m_workbench,
                    { "render", project, "--screen", screen, "-o", picture.string() }, {}, { picture }, 0,
                    true });
            }
        list.push_back({ "The draft released as a rule pack", m_self,
            { "release", project, "--json", "--note", "Made by offerwright demo", "-o", in("pack.json") },
            in("release.json"), { in("release.json"), in("pack.json") } });
        list.push_back({ "The pack verified", m_self, { "verify", in("pack.json"), "--json" },
            in("verification.json"), { in("verification.json") } });
        return list;
    }

    Result<void> doStep(const Step& step)
    {
        bool there = true;
        for (const auto& file : step.makes)
            there = there && fs::exists(file);
        if (there)
            return {};
        m_console.note(step.says);
        const auto done = runProgram(step.program, step.arguments, step.stdoutTo, step.worstCode);
        if (!done)
            return fail(done.error());
        return {};
    }

    void tell() const
    {
        Json files = Json::array({ m_project.string() });
        for (const auto& step : steps())
            for (const auto& file : step.makes)
                if (fs::exists(file))
                    files.push_back(file.string());
        if (m_console.json()) {
            m_console.printJson({ { "folder", m_options.folder }, { "files", std::move(files) },
                { "pictures", pictures() } });
            return;
        }
        m_console.printLine(fmt::format("Made in {}:", m_options.folder));
        m_console.printLine("  sample.offerwright   the project: open it with offerwright-workbench");
        m_console.printLine(
            "  mining.json          pairs of products that belong together, or stand in for each other");
        m_console.printLine("  simulation.json      what the rules would do to every customer");
        m_console.printLine(
            "  scorecard.html       each offer against its holdout; scorecard.json has the numbers");
        m_console.printLine("  pack.json            the released rule pack; release.json its identity");
        if (pictures())
            m_console.printLine("  home.png …           a picture of each of the nine screens");
        else if (!m_options.noPictures)
            m_console.note("No pictures: offerwright-workbench is not beside offerwright");
    }

    const Options& m_options;
    Console& m_console;
    fs::path m_folder;
    fs::path m_project;
    fs::path m_self;
    fs::path m_workbench;
};

const Verb verb("demo", "Make the sample project, mine, simulate, score, release and picture it, in a folder",
    [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option(
               "folder", options->folder, "Where to; made if it is not there. What is there already stays")
            ->required();
        app.add_option("--seed", options->seed, "Of the generated customers")->capture_default_str();
        app.add_option("--customers", options->customers, "How many")
            ->capture_default_str()
            ->check(CLI::Range(1, 1'000'000));
        app.add_flag("--no-pictures", options->noPictures, "Leave out the screens");
        app.add_flag("--again", options->again, "Make everything anew");
        return [options](Console& console) { return Demo(*options, console).run(); };
    });

}

}
