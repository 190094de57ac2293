// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/scratch_file.h"
#include "fuzz/targets.h"
#include "ingest/dry_run.h"
#include "ingest/fields.h"

#include <algorithm>

namespace ow::fuzz {

void import(std::string_view bytes)
{
    static const ScratchFile file("import");
    static const ingest::ImportContext context = ingest::emptyContext("EUR", "Europe/Berlin");
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string word(bytes.substr(0, end));
    std::string kind;
    ingest::ImportOptions options;
    if (word.starts_with('{')) {
        auto mapping = ingest::parseMapping(word);
        if (!mapping || !mapping->joins.empty()) // a join may name any file of this machine
            return;
        options.mapping = std::make_shared<const ingest::Mapping>(std::move(*mapping));
        word.clear();
    } else if (std::ranges::find(ingest::kinds(), word) != ingest::kinds().end()) {
        kind.swap(word);
    } else if (ingest::findPreset(word) == nullptr) {
        word.clear();
    }
    const std::string_view rest = bytes.substr(std::min(end + 1, bytes.size()));
    const auto seen = ingest::dryRun(context, kind, word, file.holding(rest), options, 1000);
    if (!seen) {
        require(!seen.error().message.empty(), "a refusal has a reason");
        return;
    }
    const auto rows = std::int64_t(seen->rows.size());
    require(seen->stored + seen->rejected + seen->duplicates == rows, "every row is accounted for");
    require(seen->stored >= 0 && seen->rejected >= 0 && seen->duplicates >= 0, "no row is counted twice");
    require(seen->numbers.size() == seen->rows.size(), "every row has its number");
    for (const ingest::CellProblem& problem : seen->problems)
        require(
            problem.row < seen->rows.size() && !problem.reason.empty(), "a problem has a place and a reason");
}

}
