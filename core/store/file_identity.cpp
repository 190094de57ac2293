// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_identity.h"

#include <sys/stat.h>

namespace ow::store {

FileIdentity FileIdentity::of(const std::filesystem::path& file)
{
    FileIdentity out;
    struct stat found { };
    if (::stat(file.c_str(), &found) != 0)
        return out;
    out.m_known = true;
    out.m_device = found.st_dev;
    out.m_number = found.st_ino;
    return out;
}

bool FileIdentity::matches(const std::filesystem::path& file) const
{
    if (!m_known)
        return true;
    const FileIdentity now = of(file);
    return now.m_known && now.m_device == m_device && now.m_number == m_number;
}

}
