// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "price/guardrail.h"
#include "price/offer_price.h"

#include <QWidget>

#include <optional>

namespace ow::ui {

/// From the items' list price over the bundle discount to the price, and from there over the cost to the
/// margin, as bars that hang on each other. A red line where the guardrails cut the price.
class Waterfall final : public QWidget {
    Q_OBJECT
public:
    explicit Waterfall(QWidget* parent = nullptr);
    /// `lowest`: the smallest price the guardrails let pass; empty = no limit to show.
    void setPrice(const price::OfferPrice& price, std::optional<Money> lowest, const std::string& currency);
    QSize sizeHint() const override { return { 360, 176 }; }
    QSize minimumSizeHint() const override { return { 240, 176 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    price::OfferPrice m_price;
    std::optional<Money> m_lowest;
    std::string m_currency = "USD";
};

}
