// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/moment_why.h"

#include "simulate/person_replay.h"

namespace ow::simulate {

namespace {

Result<MomentWhy> whyOf(
    const decide::CompiledPack& pack, const decide::Request& request, const Progress& progress)
{
    MomentWhy out;
    out.explanation = decide::explain(pack, request);
    decide::CounterfactualSearch search(pack);
    const auto total = std::int64_t(out.explanation.offers.size());
    std::int64_t done = 0;
    for (const decide::OfferExplanation& offer : out.explanation.offers) {
        if (!goOn(progress, done++, total))
            return fail(ErrorCode::Cancelled, "Explaining was stopped");
        if (offer.verdict == decide::Verdict::Chosen)
            continue;
        Result<decide::Counterfactual> found = search.find(request, offer.offer, { 4000, 3 },
            [&](std::int64_t, std::int64_t) { return goOn(progress, done, total); });
        if (!found)
            return fail(found.error());
        out.changes.push_back(std::move(*found));
    }
    return out;
}

}

Result<MomentWhy> whyAt(const decide::CompiledPack& pack, const Population& population,
    const ReplayOptions& options, std::string_view customer, std::size_t moment, const Progress& progress)
{
    const auto* person = population.find(customer);
    if (person == nullptr)
        return fail(
            ErrorCode::NotFound, "No customer \"" + std::string(customer) + "\" is in the population");
    const OfferTraits traits(pack);
    const PersonReplay replay(
        pack, traits, options.seed, population.dataEnd() - days(options.days), population.dataEnd());
    decide::Scratch scratch;
    std::size_t left = moment;
    Result<MomentWhy> out = fail(ErrorCode::NotFound, "The customer has no such moment");
    const auto played = replay.play(
        *person, { false, false }, scratch, [](const auto&, const auto&, const auto&) {},
        [&](const decide::Request& request) {
            if (left-- > 0)
                return true;
            out = whyOf(pack, request, progress);
            return false;
        });
    if (!played)
        return fail(played.error());
    return out;
}

}
