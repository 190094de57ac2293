// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace ow::store {

/// Which file a name led to at one moment: another program may move it away or put another one in its place.
class FileIdentity {
public:
    /// Of no file: matches() is true.
    FileIdentity() = default;
    static FileIdentity of(const std::filesystem::path& file);
    /// Of an open file.
    static FileIdentity of(int descriptor);
    bool isKnown() const { return m_known; }

    /// Whether the name leads to that file now.
    bool matches(const std::filesystem::path& file) const;

private:
    void set(std::uint64_t device, std::uint64_t number);

    bool m_known = false;
    std::uint64_t m_device = 0, m_number = 0;
};

}
