// SPDX-License-Identifier: Apache-2.0
#include "c/error.h"

#include "base/text.h"
#include "decide/answer.h"

#include <memory>
#include <string_view>

namespace ow::c {

namespace {

/// Made before memory can be short, and never freed: a pointer, so that no destructor runs before a late
/// caller.
ow_error& noMemoryError()
{
    static ow_error* const error = new ow_error { "no_memory", "There is not enough memory for this", "",
        R"({"error":{"about":"","code":"no_memory","message":"There is not enough memory for this"}})" };
    return *error;
}

[[maybe_unused]] const ow_error& madeOnLoading = noMemoryError();

ow_status report(ow_error** to, ow_status status, const Error& error, std::string_view code)
{
    if (to == nullptr)
        return status;
    auto out = std::make_unique<ow_error>(
        ow_error { std::string(code), readable(error.message), readable(error.at), {} });
    decide::appendRefusal(error.at, code, error.message, out->json);
    *to = out.release();
    return status;
}

/// report(), with a sentence that is not made yet.
ow_status reportText(
    ow_error** to, ow_status status, const char* code, const char* message, const char* path) noexcept
{
    return guarded(to, [&] { return report(to, status, Error { {}, message, path }, code); });
}

}

ow_status refused(ow_error** to, const Error& error) noexcept
{
    return guarded(to, [&] { return report(to, OW_REFUSED, error, errorCodeName(error.code)); });
}

ow_status misused(ow_error** to, const char* message, const char* argument) noexcept
{
    return reportText(to, OW_MISUSE, "misuse", message, argument);
}

ow_status broken(ow_error** to, const char* what) noexcept
{
    return reportText(to, OW_INTERNAL, "internal", what, "");
}

ow_status noMemory(ow_error** to) noexcept
{
    if (to != nullptr)
        *to = &noMemoryError();
    return OW_NO_MEMORY;
}

}

const char* ow_error_code(const ow_error* error) { return error == nullptr ? "" : error->code.c_str(); }

const char* ow_error_message(const ow_error* error) { return error == nullptr ? "" : error->message.c_str(); }

const char* ow_error_path(const ow_error* error) { return error == nullptr ? "" : error->path.c_str(); }

const char* ow_error_json(const ow_error* error) { return error == nullptr ? "" : error->json.c_str(); }

void ow_error_free(ow_error* error)
{
    if (error != &ow::c::noMemoryError())
        delete error;
}
