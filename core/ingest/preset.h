// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/columns.h"
#include "ingest/personal_data.h"
#include "ingest/row_sink.h"
#include "model/draft.h"

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// What presets know of the project they import into.
struct ImportContext {
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;
    std::string currency; ///< of the amounts in the files: the project's
    std::string timezone; ///< of times without one
    bool keepPersonal = false; ///< columns that tell who somebody is become attributes too
    std::set<std::string> keepColumns {}; ///< of them only these, by their names in the file
    int costShareBp = 0; ///< where files name no costs: this share of the price, in basis points
    bool negativeIsReturn
        = false; ///< a mapping says so: what was bought in a negative quantity was given back
    bool valueIsScore = false; ///< a mapping takes the values of events from a column called score or rating
    std::string
        idColumn; ///< of a mapping: the column or text that the ids of events are; "" = the preset's own
};

/// Turns the rows of some files into products, customers, events, exposures or basket lines. One object per
/// import; begin() for each file, row() for each of its rows, finish() once.
class Mapper {
public:
    virtual ~Mapper() = default;

    /// Errors: InvalidInput (a column is missing), Unsupported.
    [[nodiscard]] virtual Result<void> begin(const Columns& columns) = 0;
    /// Says to the sink what became of the row. Errors end the import: Io.
    [[nodiscard]] virtual Result<void> row(const TableRow& row, RowSink& sink) = 0;
    /// Writes what could not be written row by row, and settles deferred rows. Errors: Io.
    [[nodiscard]] virtual Result<void> finish(RowSink&) { return {}; }
    /// What the import changes in the draft: attributes that it declares.
    virtual std::vector<store::Edit> edits() const { return {}; }
    /// Sentences that a person should read after the import.
    virtual std::vector<std::string> notes() const { return {}; }
    /// Columns of personal data among those that become attributes, left out or kept.
    virtual std::vector<LeftOutColumn> personal() const { return {}; }
};

/// A known form of export.
struct Preset {
    std::string_view id;
    std::string_view kind; ///< what it brings, as store::ImportRecord::kind has it
    std::string_view title;
    std::string_view columns; ///< for people: the columns that it reads
    bool (*fits)(const Columns&);
    std::unique_ptr<Mapper> (*make)(const ImportContext&);
};

/// All, the most particular first: detection takes the first that fits.
const std::vector<Preset>& presets();
/// Null where there is none of this name.
const Preset* findPreset(std::string_view id);
/// The first that fits and brings `kind` ("" = any); null where none does.
const Preset* detectPreset(const Columns& columns, std::string_view kind = {});

}
