// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "release/diff.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::release {

/// An object as two versions are compared: its body without what its id says already.
struct ComparedObject {
    std::string id;
    Json body;
};

/// All objects of a kind, in the order in which they stand.
struct ComparedKind {
    std::string name;
    bool ordered = false; ///< the engine reads the order
    std::vector<ComparedObject> objects;
};

/// The kinds in the order of a pack's keys, then what only a draft has, then products; every kind is there,
/// so that two versions' lists are parallel. `packOnly` leaves out what a pack cannot hold.
std::vector<ComparedKind> comparedKinds(const Version& version, bool packOnly, bool withProducts);

/// What people call rows and columns of the matrix: (kind, id) -> title. Titles of b hold before those of a.
using Titles = std::map<store::ObjectKey, std::string>;
Titles titlesOf(const store::ObjectSet& a, const store::ObjectSet& b);

/// "cap asks_week", "cell Trial × Save time", "edge laptop → dock", "offer dock “USB-C dock”".
std::string objectWords(std::string_view kind, const ComparedObject& object, const Titles& titles);
/// The same for an object of either side, b's name before a's.
std::string objectWords(const store::ObjectKey& key, const store::ObjectSet& a, const store::ObjectSet& b);

}
