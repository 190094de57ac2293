// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/derived_products.h"
#include "ingest/preset.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ow::ingest {

/// One line of an order, as shops' exports have it.
struct OrderLine {
    std::string id {}; ///< of the line in its shop; "" = it has none
    std::string order; ///< number; becomes the session, so that an order is a basket
    std::string customer; ///< "" = an anonymous one, "order:…"
    std::string sku; ///< "" = the title stands for it
    std::string title;
    Timestamp at;
    std::optional<Timestamp> returnedAt; ///< the whole line was given back or cancelled
    std::int64_t qty = 1;
    Money paid; ///< for the whole line
    std::string channel; ///< "" = nothing tells
};

/// Lines of orders into events: purchased, and returned where it was. Products that the catalogue does not
/// have are derived from the lines. What several presets of orders share.
class OrderLines {
public:
    explicit OrderLines(const ImportContext& context)
        : m_context(context)
        , m_products(context)
    {
    }

    /// Stores the events of a row's only or first line, and says to the sink what became of the row. Errors:
    /// Io.
    [[nodiscard]] Result<void> add(const OrderLine& line, RowSink& sink);
    /// A further line of the same row.
    [[nodiscard]] Result<void> addFurther(const OrderLine& line, RowSink& sink);
    /// A row that is nothing but a return: order, customer and product as usual, qty and paid above 0.
    [[nodiscard]] Result<void> addReturn(const OrderLine& line, RowSink& sink);
    /// The same as a further line of its row.
    [[nodiscard]] Result<void> addFurtherReturn(const OrderLine& line, RowSink& sink);
    /// To be told the currency that an amount is in; another than the project's is noted.
    void sawCurrency(std::string_view code);
    [[nodiscard]] Result<void> finish(RowSink& sink) { return m_products.write(sink); }
    std::vector<std::string> notes() const;

private:
    struct Bought {
        std::string customer;
        model::Event event;
        std::uint64_t id = 0;
        std::uint64_t returnId = 0;
    };
    Bought purchase(const OrderLine& line);
    Bought returned(const OrderLine& line);
    static Bought toldBy(const OrderLine& line, const char* type);
    static Result<void> giveBack(const OrderLine& line, Bought bought, RowSink& sink);

    ImportContext m_context;
    DerivedProducts m_products;
    std::set<std::string> m_foreign; ///< currencies that are not the project's
    bool m_any = false;
};

/// An e-mail address or id as the key of a customer: blanks and the apostrophe in front, with which
/// spreadsheets keep numbers as text, are taken away; addresses are written small.
std::string customerKey(std::string_view text);

/// Another currency than the project's, as a sentence.
std::string foreignCurrencies(const std::set<std::string>& codes, std::string_view ours);

}
