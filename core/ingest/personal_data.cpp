// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/personal_data.h"

#include "ingest/values.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace ow::ingest {

namespace {

struct Known {
    std::string_view name; ///< plainName()
    PersonalData kind;
};

constexpr std::array<Known, 134> knownNames { {
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
    { "ipaddr", PersonalData::IpAddress },
    { "ipadresse", PersonalData::IpAddress },
    { "remoteaddr", PersonalData::IpAddress },
    { "kunde", PersonalData::Name },
    { "kundenname", PersonalData::Name },
    { "firma", PersonalData::Name },
    { "firmenname", PersonalData::Name },
    { "familienname", PersonalData::Name },
    { "zuname", PersonalData::Name },
    { "rufname", PersonalData::Name },
    { "geburtsname", PersonalData::Name },
    { "maidenname", PersonalData::Name },
    { "forename", PersonalData::Name },
    { "nickname", PersonalData::Name },
    { "companyname", PersonalData::Name },
    { "contactperson", PersonalData::Name },
    { "ansprechpartner", PersonalData::Name },
    { "benutzername", PersonalData::Name },
    { "login", PersonalData::Name },
    { "emailadresse", PersonalData::Email },
    { "mailadresse", PersonalData::Email },
    { "paypalemail", PersonalData::Email },
    { "telefonnummer", PersonalData::Phone },
    { "telefonnr", PersonalData::Phone },
    { "telnr", PersonalData::Phone },
    { "telephonenumber", PersonalData::Phone },
    { "rufnummer", PersonalData::Phone },
    { "handy", PersonalData::Phone },
    { "handynummer", PersonalData::Phone },
    { "handynr", PersonalData::Phone },
    { "mobil", PersonalData::Phone },
    { "mobilnummer", PersonalData::Phone },
    { "mobiltelefon", PersonalData::Phone },
    { "festnetz", PersonalData::Phone },
    { "faxnummer", PersonalData::Phone },
    { "whatsapp", PersonalData::Phone },
    { "address12", PersonalData::Address },
    { "address3", PersonalData::Address },
    { "addressline3", PersonalData::Address },
    { "adresse1", PersonalData::Address },
    { "adresse2", PersonalData::Address },
    { "adresszusatz", PersonalData::Address },
    { "anschrift", PersonalData::Address },
    { "strassehausnummer", PersonalData::Address },
    { "strasseundhausnummer", PersonalData::Address },
    { "strassenr", PersonalData::Address },
    { "strassenname", PersonalData::Address },
    { "hausnummer", PersonalData::Address },
    { "hausnr", PersonalData::Address },
    { "housenumber", PersonalData::Address },
    { "postleitzahl", PersonalData::Address },
    { "plzort", PersonalData::Address },
    { "eircode", PersonalData::Address },
    { "kontonummer", PersonalData::Card },
    { "kontonr", PersonalData::Card },
    { "kontoinhaber", PersonalData::Name },
    { "kreditkarte", PersonalData::Card },
    { "kreditkartennummer", PersonalData::Card },
    { "kartennummer", PersonalData::Card },
    { "cardholder", PersonalData::Name },
    { "bankaccount", PersonalData::Card },
    { "pan", PersonalData::Card },
    { "steuernummer", PersonalData::Card },
    { "steuerid", PersonalData::Card },
    { "ssn", PersonalData::Card },
    { "socialsecuritynumber", PersonalData::Card },
    { "passportnumber", PersonalData::Card },
    { "geburtstag", PersonalData::BirthDate },
    { "gebdatum", PersonalData::BirthDate },
    { "gebdat", PersonalData::BirthDate },
    { "geboren", PersonalData::BirthDate },
    { "geborenam", PersonalData::BirthDate },
    { "birthyear", PersonalData::BirthDate },
    { "yearofbirth", PersonalData::BirthDate },
    { "geburtsjahr", PersonalData::BirthDate },
    { "born", PersonalData::BirthDate },
} };

/// In front of which a name is the same: "Billing Name", "Default Address Phone".
constexpr std::array<std::string_view, 31> inFront { "billing", "shipping", "default", "customer", "user",
    "contact", "home", "work", "primary", "address", "delivery", "recipient", "buyer", "private", "client",
    "last", "browser", "signup", "payer", "kunden", "rechnungs", "rechnung", "liefer", "lieferung", "versand",
    "empfaenger", "privat", "geschaeftlich", "guest", "member", "mobile" };

/// Behind which it is the same: "First Name (Billing)".
constexpr std::array<std::string_view, 6> behind { "billing", "shipping", "rechnung", "lieferung", "versand",
    "privat" };

/// German letters as they are written where there are none, which plainName() would drop.
std::string folded(std::string_view column)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters { { { "ß", "ss" },
        { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "ae" }, { "Ö", "oe" }, { "Ü", "ue" } } };
    std::string out;
    for (std::size_t at = 0; at < column.size();) {
        const auto letter = std::ranges::find_if(
            letters, [&](const auto& pair) { return column.substr(at).starts_with(pair.first); });
        out += letter == letters.end() ? column.substr(at, 1) : letter->second;
        at += letter == letters.end() ? 1 : letter->first.size();
    }
    return out;
}

