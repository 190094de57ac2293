// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/progress.h"
#include "base/result.h"
#include "base/time.h"
#include "model/customer.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// What would have to change: the smallest change of a request that makes a given offer the chosen one.
//
// A change is made of parts. Smaller is: fewer parts; then by kind, in the order of Change::Kind (the sum
// over the parts); then by size: the earliest time, the nearest value, the fewest pieces; then by the parts'
// words, so that equal questions have equal answers. "Nothing else happens": what the request's history holds
// after its `now` is left out.

namespace ow::decide {

class CompiledPack;
struct Request;

/// One part of a change. Which fields are set follows from `kind`.
struct Change {
    enum class Kind {
        Time, ///< asked at `at` instead of now
        Attribute, ///< the customer's `name` were `to` instead of `from`
        Context, ///< the same of the context
        NoExposure, ///< `offer` had not been shown at `at`
        NoEvent, ///< `name` had not happened at `at`
        Event, ///< `name` had happened now
        Exposure, ///< `offer` had been shown (clicked, …: `outcome`) now
        NoCartLine, ///< `sku` were not in the cart
        CartLine, ///< `qty` of `sku` were added to the cart
        Focus, ///< `sku` were looked at; "" = nothing
    };
    Kind kind = Kind::Time;
    Timestamp at;
    std::string name; ///< "customer.segment", an event's type
    std::string from, to; ///< JSON text
    model::AttributeValue value; ///< what `to` says
    std::string offer, placement;
    model::Outcome outcome = model::Outcome::Shown;
    std::string sku;
    std::int64_t qty = 1;
    std::int64_t number = 0; ///< an event's value
    std::string channel, text; ///< an event's
    std::size_t position = 0; ///< NoExposure, NoEvent: its place among those until now in the order of time
};

std::string_view name(Change::Kind kind); ///< stable: "time", "attribute", "without_event", …

struct CounterfactualOptions {
    std::int64_t decisions = 20'000; ///< how many decisions may be tried
    int parts = 3; ///< the most parts an answer may have
};

struct Counterfactual {
    enum class Answer {
        Already, ///< it is the chosen one as things are
        Found,
        Impossible, ///< proved: no change of customer, history, cart or time can help; `because` says why
        NotFound, ///< none among the changes that were tried
    };
    std::string offer;
    Answer answer = Answer::NotFound;
    std::vector<Change> changes; ///< Found: by kind
    bool withheld = false; ///< chosen, but an experiment or the holdout would withhold it
    std::string sentence; ///< for a person, in English
    std::vector<std::string> because; ///< Impossible: what no change can lift, "status"
    std::int64_t decisions = 0; ///< that were tried
    int complete = 0; ///< all changes of so many parts that could bear on it were tried
};
std::string_view name(Counterfactual::Answer answer); ///< "already", "found", "impossible", "not_found"

/// Looks for counterfactuals with one pack, which must outlive it. What it learns of the pack it keeps: one
/// per thread.
class CounterfactualSearch {
public:
    explicit CounterfactualSearch(const CompiledPack& pack);
    ~CounterfactualSearch();
    CounterfactualSearch(CounterfactualSearch&&) noexcept;

    /// Every answer was verified by deciding, and dropping any of its parts no longer works. Deterministic.
    /// Errors: NotFound where the pack has no such offer; Cancelled.
    [[nodiscard]] Result<Counterfactual> find(const Request& request, std::string_view offer,
        const CounterfactualOptions& options = {}, const Progress& progress = {});

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

[[nodiscard]] Result<Counterfactual> counterfactual(const CompiledPack& pack, const Request& request,
    std::string_view offer, const CounterfactualOptions& options = {}, const Progress& progress = {});

/// For the key "counterfactual" under "explain".
Json writeCounterfactual(const Counterfactual& answer);

}
