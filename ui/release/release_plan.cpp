// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_plan.h"

#include "model/pack_json.h"

#include <algorithm>
#include <charconv>

namespace ow::ui {

ReleasePlan planRelease(
    const model::Draft& draft, const model::Catalogue& catalogue, const std::optional<store::Release>& last)
{
    ReleasePlan plan;
    plan.withoutCost = std::ranges::count(catalogue.products, Money { 0 }, &model::Product::cost);
    plan.first = !last;
    if (last)
        plan.against = last->version;
    // The version plays no part in the comparison; the true one is set when the button is pressed.
    const auto pack = release::compile(draft, catalogue, nextVersion(last), systemNow());
    if (!pack) {
        plan.failure = pack.error();
        return plan;
    }
    plan.bytes = release::seal(*pack).bytes.size();
    model::Pack before;
    if (last) {
        auto read = model::readPackText(last->pack);
        if (!read) {
            plan.failure = read.error();
            return plan;
        }
        before = std::move(*read);
    }
    plan.differences = release::diff(before, *pack);
    return plan;
}

std::string nextVersion(const std::optional<store::Release>& last)
{
    if (!last)
        return "1";
    const std::string& version = last->version;
    const std::size_t digits = version.find_last_not_of("0123456789") + 1; // npos + 1 = 0: digits alone
    long long number = 0;
    const auto [end, error]
        = std::from_chars(version.data() + digits, version.data() + version.size(), number);
    if (digits == version.size() || error != std::errc())
        return version + "-2";
    return version.substr(0, digits) + std::to_string(number + 1);
}

}
