// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/decision_view.h"

#include "base/json.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/simulate/why_details.h"
#include "ui/simulate/why_words.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QScrollArea>

#include <algorithm>

namespace ow::ui {

namespace {

std::string textAt(const Json& json, const char* key)
{
    const auto it = json.find(key);
    return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

void readOffers(const Json& json, const char* key, bool withheld, ReadDecision& into)
{
    const auto list = json.find(key);
    if (list == json.end() || !list->is_array())
        return;
    for (const Json& it : *list) {
        ReadDecision::Offer offer;
        offer.id = textAt(it, "offer");
        offer.origin = textAt(it, "origin");
        offer.anchor = textAt(it, "anchor");
        offer.benefit = textAt(it, "benefit");
        offer.because = textAt(it, "because");
        offer.withheld = withheld;
        if (const auto score = it.find("score"); score != it.end() && score->is_number())
            offer.score = score->get<double>();
        if (const auto price = it.find("price"); price != it.end() && price->is_number_integer())
            offer.price = price->get<std::int64_t>();
        into.offers.push_back(std::move(offer));
    }
}

QVBoxLayout* scrolledColumn(QWidget* parent, QVBoxLayout* column)
{
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, Size::Space3, 0);
    inner->setSpacing(Size::Space1);
    area->setWidget(content);
    column->addWidget(area, 1);
    return inner;
}

void empty(QVBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (item->widget() != nullptr)
            delete item->widget();
        delete item;
    }
}

}

Result<ReadDecision> readDecision(const std::string& text)
{
    const auto json = parseJson(text);
    if (!json)
        return fail(json.error());
    ReadDecision decision;
    if (const auto error = json->find("error"); error != json->end()) {
        decision.error
            = error->is_object() ? textAt(*error, "about") + ": " + textAt(*error, "message") : error->dump();
        return decision;
    }
    decision.stage = textAt(*json, "stage");
    decision.motivation = textAt(*json, "motivation");
    decision.arm = textAt(*json, "arm");
    decision.noneBecause = textAt(*json, "none_because");
    readOffers(*json, "offers", false, decision);
    readOffers(*json, "withheld", true, decision);
    const auto considered = json->find("considered");
    if (considered == json->end() || !considered->is_array())
        return decision;
    for (const Json& it : *considered) {
        const std::string verdict = textAt(it, "verdict");
        if (verdict == "chosen")
            continue;
        ReadDecision::Blocked blocked { textAt(it, "offer"), {} };
        if (const auto reasons = it.find("blocked_by"); reasons != it.end() && reasons->is_array())
            for (const Json& reason : *reasons)
                if (reason.is_string())
                    blocked.reasons.push_back(reason.get<std::string>());
        if (verdict == "outranked")
            blocked.reasons.emplace_back("outranked");
        decision.blocked.push_back(std::move(blocked));
    }
    // Nearly shown first: the fewer reasons, the more there is to learn from them.
    std::stable_sort(decision.blocked.begin(), decision.blocked.end(),
        [](const auto& l, const auto& r) { return l.reasons.size() < r.reasons.size(); });
    return decision;
}

