// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/objects.h"

#include "ui/shell/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

struct KindRow {
    std::string_view kind;
    const char* name;
    const char* plural;
    const char* icon;
    const char* screen;
};

constexpr KindRow Kinds[] = {
    { "settings", QT_TRANSLATE_NOOP("objects", "Project settings"),
        QT_TRANSLATE_NOOP("objects", "Project settings"), "rules", "rules" },
    { "stage", QT_TRANSLATE_NOOP("objects", "Stage"), QT_TRANSLATE_NOOP("objects", "Stages"), "needs",
        "needs" },
    { "motivation", QT_TRANSLATE_NOOP("objects", "Motivation"), QT_TRANSLATE_NOOP("objects", "Motivations"),
        "needs", "needs" },
    { "cell", QT_TRANSLATE_NOOP("objects", "Cell"), QT_TRANSLATE_NOOP("objects", "Cells"), "needs", "needs" },
    { "edge", QT_TRANSLATE_NOOP("objects", "Edge"), QT_TRANSLATE_NOOP("objects", "Edges"), "adjacency",
        "adjacency" },
    { "offer", QT_TRANSLATE_NOOP("objects", "Offer"), QT_TRANSLATE_NOOP("objects", "Offers"), "offers",
        "offers" },
    { "fact", QT_TRANSLATE_NOOP("objects", "Fact"), QT_TRANSLATE_NOOP("objects", "Facts"), "event", "rules" },
    { "suppression", QT_TRANSLATE_NOOP("objects", "Suppression"),
        QT_TRANSLATE_NOOP("objects", "Suppressions"), "rules", "rules" },
    { "cap", QT_TRANSLATE_NOOP("objects", "Cap"), QT_TRANSLATE_NOOP("objects", "Caps"), "rules", "rules" },
    { "cooldown", QT_TRANSLATE_NOOP("objects", "Cooldown"), QT_TRANSLATE_NOOP("objects", "Cooldowns"),
        "clock", "rules" },
    { "sequence", QT_TRANSLATE_NOOP("objects", "Sequence"), QT_TRANSLATE_NOOP("objects", "Sequences"),
        "rules", "rules" },
    { "exclusive", QT_TRANSLATE_NOOP("objects", "Exclusive group"),
        QT_TRANSLATE_NOOP("objects", "Exclusive groups"), "rules", "rules" },
    { "placement", QT_TRANSLATE_NOOP("objects", "Placement"), QT_TRANSLATE_NOOP("objects", "Placements"),
        "target", "rules" },
    { "channel", QT_TRANSLATE_NOOP("objects", "Channel"), QT_TRANSLATE_NOOP("objects", "Channels"), "link",
        "rules" },
    { "customer_attribute", QT_TRANSLATE_NOOP("objects", "Customer attribute"),
        QT_TRANSLATE_NOOP("objects", "Customer attributes"), "customer", "rules" },
    { "context_attribute", QT_TRANSLATE_NOOP("objects", "Context attribute"),
        QT_TRANSLATE_NOOP("objects", "Context attributes"), "info", "rules" },
    { "experiment", QT_TRANSLATE_NOOP("objects", "Experiment"), QT_TRANSLATE_NOOP("objects", "Experiments"),
        "sample", "scorecards" },
    { "guarantee", QT_TRANSLATE_NOOP("objects", "Guarantee"), QT_TRANSLATE_NOOP("objects", "Guarantees"),
        "shield", "rules" },
    { "learning", QT_TRANSLATE_NOOP("objects", "Learning"), QT_TRANSLATE_NOOP("objects", "Learnings"), "note",
        "scorecards" },
    { "title", QT_TRANSLATE_NOOP("objects", "Title"), QT_TRANSLATE_NOOP("objects", "Titles"), "note",
        "rules" },
};

constexpr const char* Words[] = { QT_TRANSLATE_NOOP("objects", "single"),
    QT_TRANSLATE_NOOP("objects", "bundle"), QT_TRANSLATE_NOOP("objects", "service"),
    QT_TRANSLATE_NOOP("objects", "upgrade"), QT_TRANSLATE_NOOP("objects", "draft"),
    QT_TRANSLATE_NOOP("objects", "active"), QT_TRANSLATE_NOOP("objects", "paused"),
    QT_TRANSLATE_NOOP("objects", "killed"), QT_TRANSLATE_NOOP("objects", "retired"),
    QT_TRANSLATE_NOOP("objects", "protect"), QT_TRANSLATE_NOOP("objects", "power"),
    QT_TRANSLATE_NOOP("objects", "personalize"), QT_TRANSLATE_NOOP("objects", "replenish"),
    QT_TRANSLATE_NOOP("objects", "expand"), QT_TRANSLATE_NOOP("objects", "launch"),
    QT_TRANSLATE_NOOP("objects", "starter"), QT_TRANSLATE_NOOP("objects", "advanced"),
    QT_TRANSLATE_NOOP("objects", "pro"), QT_TRANSLATE_NOOP("objects", "complement"),
    QT_TRANSLATE_NOOP("objects", "substitute"), QT_TRANSLATE_NOOP("objects", "shown"),
    QT_TRANSLATE_NOOP("objects", "clicked"), QT_TRANSLATE_NOOP("objects", "accepted"),
    QT_TRANSLATE_NOOP("objects", "declined"), QT_TRANSLATE_NOOP("objects", "returned"),
    QT_TRANSLATE_NOOP("objects", "hour"), QT_TRANSLATE_NOOP("objects", "day"),
    QT_TRANSLATE_NOOP("objects", "week"), QT_TRANSLATE_NOOP("objects", "month") };

