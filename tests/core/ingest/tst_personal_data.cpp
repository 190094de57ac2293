// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/personal_data.h"

#include <QTest>

using namespace ow::ingest;

namespace {

QByteArray word(std::optional<PersonalData> kind)
{
    return kind ? QByteArray::fromStdString(std::string(wordsFor(*kind))) : QByteArray();
}

}

class TestPersonalData : public QObject {
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* column, const char* kind) {
            QTest::newRow(column) << QByteArray(column) << QByteArray(kind);
        };
        row("First Name", "names");
        row("Billing Name", "names");
        row("customer_name", "names");
        row("Email", "e-mail addresses");
        row("e-mail", "e-mail addresses");
        row("Default Address Phone", "phone numbers");
        row("Shipping Street", "addresses");
        row("Default Address Zip", "addresses");
        row("Geburtsdatum", "dates of birth");
        row("date_of_birth", "dates of birth");
        row("ip_address", "IP addresses");
        row("Credit Card Number", "card or account numbers");
        // Exports of shops: Shopify's, WooCommerce's in its spellings, German ones.
        for (const char* name : { "Default Address Company", "Billing Company", "First Name (Billing)",
                 "shipping_last_name", "Vorname", "Nachname", "Kundenname", "Firma", "Rechnung Vorname" })
            row(name, "names");
        for (const char* name : { "Email (Billing)", "billing_email", "E-Mail-Adresse", "Customer User Email" })
            row(name, "e-mail addresses");
        for (const char* name : { "Phone (Billing)", "Telefon", "Telefonnummer", "Handy", "Mobilnummer", "Shipping Phone" })
            row(name, "phone numbers");
        for (const char* name : { "Billing Address1", "Address 1&2 (Billing)", "Postcode (Shipping)", "Straße", "Strasse",
                 "STRASSE", "Straße und Hausnummer", "Hausnummer", "PLZ", "Postleitzahl", "Anschrift", "Lieferadresse" })
            row(name, "addresses");
        for (const char* name : { "IBAN", "Kreditkartennummer", "Kontonummer" })
            row(name, "card or account numbers");
        for (const char* name : { "Geburtstag", "geboren am", "Birth Date" })
            row(name, "dates of birth");
        for (const char* name : { "Customer IP Address", "Browser IP", "last_ip" })
            row(name, "IP addresses");
        for (const char* none :
            { "Lieferdatum", "Firmenkunde", "Kundengruppe", "Kundennummer", "Bestellnummer", "Ort", "City", "Tax Name",
                "Land", "Lineitem name", "Shipping Method", "Anrede", "Accepts Email Marketing", "consent_email", "phone_consent", "email_opens", "segment",
                "household_size", "filename", "brand_name", "", "customer", "region", "tenure_days", "age" })
            row(none, "");
    }
    void names()
    {
        QFETCH(QByteArray, column);
        QFETCH(QByteArray, kind);
        QCOMPARE(word(personalByName(column.toStdString())), kind);
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("kind");
        const auto row = [](const char* value, const char* kind) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(kind);
        };
        row("someone@example.org", "e-mail addresses");
        row(" first.last+tag@mail.example.co.uk ", "e-mail addresses");
        row("jörg@müller.example", "e-mail addresses");
        row("+49 30 1234567", "phone numbers");
        row("(555) 010-9999", "phone numbers");
        row("555-010-9999", "phone numbers");
        row("4111 1111 1111 1111", "card or account numbers"); // the usual test numbers of card schemes
        row("5500-0000-0000-0004", "card or account numbers");
        row("340000000000009", "card or account numbers");
        row("192.0.2.17", "IP addresses");
        row("2001:db8::1", "IP addresses");
        row("DE89 3704 0044 0532 0130 00", "card or account numbers"); // examples of the IBAN registry
        row("GB82WEST12345698765432", "card or account numbers");
        row("Musterstraße 12", "addresses");
        row("Lindenallee 7-9", "addresses");
        row("12 Main St., Springfield", "addresses");
        row("221b Baker Street", "addresses");
        row("Anna Müller", "names");
        row("Meier, Peter", "names");
        row("1984-05-31", "dates of birth");
        row("31.05.1984", "dates of birth");
        row("5/31/1984", "dates of birth");
        for (const char* none : { "DE88 3704 0044 0532 0130 00", "Gold Member", "New York", "2nd Street", "Wall Street",
                 "anna", "Mark 2", "2019-05-31", "1899-12-31", "1984", "19840531", "Paul", "3 for 2", "Drive", "max 12",
                 "", "a@b", "@example.org", "two@at@example.org", "someone@example",
                 "2024-01-31", "31.12.2024", "12/31/2024", "1511544070", "4111 1111 1111 1112",
                 "12345678901234567890", "1,250.00", "-1234567", "12345678.90", "300.1.1.1", "1.2.3",
                 "10:30:00", "85123A", "12345678", "C0000001" })
            row(none, "");
    }
    void values()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, kind);
        QCOMPARE(word(personalByContent(value.toStdString())), kind);
    }

    void columns()
    {
        PersonalColumn contact("contact");
        contact.look("someone@example.org");
        QVERIFY(!contact.kind()); // one is none
        contact.look("");
        contact.look("n/a");
        contact.look("other@example.org");
        QCOMPARE(contact.kind(), PersonalData::Email);
        contact.look("none");
        contact.look("none");
        QVERIFY(!contact.kind());
        PersonalColumn named("phone");
        QCOMPARE(named.kind(), PersonalData::Phone);
    }
};

QTEST_GUILESS_MAIN(TestPersonalData)
#include "tst_personal_data.moc"
