// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_plan.h"

#include "ingest/preset.h"
#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ow::ui {

namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

std::size_t rank(const std::string& preset)
{
    constexpr std::array<std::string_view, 5> order { "products", "customers", "events", "exposures",
        "baskets" };
    const ingest::Preset* known = ingest::findPreset(preset);
    return std::size_t(
        std::find(order.begin(), order.end(), known != nullptr ? known->kind : "") - order.begin());
}

}

std::vector<ImportGroup> importGroups(const std::vector<PlannedFile>& files)
{
    std::vector<ImportGroup> groups;
    for (const PlannedFile& file : files) {
        if (!file.ready())
            continue;
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const ImportGroup& group) {
            return group.preset == file.preset && group.separator == file.separator;
        });
        ImportGroup& group = same != groups.end() ? *same : groups.emplace_back();
        group.preset = file.preset;
        group.separator = file.separator;
        group.files.push_back(file.path);
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const ImportGroup& l, const ImportGroup& r) { return rank(l.preset) < rank(r.preset); });
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
