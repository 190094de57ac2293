// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/object_fields.h"

#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

QString fieldName(const char* text) { return QCoreApplication::translate("fields", text); }

// Collects fields and leaves out empty ones.
class Fields {
public:
    void text(const char* name, const QString& value)
    {
        if (!value.isEmpty())
            m_all.push_back({ fieldName(name), value, false });
    }
    void text(const char* name, const std::string& value) { text(name, qs(value)); }
    void code(const char* name, const std::string& value)
    {
        if (!value.empty())
            m_all.push_back({ fieldName(name), qs(value), true });
    }
    void list(const char* name, const std::vector<std::string>& values)
    {
        QStringList all;
        for (const std::string& value : values)
            all << qs(value);
        text(name, all.join(u", "_s));
    }
    std::vector<Field> take() { return std::move(m_all); }

private:
    std::vector<Field> m_all;
};

QString scopeText(const model::Scope& scope)
{
    if (scope.of == model::Scope::Of::All)
        return fieldName(QT_TRANSLATE_NOOP("fields", "every offer"));
    QStringList names;
    for (const std::string& name : scope.names)
        names << word(name);
    return names.join(u", "_s);
}

QString number(double value) { return QString::number(value, 'g', 4); }

const auto byId = [](const std::string& id) { return [&id](const auto& item) { return item.id == id; }; };

template <typename List>
const auto* find(const List& list, const std::string& id)
{
    const auto found = std::ranges::find_if(list, byId(id));
    return found == list.end() ? nullptr : &*found;
}

void offer(Fields& f, const model::Draft& draft, const model::Offer& o)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Status"), word(name(o.status)));
    f.text(QT_TRANSLATE_NOOP("fields", "Kind"), word(name(o.kind)));
    f.text(QT_TRANSLATE_NOOP("fields", "Role"), word(name(o.role)));
    f.text(QT_TRANSLATE_NOOP("fields", "Tier"), word(name(o.tier)));
    f.text(QT_TRANSLATE_NOOP("fields", "Price"), money(o.price, draft.policy.currency));
    QStringList items;
    for (const model::OfferItem& item : o.items)
        items << (item.qty == 1 ? qs(item.sku) : u"%1 × %2"_s.arg(item.qty).arg(qs(item.sku)));
    f.text(QT_TRANSLATE_NOOP("fields", "Items"), items.join(u'\n'));
    f.list(QT_TRANSLATE_NOOP("fields", "Placements"), o.placements);
    f.text(QT_TRANSLATE_NOOP("fields", "Because"), o.because);
    f.code(QT_TRANSLATE_NOOP("fields", "Trigger"), o.trigger);
    f.code(QT_TRANSLATE_NOOP("fields", "Eligible when"), o.when);
    f.code(QT_TRANSLATE_NOOP("fields", "Propensity"), o.propensity);
}

void cell(Fields& f, const model::Draft& draft, const model::Cell& c)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Benefit"), c.benefit);
    QStringList offers;
    for (const model::CellOffer& in : c.offers) {
        const model::Offer* known = find(draft.policy.offers, in.offer);
        offers << u"%1 (%2)"_s.arg(
            qs(known && !known->name.empty() ? known->name : in.offer), number(in.fit));
    }
    f.text(QT_TRANSLATE_NOOP("fields", "Offers and their fit"), offers.join(u'\n'));
    const auto evidence = draft.evidence.find({ c.stage, c.motivation });
    if (evidence == draft.evidence.end())
        return;
    QStringList notes;
    for (const model::CellEvidence& e : evidence->second)
        notes << u"%1: %2"_s.arg(qs(e.kind), qs(e.text));
    f.text(QT_TRANSLATE_NOOP("fields", "Evidence"), notes.join(u'\n'));
}

void fact(Fields& f, const model::Fact& x)
{
    if (x.expr) {
        f.code(QT_TRANSLATE_NOOP("fields", "Expression"), *x.expr);
        return;
    }
    f.text(QT_TRANSLATE_NOOP("fields", "Counts"), qs(name(x.aggregate)));
    f.list(QT_TRANSLATE_NOOP("fields", "Event types"), x.types);
    f.code(QT_TRANSLATE_NOOP("fields", "Where"), x.where);
    f.code(QT_TRANSLATE_NOOP("fields", "Of"), x.of);
    if (x.window.ms > 0)
        f.text(QT_TRANSLATE_NOOP("fields", "Window"), duration(x.window));
}

QString endText(const model::EdgeEnd& end, const model::Catalogue* catalogue)
{
    if (end.family)
        return fieldName(QT_TRANSLATE_NOOP("fields", "Family %1")).arg(qs(end.key));
    const model::Product* product = catalogue ? catalogue->find(end.key) : nullptr;
    return product && !product->title.empty() ? u"%1 (%2)"_s.arg(qs(product->title), qs(end.key))
                                              : qs(end.key);
}

