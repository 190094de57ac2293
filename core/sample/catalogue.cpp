// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/resources.h"
#include "sample/sample.h"

#include <algorithm>
#include <stdexcept>

namespace ow::sample {

namespace {

/// One line of our own CSV: quotes around a cell that holds a comma, none inside it.
std::vector<std::string> cells(std::string_view line)
{
    std::vector<std::string> out(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

template <typename T>
T need(Result<T> value, std::string_view line)
{
    if (!value)
        throw std::runtime_error(
            "resources/sample/catalogue.csv: " + value.error().text() + " in " + std::string(line));
    return std::move(*value);
}

model::Product product(std::string_view line)
{
    const auto c = cells(line);
    if (c.size() != 9)
        throw std::runtime_error("resources/sample/catalogue.csv: nine cells wanted in " + std::string(line));
    model::Product p;
    p.sku = c[0];
    p.title = c[1];
    p.family = c[2];
    p.category = c[3];
    p.price = need(parseMoney(c[4], "USD"), line);
    p.cost = need(parseMoney(c[5], "USD"), line);
    if (!c[6].empty())
        p.stock = std::stoll(c[6]);
    p.depletion = need(parseDuration(c[7]), line);
    for (std::size_t at = 0; at < c[8].size();) {
        const auto end = std::min(c[8].find(' ', at), c[8].size());
        p.tags.push_back(c[8].substr(at, end - at));
        at = end + 1;
    }
    return p;
}

}

model::Catalogue sampleCatalogue()
{
    model::Catalogue catalogue;
    std::string_view rest = catalogueCsv;
    rest.remove_prefix(rest.find('\n') + 1); // the header
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (end > 0)
            catalogue.products.push_back(product(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::sort(catalogue.products.begin(), catalogue.products.end(),
        [](const auto& a, const auto& b) { return a.sku < b.sku; });
    return catalogue;
}

Timestamp yearEnd() { return { 1'795'392'000'000 }; } // Mon 2026-11-23T00:00:00Z
Timestamp yearStart() { return yearEnd() - days(364); }
Timestamp programmeStart() { return yearEnd() - days(7 * 14); }

}
