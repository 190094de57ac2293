// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/bulk_writer.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ow::ingest {

/// Customer ids to other ids that only somebody with the key can make from them: "p" and 26 characters, the
/// keyed BLAKE2b hash (RFC 7693) of the id in 130 bits, base 32. The same id and key always give the same, so
/// that files imported at different times meet; without the key nobody can try out e-mail addresses.
/// Immutable; any thread.
class Pseudonyms {
public:
    static constexpr std::size_t keyBytes = 32;
    using Key = std::array<unsigned char, keyBytes>;

    explicit Pseudonyms(const Key& key)
        : m_key(key)
    {
    }

    /// The key of a file of 64 hexadecimal digits, which is made (readable by its owner alone) where there is
    /// none yet. Errors: InvalidInput (something else is in it), Io.
    [[nodiscard]] static Result<Pseudonyms> fromFile(const std::filesystem::path& file);

    std::string of(std::string_view customer) const;
    /// Whether it looks like one: "p" and 26 of a … z, 2 … 7.
    static bool isOne(std::string_view id);

private:
    Key m_key;
};

/// A writer into which the ids of customers, sessions, intents and baskets go as pseudonyms: presets make the
/// latter of the first. The same function for all, so that the same id meets itself; none stays none. The
/// text of rejected rows, in which ids may stand, is not kept.
std::unique_ptr<store::BulkWriter> pseudonymizing(
    std::unique_ptr<store::BulkWriter> writer, const Pseudonyms& pseudonyms);

}
