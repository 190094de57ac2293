// SPDX-License-Identifier: Apache-2.0
#include "decide/slot_codes.h"

#include <algorithm>
#include <bit>

namespace ow::decide {

using expr::SimpleTest;

SlotCodes::SlotCodes(std::span<const SimpleTest* const> tests)
    : m_slot(tests.front()->slot)
    , m_of(tests.front()->of)
{
    if (m_of == SimpleTest::Of::Bool) {
        m_size = 2;
    } else if (m_of == SimpleTest::Of::Text) {
        std::size_t texts = 1;
        for (const SimpleTest* test : tests)
            texts += test->texts.size();
        m_entries.resize(std::bit_ceil(texts * 2));
        m_size = 1;
        for (const SimpleTest* test : tests)
            std::ranges::for_each(test->texts, [&](const std::string& text) { addText(text); });
    } else {
        readCutPoints(tests);
    }
}

void SlotCodes::addText(std::string_view text)
{
    const std::size_t mask = m_entries.size() - 1;
    std::size_t at = hash(text) & mask;
    while (m_entries[at].code != 0 && m_entries[at].text != text)
        at = (at + 1) & mask;
    if (m_entries[at].code == 0)
        m_entries[at] = { text, m_size++ };
}

void SlotCodes::readCutPoints(std::span<const SimpleTest* const> tests)
{
    for (const SimpleTest* test : tests) {
        for (const SimpleTest::Range& r : test->ranges) {
            if (r.first != SimpleTest::least)
                m_cuts.push_back(r.first);
            if (r.last != SimpleTest::most)
                m_cuts.push_back(r.last + 1);
        }
    }
    std::ranges::sort(m_cuts);
    m_cuts.erase(std::unique(m_cuts.begin(), m_cuts.end()), m_cuts.end());
    m_size = std::uint32_t(m_cuts.size() + 1);
    if (m_cuts.empty())
        return;
    const std::uint64_t span = std::uint64_t(m_cuts.back()) - std::uint64_t(m_cuts.front());
    if (span >= widestTable)
        return;
    for (std::uint64_t i = 0; i <= span; ++i)
        m_near.push_back(std::uint16_t(countCuts(m_cuts.front() + std::int64_t(i))));
}

void SlotCodes::passing(const SimpleTest& test, const std::function<void(std::uint32_t)>& visit) const
{
    passingRuns(test, [&](std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t code = first; code <= last; ++code)
            visit(code);
    });
}

void SlotCodes::passingRuns(
    const SimpleTest& test, const std::function<void(std::uint32_t, std::uint32_t)>& visit) const
{
    if (m_of == SimpleTest::Of::Bool) {
        for (const SimpleTest::Range& r : test.ranges)
            visit(std::uint32_t(r.first), std::uint32_t(r.last));
        return;
    }
    if (m_of != SimpleTest::Of::Text) {
        for (const SimpleTest::Range& r : test.ranges)
            visit(numberCode(r.first), numberCode(r.last));
        return;
    }
    std::vector<std::uint32_t> named;
    for (const std::string& text : test.texts)
        named.push_back(textCode(text));
    std::ranges::sort(named);
    std::uint32_t next = 0;
    for (const std::uint32_t code : named) {
        if (!test.except)
            visit(code, code);
        else if (next < code)
            visit(next, code - 1);
        next = code + 1;
    }
    if (test.except && next < m_size)
        visit(next, m_size - 1);
}

}
