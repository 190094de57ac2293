// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/because_preview.h"

#include "decide/because.h"
#include "expr/policy_names.h"
#include "price/offer_price.h"
#include "ui/shell/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <deque>
#include <memory>
#include <span>

namespace ow::ui {

namespace {

bool inOffer(const model::Offer& offer, const model::Product& product)
{
    return std::ranges::find(offer.items, product.sku, &model::OfferItem::sku) != offer.items.end();
}

// Whether an accepted complement edge leads from the product to the offer.
bool leadsTo(const model::Product& product, const model::Offer& offer, const model::Draft& draft,
    const model::Catalogue& catalogue)
{
    return std::ranges::any_of(draft.policy.adjacency, [&](const model::Edge& edge) {
        if (edge.kind != model::EdgeKind::Complement
            || (edge.from.family ? product.family : product.sku) != edge.from.key)
            return false;
        return std::ranges::any_of(offer.items, [&](const model::OfferItem& item) {
            const model::Product* other = catalogue.find(item.sku);
            return other && (edge.to.family ? other->family : other->sku) == edge.to.key;
        });
    });
}

// A product that a customer might have chosen before this offer: one whose family the offer's own condition
// names, else one that an edge leads from, else the first.
const model::Product* exampleAnchor(
    const model::Offer& offer, const model::Draft& draft, const model::Catalogue& catalogue)
{
    const std::string conditions = offer.when + ' ' + offer.trigger;
    for (const model::Product& product : catalogue.products)
        if (!product.family.empty() && !inOffer(offer, product)
            && (conditions.find('\'' + product.family + '\'') != std::string::npos
                || conditions.find('"' + product.family + '"') != std::string::npos))
            return &product;
    for (const model::Product& product : catalogue.products)
        if (!inOffer(offer, product) && leadsTo(product, offer, draft, catalogue))
            return &product;
    return catalogue.products.empty() ? nullptr : &catalogue.products.front();
}

// Values for every name of the place, by slot: the example's where it has one, else something that reads
// well.
class ExampleValues {
public:
    explicit ExampleValues(const expr::Vocabulary& names)
        : m_values(names.slotCount())
    {
        for (const expr::Name& name : names.names()) {
            m_texts.push_back(name.values.empty() ? "‹" + name.path + "›" : name.values.front());
            m_values[name.slot] = name.type.kind == expr::Kind::String
                ? expr::Value::of(std::string_view(m_texts.back()))
                : name.type.kind == expr::Kind::Int ? expr::Value::of(std::int64_t(3))
                                                    : expr::Value::zero(name.type.kind);
        }
    }

    void set(const expr::Vocabulary& names, const std::string& path, expr::Value value)
    {
        if (const expr::Name* name = names.find(path))
            m_values[name->slot] = value;
    }

    void set(const expr::Vocabulary& names, const std::string& group, const model::Product& p)
    {
        set(names, group + ".sku", expr::Value::of(std::string_view(p.sku)));
        set(names, group + ".title", expr::Value::of(std::string_view(p.title)));
        set(names, group + ".family", expr::Value::of(std::string_view(p.family)));
        set(names, group + ".category", expr::Value::of(std::string_view(p.category)));
        set(names, group + ".price", expr::Value::of(p.price.minor));
        set(names, group + ".cost", expr::Value::of(p.cost.minor));
    }

    std::span<const expr::Value> values() const { return m_values; }

private:
    std::deque<std::string> m_texts; // values view them: they must not move
    std::vector<expr::Value> m_values;
};

// Where the engine's remark about a template belongs: the path that it quotes, or the brace that stands
// alone.
TextProblem placed(const QString& text, const QString& message)
{
    TextProblem problem { message.endsWith(QLatin1Char('.')) ? message : message + QLatin1Char('.'), {}, 0,
        text.size() };
    static const QRegularExpression quoted(QStringLiteral("\"([^\"]*)\""));
    if (const auto match = quoted.match(message); match.hasMatch()) {
        const auto at = text.indexOf(QLatin1Char('{') + match.captured(1) + QLatin1Char('}'));
        if (at >= 0) {
            problem.start = at + 1;
            problem.length = match.capturedLength(1);
        }
        return problem;
    }
    const bool opening = message.contains(QLatin1Char('{'));
    const auto at = opening ? text.lastIndexOf(QLatin1Char('{')) : text.indexOf(QLatin1Char('}'));
    problem.start = std::max<qsizetype>(at, 0);
    problem.length = 1;
    return problem;
}

}

ExpressionContext becauseContext(const model::Draft& draft)
{
    auto names
        = std::make_shared<const expr::Vocabulary>(expr::vocabularyFor(draft.policy, expr::Place::Offer));
    ExpressionContext context;
    context.isTemplate = true;
    for (const expr::Name& name : names->names())
        context.names << qs(name.path);
    context.check = [names](const QString& text) -> std::optional<TextProblem> {
        const auto parsed = decide::Because::parse(ss(text), *names);
        return parsed ? std::nullopt : std::optional(placed(text, qs(parsed.error().message)));
    };
    return context;
}

QString becausePreview(const QString& text, const model::Offer& offer, const model::Draft& draft,
    const model::Catalogue& catalogue)
{
    const expr::Vocabulary names = expr::vocabularyFor(draft.policy, expr::Place::Offer);
    const auto parsed = decide::Because::parse(ss(text), names);
    if (!parsed)
        return {};
    ExampleValues examples(names);
    if (const model::Product* anchor = exampleAnchor(offer, draft, catalogue)) {
        examples.set(names, "anchor", *anchor);
        examples.set(names, "focus", *anchor);
    }
    const price::OfferPrice numbers = price::priceOf(offer, catalogue);
    examples.set(names, "offer.name", expr::Value::of(std::string_view(offer.name)));
    examples.set(names, "offer.price", expr::Value::of(numbers.price.minor));
    examples.set(names, "offer.list_price", expr::Value::of(numbers.listPrice.minor));
    examples.set(names, "offer.discount_bp", expr::Value::of(numbers.discountBp));
    return qs(parsed->render(examples.values(), draft.policy.currency));
}

}
