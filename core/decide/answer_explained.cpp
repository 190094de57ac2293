// SPDX-License-Identifier: Apache-2.0
#include "decide/answer_explained.h"

#include "base/json.h"
#include "decide/decide.h"

namespace ow::decide {

ExplainedAnswers::ExplainedAnswers(const CompiledPack& pack)
    : m_pack(pack)
    , m_explainer(pack)
{
}

Result<void> ExplainedAnswers::answer(
    std::string_view requestJson, std::string_view whatIf, Scratch& scratch, std::string& out)
{
    const Result<Request> request = readRequest(std::string(requestJson), m_pack);
    if (!request)
        return fail(request.error());
    Json document = writeDecision(decide(m_pack, *request, scratch, { true, true }), true);
    Json& explained = document["explain"] = writeExplanation(m_explainer.explain(*request));
    if (!whatIf.empty()) {
        const Result<OfferExplanation> offer = m_explainer.explain(*request, whatIf);
        if (!offer)
            return fail(offer.error());
        if (!offer->candidate)
            explained["not_candidate"] = writeExplanation(*offer);
        if (m_search == nullptr)
            m_search = std::make_unique<CounterfactualSearch>(m_pack);
        const Result<Counterfactual> found = m_search->find(*request, whatIf);
        if (!found)
            return fail(found.error());
        explained["counterfactual"] = writeCounterfactual(*found);
    }
    out += document.dump(-1, ' ', false, Json::error_handler_t::replace);
    return {};
}

Result<std::string> ExplainedAnswers::why(std::string_view requestJson, std::string_view offer)
{
    const Result<Request> request = readRequest(std::string(requestJson), m_pack);
    if (!request)
        return fail(request.error());
    const Result<OfferExplanation> explained = m_explainer.explain(*request, offer);
    if (!explained)
        return fail(explained.error());
    if (m_search == nullptr)
        m_search = std::make_unique<CounterfactualSearch>(m_pack);
    const Result<Counterfactual> found = m_search->find(*request, offer);
    if (!found)
        return fail(found.error());
    std::string out = std::string(request->customerId) + ", " + explained->offer + ": "
        + std::string(explained->candidate ? name(explained->verdict) : "not a candidate") + '\n';
    for (const Reason& reason : explained->reasons)
        out += "  " + reason.code() + ": " + reason.sentence + '\n';
    return out + "  " + found->sentence + '\n';
}

}
