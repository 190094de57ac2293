// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/personal_data.h"

#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <string>

namespace ow::ingest {

namespace {

struct Known {
    std::string_view name; ///< plainName()
    PersonalData kind;
};

constexpr std::array<Known, 58> knownNames { {
    { "name", PersonalData::Name },
    { "firstname", PersonalData::Name },
    { "lastname", PersonalData::Name },
    { "middlename", PersonalData::Name },
    { "fullname", PersonalData::Name },
    { "givenname", PersonalData::Name },
    { "surname", PersonalData::Name },
    { "familyname", PersonalData::Name },
    { "displayname", PersonalData::Name },
    { "username", PersonalData::Name },
    { "vorname", PersonalData::Name },
    { "nachname", PersonalData::Name },
    { "company", PersonalData::Name },
    { "email", PersonalData::Email },
    { "emailaddress", PersonalData::Email },
    { "mail", PersonalData::Email },
    { "mailaddress", PersonalData::Email },
    { "phone", PersonalData::Phone },
    { "phonenumber", PersonalData::Phone },
    { "phoneno", PersonalData::Phone },
    { "mobile", PersonalData::Phone },
    { "mobilephone", PersonalData::Phone },
    { "mobilenumber", PersonalData::Phone },
    { "cell", PersonalData::Phone },
    { "cellphone", PersonalData::Phone },
    { "telephone", PersonalData::Phone },
    { "telefon", PersonalData::Phone },
    { "tel", PersonalData::Phone },
    { "fax", PersonalData::Phone },
    { "address", PersonalData::Address },
    { "address1", PersonalData::Address },
    { "address2", PersonalData::Address },
    { "addressline1", PersonalData::Address },
    { "addressline2", PersonalData::Address },
    { "street", PersonalData::Address },
    { "streetaddress", PersonalData::Address },
    { "streetname", PersonalData::Address },
    { "adresse", PersonalData::Address },
    { "strasse", PersonalData::Address },
    { "zip", PersonalData::Address },
    { "zipcode", PersonalData::Address },
    { "postcode", PersonalData::Address },
    { "postalcode", PersonalData::Address },
    { "plz", PersonalData::Address },
    { "card", PersonalData::Card },
    { "cardnumber", PersonalData::Card },
    { "creditcard", PersonalData::Card },
    { "creditcardnumber", PersonalData::Card },
    { "ccnumber", PersonalData::Card },
    { "iban", PersonalData::Card },
    { "accountnumber", PersonalData::Card },
    { "birthday", PersonalData::BirthDate },
    { "birthdate", PersonalData::BirthDate },
    { "dateofbirth", PersonalData::BirthDate },
    { "dob", PersonalData::BirthDate },
    { "geburtsdatum", PersonalData::BirthDate },
    { "ip", PersonalData::IpAddress },
    { "ipaddress", PersonalData::IpAddress },
} };

/// In front of which a name is the same: "Billing Name", "Default Address Phone".
constexpr std::array<std::string_view, 15> inFront { "billing", "shipping", "default", "customer", "user",
    "contact", "home", "work", "primary", "address", "delivery", "recipient", "buyer", "private", "client" };

constexpr std::size_t longest = 320; ///< an e-mail address: 64 + 1 + 255

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Enough of RFC 5321 to tell one from other texts: one "@", something before it, names with dots behind it.
bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64
        || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const auto local = [](char c) {
        return isDigit(c) || isLetter(c) || (c & 0x80) != 0
            || std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    };
    const auto domain
        = [](char c) { return isDigit(c) || isLetter(c) || (c & 0x80) != 0 || c == '-' || c == '.'; };
    const std::string_view host = text.substr(at + 1);
    const std::size_t dot = host.rfind('.');
    return std::ranges::all_of(text.substr(0, at), local) && std::ranges::all_of(host, domain)
        && dot != std::string_view::npos && dot > 0 && host.size() - dot > 2
        && host.find("..") == std::string_view::npos;
}

bool isDate(std::string_view text)
{
    if (std::ranges::count_if(text, isDigit) > 8)
        return false;
    const auto count = [&](char c) { return std::ranges::count(text, c); };
    for (const char mark : { '-', '.', '/' })
        if (count(mark) == 2 && std::ranges::all_of(text, [&](char c) { return isDigit(c) || c == mark; }))
            return true;
    return false;
}

/// "+49 30 1234567", "(555) 010-9999", "555-010-9999"; not plain digits, which may be any number, and no
/// date.
bool isPhone(std::string_view text)
{
    std::int64_t digits = 0, marks = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isDigit(c))
            ++digits;
        else if (c == '+' ? i == 0 : std::string_view(" -()/.").find(c) != std::string_view::npos)
            ++marks;
        else
            return false;
    }
    const bool decimal = marks == 1 && (text.find('.') != std::string_view::npos || text.starts_with('-'));
    return digits >= 7 && digits <= 15 && marks > 0 && !decimal && !isDate(text)
        && (text.starts_with('+') || text.starts_with('(') || marks >= 2);
}

