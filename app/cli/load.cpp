// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/load.h"

#include "cli/verb.h"
#include "model/pack_json.h"
#include "release/compile.h"
#include "store/project.h"

#include <array>
#include <cstring>
#include <fstream>

namespace ow::cli {

bool looksLikeProject(const std::string& path)
{
    std::array<char, 16> head {};
    std::ifstream file(path, std::ios::binary);
    return file.read(head.data(), head.size()) && std::memcmp(head.data(), "SQLite format 3", 16) == 0;
}

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
    const auto text = readInput(path);
    if (!text)
        return fail(text.error());
    auto pack = model::readPackText(*text);
    return pack ? std::move(pack) : fail(inFile(pack.error(), path));
}

}