void edge(
    Fields& f, const model::Edge& e, const model::EdgeDecision& decision, const model::Catalogue* catalogue)
{
    f.text(QT_TRANSLATE_NOOP("fields", "From"), endText(e.from, catalogue));
    f.text(QT_TRANSLATE_NOOP("fields", "To"), endText(e.to, catalogue));
    f.text(QT_TRANSLATE_NOOP("fields", "Kind"), word(name(e.kind)));
    f.text(QT_TRANSLATE_NOOP("fields", "Role"), word(name(e.role)));
    f.text(QT_TRANSLATE_NOOP("fields", "Weight"), number(e.weight));
    f.text(QT_TRANSLATE_NOOP("fields", "Decision"),
        fieldName(decision.state == model::EdgeState::Accepted ? QT_TRANSLATE_NOOP("fields", "accepted")
                                                               : QT_TRANSLATE_NOOP("fields", "rejected")));
    f.text(QT_TRANSLATE_NOOP("fields", "Note"), decision.note);
}

void cap(Fields& f, const model::Cap& c)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Limit"), QString::number(c.limit));
    f.text(QT_TRANSLATE_NOOP("fields", "Counts"), word(name(c.count)));
    f.text(QT_TRANSLATE_NOOP("fields", "Within"),
        c.window         ? duration(*c.window)
            : c.calendar ? word(name(*c.calendar))
                         : QString());
    f.text(QT_TRANSLATE_NOOP("fields", "Applies to"), scopeText(c.scope));
}

void cooldown(Fields& f, const model::Cooldown& c)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Length"), duration(c.length));
    f.text(QT_TRANSLATE_NOOP("fields", "After"), word(name(c.after)));
    f.text(QT_TRANSLATE_NOOP("fields", "Applies to"), scopeText(c.scope));
    if (c.blocks)
        f.text(QT_TRANSLATE_NOOP("fields", "Blocks"), scopeText(*c.blocks));
}

void sequence(Fields& f, const model::SequenceRule& s)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Offer"), s.offer);
    f.text(QT_TRANSLATE_NOOP("fields", "After"), s.afterEvent.empty() ? s.afterOffer : s.afterEvent);
    f.text(QT_TRANSLATE_NOOP("fields", "Not before"), duration(s.min));
    if (s.max)
        f.text(QT_TRANSLATE_NOOP("fields", "Not after"), duration(*s.max));
}

