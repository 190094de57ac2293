// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "cli/line_source.h"
#include "cli/load.h"
#include "cli/ordered_output.h"
#include "cli/verb.h"
#include "decide/answer.h"
#include "decide/answer_explained.h"
#include "decide/compiled_pack.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unistd.h>
#include <vector>

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

/// Requests from standard input as they come, answers on standard output in their order. Every worker by
/// turns takes a batch of lines, answers them and hands the answers on, so that reading, deciding and writing
/// overlap and memory stays bounded.
class Stream {
public:
    Stream(const Pack& pack, const Options& options)
        : m_pack(*pack)
        , m_options(options)
        , m_workers(workerCount(options.threads))
        , m_in(STDIN_FILENO)
        , m_out(STDOUT_FILENO, std::size_t(4) * m_workers)
    {
    }

    int run(const Console& console)
    {
        std::signal(SIGPIPE, SIG_IGN); // write() says it, too
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < m_workers; ++i)
                others.emplace_back([this] { workAndCatch(); });
            workAndCatch();
        }
        if (m_bug)
            std::rethrow_exception(m_bug);
        if (m_in.failed())
            return console.fail({ ErrorCode::Io, "Standard input cannot be read", {} });
        if (m_out.error() != 0 && m_out.error() != EPIPE)
            return console.fail({ ErrorCode::Io,
                fmt::format("The output could not be written: {}", std::strerror(m_out.error())), {} });
        return Done;
    }

private:
    /// What one thread keeps from line to line.
    struct Worker {
        decide::Scratch scratch;
        std::optional<decide::ExplainedAnswers> explained; ///< made when first asked for
    };

    void workAndCatch()
    {
        try {
            work();
        } catch (...) {
            const std::scoped_lock lock(m_bugMutex);
            if (!m_bug)
                m_bug = std::current_exception();
            m_out.abandon(); // what was to come from here never will
        }
        m_in.stop(); // the end, a fault, or nobody who reads: the others need not wait for more either
    }

    void work()
    {
        Worker worker;
        LineBatch batch;
        std::string answers;
        while (m_in.next(batch)) {
            answer(batch, worker, answers);
            if (!m_out.put(batch.number, answers))
                return;
        }
    }

    void answer(const LineBatch& batch, Worker& worker, std::string& answers) const
    {
        std::uint64_t number = batch.firstLine;
        if (batch.tooLong)
            refuse(number, answers);
        for (std::string_view text = batch.text.view(); !text.empty(); ++number) {
            const auto end = std::min(text.find('\n'), text.size());
            if (end > LineSource::longestLine)
                refuse(number, answers);
            else
                answer(text.substr(0, end), worker, answers, number);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void answer(std::string_view line, Worker& worker, std::string& out, std::uint64_t number) const
    {
        if (m_options.why.empty() && !m_options.explain && m_options.whatIf.empty()) {
            decide::answerLine(line, m_pack, false, worker.scratch, out, number);
            out += '\n';
            return;
        }
        if (const Result<void> answered = explain(line, worker, out); !answered) {
            const Error& e = answered.error();
            decide::appendRefusal(e.at, errorCodeName(e.code), e.message, out, number);
            out += '\n';
        }
    }

    Result<void> explain(std::string_view line, Worker& worker, std::string& out) const
    {
        if (!worker.explained)
            worker.explained.emplace(m_pack);
        if (m_options.why.empty()) {
            const Result<void> answered
                = worker.explained->answer(line, m_options.whatIf, worker.scratch, out);
            if (answered)
                out += '\n';
            return answered;
        }
        const Result<std::string> text = worker.explained->why(line, m_options.why); // lines of their own
        if (!text)
            return fail(text.error());
        out += *text;
        return {};
    }

    static void refuse(std::uint64_t line, std::string& answers)
    {
        const std::string why = fmt::format("The line is longer than {} bytes", LineSource::longestLine);
        decide::appendRefusal({}, errorCodeName(ErrorCode::InvalidInput), why, answers, line);
        answers += '\n';
    }

    const decide::CompiledPack& m_pack;
    const Options& m_options;
    const unsigned m_workers;
    LineSource m_in;
    OrderedOutput m_out;
    std::mutex m_bugMutex;
    std::exception_ptr m_bug;
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
    return Stream(*pack, options).run(console);
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
        app.add_option("--threads", options->threads, "Worker threads; 0 = one per core")
            ->check(CLI::Range(0, 1024));
        app.footer(
            "One request a line (\\n or \\r\\n), one answer a line, in the same order: the n-th line of the "
            "output answers the n-th of the input. A line that is refused, an empty one too, is answered by "
            "{\"error\": {\"about\": key, \"code\", \"line\": its number from 1, \"message\"}}, and the exit "
            "code stays 0. Each line is answered as soon as it is read. Lines of up to 128 MiB.");
        return [options](Console& console) { return run(*options, console); };
    });

}

}
