// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/sample_customers.h"

#include "decide/decide.h"
#include "decide/match.h"
#include "release/compile.h"
#include "simulate/population.h"
#include "store/bulk_reader.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/expression_edit.h"

#include <mutex>

namespace ow::ui {

namespace {

constexpr std::int64_t SampleSize
    = 2000; // an answer within a blink; the whole population is the simulation's

// One draft, ready to be asked. Requests view the strings of people and pack.
struct Prepared {
    model::DraftSnapshot draft;
    simulate::PopulationSnapshot people;
    std::shared_ptr<const decide::CompiledPack> pack;
    std::vector<decide::Request> requests;
};

decide::Index placementOf(const decide::CompiledPack& pack, const model::Policy& policy)
{
    for (const model::Placement& placement : policy.placements)
        if (placement.highIntent)
            return pack.placement(placement.id);
    return policy.placements.empty() ? decide::none : pack.placement(policy.placements.front().id);
}

decide::Index lastViewed(const decide::CompiledPack& pack, const simulate::Person& person)
{
    for (auto event = person.events.rbegin(); event != person.events.rend(); ++event)
        if (event->type == "product_viewed")
            return pack.product(event->sku);
    return decide::none;
}

std::shared_ptr<const Prepared> prepare(const model::DraftSnapshot& draft, const model::Catalogue& catalogue,
    const simulate::PopulationSnapshot& people, const Progress& progress)
{
    const auto pack = release::compile(*draft, catalogue, "draft", Timestamp {});
    if (!pack)
        return nullptr;
    auto compiled = decide::compile(*pack);
    if (!compiled)
        return nullptr;
    auto prepared = std::make_shared<Prepared>(Prepared { draft, people, *compiled, {} });
    const decide::Index placement = placementOf(**compiled, draft->policy);
    prepared->requests.reserve(people->size());
    for (const simulate::Person& person : people->people()) {
        if (!goOn(progress, std::int64_t(prepared->requests.size()), std::int64_t(people->size())))
            return nullptr;
        auto history = std::make_shared<const decide::History>(
            decide::History::of(**compiled, person.events, person.exposures));
        auto request = decide::makeRequest(
            **compiled, person.customer, std::move(history), people->dataEnd(), placement);
        if (!request)
            continue; // an attribute outside what is declared: no answer can be given for this one
        request->focus = lastViewed(**compiled, person);
        prepared->requests.push_back(std::move(*request));
    }
    return prepared;
}

}

struct SampleCustomers::Shared {
    std::mutex mutex; ///< one job at a time loads or prepares; the others find it done
    std::int64_t generation = 0;
    simulate::PopulationSnapshot people;
    std::shared_ptr<const Prepared> prepared;
};

/// All that a job needs, taken on the GUI thread.
struct SampleCustomers::Question {
    std::shared_ptr<Shared> shared;
    std::shared_ptr<store::BulkReader> reader;
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;

    std::shared_ptr<const Prepared> prepared(const Progress& progress) const
    {
        const std::lock_guard lock(shared->mutex);
        if (!shared->people && reader) {
            auto loaded = simulate::loadPopulation(*reader, SampleSize, progress);
            if (!loaded)
                return nullptr;
            shared->people = std::move(*loaded);
        }
        if (!shared->people || shared->people->size() == 0)
            return nullptr;
        if (!shared->prepared || shared->prepared->draft != draft
            || shared->prepared->people != shared->people) {
            auto fresh = prepare(draft, *catalogue, shared->people, progress);
            if (!fresh)
                return nullptr;
            shared->prepared = std::move(fresh);
        }
        return shared->prepared;
    }
};

SampleCustomers& SampleCustomers::of(Session* session)
{
    auto* found = session->findChild<SampleCustomers*>(QString(), Qt::FindDirectChildrenOnly);
    return found ? *found : *new SampleCustomers(session);
}

SampleCustomers::SampleCustomers(Session* session)
    : QObject(session)
    , m_session(session)
    , m_shared(std::make_shared<Shared>())
{
    // A fresh store instead of a cleared one: a job that still runs keeps what it took.
    const auto forget = [this] { m_shared = std::make_shared<Shared>(); };
    connect(session, &Session::projectOpened, this, forget);
    connect(session, &Session::projectClosed, this, forget);
    connect(session, &Session::draftChanged, this, [forget](const store::Changed& changed) {
        if (changed.bulk || changed.catalogue)
            forget();
    });
}

SampleCustomers::Question SampleCustomers::question() const
{
    Question q { m_shared, nullptr, m_session->draft(), m_session->catalogue() };
    if (m_session->isOpen() && m_session->counts().customers > 0)
        if (auto reader = m_session->project()->openReader())
            q.reader = std::move(*reader);
    return q;
}

void SampleCustomers::count(const QString& key, QObject* receiver, const QString& expression,
    expr::Place place, const std::string& offer, std::function<void(std::optional<Matches>)> answer)
{
    using Answer = std::optional<Matches>;
    Question q = question();
    if (!q.reader) {
        answer(std::nullopt);
        return;
    }
    m_session->jobs().run<Answer>(
        key, tr("Counting customers"), receiver,
        [q = std::move(q), text = ss(expression), place, offer](const Progress& progress) -> Answer {
            const auto prepared = q.prepared(progress);
            if (!prepared)
                return std::nullopt;
            const decide::Index about = offer.empty() ? decide::none : prepared->pack->offer(offer);
            const auto counted
                = decide::countMatches(*prepared->pack, prepared->requests, text, place, about, progress, 1);
            return counted ? Answer(Matches { counted->matched, counted->failed, counted->total })
                           : std::nullopt;
        },
        std::move(answer), true);
}

void SampleCustomers::countCells(QObject* receiver, std::function<void(Cells)> answer)
{
    Question q = question();
    if (!q.reader) {
        answer({});
        return;
    }
    m_session->jobs().run<Cells>(
        QStringLiteral("needs.cells"), tr("Counting customers by need"), receiver,
        [q = std::move(q)](const Progress& progress) -> Cells {
            Cells cells;
            const auto prepared = q.prepared(progress);
            if (!prepared)
                return cells;
            decide::Scratch scratch;
            decide::DecideOptions options;
            options.because = false;
            std::int64_t done = 0;
            for (const decide::Request& request : prepared->requests) {
                const decide::Decision& decision = decide::decide(*prepared->pack, request, scratch, options);
                ++cells[{ std::string(decision.stage), std::string(decision.motivation) }];
                if (++done % 64 == 0 && !goOn(progress, done, std::int64_t(prepared->requests.size())))
                    return {};
            }
            return cells;
        },
        std::move(answer), true);
}

void showMatches(
    ExpressionEdit* edit, Session* session, expr::Place place, std::function<std::string()> offer)
{
    QObject::connect(edit, &ExpressionEdit::edited, edit, [=](const QString& text) {
        const QString key = QStringLiteral("match.%1").arg(quintptr(edit), 0, 16);
        SampleCustomers::of(session).count(
            key, edit, text, place, offer ? offer() : std::string(), [edit](std::optional<Matches> answer) {
                if (!answer) {
                    edit->setNote({});
                    return;
                }
                QString note = ExpressionEdit::tr("%1 of %2 customers match now")
                                   .arg(ow::ui::count(answer->matched), ow::ui::count(answer->total));
                if (answer->failed > 0)
                    note += ExpressionEdit::tr("; it has an error for %1").arg(ow::ui::count(answer->failed));
                edit->setNote(note);
            });
    });
}

}
