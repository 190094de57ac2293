// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// An authored object as a person knows it.
struct ObjectInfo {
    store::ObjectKey key;
    QString title; ///< "USB-C dock", "Using × Save time"
    QString kind; ///< "Offer", "Cap": translated
    QString icon; ///< name for icon()
    QString screen; ///< where it is edited
};

/// Every authored object of the draft, in the order of the screens.
std::vector<ObjectInfo> objectsOf(const model::Draft& draft);
/// One of them; its title is the id where the draft has no such object.
ObjectInfo objectInfo(const model::Draft& draft, const store::ObjectKey& key);
/// The translated name of a kind, "Offer" for "offer".
QString kindName(std::string_view kind);
/// "Offers"
QString kindPlural(std::string_view kind);
/// What screens call a stage, motivation, fact or placement; its id where nothing is set.
QString titleOf(const model::Draft& draft, const std::string& id);
QString cellTitle(const model::Draft& draft, const std::string& stage, const std::string& motivation);
/// "active", "protect", … in the person's language.
QString word(std::string_view name);

}
