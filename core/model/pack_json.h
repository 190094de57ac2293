// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "model/pack.h"

#include <string>
#include <string_view>
#include <vector>

// Packs and their parts to and from JSON. Reading checks structure: required and unknown keys, types, ranges, ids,
// formats, doubled ids. Every Error::at is the key path from the root ("offers[2].when"). Whether references lead
// somewhere and expressions type-check is decide/validate.h's business. Pure; any thread.

namespace ow::model {

/// A whole pack. Errors: InvalidInput.
[[nodiscard]] Result<Pack> readPack(const Json& json);
/// parseJson + readPack.
[[nodiscard]] Result<Pack> readPackText(std::string_view text);
/// Minimal: what has its default is left out, so equal packs give equal bytes through canonicalJson().
Json writePack(const Pack& pack);

// One element of a pack. `path` prefixes errors.
#define OW_PACK_PART(Type) \
    [[nodiscard]] Result<Type> read##Type(const Json& json, const std::string& path = {}); \
    Json write##Type(const Type& value);

OW_PACK_PART(Product)
OW_PACK_PART(Edge)
OW_PACK_PART(Fact)
OW_PACK_PART(Condition)
OW_PACK_PART(Cell)
OW_PACK_PART(Channel)
OW_PACK_PART(Placement)
OW_PACK_PART(Offer)
OW_PACK_PART(Scope)
OW_PACK_PART(Suppression)
OW_PACK_PART(Cap)
OW_PACK_PART(Cooldown)
OW_PACK_PART(SequenceRule)
OW_PACK_PART(ExclusiveGroup)
OW_PACK_PART(SubstituteRule)
OW_PACK_PART(Guardrails)
OW_PACK_PART(Rank)
OW_PACK_PART(Holdout)
OW_PACK_PART(Experiment)
OW_PACK_PART(Guarantee)

#undef OW_PACK_PART

/// An attribute's declaration: its name is the key it stands under.
[[nodiscard]] Result<Attribute> readAttribute(const std::string& name, const Json& json, const std::string& path = {});
Json writeAttribute(const Attribute& attribute);

Json toJson(const AttributeValue& value);

}