/// Of the usual ones in English and German, what most customers' lists have some of.
constexpr std::array<std::string_view, 120> firstNames { "adam", "alexander", "alice", "amy", "andrea",
    "andreas", "angela", "anna", "anne", "anthony", "antonia", "barbara", "ben", "benjamin", "bernd",
    "birgit", "brian", "carol", "charles", "charlotte", "christian", "christina", "christine", "christopher",
    "clara", "claudia", "daniel", "david", "deborah", "dennis", "dieter", "donald", "edward", "elena",
    "elizabeth", "emily", "emma", "eric", "eva", "felix", "finn", "florian", "frank", "george", "gerhard",
    "hannah", "hans", "heike", "heinz", "helga", "helmut", "henry", "ingrid", "jack", "jacob", "james", "jan",
    "jason", "jennifer", "jessica", "joachim", "johannes", "john", "jonas", "joseph", "joshua", "julia",
    "karen", "karin", "karl", "katharina", "kevin", "klaus", "laura", "lea", "lena", "leon", "linda", "lisa",
    "louis", "lukas", "manfred", "margaret", "maria", "marie", "mark", "martin", "mary", "matthew",
    "matthias", "max", "maximilian", "mia", "michael", "michelle", "monika", "nancy", "nicole", "noah",
    "oliver", "olivia", "patricia", "paul", "peter", "petra", "rachel", "richard", "robert", "ryan", "sabine",
    "sandra", "sarah", "sophie", "stefan", "susan", "susanne", "thomas", "ursula", "william", "wolfgang" };

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

/// ISO 13616: country, two check digits, up to 30 letters and digits; the whole is 1 modulo 97 (ISO 7064).
bool isIban(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (c != ' ')
            plain += c;
    if (plain.size() < 15 || plain.size() > 34 || !isLetter(plain[0]) || !isLetter(plain[1])
        || !isDigit(plain[2]) || !isDigit(plain[3]))
        return false;
    int rest = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[(i + 4) % plain.size()];
        if (!isDigit(c) && !isLetter(c))
            return false;
        const int value = isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z')
            c = char(c + 32);
    return out;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> out(1);
    for (const char c : text)
        if (std::string_view(" ,.;/").find(c) != std::string_view::npos) {
            if (!out.back().empty())
                out.emplace_back();
        } else {
            out.back() += c;
        }
    if (out.back().empty())
        out.pop_back();
    return out;
}

