// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "ingest/data_export.h"
#include "ingest/importer.h"
#include "store/bulk_reader.h"

#include <QFile>
#include <QTemporaryDir>

using namespace ow;
using namespace ow::ingest;

/// Files in the columns of programs and sets that were not at hand when the presets were written, each
/// imported with no flag at all. What must come out of them was worked out by hand.
class TestUnseenFiles : public QObject {
    Q_OBJECT

private slots:
    void imported_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("preset");
        QTest::addColumn<QList<int>>("counts"); // rows, stored, rejected, duplicates
        QTest::addColumn<QByteArray>("kind"); // what to look at
        QTest::addColumn<QByteArrayList>("lines"); // as exported, some of them
        const auto row = [](const char* name, const char* text, const char* preset, QList<int> counts,
                             const char* kind, QByteArrayList lines) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(preset) << counts << QByteArray(kind)
                                << lines;
        };
        shops(row);
        languages(row);
        publicSets(row);
        baskets(row);
        logs(row);
    }
    void imported()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, preset);
        QFETCH(QList<int>, counts);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArrayList, lines);
        test::Scratch scratch;
        const auto project = scratch.create(); // euros, Berlin
        QTemporaryDir folder;
        const QString path = folder.filePath("any.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto report = importFiles(*project, "", "", { path.toStdString() });
        OW_OK(report);
        QCOMPARE(QByteArray::fromStdString(report->files.front().preset), preset);
        QCOMPARE((QList<int> { int(report->rows), int(report->stored), int(report->rejected),
                     int(report->duplicates) }),
            counts);
        const auto reader = project->openReader();
        OW_OK(reader);
        const std::filesystem::path out = folder.filePath("out.csv").toStdString();
        OW_OK(exportData(**reader, *project->draft(), *dataKind(kind.constData()), out));
        QFile exported(QString::fromStdString(out.string()));
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArray all = exported.readAll();
        for (const QByteArray& line : lines)
            QVERIFY2(all.contains('\n' + line + '\n'), (line + "\n is not in\n" + all).constData());
    }

