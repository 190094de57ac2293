// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "expr/vocabulary.h"

#include <string>
#include <vector>

namespace ow::test {

/// Writes expressions that check over the given names and now and then fail when they are evaluated: a
/// division by an attribute that may be 0, a conversion of a text that may be no number.
class RandomExpression {
public:
    RandomExpression(const expr::Vocabulary& names, Philox& r)
        : m_r(r)
    {
        for (const expr::Name& n : names.names()) {
            using enum expr::Kind;
            auto* to = n.type.kind == Int  ? &m_ints
                : n.type.kind == Double    ? &m_doubles
                : n.type.kind == String    ? &m_texts
                : n.type.kind == Bool      ? &m_bools
                : n.type.kind == Timestamp ? &m_times
                : n.type.kind == List      ? &m_lists
                                           : nullptr;
            if (to != nullptr)
                to->push_back(n.path);
        }
        m_fails = names.find("customer.divisor") != nullptr && names.find("customer.code") != nullptr;
    }

    std::string boolean(int depth = 2)
    {
        switch (depth > 0 ? m_r.below(13) : m_r.below(8)) {
        case 0:
            return m_bools.empty() ? "true" : one(m_bools);
        case 1:
            return integer(depth - 1) + comparison() + integer(0);
        case 2:
            return one(m_ints) + comparison() + number();
        case 3:
            return real(depth - 1) + comparison() + real(0);
        case 4:
            return one(m_texts) + (m_r.bernoulli(0.5) ? " == " : " != ") + text(depth - 1);
        case 5:
            return text(0) + " in " + one(m_lists);
        case 6:
            return one(m_times) + (m_r.bernoulli(0.5) ? " - " : " + ") + "duration(\"" + number() + "h\")"
                + comparison() + one(m_times);
        case 7:
            return textTest();
        case 8:
            return one(m_lists) + (m_r.bernoulli(0.5) ? ".exists(v, v == " : ".all(v, v != ") + text(0) + ")";
        case 9:
            return "!(" + boolean(depth - 1) + ")";
        case 10:
            return "(" + boolean(depth - 1) + " ? " + boolean(depth - 1) + " : " + boolean(depth - 1) + ")";
        default:
            return "(" + boolean(depth - 1) + (m_r.bernoulli(0.5) ? " && " : " || ") + boolean(depth - 1)
                + ")";
        }
    }

    std::string integer(int depth = 1)
    {
        switch (depth > 0 ? m_r.below(11) : m_r.below(4)) {
        case 0:
        case 1:
            return one(m_ints);
        case 2:
            return number();
        case 3:
            return "size(" + one(m_lists) + ")";
        case 4:
            return "(" + integer(depth - 1) + " + " + integer(depth - 1) + ")";
        case 5:
            return "(" + integer(depth - 1) + " * " + number() + ")";
        case 6:
            return m_fails ? "(" + integer(depth - 1) + " / customer.divisor)" : one(m_ints);
        case 7:
            return m_fails ? std::string("int(customer.code)") : one(m_ints);
        case 8:
            return one(m_times)
                + (m_r.bernoulli(0.5) ? ".getHours(\"Europe/Berlin\")"
                                      : ".getDayOfWeek(\"America/New_York\")");
        case 9:
            return "math.greatest(" + integer(depth - 1) + ", " + number() + ")";
        default:
            return "(" + boolean(depth - 1) + " ? " + integer(0) + " : " + integer(0) + ")";
        }
    }

    std::string real(int depth = 1)
    {
        switch (depth > 0 ? m_r.below(6) : m_r.below(3)) {
        case 0:
            return m_doubles.empty() ? "0.5" : one(m_doubles);
        case 1:
            return "0." + number();
        case 2:
            return "double(" + one(m_ints) + ")";
        case 3:
            return "(" + real(depth - 1) + " * " + real(depth - 1) + ")";
        case 4: // infinite or not a number at a divisor of 0
            return m_fails ? "(" + real(depth - 1) + " / double(customer.divisor))" : real(0);
        default:
            return "(" + boolean(depth - 1) + " ? " + real(0) + " : " + real(0) + ")";
        }
    }

    std::string text(int depth = 1)
    {
        if (depth > 0 && m_r.bernoulli(0.2))
            return "(" + text(0) + " + " + text(0) + ")";
        static const std::vector<std::string> words { "\"\"", "\"pro\"", "\"new\"", "\"SKU-1\"", "\"SKU-3\"",
            "\"family 1\"", "\"things\"", "\"web\"", "\"busy\"", "\"matrix\"", "\"purchased\"", "\"power\"" };
        return m_r.bernoulli(0.5) ? one(words) : one(m_texts);
    }

private:
    std::string one(const std::vector<std::string>& list) { return list[m_r.below(list.size())]; }
    std::string number() { return std::to_string(m_r.bernoulli(0.6) ? m_r.below(4) : m_r.below(60)); }
    std::string comparison()
    {
        static const std::vector<std::string> all { " < ", " <= ", " > ", " >= ", " == ", " != " };
        return one(all);
    }
    std::string textTest()
    {
        static const std::vector<std::string> tests { ".startsWith(\"SKU\")", ".endsWith(\"1\")",
            ".contains(\"e\")", ".matches(\"^[a-z]+ ?[0-9]*$\")", ".size() > 3" };
        return one(m_texts) + one(tests);
    }

    Philox& m_r;
    std::vector<std::string> m_ints, m_doubles, m_texts, m_bools, m_times, m_lists;
    bool m_fails = false;
};

}
