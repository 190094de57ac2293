// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct XXH3_state_s;

namespace ow::ingest {

/// One text for the bytes of files as they lie there: the same files in the same order, the same text. Against
/// importing twice, not against forgery: a cryptographic hash of a great file takes as long as reading it does.
/// Not thread-safe.
class FilesPrint {
public:
    FilesPrint();

    void add(std::string_view bytes);
    /// Behind each file's last byte.
    void endFile();
    /// Of this file not all bytes can be told.
    void spoil() { m_spoilt = true; }

    /// Empty where the files were spoilt or are fewer than `files`.
    std::string text(std::size_t files) const;

private:
    struct Free {
        void operator()(XXH3_state_s* state) const;
    };
    std::unique_ptr<XXH3_state_s, Free> m_state;
    std::uint64_t m_size = 0; ///< of the file that is being read
    std::size_t m_files = 0; ///< read to their end
    bool m_spoilt = false;
};

/// That of files which are read for it now; empty where one cannot be read twice (standard input), or where
/// progress (done: 0) said stop.
std::string fingerprint(const std::vector<std::filesystem::path>& files, const Progress& progress = {});
}
