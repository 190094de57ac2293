// SPDX-License-Identifier: Apache-2.0
#include "decide/answer.h"

#include "decide/answer_explained.h"
#include "decide/decide.h"
#include "decide/decision_writer.h"

namespace ow::decide {

Result<void> answer(
    std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch, std::string& out)
{
    if (explain)
        return ExplainedAnswers(pack).answer(requestJson, {}, scratch, out);
    if (!scratch.request)
        scratch.request.emplace(pack);
    if (Result<void> read = scratch.reader.read(requestJson, pack, *scratch.request); !read)
        return read;
    appendDecision(decide(pack, *scratch.request, scratch), false, out);
    return {};
}

void appendRefusal(std::string_view about, std::string_view code, std::string_view message, std::string& out,
    std::uint64_t line)
{
    out += "{\"error\":{\"about\":";
    appendJsonString(about, out);
    out += ",\"code\":";
    appendJsonString(code, out);
    if (line != 0)
        out.append(",\"line\":").append(std::to_string(line));
    out += ",\"message\":";
    appendJsonString(message, out);
    out += "}}";
}

void answerLine(std::string_view requestJson, const CompiledPack& pack, bool explain, Scratch& scratch,
    std::string& out, std::uint64_t line)
{
    if (const Result<void> answered = answer(requestJson, pack, explain, scratch, out); !answered)
        appendRefusal(
            answered.error().at, errorCodeName(answered.error().code), answered.error().message, out, line);
}

}
