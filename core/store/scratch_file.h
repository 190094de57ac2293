// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace ow::store {

/// A folder of our own, which nobody else may read, for a file that goes away with this object: what a
/// project that cannot be read (or changed) where it lies is read from instead.
class ScratchFile {
public:
    /// In the system's folder for such files (TMPDIR). Errors: Io.
    [[nodiscard]] static Result<ScratchFile> make(const std::filesystem::path& like);

    ScratchFile(ScratchFile&& other) noexcept;
    ScratchFile& operator=(ScratchFile&& other) noexcept;
    ~ScratchFile();

    /// Not there yet; named as `like`.
    const std::filesystem::path& path() const { return m_file; }

private:
    explicit ScratchFile(std::filesystem::path file);
    void remove();

    std::filesystem::path m_file;
};

}
