// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "cli/load.h"
#include "cli/verb.h"
#include "decide/answer.h"
#include "decide/answer_explained.h"
#include "decide/compiled_pack.h"

#include <fmt/format.h>

#include <cerrno>
#include <memory>
#include <unistd.h>

namespace ow::cli {

namespace {

using Pack = std::shared_ptr<const decide::CompiledPack>;

struct Options {
    std::string pack;
    bool explain = false;
    std::string whatIf; ///< the offer that a counterfactual is asked for
    std::string why; ///< the offer that is explained as text
    unsigned threads = 0;
};

Result<Pack> compiledPack(const std::string& path)
{
    const Result<model::Pack> pack = loadPack(path);
    if (!pack)
        return fail(pack.error());
    Result<Pack> compiled = decide::compile(*pack);
    if (!compiled)
        compiled.error().at = path + ": " + compiled.error().at;
    return compiled;
}

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

/// Requests from standard input as they come: what one read brings is answered together, over all cores, in
/// its order.
class Stream {
public:
    Stream(const Pack& pack, const Options& options, const Console& console)
        : m_pack(*pack)
        , m_options(options)
        , m_console(console)
    {
    }

    int run()
    {
        std::string buffer;
        constexpr std::size_t chunk = std::size_t(1) << 20;
        for (;;) {
            const std::size_t had = buffer.size();
            buffer.resize(had + chunk);
            const ssize_t got = ::read(STDIN_FILENO, buffer.data() + had, chunk);
            if (got < 0 && errno == EINTR) {
                buffer.resize(had);
                continue;
            }
            buffer.resize(had + std::size_t(std::max<ssize_t>(got, 0)));
            if (got < 0)
                return m_console.fail({ ErrorCode::Io, "Standard input cannot be read", {} });
            const auto end
                = got == 0 ? buffer.size() : buffer.rfind('\n') + 1; // npos + 1 = 0: no whole line yet
            answerLines(std::string_view(buffer).substr(0, end));
            buffer.erase(0, end);
            if (got == 0)
                return Done;
        }
    }

private:
    void answerLines(std::string_view text)
    {
        std::vector<std::string_view> lines;
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            if (!isBlank(text.substr(0, end)))
                lines.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        constexpr std::size_t perChunk = 64;
        std::vector<std::string> answers((lines.size() + perChunk - 1) / perChunk);
        forChunks(lines.size(), perChunk, m_options.threads,
            [&](std::size_t n, std::size_t begin, std::size_t end) {
                thread_local decide::Scratch scratch;
                for (std::size_t i = begin; i < end; ++i)
                    answer(lines[i], scratch, answers[n]);
                return true;
            });
        for (const std::string& part : answers)
            m_console.print(part);
        std::fflush(stdout);
    }

    /// A bad line is answered on its line, so that the n-th answer is always the n-th request's.
    void answer(std::string_view line, decide::Scratch& scratch, std::string& out) const
    {
        const bool asText = !m_options.why.empty();
        if (!asText && !m_options.explain && m_options.whatIf.empty()) {
            decide::answerLine(line, m_pack, false, scratch, out);
            out += '\n';
            return;
        }
        thread_local decide::ExplainedAnswers explained(m_pack); // a process has one pack
        const Result<std::string> text = asText ? explained.why(line, m_options.why) : Result<std::string>();
        const Result<void> answered = !asText ? explained.answer(line, m_options.whatIf, scratch, out)
            : text                            ? Result<void>()
                                              : fail(text.error());
        if (!answered)
            decide::appendRefusal(
                answered.error().at, errorCodeName(answered.error().code), answered.error().message, out);
        out += text ? *text : "";
        if (!asText || !answered)
            out += '\n';
    }

    const decide::CompiledPack& m_pack;
    const Options& m_options;
    const Console& m_console;
};

int run(const Options& options, const Console& console)
{
    const Result<Pack> pack = compiledPack(options.pack);
    if (!pack)
        return console.fail(pack.error());
    for (const std::string* offer : { &options.whatIf, &options.why }) {
        if (!offer->empty() && (*pack)->offer(*offer) == decide::none)
            return console.fail({ ErrorCode::NotFound, "The pack has no offer \"" + *offer + '"', {} });
    }
    return Stream(*pack, options, console).run();
}

const Verb verb(
    "decide", "Answer requests (NDJSON on standard input) with a pack", [](CLI::App& app) -> Verb::Run {
        auto options = std::make_shared<Options>();
        app.add_option("--pack", options->pack, "The rule pack, or a project: then its draft")->required();
        app.add_flag("--explain", options->explain,
            "Say for every candidate what blocked it, with the values read, and the facts' values");
        app.add_option("--counterfactual", options->whatIf,
            "Also say what would have to change for this offer to be the chosen one");
        app.add_option("--why", options->why, "Say in words why this offer is or is not the chosen one");
        app.add_option("--threads", options->threads, "Worker threads; 0 = one per core");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
