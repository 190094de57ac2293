// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ow::model {

/// A value of a declared attribute.
using AttributeValue = std::variant<bool, std::int64_t, double, std::string>;
using Attributes = std::map<std::string, AttributeValue, std::less<>>;

struct Customer {
    std::string id;
    Attributes attributes; ///< by name; an absent one has its declared default
};

/// What a customer did. Types are an open list; the ones the workbench knows are in model/event_types.h.
struct Event {
    Timestamp at;
    std::string type;
    std::string sku; ///< "" = about no product
    std::int64_t qty = 1;
    std::int64_t value = 0; ///< money in minor units where it is a purchase (price paid for the line), a survey's score, …
    std::string channel;
    std::string session; ///< an order's number for purchases: lines of one session are one basket
    std::string text; ///< a search's words, a page's name
};

/// An offer that a customer was shown, or in the holdout would have been.
struct Exposure {
    Timestamp at;
    std::string offer;
    std::string placement;
    std::optional<Timestamp> clickedAt;
    std::optional<Timestamp> acceptedAt;
    std::optional<Timestamp> declinedAt;
    std::optional<Timestamp> returnedAt;
};

/// An exposure as a scorecard needs it: with who, in which arm and intent.
struct LoggedExposure : Exposure {
    std::string customer;
    std::string intent;
    std::string arm; ///< "treatment", "holdout", or an experiment's arm
    std::string experiment; ///< "" = the global holdout decided the arm
    bool withheld = false; ///< would have been shown; the comparison needs these rows too
};

/// Everything one customer did and was shown, oldest first.
struct History {
    std::vector<Event> events;
    std::vector<Exposure> exposures;
};

}
