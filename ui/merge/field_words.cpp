// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/field_words.h"

#include "base/json.h"
#include "release/diff_words.h"
#include "store/json_merge.h"
#include "ui/shell/objects.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

struct Name {
    std::string_view key;
    const char* words;
};

// Keys of the stored objects. What is not here is shown as it is written, with spaces.
constexpr std::array Names {
    Name { "name", QT_TRANSLATE_NOOP("fields", "Name") },
    Name { "title", QT_TRANSLATE_NOOP("fields", "Title") },
    Name { "currency", QT_TRANSLATE_NOOP("fields", "Currency") },
    Name { "timezone", QT_TRANSLATE_NOOP("fields", "Time zone") },
    Name { "status", QT_TRANSLATE_NOOP("fields", "Status") },
    Name { "kind", QT_TRANSLATE_NOOP("fields", "Kind") },
    Name { "role", QT_TRANSLATE_NOOP("fields", "Role") },
    Name { "mission", QT_TRANSLATE_NOOP("fields", "Mission") },
    Name { "tier", QT_TRANSLATE_NOOP("fields", "Tier") },
    Name { "price", QT_TRANSLATE_NOOP("fields", "Price") },
    Name { "items", QT_TRANSLATE_NOOP("fields", "Items") },
    Name { "qty", QT_TRANSLATE_NOOP("fields", "Quantity") },
    Name { "placements", QT_TRANSLATE_NOOP("fields", "Placements") },
    Name { "because", QT_TRANSLATE_NOOP("fields", "Because") },
    Name { "trigger", QT_TRANSLATE_NOOP("fields", "Trigger") },
    Name { "when", QT_TRANSLATE_NOOP("fields", "Condition") },
    Name { "never", QT_TRANSLATE_NOOP("fields", "Never") },
    Name { "propensity", QT_TRANSLATE_NOOP("fields", "Propensity") },
    Name { "benefit", QT_TRANSLATE_NOOP("fields", "Benefit") },
    Name { "offers", QT_TRANSLATE_NOOP("fields", "Offers") },
    Name { "offer", QT_TRANSLATE_NOOP("fields", "Offer") },
    Name { "fit", QT_TRANSLATE_NOOP("fields", "Fit") },
    Name { "evidence", QT_TRANSLATE_NOOP("fields", "Evidence") },
    Name { "expr", QT_TRANSLATE_NOOP("fields", "Expression") },
    Name { "aggregate", QT_TRANSLATE_NOOP("fields", "Counts") },
    Name { "types", QT_TRANSLATE_NOOP("fields", "Event types") },
    Name { "where", QT_TRANSLATE_NOOP("fields", "Where") },
    Name { "of", QT_TRANSLATE_NOOP("fields", "Of") },
    Name { "window", QT_TRANSLATE_NOOP("fields", "Window") },
    Name { "calendar", QT_TRANSLATE_NOOP("fields", "Calendar") },
    Name { "from", QT_TRANSLATE_NOOP("fields", "From") },
    Name { "to", QT_TRANSLATE_NOOP("fields", "To") },
    Name { "weight", QT_TRANSLATE_NOOP("fields", "Weight") },
    Name { "state", QT_TRANSLATE_NOOP("fields", "Decision") },
    Name { "drawn", QT_TRANSLATE_NOOP("fields", "Drawn by hand") },
    Name { "note", QT_TRANSLATE_NOOP("fields", "Note") },
    Name { "limit", QT_TRANSLATE_NOOP("fields", "Limit") },
    Name { "count", QT_TRANSLATE_NOOP("fields", "Counts") },
    Name { "scope", QT_TRANSLATE_NOOP("fields", "Applies to") },
    Name { "blocks", QT_TRANSLATE_NOOP("fields", "Blocks") },
    Name { "for", QT_TRANSLATE_NOOP("fields", "Length") },
    Name { "after", QT_TRANSLATE_NOOP("fields", "After") },
    Name { "event", QT_TRANSLATE_NOOP("fields", "Event") },
    Name { "outcome", QT_TRANSLATE_NOOP("fields", "Outcome") },
    Name { "min", QT_TRANSLATE_NOOP("fields", "At least") },
    Name { "max", QT_TRANSLATE_NOOP("fields", "At most") },
    Name { "reason", QT_TRANSLATE_NOOP("fields", "Reason") },
    Name { "consent", QT_TRANSLATE_NOOP("fields", "Consent") },
    Name { "channel", QT_TRANSLATE_NOOP("fields", "Channel") },
    Name { "max_offers", QT_TRANSLATE_NOOP("fields", "Offers at most") },
    Name { "values", QT_TRANSLATE_NOOP("fields", "Values") },
    Name { "type", QT_TRANSLATE_NOOP("fields", "Type") },
    Name { "default", QT_TRANSLATE_NOOP("fields", "Default") },
    Name { "text", QT_TRANSLATE_NOOP("fields", "Text") },
    Name { "source", QT_TRANSLATE_NOOP("fields", "Source") },
    Name { "unit", QT_TRANSLATE_NOOP("fields", "Unit") },
    Name { "salt", QT_TRANSLATE_NOOP("fields", "Salt") },
    Name { "share_bp", QT_TRANSLATE_NOOP("fields", "Share") },
    Name { "arms", QT_TRANSLATE_NOOP("fields", "Arms") },
    Name { "guardrails", QT_TRANSLATE_NOOP("fields", "Guardrails") },
    Name { "min_margin_bp", QT_TRANSLATE_NOOP("fields", "Least margin") },
    Name { "max_discount_bp", QT_TRANSLATE_NOOP("fields", "Deepest discount") },
    Name { "rank", QT_TRANSLATE_NOOP("fields", "Ranking") },
    Name { "substitutes", QT_TRANSLATE_NOOP("fields", "Substitutes") },
    Name { "anchor_window", QT_TRANSLATE_NOOP("fields", "Anchor window") },
    Name { "holdout", QT_TRANSLATE_NOOP("fields", "Holdout") },
    Name { "believed", QT_TRANSLATE_NOOP("fields", "We believed") },
    Name { "saw", QT_TRANSLATE_NOOP("fields", "We saw") },
    Name { "next", QT_TRANSLATE_NOOP("fields", "We do next") },
    Name { "about", QT_TRANSLATE_NOOP("fields", "About") },
    Name { "position", QT_TRANSLATE_NOOP("fields", "Place in the list") },
};

