// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/core_text.h"

#include "ui/shell/core_text_mapping.h"
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

constexpr int Deepest = 4; ///< an argument may be a sentence, whose argument is a table, …

/// More special ones first: the first that fits is taken.
constexpr const char* templates[] = {
    // Mending, ids, mappings of the project
    QT_TRANSLATE_NOOP("core", "is negative on a purchase: say returned, or say in the mapping that such rows are returns (negative_quantity)"),
    QT_TRANSLATE_NOOP("core", "is no whole number, as a score must be"),
    QT_TRANSLATE_NOOP("core", "1 exposure of the arm \"%1\" counts as shown; map the column withheld if it was not."),
    QT_TRANSLATE_NOOP("core", "%1 exposures of the arm \"%2\" count as shown; map the column withheld if they were not."),
    QT_TRANSLATE_NOOP("core", "Not read: %1 and %2 more."),
    QT_TRANSLATE_NOOP("core", "Not read: %1."),
    QT_TRANSLATE_NOOP("core", "The file names no e-mail addresses: each order is of an anonymous customer. Names were not read."),
    QT_TRANSLATE_NOOP("core", "Names, addresses and phone numbers were not read."),
    QT_TRANSLATE_NOOP("core", "The totals are of what was stored; 1 row of the files was in the project already."),
    QT_TRANSLATE_NOOP("core", "The totals are of what was stored; %1 rows of the files were in the project already."),
    QT_TRANSLATE_NOOP("core", "1 row has the id of one that was there before and says something else: the first holds. If these are other events, their ids must differ: map the id as a text such as web-{column}."),
    QT_TRANSLATE_NOOP("core", "%1 rows have the id of one that was there before and say something else: the first holds. If these are other events, their ids must differ: map the id as a text such as web-{column}."),
    QT_TRANSLATE_NOOP("core", "A mapping that joins a second file reads rejected rows on the command line only."),
    QT_TRANSLATE_NOOP("core", "1 product was there and was changed: the newest holds. Undo brings back what was."),
    QT_TRANSLATE_NOOP("core", "%1 products were there and were changed: the newest holds. Undo brings back what was."),
    QT_TRANSLATE_NOOP("core", "1 customer was there and was changed: the newest holds. Undo brings back what was."),
    QT_TRANSLATE_NOOP("core", "%1 customers were there and were changed: the newest holds. Undo brings back what was."),
    QT_TRANSLATE_NOOP("core", "1 exposure is there with other outcomes: what was there holds. To take the newer ones, undo the import that brought the older, then import the newer file."),
    QT_TRANSLATE_NOOP("core", "%1 exposures are there with other outcomes: what was there holds. To take the newer ones, undo the import that brought the older, then import the newer file."),
    QT_TRANSLATE_NOOP("core", "1 row repeats an exposure that stands in the files before, with other outcomes: the first holds."),
    QT_TRANSLATE_NOOP("core", "%1 rows repeat an exposure that stands in the files before, with other outcomes: the first holds."),
    QT_TRANSLATE_NOOP("core", "At least 1 event comes within two seconds of one of the same customer, product and type: fired twice, perhaps. It was kept."),
    QT_TRANSLATE_NOOP("core", "At least %1 events come within two seconds of one of the same customer, product and type: fired twice, perhaps. They were kept."),
    QT_TRANSLATE_NOOP("core", "What tells the row from all others: of an id that comes again, the first row holds"),
    QT_TRANSLATE_NOOP("core", "An older version of the program made this import, which did not keep how the files were read. Import the mended rows as a file."),
    QT_TRANSLATE_NOOP("core", "The import was undone. Redo it, then mend its rows."),
    QT_TRANSLATE_NOOP("core", "its text was not kept: customers' ids were to be hidden"),
    QT_TRANSLATE_NOOP("core", "it is too long: only its beginning was kept"),
    QT_TRANSLATE_NOOP("core", "it is no record of which cells could be told; mend it in the file"),
    QT_TRANSLATE_NOOP("core", "Took in 1 rejected row of import %1, mended (%2)"),
    QT_TRANSLATE_NOOP("core", "Took in %1 rejected rows of import %2, mended (%3)"),
    QT_TRANSLATE_NOOP("core", "Saved the mapping “%1” (%2)"),
    QT_TRANSLATE_NOOP("core", "Changed the mapping “%1” (%2)"),
    QT_TRANSLATE_NOOP("core", "Removed the mapping “%1”"),
    // Why a project cannot be edited, and what a refused edit says
    QT_TRANSLATE_NOOP("core",
        "This project is open in %1. It is shown as it is there, and can be edited here when it is closed "
        "there."),
    QT_TRANSLATE_NOOP("core", "This project is open in %1. Close it there and do this again."),
    QT_TRANSLATE_NOOP("core", "another window since %1 (user %2 on %3)"),
    QT_TRANSLATE_NOOP("core", "another window since %1 (user %2)"),
    QT_TRANSLATE_NOOP("core", "%1 since %2 (user %3 on %4)"),
    QT_TRANSLATE_NOOP("core", "%1 since %2 (user %3)"),
    QT_TRANSLATE_NOOP("core", "another program"),
    QT_TRANSLATE_NOOP(
        "core", "The folder of this project cannot be written. Copy it to another folder to edit it."),
    QT_TRANSLATE_NOOP("core",
        "This project file is write-protected. Copy it to edit it, or give yourself the right to write it."),
    QT_TRANSLATE_NOOP("core",
        "A later version of Offerwright made this project (file version %1, this program knows %2). It is "
        "shown read-only; update the program to edit it."),
    QT_TRANSLATE_NOOP("core",
        "The drive of this project cannot keep two programs apart (%1). Save a copy on a local drive to edit "
        "it."),
    QT_TRANSLATE_NOOP("core",
        "The project file was moved, deleted or replaced while it was open. Nothing more is written to it. "
        "Save a copy to keep what is shown, or open the file anew."),
    QT_TRANSLATE_NOOP(
        "core", "The project file was moved, deleted or replaced while it was open: nothing was written."),
    QT_TRANSLATE_NOOP(
        "core", "This project file is damaged and can only be looked at. Edit a rescued copy of it."),
    QT_TRANSLATE_NOOP("core", "The project was opened to be read."),
    QT_TRANSLATE_NOOP("core", "An import is running. Edit again when it is done."),
    QT_TRANSLATE_NOOP(
        "core", "Another program changed this project meanwhile. It was read anew; do the step again."),
    QT_TRANSLATE_NOOP(
        "core", "Another program or an import is writing this project. Wait for it and do it again."),
    QT_TRANSLATE_NOOP("core", "There is nothing to undo."),
    QT_TRANSLATE_NOOP("core", "There is nothing to redo."),
    QT_TRANSLATE_NOOP("core",
        "The history begins with the rescue of a damaged file: what was done before cannot be undone."),
    // Erasing customers, and keys
    QT_TRANSLATE_NOOP("core", "Customers erased"),
    QT_TRANSLATE_NOOP("core", "The project holds nothing of this customer. Nothing was changed."),
    QT_TRANSLATE_NOOP("core",
        "Somebody is reading the project. Close it everywhere, and wait for what runs with it, then erase "
        "again. Nothing was changed."),
    QT_TRANSLATE_NOOP("core",
        "The customer's id is part of this %1's name or conditions and cannot be replaced there. Change it "
        "by hand and erase again; nothing was changed."),
    QT_TRANSLATE_NOOP("core", "No file can be written beside the project, which erasing needs."),
    QT_TRANSLATE_NOOP("core", "Stopped. Nothing was erased."),
    QT_TRANSLATE_NOOP("core", "Say which customer to erase: an id is not empty."),
    QT_TRANSLATE_NOOP("core",
        "What was written beside the project is damaged (%1): the disk may be failing. Nothing was changed."),
    QT_TRANSLATE_NOOP("core",
        "The step “%1” of the history does not fit what was before it, so nobody can be erased from it. "
        "Nothing was changed; save a rescued copy of the project first."),
    QT_TRANSLATE_NOOP(
        "core", "This is no key: a key file holds 64 hexadecimal digits. Name a new file to have one made."),
    QT_TRANSLATE_NOOP("core", "The key cannot be read: %1."),
    QT_TRANSLATE_NOOP("core", "The key cannot be written: %1."),
    // What a file is
    QT_TRANSLATE_NOOP("core", "There is no such file."),
    QT_TRANSLATE_NOOP("core", "The file is empty: no project was ever saved in it."),
    QT_TRANSLATE_NOOP("core", "The file is empty."),
    QT_TRANSLATE_NOOP(
        "core", "This is no Offerwright project. If it is a table of data, import it into one."),
    QT_TRANSLATE_NOOP("core", "This is an SQLite database of another program, not an Offerwright project."),
    QT_TRANSLATE_NOOP("core", "This is a database, not a table; a project is opened, not imported."),
    QT_TRANSLATE_NOOP("core", "This is a folder, not a project. Name a file that ends in .offerwright."),
    QT_TRANSLATE_NOOP("core", "This is a folder. Name the files in it that are to be imported."),
    QT_TRANSLATE_NOOP("core", "This is %1, not a project. To bring its data in, import it."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; unpack it first."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; unpack it, or save the sheet as CSV."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; save the sheet as CSV (UTF-8)."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; sign in and download the file itself."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; export it as CSV."),
    QT_TRANSLATE_NOOP("core", "a web page"),
    QT_TRANSLATE_NOOP("core", "an old office document"),
    QT_TRANSLATE_NOOP("core", "an XML document"),
    QT_TRANSLATE_NOOP("core", "an Excel workbook or another office document"),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; save the sheet as CSV."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2; save it as CSV."),
    QT_TRANSLATE_NOOP("core", "This is %1, not %2."),
    QT_TRANSLATE_NOOP("core", "a PNG picture"),
    QT_TRANSLATE_NOOP("core", "a JPEG picture"),
    QT_TRANSLATE_NOOP("core", "a GIF picture"),
    QT_TRANSLATE_NOOP("core", "a PDF document"),
    QT_TRANSLATE_NOOP("core", "a ZIP archive or an office document"),
    QT_TRANSLATE_NOOP("core", "a zstd archive"),
    QT_TRANSLATE_NOOP("core", "an xz archive"),
    QT_TRANSLATE_NOOP("core", "a bzip2 archive"),
    QT_TRANSLATE_NOOP("core", "a gzip archive"),
    QT_TRANSLATE_NOOP("core", "a Parquet file"),
    QT_TRANSLATE_NOOP("core", "a program"),
    QT_TRANSLATE_NOOP("core", "a JSON text"),
    QT_TRANSLATE_NOOP("core", "an XML or HTML text"),
    QT_TRANSLATE_NOOP("core", "a project"),
    QT_TRANSLATE_NOOP("core", "a table"),
    QT_TRANSLATE_NOOP("core", "a project, a rule pack or a text form"),
    QT_TRANSLATE_NOOP("core", "There is a file of this name already. Choose another name or open it."),
    QT_TRANSLATE_NOOP("core", "There is a file of this name already. Choose another."),
    // Damage
    QT_TRANSLATE_NOOP("core",
        "The project file is damaged: %1, and %2 more. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP(
        "core", "The project file is damaged: %1. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP("core", "The project file is damaged. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP("core",
        "The project file is damaged. The %1 is missing. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP("core",
        "The beginning of this file is damaged; the rest looks like an Offerwright project. It was not "
        "changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP(
        "core", "The end of the project file is missing. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP(
        "core", "The %1 is missing from the project file. It was not changed; save a rescued copy of it."),
    QT_TRANSLATE_NOOP("core", "The %1 is missing from the file."),
    QT_TRANSLATE_NOOP("core",
        "What the step “%1” changed is lost with a damaged part of the file, so it can be neither undone nor "
        "redone. The project stays as it is."),
    QT_TRANSLATE_NOOP("core", "page %1 of the %2 is damaged"),
    QT_TRANSLATE_NOOP("core", "page %1 is damaged"),
    QT_TRANSLATE_NOOP("core", "1 fault"),
    QT_TRANSLATE_NOOP("core", "%1 faults"),
    QT_TRANSLATE_NOOP("core",
        "The history could not be kept: it begins with the project as it is now. What “%1” changed is lost, "
        "and nothing before it can be undone."),
    QT_TRANSLATE_NOOP("core", "The history could not be kept: it begins with the project as it is now."),
    QT_TRANSLATE_NOOP("core",
        "The history begins later: one step can be undone. What “%1” changed is lost, and nothing before it "
        "can be undone."),
    QT_TRANSLATE_NOOP("core",
        "The history begins later: the last %1 steps can be undone. What “%2” changed is lost, and nothing "
        "before it can be undone."),
    QT_TRANSLATE_NOOP("core", "The history begins later: one step can be undone."),
    QT_TRANSLATE_NOOP("core", "The history begins later: the last %1 steps can be undone."),
    QT_TRANSLATE_NOOP("core", "Imports are shown and hidden as the history says."),
    QT_TRANSLATE_NOOP("core", "It lay on a damaged page."),
    QT_TRANSLATE_NOOP("core", "table of general values"),
    QT_TRANSLATE_NOOP("core", "table of what people wrote"),
    QT_TRANSLATE_NOOP("core", "table of imports"),
    QT_TRANSLATE_NOOP("core", "table of the history's steps"),
    QT_TRANSLATE_NOOP("core", "table of what the history's steps changed"),
    QT_TRANSLATE_NOOP("core", "table of releases"),
    QT_TRANSLATE_NOOP("core", "table of customers' keys"),
    QT_TRANSLATE_NOOP("core", "table of products' keys"),
    QT_TRANSLATE_NOOP("core", "table of sessions"),
    QT_TRANSLATE_NOOP("core", "table of words"),
    QT_TRANSLATE_NOOP("core", "table of products"),
    QT_TRANSLATE_NOOP("core", "table of customers"),
    QT_TRANSLATE_NOOP("core", "table of events"),
    QT_TRANSLATE_NOOP("core", "table of exposures"),
    QT_TRANSLATE_NOOP("core", "table of baskets"),
    QT_TRANSLATE_NOOP("core", "table of rejected rows"),
    QT_TRANSLATE_NOOP("core", "table of mined edges"),
    QT_TRANSLATE_NOOP("core", "list of packed blocks"),
    QT_TRANSLATE_NOOP("core", "table of packed blocks"),
    QT_TRANSLATE_NOOP("core", "index of the %1"),
    // Titles of steps that core writes
    QT_TRANSLATE_NOOP("core", "Project created"),
    QT_TRANSLATE_NOOP("core", "Rescued from a damaged file"),
    QT_TRANSLATE_NOOP("core", "Import kept: %1"),
    QT_TRANSLATE_NOOP("core", "Imported %1 (1 row)"),
    QT_TRANSLATE_NOOP("core", "Imported %1 (%2 rows)"),
    QT_TRANSLATE_NOOP("core", "Text form read from %1"),
    QT_TRANSLATE_NOOP("core", "Mined %1 pairs of products"),
    QT_TRANSLATE_NOOP("core", "Merged with another version of %1"),
    QT_TRANSLATE_NOOP("core", "Merged with %1"),
    QT_TRANSLATE_NOOP("core", "Stored a simulation: %1 exposures"),
    QT_TRANSLATE_NOOP("core",
        "The project file is damaged. It is shown as far as it can be read and cannot be edited; save a "
        "rescued copy."),
    QT_TRANSLATE_NOOP("core", "The project file is damaged: nothing was written. Save a rescued copy of it."),
    // What an import could read the file as
    QT_TRANSLATE_NOOP("core", "Invoices with cancellations (UCI Online Retail)"),
    QT_TRANSLATE_NOOP("core", "User behaviour (Taobao: pv, fav, cart, buy)"),
    QT_TRANSLATE_NOOP("core", "The Complete Journey (84.51°): any of its tables"),
    QT_TRANSLATE_NOOP("core", "A log of offers shown and withheld"),
    QT_TRANSLATE_NOOP("core", "What customers did, one event a row"),
    QT_TRANSLATE_NOOP("core", "A catalogue"),
    QT_TRANSLATE_NOOP("core", "Baskets, one basket and item a row (Groceries, order lines)"),
    QT_TRANSLATE_NOOP("core", "Groceries: the same as baskets"),
    QT_TRANSLATE_NOOP("core", "Sessions of clicks, one item a row"),
    QT_TRANSLATE_NOOP("core", "Customers with any attributes"),
    QT_TRANSLATE_NOOP("core", "Shopify: the export of orders (CSV)"),
    QT_TRANSLATE_NOOP("core", "Shopify: the export of products (CSV)"),
    QT_TRANSLATE_NOOP("core", "Shopify: the export of customers (CSV)"),
    QT_TRANSLATE_NOOP("core", "WooCommerce: orders, a row per item or per order (CSV)"),
    QT_TRANSLATE_NOOP("core", "Google Analytics 4: events as exported by BigQuery (NDJSON)"),
    QT_TRANSLATE_NOOP("core", "Segment and RudderStack: calls of the ecommerce spec (NDJSON)"),
    QT_TRANSLATE_NOOP("core", "The bytes are no UTF-8; they were read as Windows-1252 (Latin-1)."),
    QT_TRANSLATE_NOOP("core", "Every second byte is 0: %1."),
    QT_TRANSLATE_NOOP(
        "core", "1 line in front of the header was left out: fewer fields than in the table's lines."),
    QT_TRANSLATE_NOOP(
        "core", "%1 lines in front of the header were left out: fewer fields than in the table's lines."),
    QT_TRANSLATE_NOOP(
        "core", "The first line is data, not names: the columns are those of Taobao's UserBehavior.csv."),
    QT_TRANSLATE_NOOP("core", "The first line is data, not names: the columns are called by their numbers."),
    QT_TRANSLATE_NOOP(
        "core", "Dates are read as %1: %2 of %3 can be nothing else, but %4 would be the other way round."),
    QT_TRANSLATE_NOOP("core", "Dates are read as %1: %2 of %3 can be nothing else."),
    QT_TRANSLATE_NOOP("core", "Dates are read as %1: %2, further down in the file, can be nothing else."),
    QT_TRANSLATE_NOOP("core",
        "No date tells day and month apart; %1 was read as %2. Say otherwise with --dates %3."),
    QT_TRANSLATE_NOOP("core",
        "Dates contradict each other: %1 has the day first, %2 the month. They were read as %3. Say otherwise "
        "with --dates %4."),
    QT_TRANSLATE_NOOP("core",
        "No number tells decimal marks from those of thousands; %1 was read as %2. Say otherwise with "
        "--decimals %3."),
    QT_TRANSLATE_NOOP("core",
        "The file became shorter while it was read; nothing was imported. Import it again when it is "
        "complete."),
    QT_TRANSLATE_NOOP("core", "day, month, year"),
    QT_TRANSLATE_NOOP("core", "month, day, year"),
    QT_TRANSLATE_NOOP("core", "Times are numbers of days since 1899-12-30, as spreadsheets keep them."),
    QT_TRANSLATE_NOOP(
        "core", "The columns hold yes and no: each row is a basket of the products whose columns say yes."),
    QT_TRANSLATE_NOOP("core", "Numbers have a decimal comma: %1 can be read in no other way."),
    QT_TRANSLATE_NOOP("core", "Every line is nothing but numbers between blanks: one basket a line."),
    QT_TRANSLATE_NOOP("core", "Lines have different lengths and there is no header: one basket a line."),
    QT_TRANSLATE_NOOP("core", "What each line begins with stands nowhere else: it is the basket's name."),
    QT_TRANSLATE_NOOP("core", "Two columns are called \"%1\": the further one is \"%2\" here."),
    QT_TRANSLATE_NOOP("core", "the line is longer than 1 MB"),
    QT_TRANSLATE_NOOP("core", "the line holds a zero byte"),
    QT_TRANSLATE_NOOP("core", "the line is no text in %1; say the file's encoding"),
    QT_TRANSLATE_NOOP("core", "the row is no text in %1; say the file's encoding"),
    QT_TRANSLATE_NOOP("core", "the row has %1 fields, the header %2"),
    QT_TRANSLATE_NOOP("core", "there is text behind the closing quote of field %1"),
    QT_TRANSLATE_NOOP("core", "The text is in UTF-32. Save it as UTF-8."),
    QT_TRANSLATE_NOOP("core", "the line is no JSON object"),
    QT_TRANSLATE_NOOP("core", "the line is no JSON: %1"),
    QT_TRANSLATE_NOOP("core", "the line is nested deeper than %1 levels"),
    QT_TRANSLATE_NOOP("core", "Each element of \"%1\" is a row."),
    QT_TRANSLATE_NOOP("core", "The column's name is a usual one for %1, and %2 of %3 values fit"),
    QT_TRANSLATE_NOOP("core", "The column's name is a usual one for %1"),
    QT_TRANSLATE_NOOP("core", "The column's name ends with \"%1\", and %2 of %3 values fit"),
    QT_TRANSLATE_NOOP("core", "The column's name ends with \"%1\""),
    QT_TRANSLATE_NOOP("core", "%1 of %2 values are times"),
    QT_TRANSLATE_NOOP("core", "%1 of %2 values are words for events"),
    QT_TRANSLATE_NOOP("core", "Its values have decimals or a currency"),
    QT_TRANSLATE_NOOP("core", "Its values are e-mail addresses"),
    QT_TRANSLATE_NOOP("core", "Its values come again in the rows that follow each other"),
    QT_TRANSLATE_NOOP("core", "%1 values of %2 are different: they could be ids"),
    QT_TRANSLATE_NOOP("core", "Who: the customer's id, as in all other files"),
    QT_TRANSLATE_NOOP("core", "When it happened"),
    QT_TRANSLATE_NOOP("core", "The product's number, as in all other files"),
    QT_TRANSLATE_NOOP("core", "Its name, as people read it; the number where it has none"),
    QT_TRANSLATE_NOOP("core", "What it stands in for: products of one family are substitutes"),
    QT_TRANSLATE_NOOP("core", "The part of the shop it belongs to"),
    QT_TRANSLATE_NOOP("core", "What one piece costs customers"),
    QT_TRANSLATE_NOOP("core", "What one piece costs you"),
    QT_TRANSLATE_NOOP("core", "Pieces at hand; empty where stock is not counted"),
    QT_TRANSLATE_NOOP("core", "How long one piece lasts: days, or 2w, 30d"),
    QT_TRANSLATE_NOOP("core", "Words between commas"),
    QT_TRANSLATE_NOOP("core",
        "What was done: product_viewed, cart_added, purchased, …; product_viewed where nothing "
        "says"),
    QT_TRANSLATE_NOOP("core", "The product it was about"),
    QT_TRANSLATE_NOOP("core", "How many pieces; 1 where nothing says"),
    QT_TRANSLATE_NOOP("core", "An amount, of a purchase or return what was paid for the line; of a survey its score, a whole number"),
    QT_TRANSLATE_NOOP(
        "core", "What was paid for one piece: value is price times quantity, where nothing says value"),
    QT_TRANSLATE_NOOP("core", "Where: web, email, app, …"),
    QT_TRANSLATE_NOOP("core", "Which visit; of a purchase which order: its lines are one basket"),
    QT_TRANSLATE_NOOP("core", "The words of a search, the name of a page"),
    QT_TRANSLATE_NOOP("core", "Which offer was shown, or would have been"),
    QT_TRANSLATE_NOOP("core", "Where it was shown: cart, checkout, email, …"),
    QT_TRANSLATE_NOOP("core", "treatment, holdout or an experiment's arm; treatment where nothing says"),
    QT_TRANSLATE_NOOP("core", "What was randomised, where it was not the customer"),
    QT_TRANSLATE_NOOP("core", "Which experiment; empty = the global holdout"),
    QT_TRANSLATE_NOOP("core", "true where it was not shown, for comparison"),
    QT_TRANSLATE_NOOP("core", "When it was clicked; empty = never"),
    QT_TRANSLATE_NOOP("core", "When it was bought"),
    QT_TRANSLATE_NOOP("core", "When it was declined"),
    QT_TRANSLATE_NOOP("core", "When it was sent back"),
    QT_TRANSLATE_NOOP("core", "Which basket, order or receipt"),
    QT_TRANSLATE_NOOP("core", "What was in it"),
    QT_TRANSLATE_NOOP("core", "The item's name"),
    QT_TRANSLATE_NOOP("core", "The item's family"),
    QT_TRANSLATE_NOOP("core", "The item's category"),
    QT_TRANSLATE_NOOP("core", "is none of clicked, accepted, declined, returned, none"),
    QT_TRANSLATE_NOOP("core", "is empty: the visitor did not consent"),
    QT_TRANSLATE_NOOP("core", "is empty, and so is the order"),
    QT_TRANSLATE_NOOP("core", "is none of an order that was bought"),
    QT_TRANSLATE_NOOP("core", "is no number"),
    QT_TRANSLATE_NOOP("core", "is a call that tells of no event"),
    QT_TRANSLATE_NOOP("core", "is empty, and so is anonymousId"),
    QT_TRANSLATE_NOOP("core", "is no list of products in JSON"),
    QT_TRANSLATE_NOOP("core", "is empty, and so is the customer's number"),
    QT_TRANSLATE_NOOP("core", "is voided: nothing was bought"),
    QT_TRANSLATE_NOOP("core", "is expired: nothing was bought"),
    QT_TRANSLATE_NOOP("core", "has an item without name and SKU"),
    QT_TRANSLATE_NOOP("core", "has an item whose quantity is no whole number"),
    QT_TRANSLATE_NOOP("core", "has an item whose total is no amount"),
    QT_TRANSLATE_NOOP("core", "has an item whose total is too high"),
    QT_TRANSLATE_NOOP("core", "holds no item"),
    QT_TRANSLATE_NOOP("core",
        "Products were made from the order lines: the most frequent description, the median unit "
        "price. The files name no costs, so costs are 0 and margins are not to be trusted; import"
        " a catalogue with costs, or import again with a cost share."),
    QT_TRANSLATE_NOOP("core",
        "Products were made from the order lines: the most frequent description, the median unit "
        "price. The files name no costs: %1 % of the price was assumed."),
    QT_TRANSLATE_NOOP("core", "Amounts in %1 were taken as %2: nothing was converted."),
    QT_TRANSLATE_NOOP(
        "core", "The file names no orders: what a customer bought at one time is taken for one basket."),
    QT_TRANSLATE_NOOP("core",
        "Quantities that are no whole numbers (weights, in %1 of the rows) count as the nearest "
        "number of pieces, 1 at least."),
    QT_TRANSLATE_NOOP("core", "The file tells no time of refunds: they are dated to the order."),
    QT_TRANSLATE_NOOP("core", "Each row is a basket; its items count as one row stored."),
    QT_TRANSLATE_NOOP("core", "The tables count days and name no dates: day 1 was taken for 1 January 2016."),
    QT_TRANSLATE_NOOP("core",
        "The transactions are a sample of lines: they came in as purchases, never as baskets, and"
        " no pairs are mined from them."),
    QT_TRANSLATE_NOOP("core",
        "Prices are the median paid per piece in the sample, 0 where it has none. Costs are not "
        "in these files."),
    QT_TRANSLATE_NOOP("core", "The catalogue names no prices and no costs: they are 0."),
    QT_TRANSLATE_NOOP("core",
        "This is the table of displays and mailers per store and week. It names no customer, so a"
        " project has no place for it; leave it out."),
    QT_TRANSLATE_NOOP("core", "The file names no costs: they are 0, and margins are not to be trusted."),
    QT_TRANSLATE_NOOP("core",
        "Customers are known by their e-mail address, as in the export of orders. Names, "
        "addresses, phone numbers and notes were not read."),
    QT_TRANSLATE_NOOP("core",
        "Customers are known by their e-mail address, as in the export of customers. Names, "
        "addresses and phone numbers were not read."),
    QT_TRANSLATE_NOOP("core",
        "Customers are known by their e-mail address. Names, addresses and phone numbers were not"
        " read."),
    QT_TRANSLATE_NOOP("core",
        "%1: discounts of %2 %3 in all are named for the order as a whole; they are not taken off"
        " its lines."),
    QT_TRANSLATE_NOOP("core",
        "%1: %2 %3 in all were given back in part. The file does not tell for which lines, so all"
        " count as bought."),
    QT_TRANSLATE_NOOP("core", "1 order"),
    QT_TRANSLATE_NOOP("core", "%1 orders"),
    QT_TRANSLATE_NOOP("core", "Shopify tells no time of refunds: they are dated to the payment."),
    QT_TRANSLATE_NOOP("core", "The file tells only each order's sum: it was split over its pieces."),
    QT_TRANSLATE_NOOP(
        "core", "The set knows no sessions: each user's day in China counts as one, and as one basket."),
    QT_TRANSLATE_NOOP("core",
        "The set knows no names and no prices: products are called by their number and have price"
        " and cost 0."),
    QT_TRANSLATE_NOOP("core",
        "In %1 an id looks like 1.2E+05: a spreadsheet shortened it, so different ids may have "
        "become one. Export the ids as text."),
    QT_TRANSLATE_NOOP("core",
        "In %1 the customers' ids are e-mail addresses, and stand in the project's file now, undone or not. To be rid "
        "of them erase these customers, or import into a new project with pseudonyms (--pseudonymize KEYFILE)."),
    QT_TRANSLATE_NOOP("core",
        "The totals by day, type and amount are those of the files: they include %1 that the "
        "project had already."),
    QT_TRANSLATE_NOOP("core",
        "No preset fits the columns: %1. Name one (--preset), map the columns (--suggest-map, "
        "--map), or rename them."),
    QT_TRANSLATE_NOOP("core", "The file has no column \"%1\". It has: %2."),
    QT_TRANSLATE_NOOP("core", "The file has no header row."),
    QT_TRANSLATE_NOOP("core", "The header cannot be read: %1"),
    QT_TRANSLATE_NOOP("core", "There is no file to import."),
    QT_TRANSLATE_NOOP("core", "The import was stopped. Nothing of it was kept."),
    QT_TRANSLATE_NOOP("core", "The gzip file is damaged or cut off (%1). Fetch it again."),
    QT_TRANSLATE_NOOP("core", "Order lines of any shop or till: who bought what when"),
    QT_TRANSLATE_NOOP("core", "Baskets, one a row: a column per product with yes and no, or its items"),
    // Filters of tables
    QT_TRANSLATE_NOOP("core", "Write a number: 10, >= 10, < 10, 10..20, !10 or empty."),
    QT_TRANSLATE_NOOP("core", "That number is greater than any that can stand here."),
    QT_TRANSLATE_NOOP("core", "Write a length of time: 7d, 36h, >= 30d, 7d..30d or empty."),
    QT_TRANSLATE_NOOP("core",
        "Write a time: 2026, 2026-05, 2026-05-17, 2026-05-17 14:30, >= 2026-05, 2026-05..2026-08 or empty."),
    QT_TRANSLATE_NOOP("core", "Write behind ! what is not to be shown: !lamp, !10, !empty."),
    QT_TRANSLATE_NOOP("core", "The first of a range must not be greater than the second."),
    QT_TRANSLATE_NOOP("core",
        "This column has too many different texts to be sorted by. Filter it, or sort by another column."),
    QT_TRANSLATE_NOOP("core", "The data changed since these rows were searched. Search again."),
    // What an import left out, and what looks wrong in it
    QT_TRANSLATE_NOOP(
        "core", "The column \"%1\" holds %2 and was left out: deciding needs no personal data."),
    QT_TRANSLATE_NOOP("core", "names"),
    QT_TRANSLATE_NOOP("core", "e-mail addresses"),
    QT_TRANSLATE_NOOP("core", "phone numbers"),
    QT_TRANSLATE_NOOP("core", "addresses"),
    QT_TRANSLATE_NOOP("core", "card or account numbers"),
    QT_TRANSLATE_NOOP("core", "dates of birth"),
    QT_TRANSLATE_NOOP("core", "IP addresses"),
    QT_TRANSLATE_NOOP(
        "core", "%1 before the year 2000, the first on %2. Is the column of times the right one?"),
    QT_TRANSLATE_NOOP("core", "%1 in the future, the last on %2. Are day and month in the right order?"),
    QT_TRANSLATE_NOOP("core", "1 row"),
    QT_TRANSLATE_NOOP("core", "%1 rows"),
    QT_TRANSLATE_NOOP("core", "All purchases have the value 0. Is the column of what was paid mapped?"),
    QT_TRANSLATE_NOOP("core", "%1 of %2 purchases have the value 0."),
    QT_TRANSLATE_NOOP("core",
        "1 purchase is over a hundred times what is usual, the greatest %1. Are decimals read as they should "
        "be?"),
    QT_TRANSLATE_NOOP("core",
        "%1 purchases are over a hundred times what is usual, the greatest %2. Are decimals read as they "
        "should be?"),
    QT_TRANSLATE_NOOP("core", "1 purchase is of more than 1,000 pieces."),
    QT_TRANSLATE_NOOP("core", "%1 purchases are of more than 1,000 pieces."),
    QT_TRANSLATE_NOOP(
        "core", "%1 of %2 events are of types that no ready-made signal or scorecard knows: %3."),
    QT_TRANSLATE_NOOP(
        "core", "%1 of %2 products are not in the catalogue yet. Are they named by the same SKU there?"),
    QT_TRANSLATE_NOOP("core", "There are no rows on 1 day between the first and the last: %1."),
    QT_TRANSLATE_NOOP("core", "There are no rows on %1 days between the first and the last: %2."),
    // Why a row was rejected
    QT_TRANSLATE_NOOP("core", "is empty"),
    QT_TRANSLATE_NOOP("core", "is empty, and so is the session"),
    QT_TRANSLATE_NOOP("core", "is empty: a return of nobody"),
    QT_TRANSLATE_NOOP("core", "is no time"),
    QT_TRANSLATE_NOOP("core", "is no date"),
    QT_TRANSLATE_NOOP("core", "is none of pv, fav, cart, buy"),
    QT_TRANSLATE_NOOP("core", "is no amount"),
    QT_TRANSLATE_NOOP("core", "is no amount from 0 on"),
    QT_TRANSLATE_NOOP("core", "is no whole number"),
    QT_TRANSLATE_NOOP("core", "is no whole number from 0 on"),
    QT_TRANSLATE_NOOP("core", "is 0"),
    QT_TRANSLATE_NOOP("core", "is negative"),
    QT_TRANSLATE_NOOP("core", "is not negative in a cancellation"),
    QT_TRANSLATE_NOOP("core", "is negative outside a cancellation: a stock correction"),
    QT_TRANSLATE_NOOP("core", "is not above 0 and there is no customer: a stock correction"),
    QT_TRANSLATE_NOOP("core", "is a fee or an accounting entry and names no customer"),
    QT_TRANSLATE_NOOP("core", "is neither true nor false"),
    QT_TRANSLATE_NOOP("core", "is neither a number of days nor a length such as 30d"),
    QT_TRANSLATE_NOOP("core", "is before the offer was shown"),
    QT_TRANSLATE_NOOP("core", "is not of the attribute's type in the project"),
    QT_TRANSLATE_NOOP("core", "is not in the catalogue; import the products too"),
    QT_TRANSLATE_NOOP("core", "has no start date; import campaign_descriptions too"),
    QT_TRANSLATE_NOOP("core", "stands in the file before"),
    QT_TRANSLATE_NOOP("core", "stands in the file before, with other values"),
    QT_TRANSLATE_NOOP("core", "a quote is opened here and never closed, or closed after more than 256 kB"),
    QT_TRANSLATE_NOOP("core", "a quote is opened and never closed"),
    QT_TRANSLATE_NOOP("core", "the row is longer than 256 kB"),
    QT_TRANSLATE_NOOP("core", "the row holds a zero byte"),
    QT_TRANSLATE_NOOP("core", "the row is not UTF-8 text; save the file as UTF-8"),
    QT_TRANSLATE_NOOP(
        "core", "These files were imported before and are in the project; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "core", "Baskets name no prices: products that were not in the catalogue have price and cost 0."),
    QT_TRANSLATE_NOOP("core", "The file names no event types: every row was read as product_viewed."),
    QT_TRANSLATE_NOOP("core", "The file names no prices: they are 0."),
    QT_TRANSLATE_NOOP("core", "There is no column \"%1\". The file has: %2."),
};

struct Pattern {
    const char* text;
    QRegularExpression expression;
};

/// Those with arguments; the others are looked up whole.
struct Templates {
    QHash<QString, const char*> whole;
    std::vector<Pattern> patterns;

    Templates()
    {
        for (const char* text : templates)
            add(text);
        for (const char* text : mappingTemplates)
            add(text);
    }

private:
    void add(const char* text)
    {
        static const QRegularExpression argument(u"%[1-9]"_s);
        const QString english = QString::fromUtf8(text);
        if (!english.contains(argument)) {
            whole.insert(english, text);
            return;
        }
        QStringList parts;
        for (const QString& part : english.split(argument))
            parts << QRegularExpression::escape(part);
        patterns.push_back({ text,
            QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u"(.+?)"_s)),
                QRegularExpression::DotMatchesEverythingOption) });
    }
};

