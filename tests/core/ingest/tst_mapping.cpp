// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/dry_run.h"
#include "ingest/fields.h"
#include "ingest/mapped_table.h"
#include "ingest/preset.h"
#include "ingest/suggest_mapping.h"

#include <QDir>
#include <QFile>

using namespace ow;
using namespace ow::ingest;

namespace {

constexpr const char* orders = "nr;kunde;wann;was;menge;betrag\n"
                               "1;K1;31.12.2024 10:00;kauf;2;1.250,00\n"
                               "2;K2;01.01.2025 11:30;Rueckgabe;1;12,50\n"
                               "3;;02.01.2025;kauf;1;3,00\n"
                               "4;K3;morgen;kauf;1;3,00\n"
                               "5;K3;03.01.2025;kauf;eins;3,00\n";

constexpr const char* ordersMap = R"({
  "offerwright_mapping": 1, "name": "till", "kind": "events",
  "fields": {
    "customer": {"column": "kunde"}, "at": {"column": "wann"},
    "type": {"column": "was", "values": {"kauf": "purchased", "Rueckgabe": "returned"}},
    "qty": {"column": "menge"}, "value": {"column": "betrag"},
    "channel": {"constant": "till"}, "session": {"text": "till-{nr}"}
  }})";

std::shared_ptr<const Mapping> shared(const char* json)
{
    auto mapping = parseMapping(json);
    if (!mapping)
        qFatal("%s", mapping.error().text().c_str());
    return std::make_shared<const Mapping>(std::move(*mapping));
}

}

