// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ow::ingest {

/// What tells who somebody is.
enum class PersonalData { Name, Email, Phone, Address, Card, BirthDate, IpAddress };

/// "an e-mail address", for sentences.
std::string_view wordsFor(PersonalData kind);

/// What a column of this name holds, however it is written ("Billing Name", "e-mail", "date_of_birth");
/// nothing where the name does not say. Consent to be written to is no address: "Accepts email",
/// "phone_consent".
std::optional<PersonalData> personalByName(std::string_view column);

/// What a value by itself is: an e-mail address, a phone number that is written as one (with + or signs
/// between its digits), a card number (13 to 19 digits whose check digit is right: ISO/IEC 7812), an IBAN
/// (check digits of ISO 7064), an IP address, a street with a number, a usual first name with a name behind
/// it, a date before 1995, when no shop's data begin. Never throws; looks at 320 bytes at most.
std::optional<PersonalData> personalByContent(std::string_view value);

/// A column that holds personal data, and why.
struct LeftOutColumn {
    std::string column;
    PersonalData kind = PersonalData::Name;
    bool byName = false; ///< its name says so; else its values
    bool kept = false; ///< imported all the same: the person asked for it, or the project declares it
};

/// "names", "phones", …: for files, and back.
std::string_view wordOf(PersonalData kind);
std::optional<PersonalData> personalDataFrom(std::string_view word);

/// Decides for a column: by its name, or because half of its values and at least two are of one kind; of
/// names, of which a list knows the usual ones only, a fifth and at least three.
class PersonalColumn {
public:
    explicit PersonalColumn(std::string_view name)
        : m_byName(personalByName(name))
    {
    }
    void look(std::string_view value);
    std::optional<PersonalData> kind() const;
    bool isByName() const { return m_byName.has_value(); }

private:
    std::optional<PersonalData> m_byName;
    std::int64_t m_values = 0; ///< that are not empty
    std::int64_t m_of[7] = {}; ///< by kind
};

}