constexpr std::array<std::string_view, 8> Lengths { "window", "for", "after", "min", "max", "anchor_window",
    "depletion", "length" };
constexpr std::array<std::string_view, 10> Expressions { "when", "never", "trigger", "propensity", "expr",
    "where", "of", "consent", "floor", "score" };

QString keyWords(std::string_view key)
{
    const auto known = std::ranges::find(Names, key, &Name::key);
    if (known != Names.end())
        return QCoreApplication::translate("fields", known->words);
    QString out = qs(key).replace(u'_', u' ');
    if (!out.isEmpty())
        out[0] = out[0].toUpper();
    return out;
}

// What the file nests for its own sake says nothing to a person.
bool isWrapping(std::string_view key)
{
    return key == "cell" || key == "edge" || key == "condition" || key == "attribute";
}

QString itemWords(const model::Draft& draft, std::string_view list, const std::string& item)
{
    const auto offer = std::ranges::find(draft.policy.offers, item, &model::Offer::id);
    if (list == "offers" && offer != draft.policy.offers.end() && !offer->name.empty())
        return qs(offer->name);
    return titleOf(draft, item);
}

QString unknownObject(const model::Draft& draft, std::string_view path, const Json& value)
{
    if (value.contains("all"))
        return QCoreApplication::translate("fields", "every offer");
    if (value.contains("offer") && (value.size() == 1 || value.contains("fit")) && value["offer"].is_string())
        return u"%1 (%2)"_s.arg(itemWords(draft, "offers", value["offer"].get<std::string>()),
            value.contains("fit") ? valueWords(draft, "fit", value["fit"]) : absentWords("fit"));
    if (value.contains("sku") && value["sku"].is_string())
        return value.value("qty", Json(1)) == 1
            ? qs(value["sku"].get<std::string>())
            : u"%1 × %2"_s.arg(valueWords(draft, "qty", value["qty"]), qs(value["sku"].get<std::string>()));
    QStringList lines;
    for (const auto& [key, part] : value.items()) {
        if (key == "id")
            continue;
        const QString words = valueWords(draft, key, part);
        if (isWrapping(key))
            lines << words;
        else if (value.size() == 1 && part.is_array())
            lines << words; // a scope
        else
            lines << u"%1: %2"_s.arg(keyWords(key), words);
    }
    Q_UNUSED(path)
    return lines.join(u'\n');
}

