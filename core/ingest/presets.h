// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/preset.h"

// One function pair per preset, each in its own preset_NAME.cpp; preset.cpp lists them. Inside core/ingest
// only.

namespace ow::ingest {

bool fitsOnlineRetail(const Columns&);
std::unique_ptr<Mapper> makeOnlineRetail(const ImportContext&);
bool fitsOrders(const Columns&);
std::unique_ptr<Mapper> makeOrders(const ImportContext&);
bool fitsBaskets(const Columns&);
std::unique_ptr<Mapper> makeBaskets(const ImportContext&);
bool fitsBasketTable(const Columns&);
std::unique_ptr<Mapper> makeBasketTable(const ImportContext&);
bool fitsTaobao(const Columns&);
std::unique_ptr<Mapper> makeTaobao(const ImportContext&);
bool fitsCompleteJourney(const Columns&);
std::unique_ptr<Mapper> makeCompleteJourney(const ImportContext&);
bool fitsShopifyProducts(const Columns&);
std::unique_ptr<Mapper> makeShopifyProducts(const ImportContext&);
bool fitsShopifyOrders(const Columns&);
std::unique_ptr<Mapper> makeShopifyOrders(const ImportContext&);
bool fitsShopifyCustomers(const Columns&);
std::unique_ptr<Mapper> makeShopifyCustomers(const ImportContext&);
bool fitsWooCommerce(const Columns&);
std::unique_ptr<Mapper> makeWooCommerce(const ImportContext&);
bool fitsGa4(const Columns&);
std::unique_ptr<Mapper> makeGa4(const ImportContext&);
bool fitsSegment(const Columns&);
std::unique_ptr<Mapper> makeSegment(const ImportContext&);
bool fitsProducts(const Columns&);
std::unique_ptr<Mapper> makeProducts(const ImportContext&);
bool fitsCustomers(const Columns&);
std::unique_ptr<Mapper> makeCustomers(const ImportContext&);
bool looksLikeOrders(const Columns&); ///< who bought or did something, or what: no catalogue, no customers
bool fitsEvents(const Columns&); ///< with a column that names the event
bool fitsUntypedEvents(const Columns&); ///< without
std::unique_ptr<Mapper> makeEvents(const ImportContext&);
bool fitsExposures(const Columns&);
std::unique_ptr<Mapper> makeExposures(const ImportContext&);

/// Errors: InvalidInput that names the first column that is not there. Each requirement is a list of names of
/// which one is enough; the first is the one to tell people.
[[nodiscard]] Result<void> requireColumns(const Columns& columns, const std::vector<Names>& requirements);

}
