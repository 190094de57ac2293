// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/generator.h"

#include "sample/life.h"

namespace ow::sample {

struct Generator::Impl {
    std::uint64_t seed = 0;
    Shop shop;
};

Generator::Generator(std::uint64_t seed)
    : m_impl(new Impl { seed, {} })
{
}

Generator::~Generator() = default;

SampleCustomer Generator::customer(std::int64_t index) const
{
    Life life(m_impl->shop, m_impl->seed, index);
    life.play();
    return life.take();
}

}
