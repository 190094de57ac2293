// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/verb.h"
#include "expr/program.h"
#include "expr/value_json.h"

#include <fmt/format.h>

#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string expr;
    std::string vars = "{}";
};

Json errorJson(std::string_view code, std::string_view message, std::uint32_t at)
{
    return { { "error", { { "code", code }, { "message", message }, { "at", at } } } };
}

/// What the expression says is the answer, error or not: one document on standard output, with --json or
/// without.
int answer(const Json& document, const Console& console)
{
    console.printJson(document);
    return document.contains("error") ? FoundProblems : Done;
}

int run(const Options& options, const Console& console)
{
    const Result<Json> vars = parseJson(options.vars);
    if (!vars)
        return console.fail({ vars.error().code, vars.error().message, "--vars:" + vars.error().at });
    Result<expr::Bindings> bindings = expr::bindingsFromJson(*vars);
    if (!bindings)
        return console.fail(
            { bindings.error().code, bindings.error().message, "--vars:" + bindings.error().at });
    const auto program = expr::compile(options.expr, bindings->vocabulary);
    if (!program) {
        const expr::Problem& p = program.error();
        return answer(
            errorJson(p.code, p.hint.empty() ? p.message : p.message + " (" + p.hint + ')', p.begin),
            console);
    }
    const expr::Value value = program->evaluate(bindings->values, bindings->arena);
    if (!value.isError())
        return answer(
            { { "type", expr::tagName(value.tag()) }, { "value", expr::valueToJson(value) } }, console);
    const auto node = expr::NodeIndex(std::max<std::int64_t>(value.errorNode(), 0));
    return answer(errorJson(expr::errorName(value.errorCode()), expr::errorSentence(value.errorCode()),
                      program->expression().node(node).begin),
        console);
}

const Verb verb("eval", "Evaluate one expression", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    app.add_option("--expr", options->expr, "The expression")->required();
    app.add_option("--vars", options->vars, "Its variables as one JSON object: {\"x\": 1}");
    return [options](Console& console) { return run(*options, console); };
});

}

}