private:
    static void shops(const auto& row)
    {
        row("WooCommerce: items, the date called date",
            "order_id,date,status,order_currency,customer_id,billing_email,item_id,item_name,item_sku,"
            "item_quantity,item_subtotal,item_total\n"
            "101,2024-05-01 10:00:00,completed,EUR,7,Ada@x.com,1,Lamp,LMP,2,40.00,36.00\n"
            "102,2024-05-02 10:00:00,cancelled,EUR,0,bob@x.com,3,Lamp,LMP,1,20.00,20.00\n"
            "103,2024-05-03 10:00:00,refunded,EUR,0,bob@x.com,3,Lamp,LMP,1,20.00,20.00\n",
            "woocommerce-orders", { 3, 2, 1, 0 }, "events",
            { "ada@x.com,2024-05-01T08:00:00Z,purchased,LMP,2,36.00,,101,",
                "bob@x.com,2024-05-03T08:00:00Z,returned,LMP,1,20.00,,103," });
        row("WooCommerce: its own report of a refund",
            "Date,Order #,N. Revenue,Status,Customer,Product(s),Items sold\n"
            "2024-05-02 10:00:00,102,-36,refunded,Ada L,\"-1× Lamp\",-1\n",
            "woocommerce-orders", { 1, 1, 0, 0 }, "events",
            { "order:102,2024-05-02T08:00:00Z,returned,Lamp,1,36.00,,102," });
        row("WooCommerce: a refund told by its amount alone",
            "Date,Order #,N. Revenue,Status,Customer,Product(s),Items sold\n"
            "2024-05-02 10:00:00,102,-36,completed,Ada L,\"2× Lamp\",2\n"
            "2024-05-02 11:00:00,103,36,completed,Ada L,\"-2× Lamp\",-2\n"
            "2024-05-02 12:00:00,104,36,completed,Ada L,\"2× Lamp\",2\n",
            "woocommerce-orders", { 3, 3, 0, 0 }, "events",
            { "order:102,2024-05-02T08:00:00Z,returned,Lamp,2,36.00,,102,",
                "order:103,2024-05-02T09:00:00Z,returned,Lamp,2,36.00,,103,",
                "order:104,2024-05-02T10:00:00Z,purchased,Lamp,2,36.00,,104," });
        row("WooCommerce: items given back",
            "order_id,order_date,status,billing_email,item_name,item_sku,item_quantity,item_total\n"
            "101,2024-05-01 10:00:00,completed,ada@x.com,Lamp,LMP,-2,-36.00\n",
            "woocommerce-orders", { 1, 1, 0, 0 }, "events",
            { "ada@x.com,2024-05-01T08:00:00Z,returned,LMP,2,36.00,,101," });
        row("Amazon: its report of orders",
            "amazon-order-id\tpurchase-date\torder-status\tbuyer-email\tsku\tproduct-name\tquantity-purchased\t"
            "currency\titem-price\n"
            "302-1\t2024-05-01T08:00:00+00:00\tShipped\tada@x.com\tLMP\tLamp\t3\tEUR\t36.00\n"
            "302-2\t2024-05-02T08:00:00+00:00\tCancelled\tada@x.com\tLMP\tLamp\t1\tEUR\t12.00\n",
            "orders", { 2, 1, 1, 0 }, "events",
            { "ada@x.com,2024-05-01T08:00:00Z,purchased,LMP,3,36.00,,302-1," });
        row("Amazon: all orders",
            "amazon-order-id\tpurchase-date\torder-status\tsku\tquantity\tcurrency\titem-price\titem-tax\n"
            "302-1\t2024-05-01T08:00:00+00:00\tShipped\tLMP\t3\tEUR\t36.00\t5.75\n",
            "orders", { 1, 1, 0, 0 }, "events",
            { "order:302-1,2024-05-01T08:00:00Z,purchased,LMP,3,36.00,,302-1," });
        row("another shop's item price is that of a piece",
            "order_id,order_date,sku,quantity,item_price\n1,2024-05-01 10:00:00,LMP,3,12.00\n", "orders",
            { 1, 1, 0, 0 }, "events", { "order:1,2024-05-01T08:00:00Z,purchased,LMP,3,36.00,,1," });
        row("a till with its totals",
            "Receipt No,Date,SKU,Qty,Total Incl. Tax\n77,2024-05-01 10:00:00,LMP,3,36.00\n", "orders",
            { 1, 1, 0, 0 }, "events", { "order:77,2024-05-01T08:00:00Z,purchased,LMP,3,36.00,,77," });
        row("Shopify: an authorisation that ran out",
            "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
            "#1,a@x.com,expired,2024-03-01 09:30:12 -0500,1,Cap,40.00\n"
            "#2,a@x.com,paid,2024-03-01 09:30:12 -0500,1,Cap,40.00\n",
            "shopify-orders", { 2, 1, 1, 0 }, "events",
            { "a@x.com,2024-03-01T14:30:12Z,purchased,Cap,1,40.00,,#2," });
        row("WooCommerce's orders as JSON",
            "{\"id\":55,\"number\":\"101\",\"status\":\"completed\",\"date_created\":\"2024-05-01T10:00:00\","
            "\"total\":\"45.00\",\"customer_id\":7,\"transaction_id\":\"ch_9\",\"billing\":{\"email\":\"a@x."
            "com\"},"
            "\"line_items\":[{\"id\":1,\"name\":\"Lamp\",\"quantity\":2,\"total\":\"36.00\",\"sku\":\"LMP\","
            "\"price\":18},{\"id\":2,\"name\":\"Bulb\",\"quantity\":1,\"total\":\"4.00\",\"sku\":\"\","
            "\"price\":4}]}\n",
            "orders", { 2, 2, 0, 0 }, "events",
            { "7,2024-05-01T08:00:00Z,purchased,LMP,2,36.00,,101,",
                "7,2024-05-01T08:00:00Z,purchased,Bulb,1,4.00,,101," });
        row("Shopify's orders as JSON",
            "{\"id\":450789469,\"name\":\"#1001\",\"email\":\"a@x.com\",\"created_at\":"
            "\"2024-03-01T09:30:12-05:00\",\"total_price\":\"95.00\",\"customer\":{\"id\":7},\"line_items\":"
            "[{\"id\":1,\"name\":\"Shirt\",\"sku\":\"SH-M\",\"quantity\":2,\"price\":\"30.00\"}]}\n",
            "orders", { 1, 1, 0, 0 }, "events", { "7,2024-03-01T14:30:12Z,purchased,SH-M,2,60.00,,#1001," });
        row("a till's receipts without customers",
            "date,time,ticket_number,article,Quantity,unit_price\n"
            "2021-01-02,08:38,150040,BAGUETTE,1,\"0,90 €\"\n2021-01-02,08:38,150040,CROISSANT,-1,\"1,20 "
            "€\"\n",
            "orders", { 2, 2, 0, 0 }, "events",
            { "order:150040,2021-01-02T07:38:00Z,purchased,BAGUETTE,1,0.90,,150040,",
                "order:150040,2021-01-02T07:38:00Z,returned,CROISSANT,1,1.20,,150040," });
        row("an order's line by weight",
            "order_id,customer_id,order_date,sku,quantity,unit_price\n1,c,2024-01-15,HAM,0.45,20.00\n",
            "orders", { 1, 1, 0, 0 }, "events", { "c,2024-01-14T23:00:00Z,purchased,HAM,1,9.00,,1," });
    }

    static void languages(const auto& row)
    {
        row("German",
            "Kundennummer;Datum;Uhrzeit;Bon-Nr.;Artikelnummer;Bezeichnung;Menge;Einzelpreis;Betrag;Status\n"
            "K1;31.12.2023;10:00;77;4711;Öl;2;1.250,50 €;2.501,00 €;bezahlt\n"
            "K1;31.12.2023;10:00;78;4712;Essig;1;3,50 €;3,50 €;storniert\n",
            "orders", { 2, 1, 1, 0 }, "events", { "K1,2023-12-31T09:00:00Z,purchased,4711,2,2501.00,,77," });
        row("German events",
            "Kunde;Zeitpunkt;Aktion;Artikel;Anzahl;Sitzung;Kanal;Gerät\n"
            "K1;31.12.2023 10:00;Kauf;A;2;s1;web;mobil\nK1;31.12.2023 10:01;angesehen;A;;s1;web;mobil\n"
            "K1;31.12.2023 10:02;Warenkorb;B;;s1;web;mobil\n",
            "events", { 3, 3, 0, 0 }, "events",
            { "K1,2023-12-31T09:00:00Z,purchased,A,2,0.00,web,s1,",
                "K1,2023-12-31T09:01:00Z,product_viewed,A,1,0.00,web,s1,",
                "K1,2023-12-31T09:02:00Z,cart_added,B,1,0.00,web,s1," });
        row("French",
            "Numéro client;Date de commande;N° commande;Référence;Désignation;Quantité;Prix unitaire\n"
            "C1;31/12/2023;77;4711;Huile;2;1 250,50 €\n",
            "orders", { 1, 1, 0, 0 }, "events", { "C1,2023-12-30T23:00:00Z,purchased,4711,2,2501.00,,77," });
        row("Spanish",
            "Cliente;Fecha;Nº pedido;Producto;Cantidad;Precio\nC1;31/12/2023 09:00;77;A;2;1.250,50\n",
            "orders", { 1, 1, 0, 0 }, "events", { "C1,2023-12-31T08:00:00Z,purchased,A,2,2501.00,,77," });
        row("Italian",
            "Cliente;Data ordine;Numero ordine;Codice prodotto;Quantità;Prezzo "
            "unitario\nC1;31/12/2023;77;A;2;3,50\n",
            "orders", { 1, 1, 0, 0 }, "events", { "C1,2023-12-30T23:00:00Z,purchased,A,2,7.00,,77," });
        row("Dutch",
            "Klantnummer;Besteldatum;Bestelnummer;Artikelnummer;Aantal;Stukprijs\nC1;31-12-2023;77;A;2;3,"
            "50\n",
            "orders", { 1, 1, 0, 0 }, "events", { "C1,2023-12-30T23:00:00Z,purchased,A,2,7.00,,77," });
    }

    static void publicSets(const auto& row)
    {
        row("RetailRocket",
            "timestamp,visitorid,event,itemid,transactionid\n1433221332117,257597,view,355908,\n"
            "1433222276276,599528,transaction,356475,4000\n",
            "events", { 2, 2, 0, 0 }, "events",
            { "257597,2015-06-02T05:02:12.117Z,product_viewed,355908,1,0.00,,,",
                "599528,2015-06-02T05:17:56.276Z,purchased,356475,1,0.00,,4000," });
        row("REES46",
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\n"
            "2019-10-01 00:00:00 UTC,view,44600062,21,,shiseido,33.00,541312140,72d7\n"
            "2019-10-01 00:00:04 UTC,purchase,3900821,21,,aqua,33.00,541312140,72d7\n",
            "events", { 2, 2, 0, 0 }, "events",
            { "541312140,2019-10-01T00:00:00Z,product_viewed,44600062,1,0.00,,72d7,",
                "541312140,2019-10-01T00:00:04Z,purchased,3900821,1,33.00,,72d7," });
        row("H&M",
            "t_dat,customer_id,article_id,price,sales_channel_id\n2018-09-20,000058a1,0663713001,0.0508305,"
            "2\n",
            "orders", { 1, 1, 0, 0 }, "events",
            { "000058a1,2018-09-19T22:00:00Z,purchased,0663713001,1,0.05,2,000058a1/2018-09-20," });
        row("Ta-Feng",
            "TRANSACTION_DT,CUSTOMER_ID,AGE_GROUP,PIN_CODE,PRODUCT_SUBCLASS,PRODUCT_ID,AMOUNT,ASSET,SALES_"
            "PRICE\n"
            "11/15/2000,00418683,45-49,115,120107,471,2,48,46\n",
            "orders", { 1, 1, 0, 0 }, "events",
            { "00418683,2000-11-14T23:00:00Z,purchased,471,2,46.00,,00418683/11/15/2000," });
        row("Superstore",
            "Row ID,Order ID,Order Date,Customer ID,Product ID,Category,Sub-Category,Product "
            "Name,Sales,Quantity,Discount\n"
            "1,CA-1,11/18/2016,CG-1,FUR,Furniture,Chairs,\"Bush, Chair\",261.96,2,0.2\n",
            "orders", { 1, 1, 0, 0 }, "events",
            { "CG-1,2016-11-17T23:00:00Z,purchased,FUR,2,261.96,,CA-1," });
        row("Diginetica",
            "sessionId;userId;itemId;timeframe;eventdate\n1;NA;81766;526309;2016-05-09\n2;7;32118;243569;"
            "2016-05-09\n",
            "clicks", { 2, 2, 0, 0 }, "events",
            { "session:1,2016-05-08T22:00:00Z,product_viewed,81766,1,0.00,,1,",
                "7,2016-05-08T22:00:00Z,product_viewed,32118,1,0.00,,2," });
        row("Taobao without a header", "1,2268318,2520377,pv,1511544070\n1,2333346,2520771,buy,1511561733\n",
            "taobao", { 2, 2, 0, 0 }, "events",
            { "1,2017-11-24T22:15:33Z,purchased,2333346,1,0.00,,1/2017-11-25," });
        row("Tianchi",
            "user_id,item_id,behavior_type,user_geohash,item_category,time\n98,232,1,,4245,2014-12-06 02\n",
            "taobao", { 1, 1, 0, 0 }, "events",
            { "98,2014-12-05T18:00:00Z,product_viewed,232,1,0.00,,98/2014-12-06," });
        row("The Complete Journey's first form",
            "household_key,BASKET_ID,DAY,PRODUCT_ID,QUANTITY,SALES_VALUE,STORE_ID,RETAIL_DISC,TRANS_TIME,"
            "WEEK_NO\n"
            "2375,26984851472,2,1004906,1,1.39,364,-0.6,1631,1\n",
            "complete-journey", { 1, 1, 0, 0 }, "events",
            { "2375,2016-01-02T15:31:00Z,purchased,1004906,1,1.39,,26984851472," });
        row("Online Retail II through a data frame",
            ",Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
            "0,489434,85048,BALL,12,2009-12-01 07:45:00,6.95,13085.0,United Kingdom\n",
            "online-retail", { 1, 1, 0, 0 }, "events",
            { "13085,2009-12-01T06:45:00Z,purchased,85048,12,83.40,,489434," });
        row("Groceries with members", "Member_number,Date,itemDescription\n1808,21-07-2015,tropical fruit\n",
            "orders", { 1, 1, 0, 0 }, "events",
            { "1808,2015-07-20T22:00:00Z,purchased,tropical fruit,1,0.00,,1808/21-07-2015," });
    }

    static void baskets(const auto& row)
    {
        row("names in quotes",
            "\"whole milk\",\"rye, bread\"\n\"whole milk\"\nbutter,\"whole milk\",eggs\neggs,butter\n",
            "baskets", { 8, 8, 0, 0 }, "baskets", { "1,\"rye, bread\"", "3,whole milk" });
        row("named baskets", "T100,milk,bread\nT200,butter\nT300,milk,butter,eggs\nT400,eggs\n", "baskets",
            { 7, 7, 0, 0 }, "baskets", { "T100,bread", "T400,eggs" });
        row("a column per product", "TID,Milk,Bread,Butter\n1,1,1,0\n2,0,0,0\n3,1,0,1\n", "basket-table",
            { 3, 2, 1, 0 }, "baskets", { "1,Bread", "3,Butter" });
        row("true and false", "Milk,Bread,Butter\nTRUE,FALSE,TRUE\nFALSE,TRUE,TRUE\n", "basket-table",
            { 2, 2, 0, 0 }, "baskets", { "2,Milk", "3,Bread" });
        row("numbered items", "Item(s),Item 1,Item 2,Item 3\n2,milk,bread,\n3,milk,butter,eggs\n",
            "basket-table", { 2, 2, 0, 0 }, "baskets", { "2,bread", "3,eggs" });
        row("a list in a cell", "order_id,items\n1,\"milk,bread\"\n2,\"['butter', 'eggs']\"\n",
            "basket-table", { 2, 2, 0, 0 }, "baskets", { "1,bread", "2,eggs" });
        row("customers with yes and no", "customer_id,newsletter,vip,blocked\nu1,1,0,0\nu2,0,0,1\n",
            "customers", { 2, 2, 0, 0 }, "customers", {});
    }

    static void logs(const auto& row)
    {
        row("a warehouse's order_completed",
            "ID,ANONYMOUS_ID,USER_ID,EVENT,EVENT_TEXT,ORDER_ID,TOTAL,PRODUCTS,ORIGINAL_TIMESTAMP,TIMESTAMP\n"
            "m1,an-1,u1,order_completed,Order Completed,o1,20,\"[{\"\"sku\"\":\"\"A\"\",\"\"price\"\":9.5,"
            "\"\"quantity\"\":1},{\"\"sku\"\":\"\"B\"\",\"\"price\"\":3,\"\"quantity\"\":2}]\","
            "2024-03-01 10:00:00.123,2024-03-01 10:00:00.123\n"
            "m2,an-2,,order_completed,Order Completed,o2,20,{,2024-03-01 10:00:00.123,2024-03-01 "
            "10:00:00.123\n",
            "segment", { 2, 2, 0, 0 }, "events",
            { "u1,2024-03-01T10:00:00.123Z,purchased,A,1,9.50,,o1,",
                "u1,2024-03-01T10:00:00.123Z,purchased,B,2,6.00,,o1,",
                "an-2,2024-03-01T10:00:00.123Z,purchased,,1,20.00,,o2," });
        row("a warehouse's product_added",
            "id,anonymous_id,user_id,event,event_text,sku,price,quantity,original_timestamp,timestamp\n"
            "m1,an-1,,product_added,Product Added,A,9.50,2,2024-03-01 10:00:00 UTC,2024-03-01 10:00:00 UTC\n",
            "segment", { 1, 1, 0, 0 }, "events", { "an-1,2024-03-01T10:00:00Z,cart_added,A,2,0.00,,," });
        row("a cancelled order",
            "{\"type\":\"track\",\"event\":\"Order Cancelled\",\"userId\":\"u1\",\"timestamp\":"
            "\"2024-03-01T10:00:00Z\",\"properties\":{\"order_id\":\"o1\",\"products\":[{\"sku\":\"A\","
            "\"price\":3,"
            "\"quantity\":2}]}}\n",
            "segment", { 1, 1, 0, 0 }, "events", { "u1,2024-03-01T10:00:00Z,returned,A,2,6.00,,o1," });
        row("exposures by other names",
            "impression_id;timestamp;visitor_id;campaign_id;slot;arm;is_clicked;is_purchased\n"
            "1;2024-03-01T10:00:00Z;u1;c1;top;A;yes;no\n",
            "exposures", { 1, 1, 0, 0 }, "exposures",
            { "u1,2024-03-01T10:00:00Z,c1,top,,A,,false,2024-03-01T10:00:00Z,,," });
    }
};

QTEST_GUILESS_MAIN(TestUnseenFiles)
#include "tst_unseen_files.moc"
