// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/draft.h"

#include <string>
#include <utility>
#include <vector>

namespace ow::store {

// Bodies of the objects that a pack does not have as such: reading (strict, like packs) and writing.

struct Titled {
    model::Condition condition;
    std::string title;
};
struct CellObject {
    model::Cell cell;
    std::vector<model::CellEvidence> evidence;
};
struct EdgeObject {
    model::Edge edge;
    model::EdgeDecision decision;
};
/// The part of a policy that is one object, "settings"; its lists stay empty.
struct Settings {
    model::Policy policy;
};

[[nodiscard]] Result<Titled> readTitled(const Json& json, const std::string& path);
[[nodiscard]] Result<CellObject> readCellObject(const Json& json, const std::string& path);
[[nodiscard]] Result<EdgeObject> readEdgeObject(const Json& json, const std::string& path);
[[nodiscard]] Result<Settings> readSettings(const Json& json, const std::string& path);
[[nodiscard]] Result<model::Learning> readLearning(const Json& json, const std::string& path);
[[nodiscard]] Result<std::string> readTitle(const Json& json, const std::string& path);

Json writeTitled(const model::Condition& condition, const std::string& title);
Json writeCellObject(const model::Cell& cell, const std::vector<model::CellEvidence>& evidence);
Json writeEdgeObject(const model::Edge& edge, const model::EdgeDecision& decision);
Json writeSettings(const model::Policy& policy);
Json writeLearning(const model::Learning& learning);

/// Takes over what settings hold, leaving the lists alone.
void assignSettings(model::Policy& policy, const model::Policy& settings);

}
