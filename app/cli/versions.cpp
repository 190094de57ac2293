// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/versions.h"

#include "base/json.h"
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

namespace {

std::string_view name(release::Difference::What what)
{
    switch (what) {
    case release::Difference::What::Added:
        return "added";
    case release::Difference::What::Removed:
        return "removed";
    case release::Difference::What::Reordered:
        return "reordered";
    case release::Difference::What::Changed:
        break;
    }
    return "changed";
}

/// The value itself; null where it was not there.
Json value(const std::string& json) { return json.empty() ? Json() : Json::parse(json); }

}

Json toJson(const release::Difference& d)
{
    return { { "what", name(d.what) }, { "kind", d.kind }, { "id", d.id }, { "field", d.field },
        { "before", d.before }, { "after", d.after }, { "from", value(d.beforeJson) },
        { "to", value(d.afterJson) }, { "sentence", d.sentence } };
}

}
