// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_file.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <unistd.h>
#include <utility>

namespace ow::store {

namespace {

constexpr std::size_t logHeaderSize = 32;
constexpr std::size_t frameHeaderSize = 24;
constexpr std::uint64_t logMagic = 0x377F0682; ///< the last bit: checksums are of big-endian words

/// How many bytes were there; fewer at the end of the file or where the disk fails.
std::size_t readAt(int descriptor, std::span<std::uint8_t> out, std::uint64_t offset)
{
    std::size_t have = 0;
    while (have < out.size()) {
        const ssize_t got
            = ::pread(descriptor, out.data() + have, out.size() - have, static_cast<off_t>(offset + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += std::size_t(got);
    }
    return have;
}

std::uint64_t sizeOf(int descriptor)
{
    struct stat about { };
    return ::fstat(descriptor, &about) == 0 ? std::uint64_t(about.st_size) : 0;
}

bool canBePageSize(std::size_t bytes) { return bytes >= 512 && bytes <= 65536 && std::has_single_bit(bytes); }

/// The running checksum of a write-ahead log (fileformat2.html, section 4.2).
class LogChecksum {
public:
    explicit LogChecksum(bool bigEndianWords)
        : m_big(bigEndianWords)
    {
    }
    void add(Bytes bytes)
    {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += word(bytes, i) + m_second;
            m_second += word(bytes, i + 4) + m_first;
        }
    }
    bool is(Bytes bytes, std::size_t at) const
    {
        return bigEndian(bytes, at, 4) == m_first && bigEndian(bytes, at + 4, 4) == m_second;
    }

private:
    std::uint32_t word(Bytes bytes, std::size_t at) const
    {
        const auto big = std::uint32_t(bigEndian(bytes, at, 4));
        return m_big ? big : __builtin_bswap32(big);
    }

    bool m_big;
    std::uint32_t m_first = 0;
    std::uint32_t m_second = 0;
};

}

std::uint64_t bigEndian(Bytes bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | bytes[at + i];
    return value;
}

Result<PageFile> PageFile::open(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
            std::string("The file cannot be read: ") + std::strerror(errno) + ".", file.filename().string());
    PageFile out(descriptor);
    out.readHeader();
    std::filesystem::path log = file;
    log += "-wal";
    out.readLog(log);
    return out;
}

PageFile::PageFile(int descriptor)
    : m_descriptor(descriptor)
{
}

PageFile::PageFile(PageFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_log(std::exchange(other.m_log, -1))
    , m_pageSize(other.m_pageSize)
    , m_reserved(other.m_reserved)
    , m_pageCount(other.m_pageCount)
    , m_firstFreePage(other.m_firstFreePage)
    , m_userVersion(other.m_userVersion)
    , m_inLog(std::move(other.m_inLog))
{
}

PageFile::~PageFile()
{
    for (const int descriptor : { m_descriptor, m_log })
        if (descriptor >= 0)
            ::close(descriptor);
}

void PageFile::readHeader()
{
    std::array<std::uint8_t, 100> head {};
    (void)readAt(m_descriptor, head, 0);
    takeHeader(head);
    assumePageSize(m_pageSize);
}

/// Believes sizes only where the three bytes that are the same in every file are right: a damaged header says
/// anything.
void PageFile::takeHeader(Bytes head)
{
    const bool sane = head[21] == 64 && head[22] == 32 && head[23] == 32;
    const auto said = std::size_t(bigEndian(head, 16, 2));
    if (const std::size_t size = said == 1 ? 65536 : said; sane && canBePageSize(size))
        m_pageSize = size;
    m_reserved
        = sane && m_pageSize - head[20] >= 480 ? head[20] : 0; // SQLite wants 480 usable bytes at least
    m_firstFreePage = std::uint32_t(bigEndian(head, 32, 4));
    m_userVersion = int(std::int32_t(bigEndian(head, 60, 4)));
}

void PageFile::assumePageSize(std::size_t bytes)
{
    m_pageSize = bytes;
    const std::uint64_t pages = (sizeOf(m_descriptor) + m_pageSize - 1) / m_pageSize;
    m_pageCount = std::uint32_t(std::min<std::uint64_t>(pages, std::numeric_limits<std::int32_t>::max()));
    if (!m_inLog.empty())
        m_pageCount = std::max(m_pageCount, m_inLog.rbegin()->first);
}

/// Takes frames as far as their checksums hold, up to the last that ends a transaction: what came behind it
/// was never acknowledged.
void PageFile::readLog(const std::filesystem::path& log)
{
    m_log = ::open(log.c_str(), O_RDONLY | O_CLOEXEC);
    std::array<std::uint8_t, logHeaderSize> head {};
    if (m_log < 0 || readAt(m_log, head, 0) != head.size())
        return;
    const std::uint64_t magic = bigEndian(head, 0, 4);
    const auto pageSize = std::size_t(bigEndian(head, 8, 4));
    if ((magic & ~std::uint64_t(1)) != logMagic || !canBePageSize(pageSize))
        return;
    LogChecksum sum((magic & 1) != 0);
    sum.add(Bytes(head).first(24));
    if (!sum.is(head, 24))
        return;
    std::vector<std::uint8_t> frame(frameHeaderSize + pageSize);
    std::map<std::uint32_t, std::uint64_t> open; ///< of a transaction whose end has not been seen
    for (std::uint64_t at = logHeaderSize; readAt(m_log, frame, at) == frame.size(); at += frame.size()) {
        const Bytes bytes(frame);
        sum.add(bytes.first(8));
        sum.add(bytes.subspan(frameHeaderSize));
        const auto number = std::uint32_t(bigEndian(bytes, 0, 4));
        if (!std::equal(frame.begin() + 8, frame.begin() + 16, head.begin() + 16) || !sum.is(bytes, 16)
            || number == 0 || number > std::uint32_t(std::numeric_limits<std::int32_t>::max()))
            break;
        open[number] = at + frameHeaderSize;
        if (bigEndian(bytes, 4, 4) != 0) {
            for (const auto& [page, offset] : open)
                m_inLog[page] = offset;
            open.clear();
        }
    }
    if (m_inLog.empty())
        return;
    // The log's first page knows better than the file's, which may be damaged or empty.
    std::vector<std::uint8_t> first;
    m_reserved = 0;
    assumePageSize(pageSize);
    if (read(1, first))
        takeHeader(first);
    assumePageSize(pageSize);
}

bool PageFile::read(std::uint32_t number, std::vector<std::uint8_t>& out) const
{
    out.assign(m_pageSize, 0);
    if (number == 0 || number > m_pageCount)
        return false;
    const auto logged = m_inLog.find(number);
    if (logged != m_inLog.end())
        return readAt(m_log, out, logged->second) == out.size();
    return readAt(m_descriptor, out, std::uint64_t(number - 1) * m_pageSize) > 0;
}

}
