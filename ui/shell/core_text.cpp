// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/core_text.h"

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
    QT_TRANSLATE_NOOP("core", "Order lines of any shop or till: who bought what when"),
    QT_TRANSLATE_NOOP("core", "Baskets, one a row: a column per product with yes and no, or its items"),
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
        static const QRegularExpression argument(u"%[1-9]"_s);
        for (const char* text : templates) {
            const QString english = QString::fromUtf8(text);
            if (!english.contains(argument)) {
                whole.insert(english, text);
                continue;
            }
            QStringList parts;
            for (const QString& part : english.split(argument))
                parts << QRegularExpression::escape(part);
            patterns.push_back({ text,
                QRegularExpression(QRegularExpression::anchoredPattern(parts.join(u"(.+?)"_s)),
                    QRegularExpression::DotMatchesEverythingOption) });
        }
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
    return english;
}

}

QString coreText(std::string_view english) { return said(qs(english), 0); }

QStringList coreTemplates()
{
    QStringList out;
    for (const char* text : templates)
        out << QString::fromUtf8(text);
    return out;
}

}
