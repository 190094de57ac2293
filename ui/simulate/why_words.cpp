// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/why_words.h"

#include "ui/rules/rule_sentences.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ow::ui {

namespace {

struct Why {
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

std::pair<std::string, std::string> split(const std::string& reason)
{
    const auto colon = reason.find(':');
    return colon == std::string::npos ? std::pair { reason, std::string() }
                                      : std::pair { reason.substr(0, colon), reason.substr(colon + 1) };
}

template <typename T>
const T* byId(const std::vector<T>& rules, const std::string& id)
{
    const auto it = std::find_if(rules.begin(), rules.end(), [&](const T& rule) { return rule.id == id; });
    return it == rules.end() ? nullptr : &*it;
}

template <typename T>
QString ruleSentence(
    const std::vector<T>& rules, const std::string& id, const model::Draft& draft, const QString& kind)
{
    const T* rule = byId(rules, id);
    return rule == nullptr ? QStringLiteral("%1 “%2”").arg(kind, qs(id)) : sentence(*rule, draft);
}

}

QString whyNot(const std::string& reason, const model::Draft& draft, const std::string& offerId)
{
    const auto [kind, id] = split(reason);
    const model::Policy& policy = draft.policy;
    const model::Offer* offer = byId(policy.offers, offerId);
    if (kind == "status")
        return offer != nullptr ? Why::tr("It is not active: %1.").arg(word(offer->status))
                                : Why::tr("It is not active.");
    if (kind == "validity")
        return Why::tr("It is not valid at this time.");
    if (kind == "placement")
        return Why::tr("It is not meant for this placement, or a bundle at a place of low intent.");
    if (kind == "consent")
        return Why::tr("The customer has not agreed to this channel.");
    if (kind == "suppress")
        return Why::tr("Suppressed: %1").arg(ruleSentence(policy.suppress, id, draft, Why::tr("rule")));
    if (kind == "when")
        return offer != nullptr ? Why::tr("Its own condition does not hold: %1").arg(qs(offer->when))
                                : Why::tr("Its own condition does not hold.");
    if (kind == "owned")
        return Why::tr("The customer owns it already.");
    if (kind == "substitute")
        return Why::tr("A substitute of it is in the cart or was bought.");
    if (kind == "stock")
        return Why::tr("Not enough in stock.");
    if (kind == "margin")
        return Why::tr("Below the smallest margin of the guardrails.");
    if (kind == "discount")
        return Why::tr("Above the largest discount of the guardrails.");
    if (kind == "cap")
        return Why::tr("Cap reached: %1").arg(ruleSentence(policy.caps, id, draft, Why::tr("cap")));
    if (kind == "cooldown")
        return Why::tr("Cooling down: %1")
            .arg(ruleSentence(policy.cooldowns, id, draft, Why::tr("cooldown")));
    if (kind == "sequence")
        return Why::tr("Not its time in the sequence: %1")
            .arg(ruleSentence(policy.sequence, id, draft, Why::tr("sequence")));
    if (kind == "exclusive")
        return Why::tr("Another offer of its group was shown: %1")
            .arg(ruleSentence(policy.exclusive, id, draft, Why::tr("group")));
    if (kind == "propensity")
        return Why::tr("Its propensity cannot be computed here.");
    if (kind == "score")
        return Why::tr("Its score cannot be computed here.");
    if (kind == "floor")
        return Why::tr("Its score is below the floor: asking would not help enough.");
    if (kind == "outranked")
        return Why::tr("It may be shown, but something better took its place.");
    return qs(reason);
}

QString whyNotShort(const std::string& reason)
{
    const auto [kind, id] = split(reason);
    static const std::map<std::string, const char*> words { { "status",
                                                                QT_TRANSLATE_NOOP("WhyNot", "Not active") },
        { "validity", QT_TRANSLATE_NOOP("WhyNot", "Not valid now") },
        { "placement", QT_TRANSLATE_NOOP("WhyNot", "Other placement") },
        { "consent", QT_TRANSLATE_NOOP("WhyNot", "No consent") },
        { "suppress", QT_TRANSLATE_NOOP("WhyNot", "Suppressed") },
        { "when", QT_TRANSLATE_NOOP("WhyNot", "Own condition") },
        { "owned", QT_TRANSLATE_NOOP("WhyNot", "Owned already") },
        { "substitute", QT_TRANSLATE_NOOP("WhyNot", "Substitute in play") },
        { "stock", QT_TRANSLATE_NOOP("WhyNot", "Out of stock") },
        { "margin", QT_TRANSLATE_NOOP("WhyNot", "Margin too low") },
        { "discount", QT_TRANSLATE_NOOP("WhyNot", "Discount too deep") },
        { "cap", QT_TRANSLATE_NOOP("WhyNot", "Cap") },
        { "cooldown", QT_TRANSLATE_NOOP("WhyNot", "Cooldown") },
        { "sequence", QT_TRANSLATE_NOOP("WhyNot", "Sequence") },
        { "exclusive", QT_TRANSLATE_NOOP("WhyNot", "Exclusive group") },
        { "propensity", QT_TRANSLATE_NOOP("WhyNot", "No propensity") },
        { "score", QT_TRANSLATE_NOOP("WhyNot", "No score") },
        { "floor", QT_TRANSLATE_NOOP("WhyNot", "Below the floor") } };
    const auto it = words.find(kind);
    const QString text = it == words.end() ? qs(kind) : Why::tr(it->second);
    return id.empty() ? text : QStringLiteral("%1 %2").arg(text, qs(id));
}

QString noneBecauseWords(const std::string& reason)
{
    if (reason == "no_candidate")
        return Why::tr(
            "Nothing fits this moment: neither the matrix, nor the graph, nor a trigger names an offer.");
    if (reason == "below_floor")
        return Why::tr("Nothing would help enough. Not asking is an answer too.");
    if (reason == "all_blocked")
        return Why::tr("Everything that fits is blocked by a rule.");
    return qs(reason);
}

QString originWords(const std::string& origin)
{
    if (origin == "matrix")
        return Why::tr("from the need-state matrix");
    if (origin == "adjacency")
        return Why::tr("from the adjacency graph");
    if (origin == "trigger")
        return Why::tr("by its trigger");
    return qs(origin);
}

}
