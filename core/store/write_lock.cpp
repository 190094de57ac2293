// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write_lock.h"

#include "base/time.h"
#include "store/file_identity.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>
#include <utility>

namespace ow::store {

namespace {

std::string hostName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string programName()
{
    std::ifstream in("/proc/self/comm");
    std::string name;
    std::getline(in, name);
    return name.empty() ? "offerwright" : name;
}

/// One line for the next who asks. Nothing stands on it: the lock is the kernel's.
std::string ourselves()
{
    return fmt::format("{} (process {} on {}) since {}\n", programName(), ::getpid(), hostName(),
        formatTimestamp(systemNow()));
}

Error heldBy(int descriptor, const std::filesystem::path& project)
{
    std::array<char, 512> text {};
    const ssize_t got = ::pread(descriptor, text.data(), text.size() - 1, 0);
    std::string who(text.data(), std::size_t(std::max<ssize_t>(got, 0)));
    who.erase(std::min(who.find('\n'), who.size()));
    std::ranges::replace_if(
        who, [](char c) { return static_cast<unsigned char>(c) < 32; }, ' ');
    return { ErrorCode::Conflict,
        "This project is open in another program" + (who.empty() ? std::string(".") : ": " + who + ".")
            + " It is shown as it is there, and can be edited here when it is closed there.",
        project.filename().string() };
}

Error noLocks(int error, const std::filesystem::path& project)
{
    return { ErrorCode::Io,
        std::string("The drive of this project cannot keep two programs apart (") + std::strerror(error)
            + "). Save a copy on a local drive to edit it.",
        project.filename().string() };
}

/// Whether the name still leads to the file that was locked: its last holder removes it.
bool isStill(const std::filesystem::path& file, int descriptor)
{
    const FileIdentity locked = FileIdentity::of(descriptor);
    return locked.isKnown() && locked.matches(file);
}

}

Result<WriteLock> WriteLock::take(const std::filesystem::path& project)
{
    std::filesystem::path file = project;
    file += "-lock";
    for (;;) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0)
            return fail(noLocks(errno, project));
        WriteLock lock({}, descriptor); // closes it whatever happens
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EINTR)
                continue;
            return fail(errno == EWOULDBLOCK ? heldBy(descriptor, project) : noLocks(errno, project));
        }
        if (!isStill(file, descriptor))
            continue;
        const std::string line = ourselves();
        if (::ftruncate(descriptor, 0) == 0)
            (void)!::pwrite(descriptor, line.data(), line.size(), 0); // a full disk: then nobody is named
        lock.m_file = std::move(file);
        return lock;
    }
}

WriteLock::WriteLock(std::filesystem::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : m_file(std::exchange(other.m_file, {}))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

WriteLock& WriteLock::operator=(WriteLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

WriteLock::~WriteLock()
{
    if (m_descriptor < 0)
        return;
    if (!m_file.empty())
        (void)::unlink(m_file.c_str()); // while we hold it, so that nobody has locked it in between
    ::close(m_descriptor);
}

bool isNetworkFileSystem(std::uint32_t type)
{
    // NFS, SMB, SMB2, CIFS, AFS, Coda, Ceph, 9P, FUSE (sshfs and the like cannot be told from local ones),
    // Lustre, OCFS2
    constexpr std::array<std::uint32_t, 11> types { 0x6969, 0x517B, 0xFE534D42, 0xFF534D42, 0x5346414F,
        0x73757245, 0x00C36400, 0x01021997, 0x65735546, 0x0BD00BD0, 0x7461636F };
    return std::ranges::find(types, type) != types.end();
}

bool isOnNetworkDrive(const std::filesystem::path& file)
{
    struct statfs about { };
    return ::statfs(file.c_str(), &about) == 0 && isNetworkFileSystem(std::uint32_t(about.f_type));
}

}
