// SPDX-License-Identifier: Apache-2.0
#include "decide/answer.h"

#include "base/json.h"
#include "decide/answer_explained.h"
#include "decide/decide.h"

namespace ow::decide {

namespace {

void append(std::string& out, const Json& document)
{
    out += document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}

Result<void> answer(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out)
{
    if (explain)
        return ExplainedAnswers(pack).answer(requestJson, {}, scratch, out);
    const Result<Json> json = parseJson(requestJson);
    if (!json) // line and column are no key's path: they belong to the sentence
        return fail(json.error().code,
            json.error().message + (json.error().at.empty() ? "" : ", at " + json.error().at));
    const Result<Request> request = readRequest(*json, pack);
    if (!request)
        return fail(request.error());
    append(out, writeDecision(decide(pack, *request, scratch), false));
    return {};
}

void appendRefusal(std::string_view about, std::string_view code, std::string_view message, std::string& out)
{
    append(out, { { "error", { { "about", about }, { "code", code }, { "message", message } } } });
}

void answerLine(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out)
{
    if (const Result<void> answered = answer(requestJson, pack, explain, scratch, out); !answered)
        appendRefusal(
            answered.error().at, errorCodeName(answered.error().code), answered.error().message, out);
}

}