class TestMapping : public QObject {
    Q_OBJECT

private slots:
    void faultsNameTheirPath_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const QByteArray& rest, const char* at, const char* word) {
            QTest::newRow(name) << "{\"offerwright_mapping\":1," + rest + "}" << QByteArray(at)
                                << QByteArray(word);
        };
        const QByteArray fields = "\"fields\":{\"basket\":{\"column\":\"b\"},\"item\":{\"column\":\"i\"}}";
        row("no kind", fields, "kind", "kind");
        row("unknown kind", "\"kind\":\"things\"," + fields, "kind", "products, customers");
        row("unknown field", "\"kind\":\"baskets\",\"fields\":{\"size\":{\"column\":\"b\"}}", "fields.size",
            "basket, item");
        row("a required field is missing", "\"kind\":\"baskets\",\"fields\":{\"item\":{\"column\":\"i\"}}",
            "fields.basket", "filled");
        row("two sources", "\"kind\":\"baskets\",\"fields\":{\"item\":{\"column\":\"i\",\"constant\":\"x\"}}",
            "fields.item", "exactly one");
        row("no source", "\"kind\":\"baskets\",\"fields\":{\"item\":{}}", "fields.item", "exactly one");
        row("a word of another type", "\"kind\":\"baskets\",\"fields\":{\"item\":{\"column\":7}}",
            "fields.item.column", "");
        row("an unknown key", "\"kind\":\"baskets\",\"fields\":{\"item\":{\"colum\":\"i\"}}",
            "fields.item.colum", "");
        row("a value that is no text",
            "\"kind\":\"baskets\",\"fields\":{\"item\":{\"column\":\"i\",\"values\":{\"a\":1}}}",
            "fields.item.values.a", "text");
        row("a brace left open", "\"kind\":\"baskets\",\"fields\":{\"item\":{\"text\":\"{i\"}}",
            "fields.item.text", "brace");
        row("otherwise alone",
            "\"kind\":\"baskets\",\"fields\":{\"item\":{\"column\":\"i\",\"otherwise\":\"\"}}",
            "fields.item.otherwise", "values");
        row("an unknown encoding", "\"kind\":\"baskets\",\"file\":{\"encoding\":\"ebcdic\"}," + fields,
            "file.encoding", "windows-1252");
        row("no such zone", "\"kind\":\"baskets\",\"file\":{\"timezone\":\"Mars/Base\"}," + fields,
            "file.timezone", "");
        row("attributes of baskets",
            "\"kind\":\"baskets\",\"attributes\":{\"a\":{\"column\":\"b\"}}," + fields, "attributes",
            "customers");
        row("a join by nothing",
            "\"kind\":\"baskets\",\"joins\":[{\"name\":\"p\",\"file\":\"p.csv\",\"on\":{}}]," + fields,
            "joins[0].on", "");
        row("fields that are a list", "\"kind\":\"baskets\",\"fields\":[]", "fields", "object");
        QTest::newRow("another version") << QByteArray("{\"offerwright_mapping\":2,\"kind\":\"baskets\"}")
                                         << QByteArray("offerwright_mapping") << QByteArray("later");
        QTest::newRow("no version") << QByteArray("{\"kind\":\"baskets\"}")
                                    << QByteArray("offerwright_mapping") << QByteArray("");
        QTest::newRow("no JSON") << QByteArray("{\"kind\":") << QByteArray("1:") << QByteArray("");
        QTest::newRow("a list") << QByteArray("[]") << QByteArray("") << QByteArray("object");
    }
    void faultsNameTheirPath()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, at);
        QFETCH(QByteArray, word);
        const auto mapping = parseMapping(json.toStdString());
        QVERIFY(!mapping);
        QVERIFY2(
            QByteArray::fromStdString(mapping.error().at).startsWith(at), mapping.error().text().c_str());
        QVERIFY2(mapping.error().message.find(word.toStdString()) != std::string::npos,
            mapping.error().text().c_str());
    }

    void theTextIsReadBack()
    {
        const char* json = R"({"offerwright_mapping":1,"name":"all of it","kind":"customers",
            "file":{"format":"csv","encoding":"windows-1252","separator":"tab","decimals":"comma","dates":"dmy",
                    "header":false,"timezone":"Europe/Berlin"},
            "fields":{"customer":{"text":"{{{a}}}-{row}"}},
            "attributes":{"region":{"column":"p.state","values":{"BY":"Bavaria"},"otherwise":""},
                          "seen":{"column":"x","when":{"y":"1"}}},
            "joins":[{"name":"p","file":"places.csv","on":{"zip":"code"}}]})";
        const auto first = parseMapping(json);
        OW_OK(first);
        const std::string text = mappingText(*first);
        const auto second = parseMapping(text);
        OW_OK(second);
        QCOMPARE(mappingText(*second), text);
        QVERIFY(second->fields == first->fields);
        QVERIFY(second->attributes == first->attributes);
        QVERIFY(second->joins == first->joins);
        QCOMPARE(second->file.separator.value(), '\t');
        QCOMPARE(second->file.header.value(), false);
        QCOMPARE(second->fields.at("customer").text, std::string("{{{a}}}-{row}"));
    }

    void aFileIsReadThroughIt()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.mapping = shared(ordersMap);
        const auto file = write("orders.csv", orders);
        const auto report = importFiles(*project, "", "", { file }, options);
        OW_OK(report);
        QCOMPARE(report->rows, 5);
        QCOMPARE(report->stored, 3); // without a customer the session stands for one
        QCOMPARE(report->rejected, 2);
        QCOMPARE(report->files.front().preset, std::string("till"));
        const auto reader = project->openReader();
        const auto k1 = (*reader)->customer("K1");
        OW_OK(k1);
        const model::Event& bought = k1->second.events.at(0);
        QCOMPARE(bought.type, std::string("purchased"));
        QCOMPARE(bought.qty, 2);
        QCOMPARE(bought.value, 125000);
        QCOMPARE(bought.channel, std::string("till"));
        QCOMPARE(bought.session, std::string("till-1"));
        QCOMPARE(formatTimestamp(bought.at), std::string("2024-12-31T09:00:00Z"));
        QCOMPARE((*reader)->customer("K2")->second.events.at(0).type, std::string("returned"));
        const auto rejected = (*reader)->rejected(report->record.id, 0, 9);
        QCOMPARE(rejected.at(0).column, std::string("at"));
        QCOMPARE(rejected.at(0).text, std::string("4;K3;morgen;kauf;1;3,00"));
        QCOMPARE(rejected.at(1).column, std::string("qty"));
        // The same again changes nothing; by another mapping the file brings other things.
        const auto again = importFiles(*project, "", "", { file }, options);
        OW_OK(again);
        QCOMPARE(again->duplicates, 5);
        options.mapping = shared(
            R"({"offerwright_mapping":1,"kind":"customers","fields":{"customer":{"column":"kunde"}},
                "attributes":{"first_order":{"column":"nr"}}})");
        const auto customers = importFiles(*project, "", "", { file }, options);
        OW_OK(customers);
        QCOMPARE(customers->stored, 3);
        QCOMPARE(customers->rejected, 2); // nobody, and K3 twice with other values
    }

    void sourcesOfAllForms()
    {
        const auto table = mapped("a,b,c\n1,x,7\n2,y,8\n",
            R"({"offerwright_mapping":1,"kind":"events","fields":{
                "customer":{"text":"{a}/{b}"}, "at":{"constant":"2024-01-01"}, "session":{"text":"{{{row}}}"},
                "type":{"column":"b","values":{"x":"one"},"otherwise":"other"},
                "text":{"column":"c","when":{"b":"y"}}, "sku":{"column":"A"}}})");
        OW_OK(table);
        QCOMPARE((*table)->columns(),
            (std::vector<std::string> { "at", "customer", "session", "sku", "text", "type" }));
        TableRow row;
        QVERIFY((*table)->next(row).value());
        QCOMPARE(joined(row), QString("2024-01-01|1/x|{2}|1||one"));
        QVERIFY((*table)->next(row).value());
        QCOMPARE(joined(row), QString("2024-01-01|2/y|{3}|2|8|other"));
        QVERIFY(!(*table)->next(row).value());
    }

    void aColumnThatIsNotThereIsNamed()
    {
        const auto table = mapped("a,b\n1,2\n",
            R"({"offerwright_mapping":1,"kind":"baskets","fields":{"basket":{"column":"a"},"item":{"text":"{z}"}}})");
        QVERIFY(!table);
        QCOMPARE(table.error().at, std::string("fields.item"));
        QVERIFY(table.error().message.find("\"z\"") != std::string::npos);
    }

    void filesAreJoined()
    {
        write("lines.csv", "order,item\n1,A\n1,B\n2,A\n3,A\n");
        write("heads.csv", "id;who;when\n1;K1;2024-01-01\n2;K2;2024-01-02\n2;K9;2024-01-09\nbroken\n");
        test::Scratch scratch;
        const auto project = scratch.create();
        ImportOptions options;
        options.mapping = shared(R"({"offerwright_mapping":1,"kind":"events","fields":{
            "customer":{"column":"head.who"},"at":{"column":"head.when"},"type":{"constant":"purchased"},
            "sku":{"column":"item"},"session":{"column":"order"}},
            "joins":[{"name":"head","file":"heads.csv","on":{"order":"id"}}]})");
        const auto report
            = importFiles(*project, "", "", { m_folder.filePath("lines.csv").toStdString() }, options);
        OW_OK(report);
        QCOMPARE(report->rows, 4);
        QCOMPARE(report->stored, 3);
        QCOMPARE(report->rejected, 1); // order 3 has no head and so no time
        QCOMPARE((*project->openReader())->customer("K1")->second.events.size(), std::size_t(2));
        QVERIFY(!(*project->openReader())->customer("K9"));
        const auto has = [&](const char* words) {
            return std::ranges::any_of(report->notes,
                [&](const std::string& note) { return note.find(words) != std::string::npos; });
        };
        QVERIFY(has("1 rows found nothing"));
        QVERIFY(has("1 rows of heads.csv repeat a key"));
        QVERIFY(has("1 rows of heads.csv are broken"));
    }

    /// A mapping may come from anybody: it reads what lies beside the file and nothing else.
    void onlyFilesBesideAreJoined_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("absolute") << m_folder.filePath("heads.csv");
        QTest::newRow("above") << "../heads.csv";
        QTest::newRow("a detour") << "x/../heads.csv";
        QTest::newRow("a folder") << "other/heads.csv";
        QTest::newRow("the folder above") << "..";
    }
    void onlyFilesBesideAreJoined()
    {
        QFETCH(QString, file);
        const QByteArray heads("id,who\n1,K1\n");
        write("lines.csv", "order,item\n1,A\n");
        const auto there = write("heads.csv", heads);
        ImportOptions options;
        QByteArray mapping = R"({"offerwright_mapping":1,"kind":"events","fields":{
            "customer":{"column":"head.who"},"at":{"constant":"2024-01-01"},"type":{"constant":"purchased"},
            "sku":{"column":"item"}},"joins":[{"name":"head","file":"FILE","on":{"order":"id"}}]})";
        mapping.replace("FILE", file.toUtf8());
        options.mapping = shared(mapping.constData());
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto lines = m_folder.filePath("lines.csv").toStdString();
        const auto report = importFiles(*project, "", "", { lines }, options);
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::InvalidInput);
        QCOMPARE(report.error().at, std::string("joins[0].file"));
        options.joins["head"] = there;
        const auto asked = importFiles(*project, "", "", { lines }, options);
        OW_OK(asked);
        QCOMPARE(asked->stored, 1);
    }

    void whatAJoinKeepsIsLimited()
    {
        QByteArray text = "id,text\n";
        for (int i = 0; i < 5000; ++i)
            text += QByteArray::number(i) + ',' + QByteArray(300, 'x') + '\n';
        const auto file = write("long.csv", text);
        const auto whole = JoinedRows::read(file, {}, { "id" }, { "text" });
        OW_OK(whole);
        QCOMPARE(whole->find("4999\037")->front().size(), std::size_t(300));
        const auto limited = JoinedRows::read(file, {}, { "id" }, { "text" }, {}, std::size_t(1) << 20);
        QVERIFY(!limited);
        QVERIFY2(
            limited.error().message.find("over 1 MB") != std::string::npos, limited.error().message.c_str());
        const auto stopped = JoinedRows::read(
            file, {}, { "id" }, { "text" }, [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!stopped);
        QVERIFY(stopped.error().code == ErrorCode::Cancelled);
    }

    void guesses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("fields"); // field=column …, in the order of the kind
        const auto row = [](const char* name, const char* text, const char* kind, const char* fields) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(kind) << QByteArray(fields);
        };
        row("by name", "user_id,event_time,action,product_id,amount\nu,2024-01-01,buy,A,1.5\n", "events",
            "customer=user_id at=event_time type=action sku=product_id value=amount");
        row("by content",
            "shopper,moment,did,product\nu,2024-01-01 10:00,add_to_cart,A\nv,2024-01-02 10:00,purchase,B\n",
            "events", "customer=shopper at=moment type=did sku=product");
        row("a name whose values do not fit", "user,time,when,event\nu,morning,2024-01-01,buy\n", "events",
            "customer=user at=when type=event");
        row("JSON paths",
            "{\"who\":{\"user_id\":\"u\"},\"ts\":1511544070,\"events\":[{\"aid\":5,\"type\":\"clicks\"}]}\n",
            "events", "customer=who.user_id at=ts type=events[].type sku=events[].aid");
        row("German events",
            "Kunde;Zeitpunkt;Aktion;Artikelnummer;Anzahl;Preis;Sitzung\nK1;31.12.2023 "
            "10:00;Kauf;A;2;3,50;s\n",
            "events",
            "customer=Kunde at=Zeitpunkt type=Aktion sku=Artikelnummer qty=Anzahl price=Preis "
            "session=Sitzung");
        row("French orders",
            "Client;Date de commande;N° commande;Produit;Quantité;Montant\nC;31/12/2023;7;A;2;3,50\n",
            "events",
            "customer=Client at=Date de commande sku=Produit qty=Quantité value=Montant session=N° commande");
        row("a price beside who and when is no catalogue",
            "Klant;Tijdstip;Artikel;Prijs\nC;31-12-2023 10:00;A;3,50\n", "events",
            "customer=Klant at=Tijdstip sku=Artikel price=Prijs");
        row("ids by content",
            "a,b,c,d\nu1,2024-01-01,view,P1\nu2,2024-01-02,buy,P1\nu1,2024-01-03,buy,P2\nu1,2024-01-04,buy,"
            "P2\n",
            "events", "customer=a at=b type=c sku=d");
        row("pairs without a header", "1,bread\n1,milk\n2,bread\n3,milk\n3,eggs\n", "baskets",
            "basket=column 1 item=column 2");
        row("a catalogue", "Artikelnummer;Bezeichnung;Preis;Bestand\nA;Lampe;12,50;3\n", "products",
            "sku=Artikelnummer title=Bezeichnung price=Preis stock=Bestand");
        row("baskets", "receipt,article\n1,A\n1,B\n", "baskets", "basket=receipt item=article");
        row("exposures", "user_id,offer_id,shown_at,variant,clicked_at\nu,o,2024-01-01,a,\n", "exposures",
            "customer=user_id offer=offer_id at=shown_at arm=variant clicked_at=clicked_at");
    }
    void guesses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, fields);
        const auto guessed = suggestMapping(write("any.csv", text), "");
        OW_OK(guessed);
        QCOMPARE(QByteArray::fromStdString(guessed->mapping.kind), kind);
        QByteArrayList got;
        for (const Guess& guess : guessed->guesses) {
            got << QByteArray::fromStdString(guess.field + '=' + guess.column);
            QVERIFY(!guess.reason.empty());
            QVERIFY(guess.sureness > 0 && guess.sureness <= 1);
        }
        QCOMPARE(got.join(' '), fields);
        if (guessed->missing.empty())
            OW_OK(parseMapping(mappingText(guessed->mapping)));
    }

    void aGuessedMappingShowsItsWords()
    {
        const auto guessed = suggestMapping(
            write("any.csv", "user,at,what\nu,2024-01-01,pv\nu,2024-01-02,add_to_cart\nu,2024-01-03,waved\n"),
            "events");
        OW_OK(guessed);
        const FieldSource& type = guessed->mapping.fields.at("type");
        QCOMPARE(type.column, std::string("what"));
        QCOMPARE(type.values,
            (std::map<std::string, std::string> {
                { "pv", "product_viewed" }, { "add_to_cart", "cart_added" } }));
    }

    void aDryRunNamesCells()
    {
        ImportOptions options;
        options.mapping = shared(ordersMap);
        const auto seen
            = dryRun(emptyContext("EUR", "Europe/Berlin"), "", "", write("orders.csv", orders), options);
        OW_OK(seen);
        QCOMPARE(seen->rows.size(), std::size_t(5));
        QCOMPARE(seen->stored, 3);
        QCOMPARE(seen->rejected, 2);
        QStringList problems;
        for (const CellProblem& problem : seen->problems)
            problems << QString::fromStdString(std::to_string(seen->numbers[problem.row]) + ' '
                + problem.field + " \"" + problem.value + "\" " + problem.reason);
        QCOMPARE(problems,
            (QStringList { "4 customer \"\" is empty", "5 at \"morgen\" is no time",
                "6 qty \"eins\" is no whole number" }));
    }

    void aDryRunByAPresetLeavesNoTrace()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto context = importContext(*project);
        OW_OK(context);
        const auto seen = dryRun(
            *context, "", "", write("any.csv", "sku,title,price\nA,Lamp,1\nB,Desk,free\nA,Lamp,1\n"));
        OW_OK(seen);
        QCOMPARE(seen->preset, std::string("products"));
        QCOMPARE(seen->stored, 1);
        QCOMPARE(seen->duplicates, 1);
        QCOMPARE(seen->problems.size(), std::size_t(1));
        QCOMPARE(seen->problems.front().field, std::string("price"));
        QCOMPARE(project->counts().products, 0);
    }

    void documentedMappingsAreRight()
    {
        QFile page(QFINDTESTDATA("../../docs/data-formats.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray text = page.readAll();
        const qsizetype begin = text.indexOf("```json\n") + 8;
        QVERIFY(begin > 8);
        OW_OK(parseMapping(text.mid(begin, text.indexOf("```", begin) - begin).toStdString()));
        const QString folder = QFINDTESTDATA("../../docs/mappings");
        const QStringList names = QDir(folder).entryList({ "*.json" }, QDir::Files);
        QVERIFY(names.size() >= 7);
        for (const QString& name : names) {
            OW_OK(readMapping((folder + '/' + name).toStdString()));
            QVERIFY2(text.contains(name.toUtf8()), qPrintable(name)); // and the page tells of it
        }
        for (const Preset& preset : presets())
            QVERIFY2(text.contains('`' + QByteArray(preset.id.data(), qsizetype(preset.id.size())) + '`')
                    || preset.id == "groceries",
                preset.id.data());
    }

    void fieldsAreThoseOfTheGeneralPresets()
    {
        // A mapping shows a file under these names to the preset of the kind, which must know every one of
        // them.
        for (const std::string_view kind : kinds()) {
            QVERIFY(findPreset(kind) != nullptr);
            QVERIFY(!fieldsOf(kind).empty());
            for (const Field& field : fieldsOf(kind)) {
                QVERIFY(!field.sentence.empty());
                QCOMPARE(field.synonyms.empty(), false);
                const std::string columns(findPreset(kind)->columns);
                QVERIFY2(
                    columns.find(field.name) != std::string::npos || kind == "baskets", field.name.data());
            }
        }
    }

private:
    Result<std::unique_ptr<TableSource>> mapped(const char* text, const char* json)
    {
        auto table = openTable(write("mapped.csv", text));
        if (!table)
            return table;
        return MappedTable::open(std::move(*table), shared(json), {});
    }
    static QString joined(const TableRow& row)
    {
        QStringList out;
        for (const std::string_view field : row.fields)
            out << QString::fromUtf8(field.data(), qsizetype(field.size()));
        return out.join('|');
    }
    std::filesystem::path write(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
