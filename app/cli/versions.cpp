// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/versions.h"

#include "cli/load.h"
#include "store/project.h"
#include "store/text_form.h"

namespace ow::cli {

namespace {

Result<store::ObjectSet> ofProject(const std::string& path, store::Access access)
{
    const auto project = store::Project::open(path, access);
    if (!project)
        return fail(project.error());
    const auto objects = (*project)->objects();
    return objects ? store::objectSet(*objects) : fail(objects.error());
}

}

Result<store::ObjectSet> authoredAt(const std::string& path)
{
    std::error_code ec;
    if (std::filesystem::is_directory(path, ec))
        return store::readTextForm(path);
    if (looksLikeProject(path))
        return ofProject(path, store::Access::View);
    if (std::filesystem::is_regular_file(path, ec) && std::filesystem::is_empty(path, ec))
        return store::ObjectSet {};
    if (!std::filesystem::exists(path, ec))
        return fail(ErrorCode::NotFound, "There is no such file or folder.", path);
    return fail(ErrorCode::InvalidInput, "This is neither a project nor the text form of one.", path);
}

Result<void> writeAuthored(const std::string& path, const store::ObjectSet& objects, const std::string& title)
{
    std::error_code ec;
    if (std::filesystem::is_directory(path, ec))
        return store::writeTextForm(path, objects);
    auto project = store::Project::open(path);
    if (!project)
        return fail(project.error());
    const auto now = (*project)->objects();
    if (!now)
        return fail(now.error());
    const auto before = store::objectSet(*now);
    if (!before)
        return fail(before.error());
    return (*project)->apply({ title, store::editsBetween(*before, objects), {} });
}

}
