// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "store/command.h"

#include <map>
#include <vector>

namespace ow::store {

/// An authored object apart from any project.
struct StoredObject {
    double position = 0; ///< among its kind
    Json body;

    friend bool operator==(const StoredObject&, const StoredObject&) = default;
};

/// All that people author in one version of a project, by kind and id: what the text form holds and merging
/// compares.
using ObjectSet = std::map<ObjectKey, StoredObject>;

/// Errors: InvalidInput, a body that is no JSON; `at` names the object.
[[nodiscard]] Result<ObjectSet> objectSet(const std::vector<Edit>& edits);

/// The draft that the objects make. Errors: InvalidInput, Unsupported (a body that is not of its kind; `at`
/// names the object and the key).
[[nodiscard]] Result<model::Draft> draftOf(const ObjectSet& objects);

/// What makes `before` into `after`: nothing where they are equal.
std::vector<Edit> editsBetween(const ObjectSet& before, const ObjectSet& after);

/// "offer dock", "edge laptop → dock", for errors and lists.
std::string nameOf(const ObjectKey& key);

}
