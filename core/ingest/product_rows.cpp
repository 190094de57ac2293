// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/product_rows.h"

#include "ingest/values.h"

namespace ow::ingest {

Result<void> ProductRows::add(const TableRow& row, model::Product p, RowSink& sink)
{
    if (const auto before = m_seen.find(p.sku); before != m_seen.end()) {
        if (!(before->second == p))
            return sink.reject(row, "sku", "stands in the file before, with other values");
        sink.duplicate();
        return {};
    }
    const model::Product* known = m_catalogue ? m_catalogue->find(p.sku) : nullptr;
    if (known != nullptr && *known == p) {
        sink.duplicate();
    } else {
        if (auto ok = sink.writer().add(p); !ok)
            return ok;
        sink.stored();
    }
    m_seen.emplace(p.sku, std::move(p));
    return {};
}

std::vector<std::string> splitTags(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(";,");
        if (const std::string_view tag = trim(text.substr(0, end)); !tag.empty())
            out.emplace_back(tag);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

}
