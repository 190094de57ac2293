// SPDX-License-Identifier: Apache-2.0
#include "decide/answer.h"

#include "base/json.h"
#include "decide/decide.h"

namespace ow::decide {

namespace {

void append(std::string& out, const Json& document)
{
    out += document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void appendError(std::string& out, const Error& error, std::string about)
{
    append(out,
        { { "error",
            { { "about", std::move(about) }, { "code", errorCodeName(error.code) },
                { "message", error.message } } } });
}

}

void answerLine(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out)
{
    const Result<Json> json = parseJson(requestJson);
    if (!json)
        return appendError(out, json.error(), {});
    const Result<Request> request = readRequest(*json, pack);
    if (!request)
        return appendError(out, request.error(), request.error().at);
    append(out, writeDecision(decide(pack, *request, scratch, { explain, true }), explain));
}

}
