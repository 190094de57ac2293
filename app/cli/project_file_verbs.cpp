// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/project_file_verbs.h"

#include "base/json.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace ow::cli {

namespace {

std::array<std::pair<const char*, std::int64_t>, 7> fields(const store::Counts& c)
{
    return { { { "products", c.products }, { "customers", c.customers }, { "events", c.events },
        { "exposures", c.exposures }, { "basket_lines", c.basketLines }, { "mined_edges", c.minedEdges },
        { "rejected_rows", c.rejectedRows } } };
}

}

Json toJson(const store::Counts& counts)
{
    Json out = Json::object();
    for (const auto& [name, value] : fields(counts))
        out[name] = value;
    return out;
}

Json toJson(const store::HistoryEntry& e)
{
    return { { "id", e.id }, { "parent", e.parent }, { "at", formatTimestamp(e.at) }, { "who", e.who },
        { "title", e.title }, { "why", e.why }, { "current", e.current }, { "bytes", e.bytes } };
}

std::string bytesText(std::int64_t bytes)
{
    if (bytes < 1000)
        return counted(bytes, "byte", "bytes");
    if (bytes < 1'000'000)
        return fmt::format("{} kB", (bytes + 500) / 1000);
    return bytes < 1'000'000'000 ? fmt::format("{:.1f} MB", double(bytes) / 1e6)
                                 : fmt::format("{:.1f} GB", double(bytes) / 1e9);
}

std::string historyText(const store::HistorySize& size, std::int64_t fileBytes)
{
    return fmt::format("History: {}, {} of {}", counted(size.steps, "step", "steps"), bytesText(size.bytes),
        bytesText(fileBytes));
}

std::string countsText(const store::Counts& counts)
{
    std::string out;
    for (auto [name, value] : fields(counts)) {
        std::string words(name);
        for (char& c : words)
            c = c == '_' ? ' ' : c;
        if (value != 0)
            out += fmt::format("  {:<14} {:>12}\n", words, grouped(value));
    }
    return out.empty() ? "  no data yet\n" : out;
}

}
