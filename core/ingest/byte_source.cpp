// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/byte_source.h"

#include "base/file_kind.h"
#include "ingest/files_print.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <zlib.h>

namespace ow::ingest {

namespace fs = std::filesystem;

namespace {

Result<std::string> readHead(const fs::path& file)
{
    const std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::Io, std::string("The file cannot be read: ") + std::strerror(errno) + ".",
            file.string());
    return headOf(file);
}

Result<std::string> checkedHead(const fs::path& file)
{
    std::error_code ec;
    const fs::file_status status = fs::status(file, ec);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, "There is no such file.", file.string());
    if (ec)
        return fail(ErrorCode::Io, "The file cannot be looked at: " + ec.message() + ".", file.string());
    if (status.type() == fs::file_type::directory)
        return fail(ErrorCode::InvalidInput,
            "This is a folder. Name the files in it that are to be imported.", file.string());
    Result<std::string> head = readHead(file);
    if (!head)
        return head;
    if (head->empty())
        return fail(ErrorCode::InvalidInput, "The file is empty.", file.string());
    if (head->starts_with("SQLite format 3"))
        return fail(ErrorCode::InvalidInput,
            "This is a database, not a table; a project is opened, not imported.", file.string());
    if (std::string sentence = foreignSentence(*head, "a table"); !sentence.empty())
        return fail(ErrorCode::InvalidInput, std::move(sentence), file.string());
    return head;
}

}

void ByteSource::Close::operator()(gzFile_s* file) const { gzclose_r(file); }

Result<ByteSource> ByteSource::open(const fs::path& file, FilesPrint* print)
{
    ByteSource out;
    out.m_print = print;
    if (file == "-") {
        out.m_name = "standard input";
        out.m_file.reset(gzdopen(::dup(STDIN_FILENO), "rb"));
    } else {
        const Result<std::string> head = checkedHead(file);
        if (!head)
            return fail(head.error());
        out.m_name = file.filename().string();
        out.m_gzip = head->starts_with("\x1F\x8B");
        std::error_code ec;
        const auto size = fs::file_size(file, ec);
        out.m_total = ec ? 0 : std::int64_t(size);
        out.m_file.reset(gzopen(file.c_str(), "rb"));
    }
    if (!out.m_file)
        return fail(ErrorCode::Io, std::string("The file cannot be opened: ") + std::strerror(errno) + ".",
            file.string());
    gzbuffer(out.m_file.get(), 1 << 17);
    if (print != nullptr && (out.m_gzip || file == "-")) {
        print->spoil(); // what comes out is not what lies in the file
        out.m_print = nullptr;
    }
    return out;
}

Result<std::size_t> ByteSource::read(char* out, std::size_t size)
{
    const int got = gzread(m_file.get(), out, unsigned(std::min<std::size_t>(size, 1 << 30)));
    int code = Z_OK;
    const char* why = gzerror(m_file.get(), &code);
    // A gzip file that ends too early gives its bytes and then, with 0 bytes, Z_BUF_ERROR.
    if (got < 0 || (got == 0 && code == Z_BUF_ERROR)) {
        if (code == Z_ERRNO)
            return fail(ErrorCode::Io, std::string("Reading failed: ") + std::strerror(errno) + ".", m_name);
        return fail(ErrorCode::CorruptFile,
            std::string("The gzip file is damaged or cut off (") + why + "). Fetch it again.", m_name);
    }
    m_read += got;
    if (got == 0 && size > 0 && !m_gzip && m_read < m_total)
        return fail(ErrorCode::Io,
            "The file became shorter while it was read; nothing was imported. Import it again when it is "
            "complete.",
            m_name);
    if (m_print != nullptr) {
        m_print->add({ out, std::size_t(got) });
        if (got == 0)
            std::exchange(m_print, nullptr)->endFile();
    }
    return std::size_t(got);
}

std::int64_t ByteSource::done() const { return gzoffset(m_file.get()); }

}
