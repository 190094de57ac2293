// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project.h"
#include "ui/shell/objects.h"
#include "ui/shell/selection.h"

#include <QString>

#include <vector>

namespace ow::ui {

struct Field {
    QString name;
    QString value; ///< may have several lines
    bool code = false; ///< an expression: set in the fixed-width font
};

/// The fields of an authored object for reading; empty where the draft has no such object. With the
/// catalogue, products are called by their titles.
std::vector<Field> fieldsOf(
    const model::Draft& draft, const store::ObjectKey& key, const model::Catalogue* catalogue = nullptr);
/// The object's title; an edge's ends are called by their products' titles.
QString titleOf(const model::Draft& draft, const store::ObjectKey& key, const model::Catalogue& catalogue);
std::vector<Field> fieldsOf(const model::Product& product, const std::string& currency);
/// The objects that name this one: cells and rules of an offer, facts' users are not traced.
std::vector<ObjectInfo> usesOf(const model::Draft& draft, const Selection& selection);

}
