// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_writer.h"
#include "store/command.h"
#include "store/project.h"
#include "ui/shell/session.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace ow::ui {

/// A small real project file: three products, two offers, a 2 × 2 matrix with one filled cell, one rule of
/// each kind.
class AuthoringFixture {
public:
    AuthoringFixture()
    {
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("p.offerwright")).toStdString();
        must(m_session.create(file, { "Test", "USD", "UTC" }));
        must(m_session.apply({ "Set up", store::editsFor(draft()), {} }));
        auto writer = m_session.project()->openWriter();
        must(writer.has_value());
        for (const char* sku : { "BAG", "DOCK", "HUB" })
            must((*writer)
                     ->add(model::Product {
                         sku, std::string("The ") + sku, "f", "c", { 200'00 }, { 50'00 }, {}, {}, {} })
                     .has_value());
        must((*writer)->commit("Products", "products", "test").has_value());
        writer->reset();
        m_session.refresh();
    }

    Session& session() { return m_session; }
    std::string newest() const { return m_session.project()->history(1).at(0).title; }
    std::size_t rows() const
    {
        std::size_t n = 0;
        for (const auto& entry : m_session.project()->history())
            n += entry.current ? 1 : 0;
        return n;
    }

private:
    static void must(bool ok)
    {
        if (!ok)
            throw std::runtime_error("the fixture could not be made");
    }

    static model::Offer offer(std::string id, std::string name, std::string sku, std::int64_t price)
    {
        model::Offer o;
        o.id = std::move(id);
        o.name = std::move(name);
        o.status = model::OfferStatus::Active;
        o.role = model::Role::Power;
        o.items = { { std::move(sku), 1 } };
        o.price = { price };
        o.placements = { "cart" };
        o.propensity = "0.05";
        o.because = "Because you chose {anchor.title}.";
        return o;
    }

    static model::Draft draft()
    {
        model::Draft d;
        d.policy.name = "Test";
        d.policy.customerAttributes
            = { { "segment", model::AttributeType::String, { "new", "pro" }, {}, {}, std::string("new") } };
        d.policy.facts
            = { { "views", {}, model::Aggregate::Count, { "product_viewed" }, "true", "", hours(48), {} } };
        d.policy.stages = { { "onboarding", "facts.views > 3" }, { "using", "true" } };
        d.policy.motivations = { { "save_time", "customer.segment == 'pro'" }, { "reduce_risk", "true" } };
        d.titles = { { "onboarding", "Onboarding" }, { "using", "Using" }, { "save_time", "Save time" },
            { "reduce_risk", "Reduce risk" } };
        d.policy.channels = { { "web", "true" }, { "email", "true" } };
        d.policy.placements = { { "cart", "web", true, 1 }, { "order_mail", "email", false, 1 } };
        d.policy.offers
            = { offer("dock", "USB-C dock", "DOCK", 199'00), offer("hub", "Travel hub", "HUB", 49'00) };
        d.policy.matrix
            = { { "onboarding", "save_time", { { "dock", 1.0 }, { "hub", 0.5 } }, "One cable." } };
        d.policy.suppress = { { "case", "customer.segment == 'new'", {}, "Too early." } };
        d.policy.caps = { { "week", {}, model::Outcome::Shown, 3, days(7), {} } };
        d.policy.cooldowns = { { "rest", { model::Scope::Of::Offers, { "dock" } }, {},
            model::Outcome::Declined, days(30) } };
        d.policy.sequence = { { "after_case", "dock", "case_resolved", "true", "", model::Outcome::Shown,
            hours(2), hours(4) } };
        d.policy.exclusive = { { "one", { "dock", "hub" }, days(14) } };
        d.policy.guardrails = { 6800, 1500, model::MarginScope::Offer };
        return d;
    }

    QTemporaryDir m_folder;
    Session m_session;
};

}
