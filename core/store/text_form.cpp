// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/text_form.h"

#include "base/file_kind.h"
#include "base/sha256.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view format = "offerwright.text/1";
constexpr std::uintmax_t longestFile = 16 << 20; ///< an object is some hundred bytes
constexpr std::size_t longestName = 180; ///< file systems end at 255, with room for what merge tools append

std::string pretty(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string encoded(std::string_view id)
{
    std::string out;
    for (const char c : id) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-' || (c == '.' && !out.empty());
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    if (out.size() > longestName)
        out = out.substr(0, longestName - 17) + '~' + toHex(sha256(id)).substr(0, 16);
    return out.empty() ? "%" : out;
}

Error ioError(const fs::path& file, std::string_view what, const std::string& why)
{
    return { ErrorCode::Io, fmt::format("This {}: {}.", what, why), file.string() };
}

Result<std::string> readFile(const fs::path& file)
{
    std::error_code ec;
    const auto size = fs::file_size(file, ec);
    if (ec)
        return fail(ioError(file, "cannot be read", ec.message()));
    if (size > longestFile)
        return fail(
            ErrorCode::InvalidInput, "The file is longer than 16 MB, which no object is.", file.string());
    std::ifstream in(file, std::ios::binary);
    std::string text(std::size_t(size), '\0');
    if (!in.read(text.data(), std::streamsize(size)))
        return fail(ioError(file, "cannot be read", std::strerror(errno)));
    return text;
}

/// Whole or not at all: a new file takes the old one's name.
Result<void> writeFile(const fs::path& file, const std::string& text)
{
    fs::path part = file;
    part += ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out.write(text.data(), std::streamsize(text.size()));
        if (!out.flush())
            return fail(ioError(file, "cannot be written", std::strerror(errno)));
    }
    std::error_code ec;
    fs::rename(part, file, ec);
    return ec ? Result<void>(fail(ioError(file, "cannot be written", ec.message()))) : Result<void>();
}

Error inFile(Error error, const fs::path& file)
{
    error.at = error.at.empty() ? file.string() : file.string() + ": " + error.at;
    return error;
}

/// Calls visit(kind, file) for every file KIND/*.json.
template <typename Visit>
Result<void> eachFile(const fs::path& folder, Visit&& visit)
{
    std::error_code ec;
    for (const fs::directory_entry& kind : fs::directory_iterator(folder, ec)) {
        std::error_code inner;
        if (!kind.is_directory(inner) || kind.path().filename().string().starts_with('.'))
            continue;
        for (const fs::directory_entry& file : fs::directory_iterator(kind.path(), inner)) {
            if (file.path().extension() != ".json" || !file.is_regular_file(inner))
                continue;
            if (Result<void> done = visit(kind.path().filename().string(), file.path()); !done)
                return done;
        }
        if (inner)
            return fail(ioError(kind.path(), "cannot be read", inner.message()));
    }
    return ec ? Result<void>(fail(ioError(folder, "cannot be read", ec.message()))) : Result<void>();
}

}

bool isTextForm(const fs::path& folder)
{
    std::error_code ec;
    return fs::is_regular_file(folder / textFormMarker, ec);
}

std::string textOf(const ObjectKey& key, const StoredObject& object)
{
    return pretty({ { "id", key.id }, { "object", object.body }, { "position", object.position } });
}

fs::path textPath(const ObjectKey& key) { return fs::path(key.kind) / (encoded(key.id) + ".json"); }

Result<std::pair<ObjectKey, StoredObject>> readTextOf(std::string_view kind, std::string_view text)
{
    if (text.starts_with("<<<<<<< ") || text.find("\n<<<<<<< ") != std::string_view::npos)
        return fail(ErrorCode::InvalidInput,
            "The file holds a merge conflict (<<<<<<< … >>>>>>>). Choose one of the two and take the marks "
            "out.");
    auto json = parseJson(text);
    if (!json)
        return fail(json.error());
    if (!json->is_object() || !json->contains("id") || !json->at("id").is_string()
        || !json->contains("object"))
        return fail(
            ErrorCode::InvalidInput, R"(An object's file is {"id": "…", "object": {…}, "position": 1}.)");
    for (const auto& [name, value] : json->items()) {
        if (name != "id" && name != "object" && name != "position")
            return fail(ErrorCode::InvalidInput, "The key is not known here.", name);
    }
    StoredObject object { 0, std::move(json->at("object")) };
    if (const auto position = json->find("position"); position != json->end()) {
        if (!position->is_number())
            return fail(ErrorCode::InvalidInput, "A number is wanted.", "position");
        object.position = position->get<double>();
    }
    return std::pair { ObjectKey { std::string(kind), json->at("id").get<std::string>() },
        std::move(object) };
}

Result<void> writeTextForm(const fs::path& folder, const ObjectSet& objects)
{
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (ec)
        return fail(ioError(folder, "cannot be made", ec.message()));
    if (!isTextForm(folder)) {
        for (const fs::directory_entry& entry : fs::directory_iterator(folder, ec)) {
            if (!entry.path().filename().string().starts_with(
                    '.')) // .git and the like may be there before us
                return fail(ErrorCode::InvalidInput,
                    "The folder holds other things. Name an empty one, or one that was written by "
                    "export-text.",
                    folder.string());
        }
        if (auto done = writeFile(folder / textFormMarker, pretty({ { "format", format } })); !done)
            return done;
    }
    std::set<fs::path> wanted;
    for (const auto& [key, object] : objects) {
        const fs::path file = folder / textPath(key);
        wanted.insert(file);
        fs::create_directories(file.parent_path(), ec);
        const std::string text = textOf(key, object);
        if (const auto old = fs::exists(file, ec) ? readFile(file) : Result<std::string>();
            old && *old == text)
            continue;
        if (auto done = writeFile(file, text); !done)
            return done;
    }
    std::vector<fs::path> gone;
    auto listed = eachFile(folder, [&](const std::string&, const fs::path& file) -> Result<void> {
        if (!wanted.contains(file))
            gone.push_back(file);
        return {};
    });
    for (const fs::path& file : gone)
        fs::remove(file, ec);
    return listed;
}

Result<ObjectSet> readTextForm(const fs::path& folder)
{
    std::error_code ec;
    if (!fs::is_directory(folder, ec))
        if (auto looked = refuseForeign(folder, "the folder of a text form"); !looked)
            return fail(looked.error());
    if (!isTextForm(folder))
        return fail(ErrorCode::NotFound,
            fmt::format("This is no text form of a project: it has no {}.", textFormMarker), folder.string());
    const auto marker = readFile(folder / textFormMarker);
    if (!marker)
        return fail(marker.error());
    const auto json = parseJson(*marker);
    if (!json || !json->is_object() || json->value("format", Json()) != format)
        return fail(ErrorCode::InvalidInput, fmt::format(R"(This program reads {{"format": "{}"}}.)", format),
            (folder / textFormMarker).string());
    ObjectSet out;
    auto read = eachFile(folder, [&](const std::string& kind, const fs::path& file) -> Result<void> {
        const auto text = readFile(file);
        if (!text)
            return fail(text.error());
        auto object = readTextOf(kind, *text);
        if (!object)
            return fail(inFile(std::move(object.error()), file));
        if (!out.insert(std::move(*object)).second)
            return fail(ErrorCode::InvalidInput, "Another file has this id already.", file.string() + ": id");
        return {};
    });
    if (!read)
        return fail(std::move(read.error()));
    return out;
}

}
