// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/body_delta.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace ow::store {

namespace {

/// No byte in the middle of a character.
bool isBoundary(std::string_view text, std::size_t at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

struct Delta {
    std::size_t prefix = 0;
    std::size_t suffix = 0;
    std::string_view middle;
};

std::optional<std::size_t> takeNumber(std::string_view& text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto used = std::size_t(end - text.data());
    if (error != std::errc {} || used >= text.size() || text[used] != ',')
        return {};
    text.remove_prefix(used + 1);
    return number;
}

std::optional<Delta> readDelta(std::string_view text)
{
    if (!text.starts_with('~'))
        return {};
    text.remove_prefix(1);
    const auto prefix = takeNumber(text);
    const auto suffix = prefix ? takeNumber(text) : std::nullopt;
    if (!suffix)
        return {};
    return Delta { *prefix, *suffix, text };
}

}

StoredPair storedPair(const std::string& before, const std::string& after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    const auto [a, b]
        = std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shorter), after.begin());
    auto prefix = std::size_t(a - before.begin());
    while (prefix > 0 && !(isBoundary(before, prefix) && isBoundary(after, prefix)))
        --prefix;
    std::size_t suffix = 0;
    while (
        suffix < shorter - prefix && before[before.size() - suffix - 1] == after[after.size() - suffix - 1])
        ++suffix;
    while (suffix > 0 && !isBoundary(before, before.size() - suffix)) // the same bytes on both sides
        --suffix;
    const auto part = [&](const std::string& body) {
        return fmt::format("~{},{},{}", prefix, suffix,
            std::string_view(body).substr(prefix, body.size() - prefix - suffix));
    };
    StoredPair out { part(before), part(after) };
    if (out.before.size() + out.after.size() >= before.size() + after.size())
        return { before, after };
    return out;
}

std::optional<std::string> bodyFrom(
    std::string_view wanted, std::string_view other, std::string_view otherBody)
{
    if (!wanted.starts_with('~'))
        return std::string(wanted);
    const auto to = readDelta(wanted);
    const auto from = readDelta(other);
    if (!to || !from || to->prefix != from->prefix || to->suffix != from->suffix
        || to->prefix > otherBody.size() || to->suffix > otherBody.size() - to->prefix
        || otherBody.substr(to->prefix, otherBody.size() - to->prefix - to->suffix) != from->middle)
        return {};
    std::string out(otherBody.substr(0, to->prefix));
    out += to->middle;
    out += otherBody.substr(otherBody.size() - to->suffix);
    return out;
}

}
