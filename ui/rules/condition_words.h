// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/condition_tree.h"
#include "expr/vocabulary.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// "is", "is at least", "is one of", …
QString comparisonWords(expr::Comparison comparison, const expr::Type& type);

/// The comparisons that make sense for a name of this type, the usual first.
std::vector<expr::Comparison> comparisonsFor(const expr::Type& type);

/// A first comparison with that name, true for few or none until a person says more.
expr::ConditionTree firstComparison(const expr::Name& name);

/// The literal's kind for values of that type: a list's elements.
expr::Kind literalKind(const expr::Type& type);

/// Whether the comparison takes a value beside the name.
bool takesValue(expr::Comparison comparison);

}
