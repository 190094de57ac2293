// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ancestor.h"

#include <algorithm>
#include <tuple>

namespace ow::store {

namespace {

/// From the beginning to where the project stands.
std::vector<const HistoryEntry*> path(const std::vector<HistoryEntry>& history)
{
    std::vector<const HistoryEntry*> out;
    for (const HistoryEntry& entry : history)
        if (entry.current)
            out.push_back(&entry);
    std::ranges::sort(out, {}, &HistoryEntry::id);
    return out;
}

/// Not by `why`, which either side may say anew later (Project::setWhy).
bool isSame(const HistoryEntry& a, const HistoryEntry& b)
{
    return std::tie(a.id, a.parent, a.at, a.who, a.title) == std::tie(b.id, b.parent, b.at, b.who, b.title);
}

}

std::optional<HistoryEntry> commonAncestor(
    const std::vector<HistoryEntry>& ours, const std::vector<HistoryEntry>& theirs)
{
    std::optional<HistoryEntry> last;
    const auto a = path(ours);
    const auto b = path(theirs);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()) && isSame(*a[i], *b[i]); ++i)
        last = *a[i];
    return last;
}

}
