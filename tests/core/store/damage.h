// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"

#include <QFile>

// What tests of damaged files share: a small project with something of everything, and its bytes.

namespace test {

inline constexpr qsizetype pageSize = 4096;

inline QByteArray readAll(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read");
    return file.readAll();
}

inline void writeAll(const std::filesystem::path& path, const QByteArray& bytes)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

inline QByteArray randomBytes(ow::Philox& random, qsizetype count)
{
    QByteArray out(count, '\0');
    for (char& c : out)
        c = char(random.next32());
    return out;
}

/// Aborts the test program where a step fails that cannot.
template <typename T>
T sure(ow::Result<T> result)
{
    if (!result)
        qFatal("%s", result.error().text().c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Steps of every kind: settings, offers, an undone branch, two imports, one of them undone, a release.
inline void fillWithEverything(ow::store::Project& project, int offers = 40, int events = 800)
{
    using namespace ow;
    using namespace ow::store;
    model::Policy policy = project.draft()->policy;
    policy.name = "Everything";
    sure(project.apply({ "Named", { putSettings(policy) }, "" }));
    for (int i = 0; i < offers; ++i) {
        model::Offer offer = test::offer("o" + std::to_string(i), 100 + i);
        offer.name = std::string(std::size_t(40 + i * 7), char('a' + i % 26));
        sure(project.apply({ "Offer " + offer.id, { put(offer) }, "because" }));
    }
    sure(project.apply({ "Undone", { remove("offer", "o1") }, "" }));
    sure(project.undo());
    sure(project.apply({ "Changed", { put(test::offer("o2", 7777)), put(test::edge("a", "b"), {}) }, "" }));
    for (int batch = 0; batch < 3; ++batch) {
        const auto writer = sure(project.openWriter());
        model::Event event;
        for (int i = 0; i < events; ++i) {
            event.type = i % 3 == 0 ? "purchased" : "product_viewed";
            event.at = { 1'700'000'000'000 + i * 60'000 };
            event.sku = "S" + std::to_string(i % 37);
            event.session = "session-" + std::to_string(batch) + "-" + std::to_string(i / 3);
            event.text = i % 50 == 0 ? std::string(5000, 'x') : "";
            sure(writer->add("customer-" + std::to_string(i % 61), event));
        }
        model::Product product;
        product.sku = "S1";
        product.title = "Lamp";
        sure(writer->add(product));
        sure(writer->add(model::Customer { "customer-1", { { "city", std::string("Bonn") } } }));
        sure(writer->addBasketLine("basket-" + std::to_string(batch), "S1"));
        model::LoggedExposure shown;
        shown.customer = "customer-2";
        shown.offer = "o1";
        sure(writer->add(shown));
        sure(writer->commit("Import " + std::to_string(batch), "events", "x.csv"));
        project.refresh();
    }
    sure(project.undo());
    sure(project.addRelease("1", "first", std::string(9000, 'p')));
}

/// Reads whatever a screen or a verb would.
inline std::string dataOf(const ow::store::Project& project)
{
    using namespace ow;
    std::string out;
    const auto reader = project.openReader();
    if (!reader)
        return reader.error().text();
    const auto ended = (*reader)->forEachEvent([&](std::string_view customer, const model::Event& e) {
        out += std::string(customer) + ' ' + e.type + ' ' + e.sku + ' ' + e.session + ' ' + e.text + '\n';
        return true;
    });
    const auto customers
        = (*reader)->forEachCustomer(0, 0, [&](const model::Customer& c, const model::History& h) {
              out += c.id + ' ' + std::to_string(c.attributes.size()) + ' '
                  + std::to_string(h.exposures.size()) + '\n';
              return true;
          });
    const auto lines = (*reader)->forEachBasketLine([&](std::string_view basket, std::string_view sku) {
        out += std::string(basket) + ' ' + std::string(sku) + '\n';
        return true;
    });
    (void)(*reader)->products(0, 100);
    (void)(*reader)->rejected(1, 0, 100);
    (void)(*reader)->minedEdges();
    (void)(*reader)->imports();
    return out + (ended && customers && lines ? "" : "failed");
}

}
