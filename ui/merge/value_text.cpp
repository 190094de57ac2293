// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/value_text.h"

#include "base/json.h"
#include "release/diff_words.h"
#include "ui/offers/money_input.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::ui {
namespace {

enum class Form { Text, Money, Percent, Whole, Number, Json };

Form formOf(std::string_view path, const Json& value)
{
    const std::string key = release::lastKey(path);
    if (value.is_string())
        return Form::Text;
    if (value.is_number_integer())
        return key == "price" || key == "cost" ? Form::Money
            : key.ends_with("_bp")             ? Form::Percent
                                               : Form::Whole;
    return value.is_number() ? Form::Number : Form::Json;
}

tl::unexpected<Error> wrong(const QString& why) { return fail(ErrorCode::InvalidInput, ss(why)); }

// The locale's manner first, then a plain point.
std::optional<double> readNumber(const QString& text)
{
    bool ok = false;
    for (const QLocale& locale : { QLocale(), QLocale::c() }) {
        const double value = locale.toDouble(text.trimmed(), &ok);
        if (ok && std::isfinite(value))
            return value;
    }
    return {};
}

Result<Json> whole(std::optional<double> value, const QString& why)
{
    constexpr double exact = 9e15; // beyond, a double skips whole numbers
    if (!value || *value != std::floor(*value) || std::abs(*value) > exact)
        return wrong(why);
    return Json(static_cast<std::int64_t>(*value));
}

Result<Json> amount(const QString& text, const std::string& currency)
{
    const auto read = readMoney(text, currency);
    if (read)
        return Json(read->minor);
    return wrong(QCoreApplication::translate("fields", "“%1” is no amount. Write one in %2, such as %3.")
                     .arg(text.trimmed(), qs(currency), qs(formatMoney({ 199'00 }, currency))));
}

Result<Json> readJson(const QString& text)
{
    const auto json = parseJson(ss(text));
    if (json)
        return *json;
    return wrong(QCoreApplication::translate("fields", "This is no JSON: %1 (%2).")
                     .arg(qs(json.error().message), qs(json.error().at)));
}

}

QString editText(std::string_view path, const std::optional<Json>& value, const std::string& currency)
{
    if (!value)
        return {};
    switch (formOf(path, *value)) {
    case Form::Text:
        return qs(value->get<std::string>());
    case Form::Money:
        return qs(formatMoney({ value->get<std::int64_t>() }, currency));
    case Form::Percent:
        return percentText(value->get<std::int64_t>());
    case Form::Whole:
        return QString::number(value->get<std::int64_t>());
    case Form::Number:
        return QLocale().toString(value->get<double>(), 'g', QLocale::FloatingPointShortest);
    case Form::Json:
        break;
    }
    return qs(value->dump(2, ' ', false, Json::error_handler_t::replace));
}

bool isManyLines(std::string_view path, const std::optional<Json>& value)
{
    if (!value)
        return false;
    constexpr std::array<std::string_view, 6> prose { "benefit", "because", "believed", "saw", "next",
        "note" };
    const Form form = formOf(path, *value);
    const std::string key = release::lastKey(path);
    return form == Form::Json
        || (form == Form::Text
            && (std::ranges::find(prose, key) != prose.end()
                || value->get_ref<const std::string&>().find('\n') != std::string::npos));
}

Result<Json> readEditText(
    std::string_view path, const Json& like, const QString& text, const std::string& currency)
{
    const QString typed = text.trimmed();
    switch (formOf(path, like)) {
    case Form::Text:
        return Json(ss(text));
    case Form::Money:
        return amount(text, currency);
    case Form::Percent: {
        QString number = text;
        const auto share = readNumber(number.remove(QLatin1Char('%')));
        return whole(share ? std::optional(std::round(*share * 100)) : std::nullopt,
            QCoreApplication::translate("fields", "“%1” is no share. Write it in percent, such as 15 %.")
                .arg(typed));
    }
    case Form::Whole:
        return whole(
            readNumber(text), QCoreApplication::translate("fields", "“%1” is no whole number.").arg(typed));
    case Form::Number: {
        if (const auto number = readNumber(text))
            return Json(*number);
        return wrong(QCoreApplication::translate("fields", "“%1” is no number.").arg(typed));
    }
    case Form::Json:
        break;
    }
    return readJson(text);
}

}
