// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "store/project.h"

#include <QTemporaryDir>
#include <QTest>

// What the store's tests share: a project in a folder of its own, and a draft as text to compare.

/// Ends the test with the error's own words.
#define OW_OK(expression)                                                                                    \
    do {                                                                                                     \
        auto&& ow_ok = (expression);                                                                         \
        QVERIFY2(ow_ok.has_value(), ow_ok.has_value() ? "" : ow_ok.error().text().c_str());                  \
    } while (false)

namespace test {

class Scratch {
public:
    std::filesystem::path path(const char* name = "shop.offerwright") const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::unique_ptr<ow::store::Project> create() const
    {
        auto made = ow::store::Project::create(path(), { "Shop", "EUR", "Europe/Berlin" });
        if (!made)
            qFatal("%s", made.error().text().c_str());
        return std::move(*made);
    }
    std::unique_ptr<ow::store::Project> open() const
    {
        auto opened = ow::store::Project::open(path());
        if (!opened)
            qFatal("%s", opened.error().text().c_str());
        return std::move(*opened);
    }

private:
    QTemporaryDir m_folder;
};

/// Everything authored, as one text; equal drafts give equal texts and the other way round.
inline std::string textOf(const ow::model::Draft& draft)
{
    std::string out;
    for (const ow::store::Edit& edit : ow::store::editsFor(draft))
        out += edit.key.kind + '/' + edit.key.id + ": " + *edit.body + '\n';
    return out;
}

inline ow::model::Offer offer(const std::string& id, std::int64_t price = 1000)
{
    ow::model::Offer o;
    o.id = id;
    o.name = "Offer " + id;
    o.items = { { "SKU-" + id, 1 } };
    o.price = { price };
    o.placements = { "cart" };
    o.because = "Because of {family}";
    return o;
}

inline ow::model::Edge edge(const std::string& from, const std::string& to)
{
    ow::model::Edge e;
    e.from = { false, from };
    e.to = { false, to };
    e.weight = 0.5;
    return e;
}

}
