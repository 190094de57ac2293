// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "offerwright/offerwright.h"

#include <exception>
#include <new>
#include <string>

/// The texts that the error's functions hand out.
struct ow_error {
    std::string code, message, path, json;
};

namespace ow::c {

/// The status, and where the caller asked for it (`to` not null) the error itself. Never throw: where memory
/// is too short for an error, the answer is OW_NO_MEMORY and the one error that needs none.
ow_status refused(ow_error** to, const Error& error) noexcept;
ow_status misused(ow_error** to, const char* message, const char* argument) noexcept;
ow_status broken(ow_error** to, const char* what) noexcept;
ow_status noMemory(ow_error** to) noexcept;

/// Runs `body`, which returns an ow_status, so that no exception leaves the library.
template <typename Body>
ow_status guarded(ow_error** to, const Body& body) noexcept
{
    if (to != nullptr)
        *to = nullptr;
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return noMemory(to);
    } catch (const std::exception& e) {
        return broken(to, e.what());
    } catch (...) {
        return broken(to, "an unknown exception");
    }
}

}