QString textWords(std::string_view key, const std::string& text)
{
    if (std::ranges::find(Lengths, key) != Lengths.end())
        if (const auto length = parseDuration(text))
            return duration(*length);
    if (std::ranges::find(Expressions, key) != Expressions.end())
        return qs(text);
    return key == "name" || key == "title" || key == "benefit" || key == "text" ? qs(text) : word(text);
}

}

QString fieldPathWords(const model::Draft& draft, std::string_view path)
{
    QStringList out;
    while (!path.empty()) {
        const auto end = path.find_first_of(".[");
        const std::string_view key = path.substr(0, end);
        path.remove_prefix(end == std::string_view::npos ? path.size() : end);
        if (path.starts_with('[')) {
            // The item's name says more than the list's.
            auto close = path.find("].");
            if (close == std::string_view::npos)
                close = path.size() - 1;
            if (close + 1 >= path.size())
                out << keyWords(key);
            out << itemWords(draft, key, std::string(path.substr(1, close - 1)));
            path.remove_prefix(std::min(close + 1, path.size()));
        } else if (!key.empty() && !isWrapping(key)) {
            out << keyWords(key);
        }
        if (path.starts_with('.'))
            path.remove_prefix(1);
    }
    return out.join(u" · "_s);
}

QString valueWords(const model::Draft& draft, std::string_view path, const std::optional<Json>& value)
{
    if (!value)
        return {};
    const std::string key = release::lastKey(path);
    if (value->is_boolean())
        return value->get<bool>() ? QCoreApplication::translate("fields", "yes")
                                  : QCoreApplication::translate("fields", "no");
    if (value->is_number_integer() && (key == "price" || key == "cost"))
        return money({ value->get<std::int64_t>() }, draft.policy.currency);
    if (value->is_number_integer() && key.ends_with("_bp"))
        return percentText(value->get<std::int64_t>());
    if (value->is_number_integer())
        return count(value->get<std::int64_t>());
    if (value->is_number())
        return QLocale().toString(value->get<double>(), 'g', 6);
    if (value->is_string())
        return textWords(key, value->get<std::string>());
    if (value->is_object())
        return unknownObject(draft, path, *value);
    if (!value->is_array())
        return {};
    QStringList parts;
    const bool objects = !value->empty() && value->front().is_object();
    for (const Json& part : *value)
        parts << (part.is_string() ? itemWords(draft, key, part.get<std::string>())
                                   : valueWords(draft, key, part));
    return parts.join(objects ? u"\n"_s : u", "_s);
}

QString wholeWords(
    const model::Draft& draft, const std::optional<Json>& before, const std::optional<Json>& now)
{
    if (!before || !now)
        return valueWords(draft, {}, now);
    QStringList lines;
    store::mergeJson(
        before, before, now,
        [&](const store::FieldDifference& field) {
            const QString name = fieldPathWords(draft, field.path);
            // Of a word in a list the name is said already.
            const bool there = field.theirs && field.theirs->is_string() && field.path.ends_with(']');
            const QString value = there ? QCoreApplication::translate("fields", "There")
                : field.theirs          ? valueWords(draft, field.path, field.theirs)
                                        : absentWords(field.path);
            lines << (field.isOrder ? QCoreApplication::translate("fields", "%1 in another order").arg(name)
                                    : u"%1: %2"_s.arg(name, value));
            return field.theirs;
        },
        store::Ask::Everything);
    return lines.isEmpty() ? QCoreApplication::translate("fields", "As it was before") : lines.join(u'\n');
}

QString absentWords(std::string_view path)
{
    const std::string key = release::lastKey(path);
    if (path.empty() || path.ends_with(']'))
        return QCoreApplication::translate("fields", "Not there");
    return key == "fit" || key == "qty" ? count(1) : QCoreApplication::translate("fields", "Not set");
}

bool isCode(std::string_view path, const std::optional<Json>& value)
{
    const std::string key = release::lastKey(path);
    return value && value->is_string() && std::ranges::find(Expressions, key) != Expressions.end();
}

}
