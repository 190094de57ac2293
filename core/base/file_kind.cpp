// SPDX-License-Identifier: Apache-2.0
#include "base/file_kind.h"

#include <array>
#include <fstream>

namespace ow {

namespace {

struct Magic {
    std::string_view bytes;
    FileKind kind;
};

constexpr std::array<Magic, 15> magics { {
    { "\x89PNG", { "a PNG picture", "" } },
    { "\xFF\xD8\xFF", { "a JPEG picture", "" } },
    { "GIF8", { "a GIF picture", "" } },
    { "%PDF", { "a PDF document", "" } },
    { "PK\x03\x04", { "a ZIP archive or an office document", "unpack it, or save the sheet as CSV" } },
    { "\x28\xB5\x2F\xFD", { "a zstd archive", "unpack it first" } },
    { "\xFD\x37zXZ", { "an xz archive", "unpack it first" } },
    { "PAR1", { "a Parquet file", "save it as CSV" } },
    { "BZh", { "a bzip2 archive", "unpack it first" } },
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", { "an old office document", "save the sheet as CSV" } },
    { "<!DOCTYPE html", { "a web page", "sign in and download the file itself" } },
    { "<!doctype html", { "a web page", "sign in and download the file itself" } },
    { "<html", { "a web page", "sign in and download the file itself" } },
    { "<?xml", { "an XML document", "export it as CSV" } },
    { "\x7F"
      "ELF",
        { "a program", "" } },
} };

}

std::optional<FileKind> foreignKind(std::string_view head)
{
    // Excel puts one of these first into the archive that its workbooks are.
    if (head.starts_with("PK\x03\x04")
        && (head.substr(0, 200).find("[Content_Types].xml") != std::string_view::npos
            || head.substr(0, 200).find("xl/") != std::string_view::npos))
        return FileKind { "an Excel workbook or another office document", "save the sheet as CSV (UTF-8)" };
    for (const Magic& magic : magics)
        if (head.starts_with(magic.bytes))
            return magic.kind;
    return {};
}

std::string foreignSentence(std::string_view head, std::string_view wanted)
{
    const auto kind = foreignKind(head);
    if (!kind)
        return {};
    std::string out = "This is ";
    out.append(kind->name).append(", not ").append(wanted);
    if (!kind->advice.empty())
        out.append("; ").append(kind->advice);
    return out += '.';
}

Result<void> refuseForeign(const std::filesystem::path& file, std::string_view wanted)
{
    if (file == "-")
        return {};
    std::error_code ec;
    std::string sentence = std::filesystem::is_directory(file, ec)
        ? "This is a folder, not " + std::string(wanted) + '.'
        : foreignSentence(headOf(file), wanted);
    if (sentence.empty())
        return {};
    return fail(ErrorCode::InvalidInput, std::move(sentence), file.string());
}

std::string headOf(const std::filesystem::path& file, std::size_t bytes)
{
    std::ifstream in(file, std::ios::binary);
    std::string head(bytes, '\0');
    in.read(head.data(), std::streamsize(bytes));
    head.resize(std::size_t(in.gcount()));
    return head;
}

}
