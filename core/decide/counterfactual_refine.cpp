// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "decide/counterfactual_work.h"

#include <cmath>

namespace ow::decide {

namespace {

using Kind = Change::Kind;

void setNumber(Change& c, double real, std::int64_t whole)
{
    if (std::holds_alternative<double>(c.value)) {
        c.value = real;
        c.to = Json(real).dump();
    } else {
        c.value = whole;
        c.to = Json(whole).dump();
    }
}

}

/// Where a part can be left out, it is.
CounterfactualSearch::Work::Parts CounterfactualSearch::Work::minimal(Parts parts)
{
    for (std::size_t i = 0; parts.size() > 1 && i < parts.size();) {
        Parts fewer = parts;
        fewer.erase(fewer.begin() + std::ptrdiff_t(i));
        if (works(fewer)) {
            parts = std::move(fewer);
            i = 0; // with another left out, one that was needed may no longer be
        } else {
            ++i;
        }
    }
    return parts;
}

/// Every number and the time as near as they may be, the others held.
CounterfactualSearch::Work::Parts CounterfactualSearch::Work::refined(Parts parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Change& c = *parts[i];
        const bool number = (c.kind == Kind::Attribute || c.kind == Kind::Context)
            && !std::holds_alternative<bool>(c.value) && !std::holds_alternative<std::string>(c.value);
        if (number || c.kind == Kind::Time)
            nearer(parts, i);
    }
    return parts;
}

/// Halves the way between a value that works and the one as it is, which does not (the answer is minimal).
void CounterfactualSearch::Work::nearer(Parts& parts, std::size_t which)
{
    const Change* const given = parts[which];
    Change trial = *given;
    const auto tried = [&] {
        parts[which] = &trial;
        return works(parts);
    };
    bool better = false;
    Change best = *given;
    if (given->kind == Kind::Time || std::holds_alternative<std::int64_t>(given->value)) {
        const bool time = given->kind == Kind::Time;
        const Result<Json> from = parseJson(given->from);
        std::int64_t bad = time ? m_now.ms : from ? from->get<std::int64_t>() : 0;
        std::int64_t good = time ? given->at.ms : std::get<std::int64_t>(given->value);
        while (std::abs(double(good) - double(bad)) > 1.5) {
            const std::int64_t middle = bad + (good - bad) / 2;
            if (time)
                trial.at = Timestamp { middle };
            else
                setNumber(trial, 0, middle);
            const bool ok = tried();
            (ok ? good : bad) = middle;
            if (ok) {
                best = trial;
                better = true;
            }
        }
    } else {
        const Result<Json> from = parseJson(given->from);
        double bad = from && from->is_number() ? from->get<double>() : 0;
        double good = std::get<double>(given->value);
        for (int step = 0; step < 64 && std::nextafter(good, bad) != bad; ++step) {
            const double middle = bad + (good - bad) / 2;
            setNumber(trial, middle, 0);
            const bool ok = tried();
            (ok ? good : bad) = middle;
            if (ok) {
                best = trial;
                better = true;
            }
        }
    }
    parts[which] = better ? keep(std::move(best)) : given;
}

}
