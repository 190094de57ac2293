// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/content_sum.h"

#include <optional>
#include <xxhash.h>

namespace ow::store {

namespace {

class Sum {
public:
    Sum& operator<<(std::string_view text)
    {
        m_sum = XXH3_64bits_withSeed(text.data(), text.size(), m_sum + 1);
        return *this;
    }
    Sum& operator<<(std::int64_t number)
    {
        m_sum = XXH3_64bits_withSeed(&number, sizeof number, m_sum + 1);
        return *this;
    }
    Sum& operator<<(const std::optional<Timestamp>& at) { return *this << (at ? at->ms : INT64_MIN); }
    std::uint64_t value() const { return m_sum; }

private:
    std::uint64_t m_sum = 0;
};

}

std::uint64_t idSum(std::string_view space, std::string_view id)
{
    if (id.empty())
        return 0;
    const std::uint64_t sum = (Sum() << space << id).value();
    return sum == 0 ? 1 : sum;
}

std::uint64_t contentSum(std::string_view customer, const model::Event& e)
{
    return (Sum() << customer << e.at.ms << e.type << e.sku << e.qty << e.value << e.channel << e.session
                  << e.text)
        .value();
}

std::uint64_t contentSum(const model::LoggedExposure& x)
{
    return (Sum() << x.customer << x.at.ms << x.offer << x.placement << x.intent << x.arm << x.experiment
                  << std::int64_t(x.withheld) << x.clickedAt << x.acceptedAt << x.declinedAt << x.returnedAt)
        .value();
}

}
