// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogue_table.h"

#include "base/json.h"

namespace ow::store {

namespace {

const std::string selectProducts
    = "SELECT k.text, p.title, p.family, p.category, p.price, p.cost, p.stock, p.depletion, p.tags "
      "FROM sku_key k CROSS JOIN product p ON p.sku = k.id "
      "WHERE p.batch = (SELECT max(q.batch) FROM product q JOIN batch b ON b.id = q.batch WHERE q.sku = "
      "k.id AND b.active) ";

void addProducts(SQLite::Statement& s, std::vector<model::Product>& out)
{
    while (s.executeStep()) {
        model::Product p;
        p.sku = textOf(s.getColumn(0));
        p.title = textOf(s.getColumn(1));
        p.family = textOf(s.getColumn(2));
        p.category = textOf(s.getColumn(3));
        p.price = { s.getColumn(4).getInt64() };
        p.cost = { s.getColumn(5).getInt64() };
        if (!s.getColumn(6).isNull())
            p.stock = s.getColumn(6).getInt64();
        p.depletion = { s.getColumn(7).getInt64() };
        if (const std::string tags = textOf(s.getColumn(8)); tags != "[]")
            if (const auto json = parseJson(tags); json && json->is_array())
                for (const Json& tag : *json)
                    if (tag.is_string())
                        p.tags.push_back(tag.get<std::string>());
        out.push_back(std::move(p));
    }
}

}

std::vector<model::Product> readProducts(SQLite::Database& db, std::int64_t first, std::int64_t limit)
{
    SQLite::Statement s(db, selectProducts + "ORDER BY k.text LIMIT ? OFFSET ?");
    s.bind(1, limit);
    s.bind(2, first);
    std::vector<model::Product> out;
    addProducts(s, out);
    return out;
}

std::vector<model::Product> readProducts(SQLite::Database& db, std::span<const std::uint32_t> skus)
{
    SQLite::Statement s(db, selectProducts + "AND k.id = ?");
    std::vector<model::Product> out;
    for (const std::uint32_t sku : skus) {
        s.bind(1, std::int64_t(sku));
        addProducts(s, out);
        s.reset();
    }
    return out;
}

model::Catalogue readCatalogue(SQLite::Database& db) { return { readProducts(db, 0, -1) }; }

}
