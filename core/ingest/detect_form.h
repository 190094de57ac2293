// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/file_form.h"
#include "ingest/table_source.h"
#include "ingest/text_source.h"

#include <string_view>

namespace ow::ingest {

/// Format, encoding, separator and header of a text from its first megabyte. What the options say is not
/// asked. Separator 0: to be found in the header.
FileForm detectForm(const TextSource& text, const TableOptions& options);

/// How the values of the rows are written: decimal mark, order of dates. Reads the table to its end. A mark
/// or an order is believed where the columns of numbers (of dates) have values that can be read in no other
/// way; where none has, points, and days before months unless the options' time zone is American. Adds its
/// reasons to the form.
void detectValues(TableSource& sample, const TableOptions& options, FileForm& form);

}