QString translated(const char* text) { return QCoreApplication::translate("objects", text); }

const KindRow* rowOf(std::string_view kind)
{
    for (const KindRow& row : Kinds)
        if (row.kind == kind)
            return &row;
    return nullptr;
}

ObjectInfo info(std::string_view kind, const std::string& id, const QString& title)
{
    ObjectInfo result { { std::string(kind), id }, title, kindName(kind), u"info"_s, u"home"_s };
    if (const KindRow* row = rowOf(kind)) {
        result.icon = QString::fromLatin1(row->icon);
        result.screen = QString::fromLatin1(row->screen);
    }
    return result;
}

QString edgeTitle(const model::Edge& edge)
{
    return qs(edge.from.key) + (edge.kind == model::EdgeKind::Substitute ? u" ↔ "_s : u" → "_s)
        + qs(edge.to.key);
}

// What is not in the draft (any more, or not accepted) is still called by its ends, its row and column.
QString titleFromId(const model::Draft& draft, const store::ObjectKey& key)
{
    const QStringList parts = qs(key.id).split(u'|');
    if (key.kind == "cell" && parts.size() == 2)
        return cellTitle(draft, ss(parts[0]), ss(parts[1]));
    if (key.kind == "edge" && parts.size() == 3) {
        const auto from = model::EdgeEnd::parse(ss(parts[1]));
        const auto to = model::EdgeEnd::parse(ss(parts[2]));
        if (from && to)
            return edgeTitle({ *from, *to,
                parts[0] == "substitute"_L1 ? model::EdgeKind::Substitute : model::EdgeKind::Complement, {},
                {} });
    }
    return titleOf(draft, key.id);
}

// Everything with an id of its own that is its title too.
template <typename List>
void addPlain(std::vector<ObjectInfo>& to, const model::Draft& draft, std::string_view kind, const List& list)
{
    for (const auto& item : list)
        to.push_back(info(kind, item.id, titleOf(draft, item.id)));
}

}

QString kindName(std::string_view kind)
{
    const KindRow* row = rowOf(kind);
    return row ? translated(row->name) : qs(kind);
}

QString kindPlural(std::string_view kind)
{
    const KindRow* row = rowOf(kind);
    return row ? translated(row->plural) : qs(kind);
}

QString titleOf(const model::Draft& draft, const std::string& id)
{
    const auto found = draft.titles.find(id);
    return found == draft.titles.end() || found->second.empty() ? qs(id) : qs(found->second);
}

QString cellTitle(const model::Draft& draft, const std::string& stage, const std::string& motivation)
{
    return titleOf(draft, stage) + u" × "_s + titleOf(draft, motivation);
}

QString word(std::string_view name)
{
    for (const char* known : Words)
        if (name == known)
            return translated(known);
    return qs(name);
}

std::vector<ObjectInfo> objectsOf(const model::Draft& draft)
{
    const model::Policy& policy = draft.policy;
    std::vector<ObjectInfo> all;
    addPlain(all, draft, "stage", policy.stages);
    addPlain(all, draft, "motivation", policy.motivations);
    for (const model::Cell& cell : policy.matrix)
        all.push_back(info("cell", store::cellId(cell.stage, cell.motivation),
            cellTitle(draft, cell.stage, cell.motivation)));
    for (const auto& [id, edge] : draft.edges)
        all.push_back(info("edge", id, edgeTitle(edge.first)));
    for (const model::Offer& offer : policy.offers)
        all.push_back(info("offer", offer.id, offer.name.empty() ? qs(offer.id) : qs(offer.name)));
    addPlain(all, draft, "fact", policy.facts);
    addPlain(all, draft, "suppression", policy.suppress);
    addPlain(all, draft, "cap", policy.caps);
    addPlain(all, draft, "cooldown", policy.cooldowns);
    addPlain(all, draft, "sequence", policy.sequence);
    addPlain(all, draft, "exclusive", policy.exclusive);
    addPlain(all, draft, "placement", policy.placements);
    addPlain(all, draft, "channel", policy.channels);
    for (const model::Attribute& attribute : policy.customerAttributes)
        all.push_back(info("customer_attribute", attribute.name, qs(attribute.name)));
    for (const model::Attribute& attribute : policy.contextAttributes)
        all.push_back(info("context_attribute", attribute.name, qs(attribute.name)));
    addPlain(all, draft, "experiment", policy.experiments);
    for (const model::Guarantee& guarantee : policy.guarantees)
        all.push_back(
            info("guarantee", guarantee.id, guarantee.text.empty() ? qs(guarantee.id) : qs(guarantee.text)));
    for (const model::Learning& learning : draft.learnings)
        all.push_back(info("learning", learning.id, qs(learning.saw.empty() ? learning.id : learning.saw)));
    return all;
}

ObjectInfo objectInfo(const model::Draft& draft, const store::ObjectKey& key)
{
    if (key.kind == "settings")
        return info("settings", key.id, kindName("settings"));
    for (ObjectInfo& object : objectsOf(draft))
        if (object.key == key)
            return object;
    return info(key.kind, key.id, titleFromId(draft, key));
}

}
