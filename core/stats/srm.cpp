// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/srm.h"

#include "stats/distributions.h"
#include "stats/sums.h"

namespace ow::stats {

Srm srm(const SrmInput& in)
{
    Srm out;
    bool bad = in.counts.size() != in.shares.size(), unexpected = false;
    std::int64_t units = 0, arms = 0;
    Sum shares;
    for (std::size_t i = 0; !bad && i < in.counts.size(); ++i) {
        bad = in.counts[i] < 0 || !(in.shares[i] >= 0);
        units += in.counts[i];
        shares.add(in.shares[i]);
        arms += in.shares[i] > 0;
        unexpected = unexpected || (in.shares[i] == 0 && in.counts[i] > 0);
    }
    if (bad) {
        out.invalid("bad_counts");
        return out;
    }
    if (units == 0) {
        out.undefined("no_units");
        return out;
    }
    if (unexpected) {
        out.pValue = 0;
        out.verdict = "fail";
        out.note("unexpected_arm");
        return out;
    }
    if (arms < 2) {
        out.undefined("one_arm");
        return out;
    }
    Sum chi2;
    for (std::size_t i = 0; i < in.counts.size(); ++i) {
        if (in.shares[i] == 0)
            continue;
        const double expected = double(units) * (in.shares[i] / shares.value());
        const double off = double(in.counts[i]) - expected;
        chi2.add(off * off / expected);
        if (expected < 5)
            out.note("small_expected");
    }
    out.chi2 = chi2.value();
    out.df = arms - 1;
    out.pValue = chi2Upper(*out.chi2, double(*out.df));
    out.verdict = *out.pValue < 0.001 ? "fail" : *out.pValue < 0.01 ? "warn" : "pass";
    return out;
}

}
