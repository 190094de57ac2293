// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/check_draft.h"

#include "base/json.h"
#include "decide/validate.h"
#include "expr/expression.h"
#include "expr/policy_names.h"
#include "model/pack_json.h"
#include "ui/shell/place_of.h"
#include "ui/shell/text.h"

#include <fmt/format.h>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

class Checker {
public:
    Checker(const model::Draft& draft, const model::Catalogue& catalogue)
        : m_draft(draft)
        , m_catalogue(catalogue)
        , m_names(draft.policy)
    {
    }

    void expression(const std::string& text, expr::Place place, const std::string& path,
        std::optional<expr::Kind> wanted = {}, std::size_t factsBefore = expr::everyFact)
    {
        if (!wanted && expr::wantedKind(place) != expr::Kind::Any)
            wanted = expr::wantedKind(place);
        // Errors come with everything else from the engine's own validation; only what may still be released
        // is told here.
        for (const expr::Problem& found :
            expr::check(text, m_names.at(place, factsBefore), wanted).problems) {
            if (!found.isError())
                add(Problem::Severity::Warning,
                    found.hint.empty() ? found.message : found.message + " (" + found.hint + ")", path);
        }
    }

    void add(Problem::Severity severity, const std::string& message, const std::string& path)
    {
        const Place place = placeOf(m_draft, m_catalogue, path);
        Problem problem { severity, qs(message), place.words, place.screen, {} };
        if (!place.sku.empty())
            problem.selection = Selection::product(place.sku);
        else if (!place.key.kind.empty())
            problem.selection = Selection::of(place.key.kind, place.key.id);
        m_found.push_back(std::move(problem));
    }

    std::vector<Problem> take() { return std::move(m_found); }

private:
    const model::Draft& m_draft;
    const model::Catalogue& m_catalogue;
    expr::PolicyNames m_names;
    std::vector<Problem> m_found;
};

void checkFacts(Checker& checker, const model::Policy& policy)
{
    for (std::size_t i = 0; i < policy.facts.size(); ++i) {
        const model::Fact& fact = policy.facts[i];
        if (fact.expr) {
            checker.expression(
                *fact.expr, expr::Place::FactExpression, fmt::format("facts[{}].expr", i), {}, i);
            continue;
        }
        checker.expression(fact.where, expr::Place::FactEvent, fmt::format("facts[{}].where", i), {}, i);
    }
}

void checkExpressions(Checker& checker, const model::Policy& policy)
{
    const auto each = [&checker](const auto& list, const char* name, const char* field, expr::Place place,
                          auto member, std::optional<expr::Kind> wanted = {}) {
        for (std::size_t i = 0; i < list.size(); ++i)
            checker.expression(list[i].*member, place, fmt::format("{}[{}].{}", name, i, field), wanted);
    };
    checkFacts(checker, policy);
    each(policy.stages, "stages", "when", expr::Place::Condition, &model::Condition::when);
    each(policy.motivations, "motivations", "when", expr::Place::Condition, &model::Condition::when);
    each(policy.channels, "channels", "consent", expr::Place::Consent, &model::Channel::consent);
    each(policy.offers, "offers", "trigger", expr::Place::Offer, &model::Offer::trigger);
    each(policy.offers, "offers", "when", expr::Place::Offer, &model::Offer::when);
    each(policy.offers, "offers", "propensity", expr::Place::Offer, &model::Offer::propensity,
        expr::Kind::Double);
    each(policy.suppress, "suppress", "when", expr::Place::Suppress, &model::Suppression::when);
    each(policy.guarantees, "guarantees", "never", expr::Place::Guarantee, &model::Guarantee::never);
    for (std::size_t i = 0; i < policy.sequence.size(); ++i)
        if (!policy.sequence[i].afterEvent.empty())
            checker.expression(
                policy.sequence[i].where, expr::Place::SequenceEvent, fmt::format("sequence[{}].where", i));
    checker.expression(policy.rank.score, expr::Place::Rank, "rank.score");
}

// What reading a pack refuses: doubled ids, ranges, formats. The products are left out: they were checked on
// the way in, and there may be many.
void checkStructure(Checker& checker, const model::Draft& draft)
{
    model::Pack pack;
    static_cast<model::Policy&>(pack) = draft.policy;
    pack.version = "draft";
    if (const auto read = model::readPack(model::writePack(pack)); !read)
        checker.add(Problem::Severity::Error, read.error().message, read.error().at);
}

void checkMeaning(Checker& checker, const model::Draft& draft, const model::Catalogue& catalogue)
{
    model::Pack pack;
    static_cast<model::Policy&>(pack) = draft.policy;
    pack.version = "draft";
    pack.products = catalogue.products;
    for (const Error& error : decide::validate(pack))
        checker.add(Problem::Severity::Error, error.message, error.at);
}

}

std::vector<Problem> checkDraft(
    const model::Draft& draft, const model::Catalogue& catalogue, const Progress& progress)
{
    Checker checker(draft, catalogue);
    checkStructure(checker, draft);
    if (goOn(progress, 1, 3))
        checkMeaning(checker, draft, catalogue);
    if (goOn(progress, 2, 3))
        checkExpressions(checker, draft.policy);
    return checker.take();
}

}
