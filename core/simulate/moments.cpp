// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/moments.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace ow::simulate {

namespace {

constexpr std::int64_t letterDays = 14;

/// What a placement waits for.
enum class Trigger { FirstView, LastCartEdit, Checkout, Order, Letter, Urgent, AppOpen, LastView };

Trigger triggerOf(const model::Placement& placement)
{
    if (placement.id == "pdp")
        return Trigger::FirstView;
    if (placement.id == "cart")
        return Trigger::LastCartEdit;
    if (placement.id == "checkout")
        return Trigger::Checkout;
    if (placement.id == "order_page")
        return Trigger::Order;
    if (placement.channel == "email")
        return Trigger::Letter;
    if (placement.channel == "sms" || placement.channel == "push")
        return Trigger::Urgent;
    if (placement.channel == "app")
        return Trigger::AppOpen;
    return Trigger::LastView;
}

/// A number of the customer's own that no run or machine changes (FNV-1a).
std::uint64_t ownNumber(std::string_view id)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

/// What one session did, as far as moments care.
struct Session {
    std::optional<std::size_t> firstView, lastView, lastEdit, checkout, order; ///< places in Person::events
    std::vector<model::OfferItem> cart; ///< at the last edit before checkout or order
    std::vector<model::OfferItem> ordered;
};

class Finder {
public:
    Finder(const model::Policy& policy, const Person& person, Timestamp from, Timestamp until)
        : m_policy(policy)
        , m_person(person)
        , m_from(from)
        , m_until(until)
    {
    }

    std::vector<Moment> find()
    {
        readSessions();
        for (const auto& placement : m_policy.placements)
            m_triggers.push_back(triggerOf(placement));
        for (const auto& id : m_order)
            ofSession(id, m_sessions.at(id));
        ofEvents();
        ofLetters();
        std::stable_sort(
            m_out.begin(), m_out.end(), [](const Moment& a, const Moment& b) { return a.at < b.at; });
        return std::move(m_out);
    }

private:
    void readSessions()
    {
        for (std::size_t i = 0; i < m_person.events.size(); ++i) {
            const auto& event = m_person.events[i];
            if (event.session.empty() || event.at <= m_from - days(2) || event.at > m_until)
                continue;
            const auto [it, isNew] = m_sessions.try_emplace(event.session);
            if (isNew)
                m_order.push_back(event.session);
            note(it->second, i, event);
        }
    }

    static void note(Session& session, std::size_t i, const model::Event& event)
    {
        if (event.type == "product_viewed") {
            if (!session.firstView)
                session.firstView = i;
            session.lastView = i;
        } else if ((event.type == "cart_added" || event.type == "cart_removed") && !session.checkout
            && !session.order) {
            session.lastEdit = i;
            edit(session.cart, event);
        } else if (event.type == "checkout_started" && !session.checkout) {
            session.checkout = i;
        } else if (event.type == "purchased") {
            if (!session.order)
                session.order = i;
            session.ordered.push_back({ event.sku, event.qty });
        }
    }

    static void edit(std::vector<model::OfferItem>& cart, const model::Event& event)
    {
        const auto line
            = std::find_if(cart.begin(), cart.end(), [&](const auto& l) { return l.sku == event.sku; });
        if (event.type == "cart_removed") {
            if (line != cart.end())
                cart.erase(line);
        } else if (line != cart.end()) {
            line->qty += event.qty;
        } else {
            cart.push_back({ event.sku, event.qty });
        }
    }

    Timestamp at(std::size_t i) const { return m_person.events[i].at; }

    void add(std::size_t placement, Timestamp when, std::string intent, std::string focus = {},
        std::vector<model::OfferItem> cart = {})
    {
        if (when > m_from && when <= m_until)
            m_out.push_back({ when, m_policy.placements[placement].id, std::move(intent), std::move(focus),
                std::move(cart) });
    }

    void ofSession(const std::string& id, const Session& s)
    {
        for (std::size_t p = 0; p < m_triggers.size(); ++p) {
            switch (m_triggers[p]) {
            case Trigger::FirstView:
                if (s.firstView)
                    add(p, at(*s.firstView), id, m_person.events[*s.firstView].sku);
                break;
            case Trigger::LastView:
                if (s.lastView)
                    add(p, at(*s.lastView), id, m_person.events[*s.lastView].sku);
                break;
            case Trigger::LastCartEdit:
                if (s.lastEdit && !s.cart.empty())
                    add(p, at(*s.lastEdit), id, {}, s.cart);
                else if (!s.lastEdit && s.order) // orders without carts: invoices
                    add(p, at(*s.order) - seconds(1), id, {}, s.ordered);
                break;
            case Trigger::Checkout:
                if (s.checkout)
                    add(p, at(*s.checkout), id, {}, s.cart);
                break;
            case Trigger::Order:
                if (s.order)
                    add(p, at(*s.order) + seconds(60), id);
                break;
            default:
                break;
            }
        }
    }

    void everywhere(Trigger trigger, Timestamp when, const std::string& intent)
    {
        for (std::size_t p = 0; p < m_triggers.size(); ++p)
            if (m_triggers[p] == trigger)
                add(p, when, intent);
    }

    void ofEvents()
    {
        std::string lastOrder;
        for (const auto& event : m_person.events) {
            if (event.at > m_until)
                break;
            if (event.at <= m_from - days(3))
                continue;
            const std::string intent = "mail-" + std::to_string(event.at.ms / 1000);
            if (event.type == "purchased" && event.session != lastOrder) {
                lastOrder = event.session;
                everywhere(Trigger::Letter, event.at + hours(20), intent);
            } else if (event.type == "case_resolved") {
                everywhere(Trigger::Letter, event.at + hours(3), intent);
                everywhere(Trigger::Urgent, event.at + hours(3) + seconds(60), intent);
                everywhere(Trigger::AppOpen, event.at + hours(3) + seconds(120), intent);
            } else if (event.type == "contract_ending") {
                everywhere(Trigger::Letter, event.at + hours(1), intent);
                everywhere(Trigger::Urgent, event.at + hours(1) + seconds(60), intent);
            } else if (event.type == "search" && event.text.find("kit") != std::string::npos) {
                everywhere(Trigger::Letter, event.at + hours(24), intent);
            } else if (event.type == "app_opened") {
                everywhere(Trigger::AppOpen, event.at, event.session.empty() ? intent : event.session);
            }
        }
    }

    /// Every 14th day, on a day and at an hour of the customer's own.
    void ofLetters()
    {
        const auto own = ownNumber(m_person.customer.id);
        const auto offset = std::int64_t(own % letterDays) * 86'400'000
            + std::int64_t(13 * 3600 + own / 64 % 14'400) * 1000;
        const auto step = days(letterDays).ms;
        for (auto n = (m_from.ms - offset) / step; n * step + offset <= m_until.ms; ++n) {
            const Timestamp letter { n * step + offset };
            const std::string intent = "mail-" + std::to_string(letter.ms / 1000);
            everywhere(Trigger::Letter, letter, intent);
            everywhere(Trigger::Urgent, letter + days(letterDays / 2), intent);
        }
    }

    const model::Policy& m_policy;
    const Person& m_person;
    Timestamp m_from;
    Timestamp m_until;
    std::vector<Trigger> m_triggers;
    std::unordered_map<std::string, Session> m_sessions;
    std::vector<std::string> m_order; ///< of first sight
    std::vector<Moment> m_out;
};

}

std::vector<Moment> moments(
    const model::Policy& policy, const Person& person, Timestamp from, Timestamp until)
{
    return Finder(policy, person, from, until).find();
}

}
