// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/value_text.h"

#include "base/json.h"
#include "release/diff_words.h"
#include "ui/offers/money_input.h"
#include "ui/shell/text.h"
#include "ui/widgets/words.h"

#include <QLocale>

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

std::optional<Json> whole(std::optional<double> value)
{
    constexpr double exact = 9e15; // beyond, a double skips whole numbers
    if (!value || *value != std::floor(*value) || std::abs(*value) > exact)
        return {};
    return Json(static_cast<std::int64_t>(*value));
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

std::optional<Json> readEditText(
    std::string_view path, const Json& like, const QString& text, const std::string& currency)
{
    switch (formOf(path, like)) {
    case Form::Text:
        return Json(ss(text));
    case Form::Money: {
        const auto amount = readMoney(text, currency);
        return amount ? std::optional<Json>(amount->minor) : std::nullopt;
    }
    case Form::Percent: {
        QString number = text;
        const auto share = readNumber(number.remove(QLatin1Char('%')));
        return share ? whole(std::round(*share * 100)) : std::nullopt;
    }
    case Form::Whole:
        return whole(readNumber(text));
    case Form::Number: {
        const auto number = readNumber(text);
        return number ? std::optional<Json>(*number) : std::nullopt;
    }
    case Form::Json:
        break;
    }
    const auto json = parseJson(ss(text));
    return json ? std::optional<Json>(*json) : std::nullopt;
}

}
