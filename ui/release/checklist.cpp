// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/checklist.h"

#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

using State = CheckItem::State;

QString words(const char* text, int n = -1)
{
    return QCoreApplication::translate("checklist", text, nullptr, n);
}

CheckItem problemsItem(const std::vector<Problem>& problems)
{
    const auto errors = int(std::ranges::count(problems, Problem::Severity::Error, &Problem::severity));
    const auto others = int(problems.size()) - errors;
    if (errors > 0)
        return { State::Bad, words(QT_TRANSLATE_N_NOOP("checklist", "%Ln errors"), errors),
            words(QT_TRANSLATE_NOOP("checklist", "Mend them: production would refuse this pack.")), {},
            true };
    if (others > 0)
        return { State::Caution, words(QT_TRANSLATE_N_NOOP("checklist", "%Ln warnings"), others),
            words(QT_TRANSLATE_NOOP("checklist", "Read them once before you release.")), {}, true };
    return { State::Good, words(QT_TRANSLATE_NOOP("checklist", "No errors and no warnings")), {}, {}, false };
}

CheckItem offersItem(const model::Policy& policy)
{
    const auto active
        = int(std::ranges::count(policy.offers, model::OfferStatus::Active, &model::Offer::status));
    if (active == 0)
        return { State::Bad, words(QT_TRANSLATE_NOOP("checklist", "No active offer")),
            words(QT_TRANSLATE_NOOP(
                "checklist", "Set at least one offer to active: a pack without one asks nothing.")),
            u"offers"_s, false };
    return { State::Good, words(QT_TRANSLATE_N_NOOP("checklist", "%Ln active offers"), active), {},
        u"offers"_s, false };
}

CheckItem becauseItem(const model::Policy& policy)
{
    const auto silent = int(std::ranges::count_if(policy.offers, [](const model::Offer& offer) {
        return offer.status == model::OfferStatus::Active && offer.because.empty();
    }));
    if (silent > 0)
        return { State::Caution,
            words(QT_TRANSLATE_N_NOOP("checklist", "%Ln active offers cannot say their because"), silent),
            words(QT_TRANSLATE_NOOP("checklist", "Write the sentence that a customer may read.")),
            u"offers"_s, false };
    return { State::Good, words(QT_TRANSLATE_NOOP("checklist", "Every active offer says its because")), {},
        u"offers"_s, false };
}

CheckItem matrixItem(const model::Policy& policy)
{
    const auto all = std::int64_t(policy.stages.size() * policy.motivations.size());
    const auto filled = std::int64_t(
        std::ranges::count_if(policy.matrix, [](const model::Cell& c) { return !c.offers.empty(); }));
    if (all == 0)
        return { State::Caution, words(QT_TRANSLATE_NOOP("checklist", "No need-state matrix")),
            words(QT_TRANSLATE_NOOP("checklist", "Offers then reach customers by their triggers alone.")),
            u"needs"_s, false };
    const QString text = words(QT_TRANSLATE_NOOP("checklist", "%1 of %2 needs have an offer"))
                             .arg(count(filled), count(all));
    return { filled == all ? State::Good : State::Caution, text,
        filled == all ? QString()
                      : words(QT_TRANSLATE_NOOP(
                          "checklist", "Customers in an empty cell get nothing from the matrix.")),
        u"needs"_s, false };
}

CheckItem capsItem(const model::Policy& policy)
{
    const bool every = std::ranges::any_of(
        policy.caps, [](const model::Cap& cap) { return cap.scope.of == model::Scope::Of::All; });
    if (policy.caps.empty())
        return { State::Caution,
            words(QT_TRANSLATE_NOOP("checklist", "No cap on how often a customer is asked")),
            words(QT_TRANSLATE_NOOP("checklist", "Add one: people who are asked too often leave.")),
            u"rules"_s, false };
    if (!every)
        return { State::Caution, words(QT_TRANSLATE_NOOP("checklist", "No cap that counts every offer")),
            words(QT_TRANSLATE_NOOP(
                "checklist", "Each cap counts some offers only; together they may still ask too often.")),
            u"rules"_s, false };
    return { State::Good,
        words(QT_TRANSLATE_N_NOOP("checklist", "%Ln caps, one of them over all offers"),
            int(policy.caps.size())),
        {}, u"rules"_s, false };
}

CheckItem holdoutItem(const model::Policy& policy)
{
    if (!policy.holdout || policy.holdout->shareBp == 0)
        return { State::Caution, words(QT_TRANSLATE_NOOP("checklist", "No holdout")),
            words(QT_TRANSLATE_NOOP(
                "checklist", "Without customers who are not asked, nobody can say later whether it helped.")),
            u"rules"_s, false };
    return { State::Good,
        words(QT_TRANSLATE_NOOP("checklist", "%1 of customers are held out"))
            .arg(percent(double(policy.holdout->shareBp) / 10'000, 1)),
        {}, u"rules"_s, false };
}

CheckItem guardrailItem(const model::Policy& policy, std::int64_t withoutCost)
{
    const auto& rails = policy.guardrails;
    if (!rails.minMarginBp && !rails.maxDiscountBp)
        return { State::Caution, words(QT_TRANSLATE_NOOP("checklist", "No guardrail on margin or discount")),
            words(QT_TRANSLATE_NOOP("checklist", "Set the lowest margin that an offer may have.")),
            u"rules"_s, false };
    if (rails.minMarginBp && withoutCost > 0)
        return { State::Caution,
            words(QT_TRANSLATE_N_NOOP("checklist", "%Ln products have no cost"), int(withoutCost)),
            words(QT_TRANSLATE_NOOP("checklist", "The margin guardrail cannot protect what has no cost.")),
            u"data"_s, false };
    QStringList parts;
    if (rails.minMarginBp)
        parts << words(QT_TRANSLATE_NOOP("checklist", "margin at least %1"))
                     .arg(percent(double(*rails.minMarginBp) / 10'000, 0));
    if (rails.maxDiscountBp)
        parts << words(QT_TRANSLATE_NOOP("checklist", "discount at most %1"))
                     .arg(percent(double(*rails.maxDiscountBp) / 10'000, 0));
    return { State::Good, words(QT_TRANSLATE_NOOP("checklist", "Guardrails: %1")).arg(parts.join(u", "_s)),
        {}, u"rules"_s, false };
}

}

std::vector<CheckItem> checklist(const model::Draft& draft, const store::Counts& counts,
    const std::vector<Problem>& problems, std::int64_t productsWithoutCost)
{
    std::vector<CheckItem> items;
    items.push_back(problemsItem(problems));
    if (counts.products == 0)
        items.push_back({ State::Bad, words(QT_TRANSLATE_NOOP("checklist", "No products")),
            words(QT_TRANSLATE_NOOP("checklist", "Import the catalogue: a pack carries its prices.")),
            u"data"_s, false });
    else
        items.push_back(
            { State::Good, words(QT_TRANSLATE_N_NOOP("checklist", "%Ln products"), int(counts.products)), {},
                u"data"_s, false });
    items.push_back(offersItem(draft.policy));
    items.push_back(becauseItem(draft.policy));
    items.push_back(matrixItem(draft.policy));
    items.push_back(capsItem(draft.policy));
    items.push_back(guardrailItem(draft.policy, productsWithoutCost));
    items.push_back(holdoutItem(draft.policy));
    return items;
}

bool releasable(const std::vector<CheckItem>& items)
{
    return std::ranges::none_of(items, [](const CheckItem& item) { return item.state == State::Bad; });
}

}
