// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

// The closed words of a rule pack (DECISION.md, section 1), each with its JSON name.
// name(x) gives the JSON name; parse<T>(text) gives it back, empty where the word is unknown.

namespace ow::model {

enum class OfferKind { Single, Bundle, Service, Upgrade };
enum class OfferStatus { Draft, Active, Paused, Killed, Retired };
/// The micro-job an offer or an edge does; None prints as "".
enum class Role { None, Protect, Power, Personalize, Replenish, Expand };
enum class Mission { None, Launch, Protect, Expand, Replenish };
enum class Tier { None, Starter, Advanced, Pro };
enum class EdgeKind { Complement, Substitute };
/// What a cap counts, a cooldown or an offer sequence starts from: which of an exposure's times.
enum class Outcome { Shown, Clicked, Accepted, Declined, Returned };
enum class Aggregate { Count, Distinct, Sum, Min, Max, Age, Velocity };
enum class Calendar { Hour, Day, Week, Month };
enum class AttributeType { Bool, Int, Double, String };
enum class Unit { Customer, Intent };
enum class MarginScope { Offer, Cart };

std::string_view name(OfferKind);
std::string_view name(OfferStatus);
std::string_view name(Role);
std::string_view name(Mission);
std::string_view name(Tier);
std::string_view name(EdgeKind);
std::string_view name(Outcome);
std::string_view name(Aggregate);
std::string_view name(Calendar);
std::string_view name(AttributeType);
std::string_view name(Unit);
std::string_view name(MarginScope);

/// Defined for every enum above.
template <typename T>
std::optional<T> parse(std::string_view text);

}