DecisionView::DecisionView(QWidget* parent)
    : QWidget(parent)
    , m_becauseTitle(makeLabel(tr("Because"), TextSize::Body, QFont::DemiBold))
    , m_whyNotTitle(makeLabel(tr("Why not"), TextSize::Body, QFont::DemiBold))
{
    setObjectName(QStringLiteral("decisionView"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space6);
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    left->addWidget(m_becauseTitle);
    right->addWidget(m_whyNotTitle);
    m_because = scrolledColumn(this, left);
    m_whyNot = scrolledColumn(this, right);
    row->addLayout(left, 1);
    row->addLayout(right, 1);
}

void DecisionView::clear()
{
    empty(m_because);
    empty(m_whyNot);
    m_whyNotTitle->setText(tr("Why not"));
}

void DecisionView::showMoment(const SimSnapshot& run, const simulate::ExplainedMoment& moment)
{
    clear();
    const auto decision = readDecision(moment.decision);
    if (!decision || !decision->error.empty()) {
        m_because->addWidget(makeLabel(tr("The pack refuses this customer's request: %1")
                                           .arg(qs(decision ? decision->error : decision.error().text())),
            TextSize::Body, QFont::Normal, Ink::Bad, true));
        m_because->addStretch();
        return;
    }
    addBecause(*run, *decision);
    addWhyNot(*run, *decision);
}

void DecisionView::addBecause(const SimRun& run, const ReadDecision& decision)
{
    const auto title = [&](const std::string& id) {
        const auto it = run.draft->titles.find(id);
        return qs(it == run.draft->titles.end() || it->second.empty() ? id : it->second);
    };
    QStringList state;
    state << (decision.stage.empty() ? tr("no stage") : title(decision.stage));
    state << (decision.motivation.empty() ? tr("no motivation") : title(decision.motivation));
    m_because->addWidget(
        makeLabel(state.join(QStringLiteral(" · ")), TextSize::Caption, QFont::Normal, Ink::Muted));
    if (decision.offers.empty())
        m_because->addWidget(makeLabel(
            noneBecauseWords(decision.noneBecause), TextSize::Body, QFont::Normal, Ink::Normal, true));
    for (const ReadDecision::Offer& offer : decision.offers) {
        m_because->addSpacing(Size::Space1);
        m_because->addWidget(makeLabel(tr("%1, %2").arg(offerName(*run.draft, offer.id),
                                           money({ offer.price }, run.draft->policy.currency)),
            TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true));
        if (offer.withheld)
            m_because->addWidget(makeLabel(tr("Withheld: this customer is in the holdout and was not asked."),
                TextSize::Body, QFont::Normal, Ink::Caution, true));
        if (!offer.because.empty())
            m_because->addWidget(
                makeLabel(qs(offer.because), TextSize::Body, QFont::Normal, Ink::Normal, true));
        if (!offer.benefit.empty())
            m_because->addWidget(
                makeLabel(qs(offer.benefit), TextSize::Body, QFont::Normal, Ink::Muted, true));
        QString how = originWords(offer.origin);
        if (const model::Product* anchor = run.catalogue->find(offer.anchor))
            how += tr(", for %1").arg(qs(anchor->title));
        m_because->addWidget(
            makeLabel(tr("Chosen %1, score %2").arg(how, QLocale().toString(offer.score, 'g', 4)),
                TextSize::Caption, QFont::Normal, Ink::Muted, true));
    }
    m_because->addStretch();
}

void DecisionView::addWhyNot(const SimRun& run, const ReadDecision& decision)
{
    m_whyNotTitle->setText(decision.blocked.empty()
            ? tr("Why not: nothing else was considered")
            : tr("Why not the other %1").arg(count(std::int64_t(decision.blocked.size()))));
    for (const ReadDecision::Blocked& blocked : decision.blocked) {
        m_whyNot->addWidget(
            makeLabel(offerName(*run.draft, blocked.id), TextSize::Body, QFont::DemiBold, Ink::Normal, true));
        for (const std::string& reason : blocked.reasons)
            m_whyNot->addWidget(makeLabel(
                whyNot(reason, *run.draft, blocked.id), TextSize::Body, QFont::Normal, Ink::Muted, true));
        m_whyNot->addSpacing(Size::Space1);
    }
    m_whyNot->addStretch();
}

void DecisionView::showWhy(const SimSnapshot& run, const simulate::MomentWhy& why)
{
    empty(m_whyNot);
    std::vector<const decide::OfferExplanation*> offers;
    for (const decide::OfferExplanation& offer : why.explanation.offers) {
        if (offer.verdict != decide::Verdict::Chosen)
            offers.push_back(&offer);
    }
    const auto changeOf = [&](const decide::OfferExplanation* o) -> const decide::Counterfactual* {
        const auto it = std::find_if(why.changes.begin(), why.changes.end(),
            [&](const decide::Counterfactual& c) { return c.offer == o->offer; });
        return it == why.changes.end() ? nullptr : &*it;
    };
    // Nearly shown first: by how much would have to change, then by how much stands in the way.
    const auto far = [&](const decide::OfferExplanation* o) {
        const decide::Counterfactual* change = changeOf(o);
        const bool found = change != nullptr && change->answer == decide::Counterfactual::Answer::Found;
        return std::pair(found ? change->changes.size() : std::size_t(100), o->reasons.size());
    };
    std::stable_sort(
        offers.begin(), offers.end(), [&](const auto* l, const auto* r) { return far(l) < far(r); });
    for (const decide::OfferExplanation* offer : offers)
        addReasons(*run, *offer, changeOf(offer));
    m_whyNot->addStretch();
}

void DecisionView::addReasons(
    const SimRun& run, const decide::OfferExplanation& offer, const decide::Counterfactual* change)
{
    const auto line = [&](const QString& text, TextSize size, Ink ink, const char* name) {
        QLabel* label = makeLabel(text, size, QFont::Normal, ink, true);
        label->setObjectName(QLatin1String(name));
        m_whyNot->addWidget(label);
    };
    m_whyNot->addWidget(
        makeLabel(offerName(*run.draft, offer.offer), TextSize::Body, QFont::DemiBold, Ink::Normal, true));
    QString said;
    for (const decide::Reason& reason : offer.reasons) {
        const QString sentence = whyNot(reason.code(), *run.draft, offer.offer);
        if (sentence != said) // outranked for several reasons is one sentence
            line(sentence, TextSize::Body, Ink::Muted, "whyNot");
        said = sentence;
        if (const QString details = whyDetails(reason, *run.draft); !details.isEmpty())
            line(details, TextSize::Caption, Ink::Muted, "whyDetails");
    }
    if (change != nullptr)
        line(tr("What would have to change: %1").arg(changeWords(*change, *run.draft)), TextSize::Body,
            Ink::Normal, "whatIf");
    m_whyNot->addSpacing(Size::Space2);
}

}
