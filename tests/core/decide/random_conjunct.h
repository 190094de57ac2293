// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <string>

namespace ow::test {

/// Conjuncts of every kind over the names of randomPack(): simple ones, ones with errors, ones about the
/// offer, ones about facts.
inline std::string randomConjunct(Philox& r)
{
    const std::string n = std::to_string(r.below(6));
    switch (r.below(12)) {
    case 0:
        return "customer.open_case";
    case 1:
        return "!customer.open_case";
    case 2:
        return "customer.age >= " + n;
    case 3:
        return "customer.age < " + n;
    case 4:
        return "customer.age in [1, 3, " + n + ']';
    case 5:
        return "(customer.age == 2 || customer.age == " + n + ')';
    case 6:
        return "10 / customer.age > " + n;
    case 7:
        return "10 / (customer.age - 3) > 1";
    case 8:
        return "facts.views != " + n;
    case 9:
        return "10 / facts.views > " + n;
    case 10:
        return r.bernoulli(0.5) ? "focus.family in [\"family-1\", \"\"]" : "focus.family != \"family-2\"";
    default:
        return "offer.price > " + std::to_string(r.below(9000));
    }
}

/// Up to `most` of them under one another's &&.
inline std::string randomWhen(Philox& r, std::uint64_t most)
{
    std::string out = randomConjunct(r);
    for (std::uint64_t k = r.below(most); k > 0; --k)
        out = r.bernoulli(0.5) ? out + " && " + randomConjunct(r)
                               : '(' + randomConjunct(r) + " && " + out + ')';
    return out;
}

}