/// "Musterstraße 12", "12 Main St.": a word for a street and a number.
bool isStreet(std::string_view text)
{
    static constexpr std::array<std::string_view, 26> whole { "street", "st", "road", "rd", "avenue", "ave",
        "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "terrace", "square", "way", "rue", "via",
        "calle", "str", "weg", "platz", "allee", "gasse", "ring", "ufer" };
    static constexpr std::array<std::string_view, 8> ends { "strasse", "straße", "str", "weg", "platz",
        "allee", "gasse", "damm" };
    const auto words = wordsOf(lowered(text));
    if (words.size() < 2 || words.size() > 12)
        return false;
    const bool street = std::ranges::any_of(words, [](const std::string& word) {
        return std::ranges::find(whole, word) != whole.end()
            || std::ranges::any_of(ends,
                [&](std::string_view end) { return word.size() > end.size() + 2 && word.ends_with(end); });
    });
    // "12", "12a", "7-9"; not "2nd", not "2024-01-31"
    const bool number = std::ranges::any_of(words, [](const std::string& word) {
        const auto digits = std::ranges::count_if(word, isDigit);
        return isDigit(word.front()) && digits <= 5 && std::int64_t(word.size()) - digits <= 2
            && !word.ends_with("nd") && !word.ends_with("st") && !word.ends_with("th")
            && !word.ends_with("rd");
    });
    return street && number;
}

/// "Anna Müller", "Müller, Anna": two or three words that begin with capitals, one of them a usual first
/// name.
bool isName(std::string_view text)
{
    const auto words = wordsOf(text);
    if (words.size() < 2 || words.size() > 4)
        return false;
    bool known = false;
    for (const std::string& word : words) {
        const bool capital = (word[0] >= 'A' && word[0] <= 'Z') || (word[0] & 0x80) != 0;
        if (!capital || std::ranges::any_of(word, isDigit))
            return false;
        known = known || std::ranges::binary_search(firstNames, std::string_view(lowered(word)));
    }
    return known;
}

/// A date from 1900 to 1994: "1984-05-31", "31.05.1984", "5/31/1984". Shops' own dates are later.
bool isEarlyDate(std::string_view text)
{
    int marks = 0, digits = 0, year = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : '-';
        if (isDigit(c)) {
            year = digits < 4 ? year * 10 + (c - '0') : 0;
            ++digits;
            continue;
        }
        if (std::string_view("-./").find(c) == std::string_view::npos || digits == 0)
            return false;
        if (digits == 4) {
            if (year < 1900 || year > 1994)
                return false;
            return std::ranges::count_if(text, isDigit) >= 6 && std::ranges::count_if(text, isDigit) <= 8
                && std::ranges::all_of(text,
                    [&](char other) {
                        return isDigit(other)
                            || std::string_view("-./").find(other) != std::string_view::npos;
                    })
                && std::ranges::count_if(text, [&](char other) { return !isDigit(other); }) == 2;
        }
        if (digits > 2 || ++marks > 2)
            return false;
        digits = 0;
        year = 0;
    }
    return false;
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

namespace {

constexpr std::array<std::pair<PersonalData, std::string_view>, 7> kindWords {
    { { PersonalData::Name, "names" }, { PersonalData::Email, "emails" }, { PersonalData::Phone, "phones" },
        { PersonalData::Address, "addresses" }, { PersonalData::Card, "accounts" },
        { PersonalData::BirthDate, "birth_dates" }, { PersonalData::IpAddress, "ip_addresses" } }
};

}

std::string_view wordOf(PersonalData kind) { return kindWords[std::size_t(kind)].second; }

std::optional<PersonalData> personalDataFrom(std::string_view word)
{
    const auto found = std::ranges::find(kindWords, word, &std::pair<PersonalData, std::string_view>::second);
    return found == kindWords.end() ? std::nullopt : std::optional(found->first);
}

std::optional<PersonalData> personalByName(std::string_view column)
{
    std::string plain = plainName(folded(column));
    for (const std::string_view end : behind)
        if (plain.size() > end.size() && plain.ends_with(end)) {
            plain.resize(plain.size() - end.size());
            break;
        }
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
    if (isCard(text) || isIban(text))
        return PersonalData::Card;
    if (isEarlyDate(text))
        return PersonalData::BirthDate;
    if (isPhone(text))
        return PersonalData::Phone;
    if (isStreet(text))
        return PersonalData::Address;
    if (isName(text))
        return PersonalData::Name;
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
        if (PersonalData(i) == PersonalData::Name ? m_of[i] >= 3 && m_of[i] * 5 >= m_values
                                                  : m_of[i] >= 2 && m_of[i] * 2 >= m_values)
            return static_cast<PersonalData>(i);
    return std::nullopt;
}

}
