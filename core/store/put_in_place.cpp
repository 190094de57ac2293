// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/put_in_place.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace ow::store {

namespace {

Error systemError(const char* what, const std::filesystem::path& path)
{
    return { ErrorCode::Io, std::string(what) + ": " + std::strerror(errno) + ".", path.filename().string() };
}

}

Result<void> syncToDisk(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError("The file cannot be opened again", path));
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL; // some drives cannot sync a folder
    Error failure = systemError("The file could not be written to the disk", path);
    ::close(descriptor);
    if (!synced)
        return fail(std::move(failure));
    return {};
}

Result<void> putInPlace(
    const std::filesystem::path& finished, const std::filesystem::path& name, IfThere ifThere)
{
    if (auto synced = syncToDisk(finished); !synced)
        return synced;
    if (ifThere == IfThere::Refuse) {
        int done = ::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE);
        if (done != 0 && (errno == EINVAL || errno == ENOSYS)) { // a drive that knows no such rename
            std::error_code ec;
            done = std::filesystem::exists(name, ec) ? (errno = EEXIST, -1)
                                                     : ::rename(finished.c_str(), name.c_str());
        }
        if (done != 0)
            return fail(systemError("The file cannot be given its name", name));
    } else if (::rename(finished.c_str(), name.c_str()) != 0) {
        return fail(systemError("The file cannot be replaced", name));
    }
    return syncToDisk(std::filesystem::absolute(name).parent_path());
}

}
