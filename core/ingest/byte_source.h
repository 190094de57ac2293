// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct gzFile_s;

namespace ow::ingest {

class FilesPrint;

/// A file's bytes in order, unpacked where it is gzip. "-" is standard input. Not thread-safe.
class ByteSource {
public:
    /// Errors: NotFound, Io, InvalidInput (a folder, an empty file, a picture: says what it is).
    ///
    /// @param print  not null: told of the file's bytes as they are read; must live until the last of them
    [[nodiscard]] static Result<ByteSource> open(
        const std::filesystem::path& file, FilesPrint* print = nullptr);

    /// Up to `size` bytes, 0 at the end. Errors: Io (also where the file ends before the length that it had when it
    /// was opened), CorruptFile (a gzip file that is damaged or cut off).
    [[nodiscard]] Result<std::size_t> read(char* out, std::size_t size);

    /// Bytes of the file itself (packed ones where it is gzip) that were read, and that it has (0 = not
    /// known).
    std::int64_t done() const;
    std::int64_t total() const { return m_total; }
    bool isPlain() const { return !m_gzip; } ///< the bytes are the file's own
    const std::string& name() const { return m_name; } ///< without folder

private:
    struct Close {
        void operator()(gzFile_s* file) const;
    };
    std::unique_ptr<gzFile_s, Close> m_file;
    FilesPrint* m_print = nullptr; ///< until the file's end
    std::string m_name;
    std::int64_t m_total = 0;
    std::int64_t m_read = 0; ///< bytes given out
    bool m_gzip = false;
};

}
