// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_head.h"

#include "base/file_kind.h"
#include "store/file_words.h"
#include "store/page_file.h"
#include "store/schema.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view sqliteMagic("SQLite format 3\0", 16);
constexpr std::size_t headerSize = 100;
constexpr std::size_t lookedThrough = 1
    << 20; ///< bytes; the tables are made first, so their names stand at the front

std::uint32_t word(std::string_view head, std::size_t at)
{
    return std::uint32_t(
        bigEndian({ reinterpret_cast<const std::uint8_t*>(head.data()), head.size() }, at, 4));
}

/// Whether pages are missing at the end. SQLite would read a cut last page as if it ended in zeros. While a
/// -wal waits to be folded in, the header may rightly speak of more pages than there are.
bool isCutOff(const fs::path& file, std::string_view head)
{
    std::error_code ec;
    if (fs::file_size(fs::path(file) += "-wal", ec) > 0 && !ec)
        return false;
    const std::uintmax_t size = fs::file_size(file, ec);
    std::uintmax_t pageSize = word(head, 16) >> 16;
    pageSize = pageSize == 1 ? 65536 : pageSize;
    const bool countHolds = word(head, 24) == word(head, 92);
    return pageSize < 512 || size % pageSize != 0 || (countHolds && size / pageSize < word(head, 28));
}

/// What follows the header has our tables' definitions in it.
bool holdsOurTables(const fs::path& file)
{
    return headOf(file, lookedThrough).find("CREATE TABLE object(") != std::string::npos;
}

/// Most of what follows the first page begins as a database's pages do.
bool holdsPages(const fs::path& file)
{
    constexpr std::size_t pageSize = 4096; // ours
    const std::string bytes = headOf(file, 64 * pageSize);
    std::size_t pages = 0;
    std::size_t fitting = 0;
    for (std::size_t at = pageSize; at + pageSize <= bytes.size(); at += pageSize, ++pages)
        if (std::string_view("\x02\x05\x0A\x0D").find(bytes[at]) != std::string_view::npos
            && word(bytes, at + 1) >> 16 < pageSize)
            ++fitting;
    return pages >= 4 && fitting * 2 > pages;
}

tl::unexpected<Error> damagedHead(const std::string& name)
{
    return fail(ErrorCode::CorruptFile,
        std::string("The beginning of this file is damaged; the rest looks like an Offerwright project. ")
            + rescueAdvice,
        name);
}

/// "a JSON text" and the like, which may well be imported.
std::optional<std::string_view> importable(std::string_view head)
{
    if (head.starts_with('{') || head.starts_with('['))
        return "a JSON text";
    if (head.starts_with('<'))
        return "an XML or HTML text";
    if (head.starts_with("\x1F\x8B"))
        return "a gzip archive";
    return {};
}

Result<void> noDatabase(const fs::path& file, std::string_view head)
{
    const std::string name = file.filename().string();
    if (sqliteMagic.starts_with(head) || head.starts_with(sqliteMagic))
        return fail(ErrorCode::CorruptFile,
            "The file is cut off after a few bytes: nothing of the project is left in it. Go back to a copy "
            "of it.",
            name);
    if (std::string sentence = foreignSentence(head, "a project"); !sentence.empty())
        return fail(ErrorCode::InvalidInput, std::move(sentence), name);
    if (const auto kind = importable(head))
        return fail(ErrorCode::InvalidInput,
            "This is " + std::string(*kind) + ", not a project. To bring its data in, import it.", name);
    if ((head.size() == headerSize && word(head, 68) == std::uint32_t(applicationId)) || holdsOurTables(file)
        || holdsPages(file))
        return damagedHead(name);
    return fail(ErrorCode::InvalidInput,
        "This is no Offerwright project. If it is a table of data, import it into one.", name);
}

}

Result<void> lookAtHead(const fs::path& file)
{
    const std::string name = file.filename().string();
    std::error_code ec;
    const fs::file_status status = fs::status(file, ec);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, "There is no such file.", file.string());
    if (ec)
        return fail(ErrorCode::Io, "The file cannot be looked at: " + ec.message() + ".", file.string());
    if (status.type() == fs::file_type::directory)
        return fail(ErrorCode::InvalidInput,
            "This is a folder, not a project. Name a file that ends in .offerwright.", name);
    if (status.type() != fs::file_type::regular)
        return fail(ErrorCode::InvalidInput, "This is no regular file.", name);

    const std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(
            ErrorCode::Io, std::string("The file cannot be read: ") + std::strerror(errno) + ".", name);
    const std::string head = headOf(file, headerSize);
    if (head.empty())
        return fail(ErrorCode::InvalidInput, "The file is empty: no project was ever saved in it.", name);
    if (!head.starts_with(sqliteMagic) || head.size() < headerSize)
        return noDatabase(file, head);
    if (word(head, 68) != std::uint32_t(applicationId)) {
        if (holdsOurTables(file))
            return damagedHead(name);
        return fail(ErrorCode::InvalidInput,
            "This is an SQLite database of another program, not an Offerwright project.", name);
    }
    if (isCutOff(file, head))
        return fail(ErrorCode::CorruptFile,
            std::string("The end of the project file is missing. ") + rescueAdvice, name);
    return {};
}

int versionInHead(const fs::path& file)
{
    const std::string head = headOf(file, headerSize);
    const bool ours = head.size() == headerSize && head.starts_with(sqliteMagic)
        && word(head, 68) == std::uint32_t(applicationId);
    return ours ? int(word(head, 60)) : 0;
}

bool isProjectFile(const fs::path& file)
{
    std::error_code ec;
    if (!fs::is_regular_file(file, ec))
        return false;
    if (headOf(file, sqliteMagic.size()) == sqliteMagic)
        return true;
    const auto looked = lookAtHead(file);
    return !looked && looked.error().code == ErrorCode::CorruptFile;
}

}