void experiment(Fields& f, const model::Experiment& e)
{
    f.text(QT_TRANSLATE_NOOP("fields", "Offer"), e.offer);
    QStringList arms;
    for (const model::Arm& arm : e.arms)
        arms << u"%1 %2"_s.arg(qs(arm.id), percent(double(arm.shareBp) / 10'000, 0));
    f.text(QT_TRANSLATE_NOOP("fields", "Arms"), arms.join(u'\n'));
}

}

std::vector<Field> fieldsOf(
    const model::Draft& draft, const store::ObjectKey& key, const model::Catalogue* catalogue)
{
    const model::Policy& p = draft.policy;
    Fields f;
    if (key.kind == "offer") {
        if (const auto* o = find(p.offers, key.id))
            offer(f, draft, *o);
    } else if (key.kind == "cell") {
        const auto found = std::ranges::find_if(
            p.matrix, [&](const model::Cell& c) { return store::cellId(c.stage, c.motivation) == key.id; });
        if (found != p.matrix.end())
            cell(f, draft, *found);
    } else if (key.kind == "fact") {
        if (const auto* x = find(p.facts, key.id))
            fact(f, *x);
    } else if (key.kind == "edge") {
        if (const auto found = draft.edges.find(key.id); found != draft.edges.end())
            edge(f, found->second.first, found->second.second, catalogue);
    } else if (key.kind == "stage" || key.kind == "motivation") {
        if (const auto* c = find(key.kind == "stage" ? p.stages : p.motivations, key.id))
            f.code(QT_TRANSLATE_NOOP("fields", "When"), c->when);
    } else if (key.kind == "suppression") {
        if (const auto* s = find(p.suppress, key.id)) {
            f.text(QT_TRANSLATE_NOOP("fields", "Reason"), s->reason);
            f.code(QT_TRANSLATE_NOOP("fields", "When"), s->when);
            f.text(QT_TRANSLATE_NOOP("fields", "Applies to"), scopeText(s->scope));
        }
    } else if (key.kind == "cap") {
        if (const auto* c = find(p.caps, key.id))
            cap(f, *c);
    } else if (key.kind == "cooldown") {
        if (const auto* c = find(p.cooldowns, key.id))
            cooldown(f, *c);
    } else if (key.kind == "sequence") {
        if (const auto* s = find(p.sequence, key.id))
            sequence(f, *s);
    } else if (key.kind == "exclusive") {
        if (const auto* g = find(p.exclusive, key.id)) {
            f.list(QT_TRANSLATE_NOOP("fields", "Offers"), g->offers);
            f.text(QT_TRANSLATE_NOOP("fields", "Window"), duration(g->window));
        }
    } else if (key.kind == "placement") {
        if (const auto* s = find(p.placements, key.id)) {
            f.text(QT_TRANSLATE_NOOP("fields", "Channel"), s->channel);
            f.text(QT_TRANSLATE_NOOP("fields", "Offers at most"), QString::number(s->maxOffers));
        }
    } else if (key.kind == "channel") {
        if (const auto* c = find(p.channels, key.id))
            f.code(QT_TRANSLATE_NOOP("fields", "Consent"), c->consent);
    } else if (key.kind == "experiment") {
        if (const auto* e = find(p.experiments, key.id))
            experiment(f, *e);
    } else if (key.kind == "guarantee") {
        if (const auto* g = find(p.guarantees, key.id)) {
            f.text(QT_TRANSLATE_NOOP("fields", "Guarantee"), g->text);
            f.code(QT_TRANSLATE_NOOP("fields", "Never"), g->never);
        }
    } else if (key.kind == "learning") {
        if (const auto* l = find(draft.learnings, key.id)) {
            f.text(QT_TRANSLATE_NOOP("fields", "Offer"), l->offer);
            f.text(QT_TRANSLATE_NOOP("fields", "We believed"), l->believed);
            f.text(QT_TRANSLATE_NOOP("fields", "We saw"), l->saw);
            f.text(QT_TRANSLATE_NOOP("fields", "We do next"), l->next);
        }
    }
    return f.take();
}

QString titleOf(const model::Draft& draft, const store::ObjectKey& key, const model::Catalogue& catalogue)
{
    const auto found = draft.edges.find(key.id);
    if (key.kind != "edge" || found == draft.edges.end())
        return objectInfo(draft, key).title;
    const model::Edge& edge = found->second.first;
    const auto called = [&](const model::EdgeEnd& end) {
        const model::Product* product = end.family ? nullptr : catalogue.find(end.key);
        return qs(product && !product->title.empty() ? product->title : end.key);
    };
    return called(edge.from) + (edge.kind == model::EdgeKind::Substitute ? u" ↔ "_s : u" → "_s)
        + called(edge.to);
}

std::vector<Field> fieldsOf(const model::Product& product, const std::string& currency)
{
    Fields f;
    f.text(QT_TRANSLATE_NOOP("fields", "SKU"), product.sku);
    f.text(QT_TRANSLATE_NOOP("fields", "Family"), product.family);
    f.text(QT_TRANSLATE_NOOP("fields", "Category"), product.category);
    f.text(QT_TRANSLATE_NOOP("fields", "Price"), money(product.price, currency));
    if (product.cost.minor != 0) {
        f.text(QT_TRANSLATE_NOOP("fields", "Cost"), money(product.cost, currency));
        if (product.price.minor > 0)
            f.text(QT_TRANSLATE_NOOP("fields", "Margin"),
                percent(double(product.price.minor - product.cost.minor) / double(product.price.minor)));
    }
    if (product.stock)
        f.text(QT_TRANSLATE_NOOP("fields", "In stock"), count(*product.stock));
    if (product.depletion.ms > 0)
        f.text(QT_TRANSLATE_NOOP("fields", "Lasts"), duration(product.depletion));
    f.list(QT_TRANSLATE_NOOP("fields", "Tags"), product.tags);
    return f.take();
}

std::vector<ObjectInfo> usesOf(const model::Draft& draft, const Selection& selection)
{
    std::vector<ObjectInfo> uses;
    const auto add = [&](const char* kind, const std::string& id) {
        uses.push_back(objectInfo(draft, { kind, id }));
    };
    const model::Policy& p = draft.policy;
    if (selection.kind == Selection::Kind::Product) {
        for (const model::Offer& o : p.offers)
            if (std::ranges::any_of(o.items, [&](const auto& item) { return item.sku == selection.id; }))
                add("offer", o.id);
        for (const auto& [id, e] : draft.edges)
            if ((!e.first.from.family && e.first.from.key == selection.id)
                || (!e.first.to.family && e.first.to.key == selection.id))
                add("edge", id);
        return uses;
    }
    const std::string& id = selection.object.id;
    if (selection.object.kind == "offer") {
        for (const model::Cell& c : p.matrix)
            if (std::ranges::any_of(c.offers, [&](const auto& in) { return in.offer == id; }))
                add("cell", store::cellId(c.stage, c.motivation));
        for (const model::SequenceRule& s : p.sequence)
            if (s.offer == id || s.afterOffer == id)
                add("sequence", s.id);
        for (const model::ExclusiveGroup& g : p.exclusive)
            if (std::ranges::find(g.offers, id) != g.offers.end())
                add("exclusive", g.id);
        for (const model::Experiment& e : p.experiments)
            if (e.offer == id)
                add("experiment", e.id);
        for (const model::Learning& l : draft.learnings)
            if (l.offer == id)
                add("learning", l.id);
    } else if (selection.object.kind == "stage" || selection.object.kind == "motivation") {
        for (const model::Cell& c : p.matrix)
            if (c.stage == id || c.motivation == id)
                add("cell", store::cellId(c.stage, c.motivation));
    } else if (selection.object.kind == "placement") {
        for (const model::Offer& o : p.offers)
            if (std::ranges::find(o.placements, id) != o.placements.end())
                add("offer", o.id);
    }
    return uses;
}

}
