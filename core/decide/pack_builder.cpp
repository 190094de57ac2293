// SPDX-License-Identifier: Apache-2.0
#include "decide/pack_builder.h"

#include "base/text.h"
#include "decide/conjuncts.h"
#include "decide/validate.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

namespace {

/// A default as its declared type: whoever builds a pack without JSON may write 1 for 1.0.
expr::Value valueOf(const model::Attribute& attribute)
{
    const model::AttributeValue& value = attribute.defaultValue;
    if (const auto* s = std::get_if<std::string>(&value))
        return expr::Value::of(std::string_view(*s));
    if (const auto* b = std::get_if<bool>(&value))
        return expr::Value::of(*b);
    if (const auto* i = std::get_if<std::int64_t>(&value))
        return attribute.type == model::AttributeType::Double ? expr::Value::of(double(*i))
                                                              : expr::Value::of(*i);
    return expr::Value::of(std::get<double>(value));
}

}

PackBuilder::PackBuilder(const model::Pack& pack, Find find)
    : m_out(new CompiledPack(pack))
    , m_find(find)
{
}

std::shared_ptr<const CompiledPack> PackBuilder::build()
{
    CompiledPack& p = *m_out;
    for (std::size_t i = 0; i < p.pack.customerAttributes.size(); ++i)
        p.m_customerAttributes.emplace(p.pack.customerAttributes[i].name, Index(i));
    for (std::size_t i = 0; i < p.pack.contextAttributes.size(); ++i)
        p.m_contextAttributes.emplace(p.pack.contextAttributes[i].name, Index(i));
    for (const auto* list : { &p.pack.customerAttributes, &p.pack.contextAttributes }) {
        for (const model::Attribute& a : *list)
            p.defaults.push_back(valueOf(a));
    }
    eventType("purchased"); // CompiledPack::purchased, ::returned
    eventType("returned");
    buildProducts();
    buildFacts();
    buildPlacements();
    buildOffers();
    buildEdges();
    buildNeeds();
    buildRules();
    buildSequence();
    buildExperiments();
    buildGuarantees();
    std::vector<TriggerIndex::Trigger> triggers;
    for (const Index offer : p.triggered)
        triggers.push_back({ offer, &p.offers[offer].trigger.conjuncts });
    p.triggers = TriggerIndex(triggers, p.predicates, { p.nameSlots.offer, p.nameSlots.anchor });
    if (m_errors.empty())
        p.paths = Paths(p);
    return m_out;
}

void PackBuilder::error(std::string at, std::string message)
{
    m_errors.push_back({ ErrorCode::InvalidInput, std::move(message), std::move(at) });
}
void PackBuilder::warn(std::string at, std::string message)
{
    m_warnings.push_back({ ErrorCode::InvalidInput, std::move(message), std::move(at) });
}

void PackBuilder::dangling(
    std::string at, std::string_view what, std::string_view name, const CompiledPack::Names& known)
{
    std::vector<std::string> names;
    for (const auto& [key, value] : known)
        names.push_back(key);
    std::ranges::sort(names);
    const std::string near = closest(name, names);
    error(std::move(at),
        fmt::format("There is no {} \"{}\"{}", what, name.substr(0, 80),
            near.empty() ? std::string() : fmt::format("; did you mean \"{}\"?", near)));
}

Index PackBuilder::reference(
    const CompiledPack::Names& known, std::string_view name, std::string_view what, std::string at)
{
    const Index found = known.index(name);
    if (found == none)
        dangling(std::move(at), what, name, known);
    return found;
}

Index PackBuilder::eventType(const std::string& type)
{
    return m_out->m_eventTypes.emplace(type, Index(m_out->m_eventTypes.size())).first->second;
}

const expr::Vocabulary& PackBuilder::at(expr::Place place)
{
    const auto found = m_vocabularies.find(place);
    return found != m_vocabularies.end()
        ? found->second
        : m_vocabularies.emplace(place, m_out->names.at(place)).first->second;
}

