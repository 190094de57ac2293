// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scratch_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace ow::store {

Result<ScratchFile> ScratchFile::make(const std::filesystem::path& like)
{
    std::error_code ec;
    std::string folder = (std::filesystem::temp_directory_path(ec) / "offerwright-XXXXXX").string();
    if (ec || ::mkdtemp(folder.data()) == nullptr)
        return fail(ErrorCode::Io,
            std::string("There is no place for a temporary file: ") + std::strerror(errno)
                + ". Set TMPDIR to a folder that can be written.");
    return ScratchFile(std::filesystem::path(folder) / like.filename());
}

ScratchFile::ScratchFile(std::filesystem::path file)
    : m_file(std::move(file))
{
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : m_file(std::exchange(other.m_file, {}))
{
}

ScratchFile& ScratchFile::operator=(ScratchFile&& other) noexcept
{
    remove();
    m_file = std::exchange(other.m_file, {});
    return *this;
}

ScratchFile::~ScratchFile() { remove(); }

void ScratchFile::remove()
{
    std::error_code ec;
    if (!m_file.empty())
        std::filesystem::remove_all(m_file.parent_path(), ec);
}

}
