// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <vector>

namespace ow::store {

using Bytes = std::span<const std::uint8_t>;

/// `count` (1 … 8) bytes, most significant first. The bytes must be there.
std::uint64_t bigEndian(Bytes bytes, std::size_t at, std::size_t count);

/// The pages of a project file as bytes (of 4096, where the header is too damaged to tell), with what its
/// write-ahead log adds to them. Read without SQLite, which gives up the whole of a file where one page is
/// damaged. Writes nothing, not even beside the file. Format: sqlite.org/fileformat2.html. Not thread-safe.
class PageFile {
public:
    /// Errors: NotFound, Io.
    [[nodiscard]] static Result<PageFile> open(const std::filesystem::path& file);

    PageFile(PageFile&& other) noexcept;
    PageFile& operator=(PageFile&&) = delete;
    ~PageFile();

    std::size_t pageSize() const { return m_pageSize; }
    /// Bytes of a page that hold content.
    std::size_t usableSize() const { return m_pageSize - m_reserved; }
    /// How many there are in fact, whatever the header says.
    std::uint32_t pageCount() const { return m_pageCount; }
    int userVersion() const { return m_userVersion; }
    std::uint32_t firstFreePage() const { return m_firstFreePage; } ///< 0 = none

    /// Page `number` (from 1) into `out`; what is missing of a cut one is zeros. False where it is not there
    /// or cannot be read from the disk.
    bool read(std::uint32_t number, std::vector<std::uint8_t>& out) const;

private:
    explicit PageFile(int descriptor);
    void readHeader();
    void takeHeader(Bytes head);
    void assumePageSize(std::size_t bytes);
    void readLog(const std::filesystem::path& log);

    int m_descriptor = -1;
    int m_log = -1;
    std::size_t m_pageSize = 4096;
    std::size_t m_reserved = 0;
    std::uint32_t m_pageCount = 0;
    std::uint32_t m_firstFreePage = 0;
    int m_userVersion = 0;
    std::map<std::uint32_t, std::uint64_t> m_inLog; ///< page -> where the log has its last committed content
};

}
