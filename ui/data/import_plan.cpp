// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_plan.h"

#include "ingest/fields.h"
#include "ingest/preset.h"
#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::ui {

namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

std::size_t rank(std::string_view kind)
{
    const auto& order = ingest::kinds();
    return std::size_t(std::find(order.begin(), order.end(), kind) - order.begin());
}

bool goTogether(const PlannedFile& file, const ImportGroup& group)
{
    const ingest::TableOptions& a = file.options;
    const ingest::TableOptions& b = group.options;
    const bool mapped = file.mapping && group.options.mapping
        ? mappingText(*file.mapping) == mappingText(*group.options.mapping)
        : file.mapping == group.options.mapping;
    return mapped && (file.mapping || file.preset == group.preset) && a.separator == b.separator
        && a.encoding == b.encoding && a.decimals == b.decimals && a.dates == b.dates
        && file.keepColumns == group.options.keepColumns && file.joins == group.options.joins;
}

}

std::string PlannedFile::kind() const
{
    if (mapping)
        return mapping->kind;
    const ingest::Preset* known = ingest::findPreset(preset);
    return known != nullptr ? std::string(known->kind) : std::string();
}

bool PlannedFile::ready() const
{
    if (!preview)
        return false;
    return mapping ? ingest::parseMapping(mappingText(*mapping)).has_value() : !preset.empty();
}

ingest::ImportOptions PlannedFile::importOptions() const
{
    ingest::ImportOptions out;
    static_cast<ingest::TableOptions&>(out) = options;
    out.mapping = mapping;
    out.keepColumns = keepColumns;
    out.joins = joins;
    return out;
}

ingest::Mapping PlannedFile::mappingToSave() const
{
    ingest::Mapping out = *mapping;
    out.file = ingest::mergedOptions(options, mapping->file);
    return out;
}

std::vector<ImportGroup> importGroups(const std::vector<PlannedFile>& files)
{
    std::vector<ImportGroup> groups;
    for (const PlannedFile& file : files) {
        if (!file.ready())
            continue;
        const auto same = std::find_if(
            groups.begin(), groups.end(), [&](const ImportGroup& group) { return goTogether(file, group); });
        ImportGroup& group = same != groups.end() ? *same : groups.emplace_back();
        group.preset = file.mapping ? std::string() : file.preset;
        group.kind = file.kind();
        group.options = file.importOptions();
        group.files.push_back(file.path);
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const ImportGroup& l, const ImportGroup& r) { return rank(l.kind) < rank(r.kind); });
    return groups;
}

QString kindWord(std::string_view kind)
{
    if (kind == "products")
        return Plan::tr("Products");
    if (kind == "customers")
        return Plan::tr("Customers");
    if (kind == "events")
        return Plan::tr("Events");
    if (kind == "exposures")
        return Plan::tr("Exposures");
    if (kind == "baskets")
        return Plan::tr("Baskets");
    if (kind == "mined")
        return Plan::tr("Mined adjacencies");
    return qs(kind);
}

}
