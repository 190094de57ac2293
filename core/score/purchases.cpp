// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/purchases.h"

#include <algorithm>
#include <tuple>

namespace ow::score {

namespace {

struct ReturnRate {
    std::int64_t sold = 0;
    std::int64_t returned = 0;
    double rate() const { return sold > 0 ? double(returned) / double(sold) : 0.0; }
};

// One customer's lines of one SKU, oldest first: takes the returns off them, latest line first.
void applyReturns(std::vector<Purchase>& lines, std::size_t begin, std::size_t end, const Log::Line* first,
    const Log::Line* last, Duration window)
{
    for (const Log::Line* back = first; back != last; ++back) {
        std::int64_t left = back->qty;
        const auto take = [&](bool sameOrderOnly) {
            for (std::size_t i = end; i-- > begin && left > 0;) {
                Purchase& line = lines[i];
                const bool inTime = line.at <= back->at && back->at < line.at + window;
                const std::int64_t room = line.qty - line.returnedQty;
                if (!inTime || room <= 0 || (sameOrderOnly && line.order != back->order))
                    continue;
                const std::int64_t pieces = std::min(room, left);
                const double share = double(pieces) / double(room);
                const double refund = back->value > 0
                    ? std::min(double(back->value) * double(pieces) / double(back->qty), line.netRevenue)
                    : line.netRevenue * share;
                line.netRevenue -= refund;
                line.returnedQty += pieces;
                left -= pieces;
            }
        };
        take(true);
        take(false);
    }
}

}

std::vector<Purchase> netPurchases(const Log& log, const model::Catalogue& catalogue, Duration returnWindow)
{
    std::vector<Purchase> lines;
    lines.reserve(log.purchases().size());
    for (const Log::Line& bought : log.purchases()) {
        Purchase line;
        line.customer = bought.customer;
        line.sku = bought.sku;
        line.order = bought.order;
        line.at = bought.at;
        line.qty = bought.qty;
        line.netRevenue = double(bought.value);
        line.open = log.dataEnd() && bought.at + returnWindow > *log.dataEnd();
        lines.push_back(line);
    }
    const auto bySku = [](const auto& a, const auto& b) {
        return std::tie(a.customer, a.sku, a.at, a.order) < std::tie(b.customer, b.sku, b.at, b.order);
    };
    std::sort(lines.begin(), lines.end(), bySku);
    std::vector<Log::Line> returns = log.returns();
    std::sort(returns.begin(), returns.end(), bySku);

    const Log::Line* back = returns.data();
    const Log::Line* const backEnd = back + returns.size();
    for (std::size_t begin = 0; begin < lines.size();) {
        const Purchase& head = lines[begin];
        std::size_t end = begin;
        while (end < lines.size() && lines[end].customer == head.customer && lines[end].sku == head.sku)
            ++end;
        const auto key = std::tie(head.customer, head.sku);
        while (back != backEnd && std::tie(back->customer, back->sku) < key)
            ++back;
        const Log::Line* const first = back;
        while (back != backEnd && std::tie(back->customer, back->sku) == key)
            ++back;
        applyReturns(lines, begin, end, first, back, returnWindow);
        begin = end;
    }

    std::vector<ReturnRate> rates(log.names.size());
    for (const Purchase& line : lines) {
        if (line.open)
            continue;
        rates[line.sku].sold += line.qty;
        rates[line.sku].returned += line.returnedQty;
    }
    std::vector<const model::Product*> products(log.names.size(), nullptr);
    std::vector<bool> looked(log.names.size(), false);
    for (Purchase& line : lines) {
        if (!looked[line.sku]) {
            looked[line.sku] = true;
            products[line.sku] = catalogue.find(log.names.text(line.sku));
        }
        const model::Product* product = products[line.sku];
        line.costKnown = product != nullptr;
        const std::int64_t kept = line.qty - line.returnedQty;
        line.contribution = line.netRevenue - (product ? double(product->cost.minor) * double(kept) : 0.0);
        if (line.open && product)
            line.contribution -= rates[line.sku].rate() * line.contribution;
    }
    std::sort(lines.begin(), lines.end(), [](const Purchase& a, const Purchase& b) {
        return std::tie(a.customer, a.at, a.sku, a.order) < std::tie(b.customer, b.at, b.sku, b.order);
    });
    return lines;
}

}