QString translated(const char* text) { return QCoreApplication::translate("core", text); }

QString said(const QString& english, int depth)
{
    static const Templates all;
    static const QRegularExpression groups(u"^\\d{1,3}(,\\d{3})+$"_s);
    if (const auto found = all.whole.constFind(english); found != all.whole.cend())
        return translated(*found);
    if (groups.match(english).hasMatch())
        return QLocale().toString(QString(english).remove(u',').toLongLong());
    // Figures and days as the person writes them.
    static const QRegularExpression amount(u"^(-?\\d+\\.\\d\\d)( [A-Z]{3})?$"_s);
    if (const auto match = amount.match(english); match.hasMatch())
        return QLocale().toString(match.captured(1).toDouble(), 'f', 2) + match.captured(2);
    if (depth >= Deepest)
        return english;
    for (const Pattern& pattern : all.patterns) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (!match.hasMatch())
            continue;
        // Back in one go: an argument may hold a "%1" itself.
        const QString german = translated(pattern.text);
        QString out;
        for (qsizetype at = 0; at < german.size(); ++at) {
            const int number
                = german[at] == u'%' && at + 1 < german.size() ? german[at + 1].digitValue() : -1;
            if (number < 1 || number > match.lastCapturedIndex()) {
                out += german[at];
                continue;
            }
            out += said(match.captured(number), depth + 1);
            ++at;
        }
        return out;
    }
    static const QRegularExpression span(u"(\\d{4}-\\d\\d-\\d\\d) to (\\d{4}-\\d\\d-\\d\\d)"_s);
    return QString(english).replace(span, u"\\1 – \\2"_s);
}

}

QString coreText(std::string_view english) { return said(qs(english), 0); }

QStringList coreTemplates()
{
    QStringList out;
    for (const char* text : templates)
        out << QString::fromUtf8(text);
    for (const char* text : mappingTemplates)
        out << QString::fromUtf8(text);
    return out;
}

}
