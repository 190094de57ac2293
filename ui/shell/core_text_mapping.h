// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ow::ui {

/// Of core_text.cpp's templates those of mappings, mending and of forms of files.
constexpr const char* mappingTemplates[] = {
    QT_TRANSLATE_NOOP("core", "Row %1 cannot be mended here: %2."),
    QT_TRANSLATE_NOOP("core", "its file is not known any more"),
    QT_TRANSLATE_NOOP("core", "its text is not there"),
    QT_TRANSLATE_NOOP("core", "its cells are not those of the file"),
    QT_TRANSLATE_NOOP("core", "The mapping joins %1. Say where it is: --join %2=FILE."),
    QT_TRANSLATE_NOOP("core", "The project has no import of this number."),
    QT_TRANSLATE_NOOP("core", "The mapping brings %1, and the rejected rows are of %2."),
    QT_TRANSLATE_NOOP("core", "This import replaced customers' ids. Say the same key once more: --pseudonymize KEYFILE."),
    QT_TRANSLATE_NOOP("core", "The same rejected row is there twice."),
    QT_TRANSLATE_NOOP("core", "It holds no mapping."),
    QT_TRANSLATE_NOOP("core", "The project has no mapping \"%1\". It has: %2."),
    QT_TRANSLATE_NOOP("core", "A mapping is saved under a name of 1 to %1 bytes in one line."),
    QT_TRANSLATE_NOOP("core", "\"%1\" is none of: %2"),
    QT_TRANSLATE_NOOP("core", "there is no time zone of this name"),
    QT_TRANSLATE_NOOP("core", "must be an object of texts, not %1"),
    QT_TRANSLATE_NOOP("core", "must be a text, not %1"),
    QT_TRANSLATE_NOOP("core", "must be an object, not %1"),
    QT_TRANSLATE_NOOP("core", "exactly one of \"column\", \"constant\" and \"text\" must be said"),
    QT_TRANSLATE_NOOP("core", "makes sense beside \"values\" only"),
    QT_TRANSLATE_NOOP("core", "at most %1 files can be joined"),
    QT_TRANSLATE_NOOP("core", "must say which column of the first file is which of this one"),
    QT_TRANSLATE_NOOP("core", "is the name of another join too"),
    QT_TRANSLATE_NOOP("core", "%1 have no such field. They have: %2"),
    QT_TRANSLATE_NOOP("core", "must be filled"),
    QT_TRANSLATE_NOOP("core", "only customers have attributes"),
    QT_TRANSLATE_NOOP("core", "A mapping is a JSON object."),
    QT_TRANSLATE_NOOP("core", "The mapping was made by a later version of the program (form %1)."),
    QT_TRANSLATE_NOOP("core", "is \"returned\", and of events only"),
    QT_TRANSLATE_NOOP("core", "There is no such mapping file."),
    QT_TRANSLATE_NOOP("core", "This is no mapping: it is too large, or no file."),
    QT_TRANSLATE_NOOP("core", "The mapping cannot be read."),
    QT_TRANSLATE_NOOP("core", "a string"),
    QT_TRANSLATE_NOOP("core", "a list"),
    QT_TRANSLATE_NOOP("core", "an object"),
    QT_TRANSLATE_NOOP("core", "a number"),
    QT_TRANSLATE_NOOP("core", "true or false"),
    QT_TRANSLATE_NOOP("core", "A string is expected here, not %1"),
    QT_TRANSLATE_NOOP("core", "A whole number is expected here, not %1"),
    QT_TRANSLATE_NOOP("core", "true or false is expected here, not %1"),
    QT_TRANSLATE_NOOP("core", "An object is expected here, not %1"),
    QT_TRANSLATE_NOOP("core", "\"%1\" must not be empty"),
    QT_TRANSLATE_NOOP("core", "customer, then one column per attribute"),
    QT_TRANSLATE_NOOP("core", "basket, item; maybe level1 and level2 as category and family"),
    QT_TRANSLATE_NOOP("core", "household_id, product_id, campaign_id, coupon_upc, … as its tables have them"),
    QT_TRANSLATE_NOOP("core", "order_id, order_date, status, billing_email, item_sku, item_name, item_quantity, item_total; or line_items"),
};

}
