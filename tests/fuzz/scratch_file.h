// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/targets.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

namespace ow::fuzz {

/// A file of this process, gone with it.
class ScratchFile {
public:
    explicit ScratchFile(const std::string& extension)
        : m_path(std::filesystem::temp_directory_path()
            / ("offerwright-fuzz-" + std::to_string(::getpid()) + '.' + extension))
    {
    }
    ~ScratchFile()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    const std::filesystem::path& holding(std::string_view bytes) const
    {
        std::ofstream out(m_path, std::ios::binary | std::ios::trunc);
        out.write(bytes.data(), std::streamsize(bytes.size()));
        require(bool(out.flush()), "the bytes can be put into a file");
        return m_path;
    }

private:
    std::filesystem::path m_path;
};

}
