// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_identity.h"

#include <sys/stat.h>

namespace ow::store {

void FileIdentity::set(std::uint64_t device, std::uint64_t number)
{
    m_known = true;
    m_device = device;
    m_number = number;
}

FileIdentity FileIdentity::of(const std::filesystem::path& file)
{
    FileIdentity out;
    struct stat found { };
    if (::stat(file.c_str(), &found) == 0)
        out.set(found.st_dev, found.st_ino);
    return out;
}

FileIdentity FileIdentity::of(int descriptor)
{
    FileIdentity out;
    struct stat found { };
    if (::fstat(descriptor, &found) == 0)
        out.set(found.st_dev, found.st_ino);
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