/// The Luhn check digit (ISO/IEC 7812-1), and a first digit that cards have.
bool isCard(std::string_view text)
{
    std::array<int, 19> digits {};
    std::size_t n = 0;
    for (const char c : text) {
        if (isDigit(c)) {
            if (n == digits.size())
                return false;
            digits[n++] = c - '0';
        } else if (c != ' ' && c != '-') {
            return false;
        }
    }
    if (n < 13 || digits[0] < 2 || digits[0] > 6)
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        int d = digits[n - 1 - i];
        if (i % 2 == 1)
            d = d * 2 > 9 ? d * 2 - 9 : d * 2;
        sum += d;
    }
    return sum % 10 == 0;
}

bool isIpAddress(std::string_view text)
{
    if (text.size() > 45)
        return false;
    if (std::ranges::count(text, ':') >= 2)
        return std::ranges::count(text, ':') <= 8 && text.size() >= 3
            && (text.find("::") != std::string_view::npos || std::ranges::count(text, ':') == 7)
            && std::ranges::all_of(text, [](char c) {
                   return isDigit(c) || c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
               });
    int parts = 0, value = -1;
    for (const char c : text) {
        if (isDigit(c)) {
            value = std::max(value, 0) * 10 + (c - '0');
            if (value > 255)
                return false;
        } else if (c == '.' && value >= 0) {
            ++parts;
            value = -1;
        } else {
            return false;
        }
    }
    return parts == 3 && value >= 0;
}

}

std::string_view wordsFor(PersonalData kind)
{
    switch (kind) {
    case PersonalData::Name:
        return "names";
    case PersonalData::Email:
        return "e-mail addresses";
    case PersonalData::Phone:
        return "phone numbers";
    case PersonalData::Address:
        return "addresses";
    case PersonalData::Card:
        return "card or account numbers";
    case PersonalData::BirthDate:
        return "dates of birth";
    case PersonalData::IpAddress:
        return "IP addresses";
    }
    return {};
}

std::optional<PersonalData> personalByName(std::string_view column)
{
    std::string plain = plainName(column);
    for (bool again = true; again;) {
        for (const Known& known : knownNames)
            if (known.name == plain)
                return known.kind;
        again = false;
        for (const std::string_view front : inFront)
            if (plain.starts_with(front) && plain.size() > front.size()) {
                plain.erase(0, front.size());
                again = true;
                break;
            }
    }
    return std::nullopt;
}

std::optional<PersonalData> personalByContent(std::string_view value)
{
    const std::string_view text = trim(value);
    if (text.size() < 3 || text.size() > longest)
        return std::nullopt;
    if (isEmail(text))
        return PersonalData::Email;
    if (isIpAddress(text))
        return PersonalData::IpAddress;
    if (isCard(text))
        return PersonalData::Card;
    if (isPhone(text))
        return PersonalData::Phone;
    return std::nullopt;
}

void PersonalColumn::look(std::string_view value)
{
    if (m_byName || value.empty())
        return;
    ++m_values;
    if (const auto kind = personalByContent(value))
        ++m_of[std::size_t(*kind)];
}

std::optional<PersonalData> PersonalColumn::kind() const
{
    if (m_byName)
        return m_byName;
    for (std::size_t i = 0; i < std::size(m_of); ++i)
        if (m_of[i] >= 2 && m_of[i] * 2 >= m_values)
            return static_cast<PersonalData>(i);
    return std::nullopt;
}

}
