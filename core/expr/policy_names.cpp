// SPDX-License-Identifier: Apache-2.0
#include "expr/policy_names.h"

#include "expr/expression.h"

namespace ow::expr {

namespace {

using enum Kind;
using Fields = std::vector<std::pair<const char*, Type>>;

const Type strings = Type::list(String);

const Fields productFields { { "sku", String }, { "title", String }, { "family", String },
    { "category", String }, { "price", Int }, { "cost", Int }, { "stock", Int }, { "tags", strings } };
const Fields placementFields { { "id", String }, { "channel", String }, { "high_intent", Bool } };
const Fields cartFields { { "skus", strings }, { "families", strings }, { "categories", strings },
    { "value", Int }, { "size", Int }, { "margin_bp", Int } };
const Fields ownedFields { { "skus", strings }, { "families", strings } };
const Fields eventFields { { "type", String }, { "sku", String }, { "family", String },
    { "category", String }, { "qty", Int }, { "value", Int }, { "channel", String }, { "session", String },
    { "text", String }, { "at", Timestamp } };
const Fields offerFields { { "id", String }, { "name", String }, { "kind", String }, { "role", String },
    { "tier", String }, { "mission", String }, { "price", Int }, { "list_price", Int },
    { "discount_bp", Int }, { "margin", Int }, { "margin_bp", Int } };
const Fields candidateFields { { "fit", Double }, { "propensity", Double }, { "origin", String } };

Kind kindOf(model::AttributeType type)
{
    switch (type) {
    case model::AttributeType::Bool:
        return Bool;
    case model::AttributeType::Int:
        return Int;
    case model::AttributeType::Double:
        return Double;
    case model::AttributeType::String:
        return String;
    }
    return Any;
}

void addTo(Vocabulary& vocabulary, const std::vector<Name>& names)
{
    for (const Name& name : names)
        vocabulary.add(name);
}

}

Kind wantedKind(Place place)
{
    switch (place) {
    case Place::FactExpression:
        return Any;
    case Place::Rank:
        return Double;
    default:
        return Bool;
    }
}

PolicyNames::PolicyNames(const model::Policy& policy)
{
    m_slots.customer = m_slots.count;
    addAttributes("customer", policy.customerAttributes, m_everywhere);
    m_slots.context = m_slots.count;
    addAttributes("context", policy.contextAttributes, m_everywhere);
    m_slots.now = m_slots.count;
    m_everywhere.push_back({ "now", Timestamp, {}, m_slots.count++ });
    m_slots.focus = addGroup("focus", productFields, m_everywhere);
    m_slots.cart = addGroup("cart", cartFields, m_everywhere);
    m_slots.owned = addGroup("owned", ownedFields, m_everywhere);
    m_slots.placement = addGroup("placement", placementFields, m_placement);
    m_slots.event = addGroup("event", eventFields, m_event);
    m_slots.stage = m_slots.count;
    m_stage.push_back({ "stage", String, {}, m_slots.count++ });
    m_slots.motivation = m_slots.count;
    m_stage.push_back({ "motivation", String, {}, m_slots.count++ });
    m_slots.offer = addGroup("offer", offerFields, m_offer);
    m_slots.anchor = addGroup("anchor", productFields, m_anchor);
    m_slots.candidate = addGroup("candidate", candidateFields, m_candidate);
    m_slots.facts = m_slots.count;
    m_slots.count += std::uint32_t(policy.facts.size());
    for (std::size_t i = 0; i < policy.facts.size(); ++i) {
        const model::Fact& fact = policy.facts[i];
        const Type type = fact.expr ? check(*fact.expr, at(Place::FactExpression, i)).type : Type(Int);
        m_factTypes.push_back(type);
        m_facts.push_back({ "facts." + fact.id, type, {}, m_slots.facts + std::uint32_t(i) });
    }
}

void PolicyNames::addAttributes(
    const char* group, const std::vector<model::Attribute>& attributes, std::vector<Name>& out)
{
    for (const model::Attribute& a : attributes)
        out.push_back({ std::string(group) + '.' + a.name, kindOf(a.type), a.values, m_slots.count++ });
}

std::uint32_t PolicyNames::addGroup(const char* group, const Fields& fields, std::vector<Name>& out)
{
    const std::uint32_t first = m_slots.count;
    for (const auto& [field, type] : fields)
        out.push_back({ std::string(group) + '.' + field, type, {}, m_slots.count++ });
    return first;
}

Vocabulary PolicyNames::at(Place place, std::size_t factsBefore) const
{
    Vocabulary out;
    addTo(out, m_everywhere);
    for (std::size_t i = 0; i < std::min(factsBefore, m_facts.size()); ++i)
        out.add(m_facts[i]);
    const bool inFact = place == Place::FactExpression || place == Place::FactEvent;
    if (!inFact)
        addTo(out, m_placement);
    if (place == Place::FactEvent || place == Place::SequenceEvent)
        addTo(out, m_event);
    if (!inFact && place != Place::Condition && place != Place::Consent)
        addTo(out, m_stage);
    if (place == Place::Offer || place == Place::Suppress || place == Place::Rank
        || place == Place::Guarantee)
        addTo(out, m_offer);
    if (place == Place::Offer || place == Place::Rank)
        addTo(out, m_anchor);
    if (place == Place::Rank)
        addTo(out, m_candidate);
    return out;
}

Vocabulary vocabularyFor(const model::Policy& policy, Place place, std::size_t factsBefore)
{
    return PolicyNames(policy).at(place, factsBefore);
}

}
