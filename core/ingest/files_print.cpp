// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/files_print.h"

#include <fmt/format.h>

#include <fstream>
#include <xxhash.h>

namespace ow::ingest {

FilesPrint::FilesPrint()
    : m_state(XXH3_createState())
{
    XXH3_128bits_reset(m_state.get());
}

void FilesPrint::Free::operator()(XXH3_state_s* state) const { XXH3_freeState(state); }

void FilesPrint::add(std::string_view bytes)
{
    XXH3_128bits_update(m_state.get(), bytes.data(), bytes.size());
    m_size += bytes.size();
}

void FilesPrint::endFile()
{
    XXH3_128bits_update(m_state.get(), &m_size, sizeof m_size); // where one file ends and the next begins
    m_size = 0;
    ++m_files;
}

std::string FilesPrint::text(std::size_t files) const
{
    if (m_spoilt || m_files != files)
        return {};
    const XXH128_hash_t hash = XXH3_128bits_digest(m_state.get());
    return fmt::format("xxh128:{:016x}{:016x}", hash.high64, hash.low64);
}

std::string fingerprint(const std::vector<std::filesystem::path>& files, const Progress& progress)
{
    FilesPrint print;
    std::string piece(1 << 20, '\0');
    for (const std::filesystem::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (file == "-" || !in)
            return {};
        while (in.read(piece.data(), std::streamsize(piece.size())) || in.gcount() > 0) {
            print.add(std::string_view(piece).substr(0, std::size_t(in.gcount())));
            if (!goOn(progress, 0, 0))
                return {};
        }
        print.endFile();
    }
    return print.text(files.size());
}

}
