// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/time.h"
#include "ingest/file_form.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ow::ingest {

/// A whole number, blanks around it and groups of three allowed ("-12", "+3", "6.0", "1,250", "(12)"); empty
/// for anything else.
std::optional<std::int64_t> toInteger(std::string_view text, DecimalMark mark = DecimalMark::Point);
/// A finite number; empty for anything else.
std::optional<double> toNumber(std::string_view text, DecimalMark mark = DecimalMark::Point);
/// true/false, yes/no, y/n, 1/0, and the words of German, French, Spanish, Italian and Dutch, in any case.
std::optional<bool> toBool(std::string_view text);
/// An amount of up to 10^13 units: point or comma before the decimals, groups of three ("1,250.00",
/// "1.250,00", "1 250,00", "1'250.00"), a currency's sign or the project's code beside it, "(12.50)" and
/// "12.50-" for a minus. `mark` decides what can be read in two ways: "1,250" is 1250 by a decimal
/// point, 1.25 by a comma.
std::optional<Money> toMoney(
    std::string_view text, std::string_view currency, DecimalMark mark = DecimalMark::Point);

/// An amount without the signs and codes of currencies around it: the usual ones, and `currency`. Blanks around it are
/// taken away where there is one.
std::string_view withoutSigns(std::string_view amount, std::string_view currency);

/// An amount without signs, codes, and the minus and the brackets that stand outside of them: "-$20", "($20)",
/// "$(20)".
struct BareAmount {
    std::string_view text; ///< may have a minus of its own: "-20", "20-"
    bool minus = false; ///< one was taken away
};
BareAmount bareAmount(std::string_view amount, std::string_view currency);

/// Reads the times that files have: RFC 3339; "2010-12-01 08:26[:00[.5]]", "2010-12-01" on the clocks of
/// `zone`; the other forms of readLooseTime(), in the order of days and months that it was told; seconds
/// (maybe with decimals), milliseconds, microseconds or nanoseconds since 1970 (told apart by their size: the
/// years 1973 to 5138). Remembers hours that it has met, since time zones are slow. Not thread-safe.
class TimeReader {
public:
    explicit TimeReader(std::string zone);
    std::optional<Timestamp> read(std::string_view text);
    void setOrder(DateOrder order) { m_order = order; }
    /// The order of days and months, and whether numbers count days as spreadsheets do.
    void setForms(const ValueForms& forms)
    {
        m_order = forms.dates;
        m_serials = forms.serials;
    }
    const std::string& zone() const { return m_zone; }

private:
    std::optional<Timestamp> local(std::string_view text);
    /// What the fast forms do not have.
    std::optional<Timestamp> loose(std::string_view text) const;
    std::optional<Timestamp> serial(std::string_view text) const;
    std::optional<Timestamp> startOf(std::string_view minute);

    std::string m_zone;
    DateOrder m_order = DateOrder::Ymd;
    bool m_serials = false;
    /// By year, month, day and hour: when it began, if its minutes follow each other as they should.
    std::unordered_map<std::int64_t, std::optional<std::int64_t>> m_hours;
    std::string m_key; ///< the minute met last: in a log the next line mostly has the same
    std::int64_t m_lastStart = 0; ///< when it began
};

/// Without blanks and line breaks around it.
inline std::string_view trim(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}
/// Letters and digits only, small, without accents: "Customer ID", "customer_id" and "CustomerId" are one
/// name, and "Prénom" is "prenom".
std::string plainName(std::string_view column);
/// An attribute's name made of a column's: "Household size" -> "household_size".
std::string toIdentifier(std::string_view column);

}
