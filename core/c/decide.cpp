// SPDX-License-Identifier: Apache-2.0
#include "c/error.h"
#include "c/pack.h"
#include "decide/answer.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

using namespace ow;

/// What both ways of deciding are given.
struct Call {
    const ow_pack* pack;
    const char* text;
    size_t length;
    unsigned flags;
    char** answer;
    size_t* answerLength;
    ow_error** error;

    bool explain() const { return (flags & OW_EXPLAIN) != 0; }
    std::string_view input() const { return { text, length }; }
};

/// Takes the place of the answer's owner: malloc, since the caller may be C and the text must outlive the
/// worker.
void handOut(const std::string& text, const Call& call)
{
    char* const copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr)
        throw std::bad_alloc();
    std::memcpy(copy, text.c_str(), text.size() + 1);
    *call.answer = copy;
    if (call.answerLength != nullptr)
        *call.answerLength = text.size();
}

ow_status misuse(const Call& call) noexcept
{
    if (call.answer == nullptr)
        return c::misused(call.error, "There is no place for the answer: it is NULL", "answer");
    if (call.pack == nullptr)
        return c::misused(call.error, "The pack is NULL", "pack");
    if (call.text == nullptr)
        return c::misused(call.error, "The request is NULL", "request");
    if (call.length > PTRDIFF_MAX)
        return c::misused(call.error, "No text can be that long", "length");
    if ((call.flags & ~OW_EXPLAIN) != 0)
        return c::misused(call.error, "A flag is set that this version does not know", "flags");
    return OW_OK;
}

/// `work` writes the answer for the call into the worker's text.
template <typename Work>
ow_status run(const Call& call, const Work& work) noexcept
{
    if (call.answer != nullptr)
        *call.answer = nullptr;
    if (call.answerLength != nullptr)
        *call.answerLength = 0;
    if (const ow_status status = misuse(call); status != OW_OK)
        return status;
    return c::guarded(call.error, [&] {
        std::unique_ptr<c::Worker> worker = call.pack->workers.take();
        worker->out.clear();
        const Result<void> done = work(*worker);
        if (done)
            handOut(worker->out, call);
        call.pack->workers.giveBack(std::move(worker));
        return done ? OW_OK : c::refused(call.error, done.error());
    });
}

void answerLines(const Call& call, c::Worker& worker)
{
    std::uint64_t number = 0;
    for (std::string_view rest = call.input(); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        decide::answerLine(line, *call.pack->compiled, call.explain(), worker.scratch, worker.out, ++number);
        worker.out += '\n';
    }
}

}

ow_status ow_decide(const ow_pack* pack, const char* request, size_t length, unsigned int flags,
    char** answer, size_t* answer_length, ow_error** error)
{
    const Call call { pack, request, length, flags, answer, answer_length, error };
    return run(call, [&](c::Worker& worker) {
        return decide::answer(call.input(), *pack->compiled, call.explain(), worker.scratch, worker.out);
    });
}

ow_status ow_decide_lines(const ow_pack* pack, const char* requests, size_t length, unsigned int flags,
    char** answers, size_t* answers_length, ow_error** error)
{
    const Call call { pack, requests, length, flags, answers, answers_length, error };
    return run(call, [&](c::Worker& worker) -> Result<void> {
        answerLines(call, worker);
        return {};
    });
}

void ow_text_free(char* text) { std::free(text); }
