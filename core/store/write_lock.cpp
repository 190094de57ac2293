// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write_lock.h"

#include "base/text.h"
#include "base/time.h"
#include "store/file_identity.h"

#include <fmt/format.h>
#include <sys/file.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <pwd.h>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace ow::store {

namespace {

std::string hostName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// The whole name: the kernel's short one ends after 15 letters.
std::string programName()
{
    std::error_code ec;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ec);
    return ec ? "offerwright" : program.filename().string();
}

std::string userName()
{
    const passwd* entry = ::getpwuid(::geteuid());
    return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "";
}

/// One line for the next who asks. Nothing stands on it: the lock is the kernel's.
std::string ourselves()
{
    return fmt::format("{}\t{}\t{}\t{}\t{}\n", programName(), ::getpid(), hostName(), userName(),
        formatTimestamp(systemNow()));
}

/// As the clock on the wall shows it: "14:05", with the day where it is not today's.
std::string localTime(Timestamp at)
{
    const auto local = [](Timestamp t, const char* format) {
        const std::time_t seconds = t.ms / 1000;
        std::tm fields {};
        std::array<char, 32> out {};
        if (::localtime_r(&seconds, &fields) == nullptr)
            return std::string();
        return std::string(out.data(), std::strftime(out.data(), out.size(), format, &fields));
    };
    const bool today = local(at, "%F") == local(systemNow(), "%F");
    return local(at, today ? "%H:%M" : "%F %H:%M");
}

/// "another window since 14:05 (user anna on counter-2)"; "another program" of a line that is not ours.
std::string holderWords(std::string_view line)
{
    std::vector<std::string> fields;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find('\t', at), line.size());
        fields.push_back(readable(line.substr(at, end - at), 80));
        at = end + 1;
    }
    if (fields.size() != 5)
        return "another program";
    const auto since = parseTimestamp(fields[4]);
    const bool elsewhere = !fields[2].empty() && fields[2] != hostName();
    std::string who = fields[0] == "offerwright-workbench" ? "another window" : fields[0];
    if (since)
        who += " since " + localTime(*since);
    if (!fields[3].empty() || elsewhere)
        who += " (" + (fields[3].empty() ? "" : "user " + fields[3])
            + (elsewhere ? (fields[3].empty() ? "on " : " on ") + fields[2] : "") + ')';
    return who;
}

Error heldBy(int descriptor, const std::filesystem::path& project)
{
    std::array<char, 512> text {};
    const ssize_t got = ::pread(descriptor, text.data(), text.size() - 1, 0);
    std::string line(text.data(), std::size_t(std::max<ssize_t>(got, 0)));
    line.erase(std::min(line.find('\n'), line.size()));
    return { ErrorCode::Conflict,
        "This project is open in " + holderWords(line) + ". Close it there and do this again.",
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
