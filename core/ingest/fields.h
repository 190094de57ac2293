// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/file_form.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

enum class FieldType { Text, WholeNumber, Amount, Time, Bool, Length };

/// A thing that rows of a kind can bring: what a mapping is asked to fill.
struct Field {
    std::string_view name; ///< also the column's name that the general presets read
    FieldType type = FieldType::Text;
    bool required = false;
    std::string_view sentence; ///< for people: what it is, in what unit
    std::vector<std::string_view> synonyms; ///< names that other programs give the column, best first
};

/// products, customers, events, exposures, baskets: in the order in which they are best imported.
const std::vector<std::string_view>& kinds();
/// The fields of a kind, the required ones first; empty for an unknown kind. Customers have any further
/// attribute besides (Mapping::attributes).
const std::vector<Field>& fieldsOf(std::string_view kind);
/// Null where the kind has no field of this name.
const Field* findField(std::string_view kind, std::string_view name);

/// Whether a column of this name holds scores: whole numbers, no money.
bool isScoreName(std::string_view column);

/// Why a value cannot be one of the field's, as the importer would say it ("is no time"); empty where it can,
/// and for an empty value of a field that is not required.
/// @param currency  the project's
std::optional<std::string> faultOf(
    const Field& field, std::string_view value, const ValueForms& forms, std::string_view currency);

}
