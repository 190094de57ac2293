// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/version_at.h"

#include "base/file_kind.h"
#include "model/pack_json.h"
#include "store/file_head.h"
#include "store/project.h"
#include "store/text_form.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <sstream>

namespace ow::release {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view stepMark = "step:";

/// "FILE@PART" where FILE is a file and the whole is none.
struct PartOfProject {
    std::string file;
    std::string part;
};

std::optional<PartOfProject> partOfProject(const std::string& path)
{
    std::error_code ec;
    const auto at = path.rfind('@');
    if (at == std::string::npos || at == 0 || fs::exists(path, ec))
        return {};
    PartOfProject out { path.substr(0, at), path.substr(at + 1) };
    return fs::is_regular_file(out.file, ec) ? std::optional(out) : std::nullopt;
}

Result<Version> packVersion(std::string_view text, const std::string& path)
{
    const auto pack = model::readPackText(text);
    if (!pack)
        return fail(pack.error().code, pack.error().message, path + ": " + pack.error().at);
    return versionOf(*pack);
}

Result<Version> releaseOf(const store::Project& project, const PartOfProject& of)
{
    std::string known;
    for (const store::Release& release : project.releases()) {
        if (release.version == of.part)
            return packVersion(release.pack, of.file + '@' + of.part);
        known += (known.empty() ? "" : ", ") + release.version;
    }
    return fail(ErrorCode::NotFound,
        known.empty() ? "The project has no release yet."
                      : fmt::format("The project has no release {}; it has {}.", of.part, known),
        of.file);
}

Result<Version> stateOf(const store::Project& project, const PartOfProject& of)
{
    const std::string_view digits = std::string_view(of.part).substr(stepMark.size());
    std::int64_t step = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), step);
    if (error != std::errc {} || end != digits.data() + digits.size())
        return fail(ErrorCode::InvalidInput, "A step is a number, as the verb history lists them.", of.part);
    const auto edits = project.objectsAt(step);
    if (!edits)
        return fail(edits.error());
    auto objects = store::objectSet(*edits);
    return objects ? Result<Version>(Version { std::move(*objects), {}, false }) : fail(objects.error());
}

Result<Version> ofPackFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!(text << file.rdbuf()))
        return fail(ErrorCode::Io, "The file cannot be read.", path);
    return packVersion(text.str(), path);
}

Result<Version> ofProject(const std::string& path)
{
    const auto project = store::Project::open(path, store::Access::View);
    if (!project)
        return fail(project.error());
    const auto edits = (*project)->objects();
    if (!edits)
        return fail(edits.error());
    auto objects = store::objectSet(*edits);
    if (!objects)
        return fail(objects.error());
    const auto catalogue = (*project)->catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    return Version { std::move(*objects), (*catalogue)->products, false };
}

Result<Version> ofTextForm(const std::string& path)
{
    auto objects = store::readTextForm(path);
    if (!objects)
        return fail(objects.error());
    if (const auto draft = store::draftOf(*objects); !draft)
        return fail(draft.error().code, draft.error().message, path + ": " + draft.error().at);
    return Version { std::move(*objects), {}, false };
}

}

Result<Version> versionAt(const std::string& path)
{
    std::error_code ec;
    if (const auto part = partOfProject(path)) {
        const auto project = store::Project::open(part->file, store::Access::View);
        if (!project)
            return fail(project.error());
        return part->part.starts_with(stepMark) ? stateOf(**project, *part) : releaseOf(**project, *part);
    }
    if (fs::is_directory(path, ec))
        return ofTextForm(path);
    if (store::isProjectFile(path))
        return ofProject(path);
    if (fs::is_regular_file(path, ec) && fs::is_empty(path, ec))
        return Version {};
    if (!fs::exists(path, ec))
        return fail(ErrorCode::NotFound, "There is no such file or folder.", path);
    if (auto looked = refuseForeign(path, "a project, a rule pack or a text form"); !looked)
        return fail(looked.error());
    return ofPackFile(path);
}

}
