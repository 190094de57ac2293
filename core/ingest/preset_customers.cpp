// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/attribute_columns.h"
#include "ingest/presets.h"
#include "ingest/usual_names.h"
#include "ingest/values.h"

#include <map>

// Customers, one a row: the id, and every other column an attribute.

namespace ow::ingest {

namespace {

const Names& idNames()
{
    static const Names names = [] {
        Names out = usual::customers();
        out.emplace_back("id");
        return out;
    }();
    return names;
}

class Customers final : public Mapper {
public:
    explicit Customers(const ImportContext& context)
        : m_context(context)
    {
    }

    Result<void> begin(const Columns& c) override
    {
        if (auto ok = requireColumns(c, { idNames() }); !ok)
            return ok;
        m_id = c.find(idNames());
        std::vector<std::size_t> others;
        for (std::size_t i = 0; i < c.count(); ++i)
            if (i != m_id && !c.name(i).empty())
                others.push_back(i);
        m_tables.emplace_back(m_context, c, others);
        return {};
    }

    Result<void> row(const TableRow& row, RowSink& sink) override
    {
        std::string id(trim(fieldOf(row, m_id)));
        if (id.empty())
            return sink.reject(row, "customer", "is empty");
        AttributeColumns& table = m_tables.back();
        std::vector<std::string> values = table.valuesOf(row);
        const std::size_t last = m_tables.size() - 1;
        if (const auto before = m_rows.find({ last, id }); before != m_rows.end()) {
            if (before->second.values != values)
                return sink.reject(row, "customer", "stands in the file before, with other values");
            sink.duplicate();
            return {};
        }
        if (const auto column = table.look(row))
            return sink.reject(row, *column, "is not of the attribute's type in the project");
        m_rows.emplace(std::pair(last, std::move(id)), Row { sink.file(), std::move(values) });
        sink.stored();
        return {};
    }

    Result<void> finish(RowSink& sink) override
    {
        for (const auto& [key, row] : m_rows)
            if (auto ok = sink.customer({ key.second, m_tables[key.first].convert(row.values) }, row.file); !ok)
                return ok;
        return {};
    }

    std::vector<store::Edit> edits() const override
    {
        std::vector<store::Edit> out;
        for (const AttributeColumns& table : m_tables)
            for (store::Edit& edit : table.edits())
                out.push_back(std::move(edit));
        return out;
    }

    std::vector<LeftOutColumn> personal() const override
    {
        std::vector<LeftOutColumn> out;
        for (const AttributeColumns& table : m_tables)
            for (LeftOutColumn& column : table.personal())
                out.push_back(std::move(column));
        return out;
    }

    std::vector<std::string> notes() const override
    {
        std::vector<std::string> out;
        for (const AttributeColumns& table : m_tables)
            for (std::string& note : table.notes())
                out.push_back(std::move(note));
        return out;
    }

private:
    struct Row {
        std::size_t file = 0;
        std::vector<std::string> values;
    };

    ImportContext m_context;
    std::vector<AttributeColumns> m_tables; ///< one per file
    std::map<std::pair<std::size_t, std::string>, Row> m_rows; ///< by table and id: what later files say is
                                                               ///< added, and holds
    std::size_t m_id = 0;
};

}

bool fitsCustomers(const Columns& c)
{
    return c.find(idNames()) != Columns::none && c.count() >= 2 && !looksLikeOrders(c)
        && c.find({ "offer", "offer_id" }) == Columns::none;
}

bool looksLikeOrders(const Columns& c)
{
    for (const Names* names :
        { &usual::orders(), &usual::skus(), &usual::types(), &usual::orderTimes(), &usual::quantities() })
        if (c.find(*names) != Columns::none)
            return true;
    return c.find({ "product_name", "item_name", "item_description" }) != Columns::none;
}

std::unique_ptr<Mapper> makeCustomers(const ImportContext& context)
{
    return std::make_unique<Customers>(context);
}

}
