// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/usual_names.h"

#include "ingest/order_lines.h"
#include "ingest/values.h"

#include <algorithm>
#include <array>

namespace ow::ingest::usual {

const Names& customers()
{
    static const Names names { "customer", "customer_id", "customer_no", "customer_number", "customer_nr",
        "customer_code", "cust_id", "cust_code", "cust_no", "user_id", "user", "visitor_id", "visitor",
        "client_id", "client", "client_number", "member_id", "member_number", "member", "household_id",
        "household_key", "household", "shopper_id", "shopper", "buyer_id", "buyer", "account_id", "account",
        "contact_id", "loyalty_id", "uid", "user_pseudo_id", "anonymous_id",
        // German
        "kunde", "kunden_id", "kundennummer", "kunden_nr", "kundennr", "kd_nr", "käufer", "besucher",
        "besucher_id", "nutzer", "nutzer_id", "benutzer", "benutzer_id", "mitglied", "mitgliedsnummer",
        // French
        "numéro client", "numéro de client", "n° client", "no client", "id client", "code client", "acheteur",
        "utilisateur", "visiteur",
        // Spanish and Italian
        "cliente", "id cliente", "número de cliente", "numero cliente", "nº cliente", "n. cliente",
        "código cliente", "codice cliente", "comprador", "usuario", "id usuario", "utente", "id utente",
        "acquirente", "visitante",
        // Dutch
        "klant", "klantnummer", "klant_id", "klantnr", "koper", "gebruiker", "gebruiker_id", "bezoeker",
        "customer_email", "buyer_email", "email", "e_mail", "email_address", "user_email", "billing_email",
        "email (billing)", "e-mail (rechnung)", "kunden_email", "correo" };
    return names;
}

const Names& orderTimes()
{
    static const Names names { "order_date", "ordered_at", "order_time", "order_timestamp", "order_datetime",
        "order_created_at", "order_purchase_timestamp", "purchase_date", "purchase_time", "purchased_at",
        "purchased_on", "invoice_date", "transaction_date", "transaction_time", "transaction_dt",
        "transaction_timestamp", "transaction_datetime", "sale_date", "sales_date", "date_of_purchase",
        "receipt_date", "t_dat", "shop_date", "paid_date", "paid_at", "bestelldatum", "auftragsdatum",
        "rechnungsdatum", "kaufdatum", "verkaufsdatum", "belegdatum", "bondatum", "bestellzeit",
        "date de commande", "date commande", "date d'achat", "date de vente", "date de facture",
        "fecha de pedido", "fecha pedido", "fecha de compra", "fecha de venta", "fecha factura",
        "data ordine", "data acquisto", "data di acquisto", "data vendita", "data fattura", "besteldatum",
        "orderdatum", "aankoopdatum", "factuurdatum" };
    return names;
}

const Names& times()
{
    static const Names names { "at", "timestamp", "event_time", "event_timestamp", "datetime", "date_time",
        "occurred_at", "happened_at", "created_at", "timestamp_ms", "ts", "date", "event_date", "eventdate",
        "time", "date_created", "created", "created_on", "received_at", "original_timestamp",
        // German, French, Spanish, Italian, Dutch
        "zeitpunkt", "zeitstempel", "datum", "datum/zeit", "datum_uhrzeit", "datum und uhrzeit", "wann",
        "erstellt am", "erstellt", "horodatage", "date et heure", "date/heure", "créé le", "fecha",
        "fecha y hora", "fecha/hora", "marca de tiempo", "creado", "data", "data e ora", "data/ora",
        "data ora", "creato il", "tijdstip", "tijdstempel", "datum en tijd", "datum/tijd", "aangemaakt op" };
    return names;
}

const Names& clocks()
{
    static const Names names { "time", "time_of_day", "clock", "hour", "trans_time", "order_time",
        "transaction_time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd" };
    return names;
}

const Names& skus()
{
    static const Names names { "sku", "item", "item_id", "product_id", "product", "article", "article_id",
        "stock_code", "product_sku", "item_sku", "variant_sku", "line_item_sku", "lineitem_sku",
        "product_code", "item_code", "prod_code", "prod_id", "article_number", "article_no", "item_number",
        "item_no", "product_number", "product_no", "asin", "aid", "ean", "gtin", "artikelnummer",
        "artikel_nr", "artikelnr", "art_nr", "artikel", "artikel_id", "produktnummer", "produkt",
        "produkt_id", "ware", "référence", "réf", "reference", "article_ref", "code article", "produit",
        "id produit", "code produit", "artículo", "id artículo", "código artículo", "producto", "id producto",
        "código producto", "referencia", "articolo", "codice articolo", "prodotto", "id prodotto",
        "codice prodotto", "artikelcode", "productnummer", "productcode" };
    return names;
}

const Names& titles()
{
    static const Names names { "title", "product_name", "item_name", "product_title", "prod_name",
        "article_name", "item_description", "product_description", "line_item_name", "description", "name",
        "artikelbezeichnung", "artikelname", "bezeichnung", "produktname", "produktbezeichnung",
        "beschreibung", "désignation", "libellé", "nom du produit", "nom produit", "nom de l'article",
        "descripción", "nombre", "nombre del producto", "nombre producto", "descrizione", "nome prodotto",
        "nome", "omschrijving", "productnaam", "artikelnaam", "naam" };
    return names;
}

const Names& families()
{
    static const Names names { "family", "product_type", "type", "product_category", "subcategory",
        "sub_category", "item_category2", "level2", "product_type_name", "commodity_desc", "warengruppe",
        "artikelgruppe", "produktgruppe", "produkttyp", "unterkategorie", "sous-catégorie", "famille",
        "subcategoría", "familia", "sottocategoria", "famiglia", "subcategorie", "productgroep" };
    return names;
}

const Names& categories()
{
    static const Names names { "category", "department", "main_cat", "main_category", "item_category",
        "category_name", "category_code", "level1", "vendor", "brand", "kategorie", "abteilung",
        "hauptkategorie", "marke", "catégorie", "rayon", "marque", "categoría", "departamento", "marca",
        "categoria", "reparto", "categorie", "afdeling", "merk" };
    return names;
}

const Names& orders()
{
    static const Names names { "order_id", "order", "order_number", "order_no", "order_nr", "order_name",
        "order_code", "amazon_order_id", "invoice", "invoice_no", "invoice_id", "invoice_number",
        "transaction_id", "transaction", "transaction_no", "transaction_number", "basket_id", "basket",
        "receipt_id", "receipt", "receipt_no", "receipt_number", "ticket_number", "ticket_id", "ticket",
        "bill_no", "bill_id", "bill_number", "sale_id", "purchase_id", "cart_id", "bestellnummer",
        "bestell_nr", "bestellnr", "bestellung", "bestell_id", "auftragsnummer", "auftrag", "auftrags_nr",
        "rechnungsnummer", "rechnung", "rechnungs_nr", "belegnummer", "beleg", "beleg_nr", "bonnummer",
        "bon_nr", "bon", "kassenbon", "einkauf", "numéro de commande", "numéro commande", "n° commande",
        "n° de commande", "no commande", "id commande", "commande", "facture", "numéro de facture",
        "n° facture", "ticket de caisse", "número de pedido", "numero pedido", "nº pedido", "id pedido",
        "pedido", "factura", "número de factura", "nº factura", "numero ordine", "n. ordine", "id ordine",
        "ordine", "fattura", "numero fattura", "scontrino", "bestelnummer", "bestelling", "ordernummer",
        "bestel_id", "factuurnummer", "factuur", "bonnetje" };
    return names;
}

const Names& sessions()
{
    static const Names names { "session", "session_id", "user_session", "visit_id", "visit", "ga_session_id",
        "sitzung", "sitzungs_id", "besuch", "session_nr", "visite", "sesión", "id sesión", "visita",
        "sessione", "id sessione", "sessie", "sessie_id", "bezoek" };
    return names;
}

const Names& quantities()
{
    static const Names names { "qty", "quantity", "quantity_purchased", "units", "pieces", "quantity_ordered", "qty_ordered",
        "ordered_quantity", "item_quantity", "line_item_quantity", "lineitem_quantity", "quantity (- refund)",
        "units_sold", "item_count", "number_of_items", "amount_of_items", "count", "menge", "anzahl",
        "stückzahl", "stück", "stueck", "stueckzahl", "bestellmenge", "quantité", "qté", "cantidad",
        "unidades", "uds", "quantità", "qtà", "pezzi", "aantal", "hoeveelheid", "stuks" };
    return names;
}

const Names& unitPrices()
{
    static const Names names { "unit_price", "price_each", "price_per_unit", "item_price", "item_cost",
        "product_price", "sale_price", "selling_price", "price", "price_usd", "list_price", "retail_price",
        "lineitem_price", "einzelpreis", "stückpreis", "stueckpreis", "artikelpreis", "preis pro stück",
        "verkaufspreis", "vk", "vk_preis", "preis", "prix unitaire", "prix", "prix de vente",
        "precio unitario", "precio", "prezzo unitario", "prezzo", "stukprijs", "eenheidsprijs", "prijs" };
    return names;
}

const Names& lineTotals()
{
    static const Names names { "line_total", "line_item_total", "item_total", "line_amount", "extended_price",
        "sales_value", "sales_amount", "sales_price", "net_sales", "sales", "spend", "turnover",
        "positionssumme", "positionsbetrag", "zeilensumme", "umsatz", "montant ligne", "total ligne",
        "chiffre d'affaires", "importe línea", "ventas", "importo riga", "totale riga", "fatturato",
        "regeltotaal", "omzet" };
    return names;
}

const Names& amounts()
{
    static const Names names { "value", "amount", "revenue", "paid", "total_price", "total", "total incl. tax",
        "total incl. vat", "total inc. tax", "total inc. vat", "total including tax", "total including vat",
        "amount incl. tax", "amount incl. vat", "total_gross", "gross_total", "gross_amount", "total_amount", "betrag",
        "gesamtbetrag", "bruttobetrag", "summe brutto", "total ttc", "montant ttc",
        "gesamtpreis", "summe", "wert", "montant", "importe", "valor", "importo", "valore", "totale",
        "bedrag", "totaal", "waarde" };
    return names;
}

const Names& types()
{
    static const Names names { "event", "event_type", "event_name", "behavior", "behaviour", "behavior_type",
        "action", "action_type", "activity", "interaction", "interaction_type", "verb", "aktion", "ereignis",
        "ereignistyp", "vorgang", "aktivität", "was", "événement", "evenement", "acción", "evento",
        "tipo de evento", "tipo evento", "azione", "actie", "gebeurtenis" };
    return names;
}

const Names& statuses()
{
    static const Names names { "order_status", "status", "financial_status", "order_state", "payment_status",
        "item_status", "bestellstatus", "auftragsstatus", "statut", "statut de la commande",
        "estado del pedido", "stato ordine", "bestelstatus" };
    return names;
}

const Names& currencies()
{
    static const Names names { "currency", "currency_code", "order_currency", "währung", "waehrung", "devise",
        "moneda", "divisa", "valuta" };
    return names;
}

const Names& channels()
{
    static const Names names { "channel", "source", "platform", "medium", "sales_channel", "sales_channel_id",
        "device", "device_type", "kanal", "vertriebskanal", "gerät", "quelle", "canal", "appareil", "canale",
        "dispositivo", "kanaal", "apparaat" };
    return names;
}

const Names& texts()
{
    static const Names names { "text", "query", "search", "search_term", "search_query", "keyword", "page",
        "url", "suchbegriff", "suche", "seite", "recherche", "búsqueda", "página", "ricerca", "pagina",
        "zoekterm" };
    return names;
}

bool isNothing(std::string_view text)
{
    constexpr std::array<std::string_view, 14> words { "NA", "N/A", "n/a", "NULL", "null", "NaN", "nan",
        "None", "none", "NaT", "\\N", "(not set)", "(null)", "undefined" };
    text = trim(text);
    if (text.empty())
        return true;
    constexpr std::string_view firstLetters = "Nn\\(u";
    return text.size() <= 9 && firstLetters.find(text.front()) != std::string_view::npos
        && std::ranges::find(words, text) != words.end();
}

std::string idOf(std::string_view text)
{
    if (isNothing(text))
        return {};
    std::string out = customerKey(text);
    const std::string_view whole = std::string_view(out).substr(0, out.size() < 2 ? 0 : out.size() - 2);
    if (out.ends_with(".0") && !whole.empty()
        && std::ranges::all_of(whole, [](char c) { return c >= '0' && c <= '9'; }))
        out.resize(whole.size());
    return out;
}

}
