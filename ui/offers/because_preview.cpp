// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/because_preview.h"

#include "expr/policy_names.h"
#include "price/offer_price.h"
#include "ui/shell/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <memory>

namespace ow::ui {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ow::ui::offers)
};

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

using Examples = std::map<QString, QString>;

void addProduct(Examples& to, const QString& group, const model::Product& p, const std::string& currency)
{
    to[group + QStringLiteral(".sku")] = qs(p.sku);
    to[group + QStringLiteral(".title")] = qs(p.title);
    to[group + QStringLiteral(".family")] = qs(p.family);
    to[group + QStringLiteral(".category")] = qs(p.category);
    to[group + QStringLiteral(".price")] = qs(formatMoney(p.price, currency));
}

// Cuts the text at its braces; calls `plain` for what stands outside and `path` for what stands inside, with
// the place of the opening brace. False where a brace is alone, with its place in `lone`.
bool cut(const QString& text, auto plain, auto path, qsizetype& lone)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar ch = text.at(i);
        const bool twice = i + 1 < text.size() && text.at(i + 1) == ch;
        if (ch == QLatin1Char('{') && !twice) {
            const auto end = text.indexOf(QLatin1Char('}'), i);
            if (end < 0) {
                lone = i;
                return false;
            }
            path(text.mid(i + 1, end - i - 1), i);
            i = end;
        } else if (ch == QLatin1Char('}') && !twice) {
            lone = i;
            return false;
        } else {
            plain(ch);
            i += (ch == QLatin1Char('{') || ch == QLatin1Char('}')) ? 1 : 0;
        }
    }
    return true;
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
        std::optional<TextProblem> problem;
        qsizetype lone = 0;
        const auto known = [&](const QString& path, qsizetype at) {
            if (problem || names->find(path.toStdString()))
                return;
            problem = TextProblem { Say::tr("There is no name “%1”.").arg(path), {}, at + 1, path.size() };
            if (const std::string near = names->nearest(path.toStdString()); !near.empty())
                problem->hint = Say::tr("Did you mean %1?").arg(qs(near));
        };
        if (!cut(
                text, [](QChar) {}, known, lone))
            return TextProblem { Say::tr("This brace has no partner. Write {{ or }} for a brace itself."), {},
                lone, 1 };
        return problem;
    };
    return context;
}

QString becausePreview(const QString& text, const model::Offer& offer, const model::Draft& draft,
    const model::Catalogue& catalogue)
{
    const std::string& currency = draft.policy.currency;
    Examples examples;
    if (const model::Product* anchor = exampleAnchor(offer, draft, catalogue)) {
        addProduct(examples, QStringLiteral("anchor"), *anchor, currency);
        addProduct(examples, QStringLiteral("focus"), *anchor, currency);
    }
    const price::OfferPrice numbers = price::priceOf(offer, catalogue);
    examples[QStringLiteral("offer.name")] = qs(offer.name);
    examples[QStringLiteral("offer.price")] = qs(formatMoney(numbers.price, currency));
    examples[QStringLiteral("offer.list_price")] = qs(formatMoney(numbers.listPrice, currency));
    QString shown;
    qsizetype lone = 0;
    const auto value = [&](const QString& path, qsizetype) {
        const auto found = examples.find(path);
        shown += found == examples.end() ? QStringLiteral("‹%1›").arg(path) : found->second;
    };
    return cut(
               text, [&](QChar ch) { shown += ch; }, value, lone)
        ? shown
        : QString();
}

}