std::optional<expr::Program> PackBuilder::program(const std::string& text, const expr::Vocabulary& names,
    std::optional<expr::Kind> wanted, const std::string& at)
{
    if (m_find == Find::Warnings) {
        for (const expr::Problem& problem : expr::check(text, names, wanted).problems) {
            if (!problem.isError())
                m_warnings.push_back(problem.toError(at));
        }
    }
    auto compiled = expr::compile(text, names, wanted);
    if (compiled)
        return std::move(*compiled);
    m_errors.push_back(compiled.error().toError(at));
    return std::nullopt;
}

Condition PackBuilder::condition(
    const std::string& text, const expr::Vocabulary& names, const std::string& at)
{
    Condition out;
    std::optional<expr::Program> compiled = program(text, names, expr::Kind::Bool, at);
    if (!compiled)
        return out;
    out.program = std::move(*compiled);
    if (const expr::Value* constant = out.program.constant()) {
        out.always = constant->isTrue();
        out.never = !out.always;
    }
    const expr::SlotMap& slots = m_out->nameSlots;
    out.readsOffer = std::ranges::any_of(
        out.program.reads(), [&](std::uint32_t slot) { return slot >= slots.offer && slot < slots.facts; });
    if (!out.always && !out.never)
        ConjunctSplitter(m_out->predicates, slots, m_sureFacts).split(names, out);
    return out;
}

Scope PackBuilder::scope(const model::Scope& source, const std::string& at)
{
    using Of = model::Scope::Of;
    const CompiledPack& p = *m_out;
    Scope out;
    if (source.of == Of::All)
        return out;
    out.by = source.of == Of::Channels ? Scope::By::Placement : Scope::By::Offer;
    out.members.resize(out.by == Scope::By::Placement ? p.pack.placements.size() : p.offers.size());
    for (std::size_t i = 0; i < source.names.size(); ++i) {
        const std::string& wanted = source.names[i];
        if (source.of == Of::Channels)
            reference(m_channels, wanted, "channel", fmt::format("{}.channels[{}]", at, i));
        if (source.of == Of::Offers)
            reference(p.m_offers, wanted, "offer", fmt::format("{}.offers[{}]", at, i));
        for (std::size_t k = 0; k < out.members.size(); ++k) {
            const auto isIt = [&] {
                if (source.of == Of::Channels)
                    return p.pack.placements[k].channel == wanted;
                const model::Offer& offer = *p.offers[k].source;
                switch (source.of) {
                case Of::Offers:
                    return offer.id == wanted;
                case Of::Roles:
                    return model::name(offer.role) == wanted;
                case Of::Kinds:
                    return model::name(offer.kind) == wanted;
                default:
                    return model::name(offer.mission) == wanted;
                }
            };
            if (isIt())
                out.members[k] = true;
        }
    }
    return out;
}

CompiledPack::CompiledPack(const model::Pack& source)
    : pack(source)
    , names(pack)
    , nameSlots(names.slotMap())
    , decimals(currencyDecimals(pack.currency))
    , customerTable(pack.customerAttributes)
    , contextTable(pack.contextAttributes)
{
}

bool CompiledPack::substitutes(Index a, Index b) const
{
    if (m_substitutes.empty())
        return false;
    const Index endsA[] = { a, Index(products.size()) + products[a].family };
    const Index endsB[] = { b, Index(products.size()) + products[b].family };
    for (const Index x : endsA) {
        for (const Index y : endsB) {
            if (m_substitutes.contains(std::uint64_t(x) << 32 | y))
                return true;
        }
    }
    return false;
}

std::vector<Error> validate(const model::Pack& pack)
{
    PackBuilder builder(pack);
    builder.build();
    return builder.errors();
}

std::vector<Error> warnings(const model::Pack& pack)
{
    PackBuilder builder(pack, PackBuilder::Find::Warnings);
    builder.build();
    return builder.warnings();
}

Result<std::shared_ptr<const CompiledPack>> compile(const model::Pack& pack)
{
    PackBuilder builder(pack);
    std::shared_ptr<const CompiledPack> out = builder.build();
    if (!builder.errors().empty())
        return fail(builder.errors().front());
    return out;
}

}
