// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasures.h"

#include "base/json.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace ow::store {

namespace {

// Kept in `meta`, one row each, named after the row of the history.
constexpr std::string_view prefix = "erased:";

constexpr std::array<std::pair<const char*, std::int64_t ErasedCounts::*>, 7> fields { {
    { "customers", &ErasedCounts::customers },
    { "events", &ErasedCounts::events },
    { "exposures", &ErasedCounts::exposures },
    { "basket_lines", &ErasedCounts::basketLines },
    { "rejected_texts", &ErasedCounts::rejectedTexts },
    { "texts", &ErasedCounts::texts },
    { "mentions", &ErasedCounts::mentions },
} };

std::string nameOf(std::int64_t step) { return std::string(prefix) + std::to_string(step); }

Json toJson(const ErasedCounts& counts)
{
    Json out = Json::object();
    for (const auto& [name, field] : fields)
        if (counts.*field != 0)
            out[name] = counts.*field;
    return out;
}

/// What is not there, or no number, is none: the file may be damaged or of a later program.
ErasedCounts countsFrom(const Json& json)
{
    ErasedCounts out;
    if (!json.is_object())
        return out;
    for (const auto& [name, field] : fields)
        if (const auto found = json.find(name); found != json.end() && found->is_number_integer())
            out.*field = found->get<std::int64_t>();
    return out;
}

}

ErasedCounts& ErasedCounts::operator+=(const ErasedCounts& other)
{
    for (const auto& [name, field] : fields)
        this->*field += other.*field;
    return *this;
}

bool isErasure(SQLite::Database& db, std::int64_t step)
{
    SQLite::Statement s(db, "SELECT 1 FROM meta WHERE name = ?");
    s.bind(1, nameOf(step));
    return s.executeStep();
}

std::vector<Erasure> readErasures(SQLite::Database& db)
{
    // The names as numbers, so that they come in order; those of rows that are lost stay.
    SQLite::Statement s(db,
        "SELECT CAST(substr(m.name, 8) AS INTEGER) AS step, m.value, h.at, h.who, h.why FROM meta m LEFT "
        "JOIN "
        "history h ON h.id = CAST(substr(m.name, 8) AS INTEGER) WHERE m.name LIKE 'erased:%' ORDER BY step");
    std::vector<Erasure> out;
    while (s.executeStep()) {
        const auto json = parseJson(textOf(s.getColumn(1)));
        Erasure e;
        e.step = s.getColumn(0).getInt64();
        e.at = { s.getColumn(2).getInt64() };
        e.who = textOf(s.getColumn(3));
        e.why = textOf(s.getColumn(4));
        if (json && json->is_object()) {
            if (const auto all = json->find("all"); all != json->end())
                e.all = countsFrom(*all);
            if (const auto imports = json->find("imports"); imports != json->end() && imports->is_object())
                for (const auto& [batch, counts] : imports->items()) {
                    std::int64_t number = 0;
                    if (std::from_chars(batch.data(), batch.data() + batch.size(), number).ec == std::errc {})
                        e.byImport[number] = countsFrom(counts);
                }
            if (const auto at = json->find("at");
                e.at.ms == 0 && at != json->end() && at->is_number_integer())
                e.at = { at->get<std::int64_t>() };
        }
        out.push_back(std::move(e));
    }
    return out;
}

void writeErasure(SQLite::Database& db, const Erasure& erasure)
{
    Json imports = Json::object();
    for (const auto& [batch, counts] : erasure.byImport)
        imports[std::to_string(batch)] = toJson(counts);
    const Json value { { "all", toJson(erasure.all) }, { "imports", std::move(imports) },
        { "at", erasure.at.ms } };
    SQLite::Statement s(db, "INSERT INTO meta(name, value) VALUES(?, ?)");
    s.bind(1, nameOf(erasure.step));
    s.bind(2, canonicalJson(value));
    s.exec();
}

}
