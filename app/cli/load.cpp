// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/load.h"

#include "base/file_kind.h"
#include "cli/verb.h"
#include "model/pack_json.h"
#include "release/compile.h"
#include "store/file_head.h"
#include "store/project.h"

namespace ow::cli {

bool looksLikeProject(const std::string& path) { return store::isProjectFile(path); }

namespace {

Error inFile(Error error, const std::string& path)
{
    error.at = error.at.empty() ? path : path + ": " + error.at;
    return error;
}

Result<model::Pack> ofProject(const std::string& path)
{
    auto project = store::Project::open(path, store::Access::View);
    if (!project)
        return fail(project.error());
    const auto catalogue = (*project)->catalogue();
    if (!catalogue)
        return fail(catalogue.error());
    return release::compile(*(*project)->draft(), **catalogue, "draft", {});
}

}

Result<model::Pack> loadPack(const std::string& path)
{
    if (looksLikeProject(path)) {
        auto pack = ofProject(path);
        return pack ? std::move(pack) : fail(inFile(pack.error(), path));
    }
    if (auto looked = refuseForeign(path, "a rule pack or a project"); !looked)
        return fail(looked.error());
    const auto text = readInput(path);
    if (!text)
        return fail(text.error());
    auto pack = model::readPackText(*text);
    return pack ? std::move(pack) : fail(inFile(pack.error(), path));
}

}
