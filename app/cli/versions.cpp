// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/versions.h"

#include "cli/load.h"
#include "release/version_at.h"
#include "store/project.h"
#include "store/text_form.h"

namespace ow::cli {

Result<release::Version> versionAt(const std::string& path)
{
    if (path != "-")
        return release::versionAt(path);
    const auto pack = loadPack(path);
    return pack ? Result<release::Version>(release::versionOf(*pack)) : fail(pack.error());
}

Result<store::ObjectSet> authoredAt(const std::string& path)
{
    auto version = versionAt(path);
    return version ? Result<store::ObjectSet>(std::move(version->objects)) : fail(version.error());
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
