// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <unordered_set>
#include <vector>

namespace ow {

namespace {

/// Builds the document by the library's own builder and looks at each event on the way: depth and doubled keys.
class CheckedBuilder final : public nlohmann::json_sax<Json> {
public:
    CheckedBuilder(Json& root, int depth)
        : m_builder(root, false)
        , m_limit(depth)
    {
    }

    bool null() override { return m_builder.null(); }
    bool boolean(bool v) override { return m_builder.boolean(v); }
    bool number_integer(number_integer_t v) override { return m_builder.number_integer(v); }
    bool number_unsigned(number_unsigned_t v) override { return m_builder.number_unsigned(v); }
    bool number_float(number_float_t v, const string_t& s) override { return m_builder.number_float(v, s); }
    bool string(string_t& v) override { return m_builder.string(v); }
    bool binary(binary_t& v) override { return m_builder.binary(v); }
    bool start_object(std::size_t n) override
    {
        m_keys.emplace_back();
        return deeper() && m_builder.start_object(n);
    }
    bool key(string_t& v) override
    {
        if (!m_keys.back().insert(v).second) {
            problem = fmt::format("the key \"{}\" stands twice in one object", v.substr(0, 64));
            return false;
        }
        return m_builder.key(v);
    }
    bool end_object() override
    {
        m_keys.pop_back();
        --m_depth;
        return m_builder.end_object();
    }
    bool start_array(std::size_t n) override { return deeper() && m_builder.start_array(n); }
    bool end_array() override
    {
        --m_depth;
        return m_builder.end_array();
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override
    {
        at = position;
        const std::string_view what = e.what();
        const auto colon = what.rfind("; ");
        problem = colon == std::string_view::npos
            ? "this is not JSON"
            : "this is not JSON (" + readable(what.substr(colon + 2), 120) + ")";
        return false;
    }

    std::string problem;
    std::size_t at = 0;

private:
    bool deeper()
    {
        if (++m_depth <= m_limit)
            return true;
        problem = fmt::format("nested deeper than {} levels", m_limit);
        return false;
    }

    nlohmann::detail::json_sax_dom_parser<Json> m_builder;
    std::vector<std::unordered_set<std::string>> m_keys;
    int m_limit;
    int m_depth = 0;
};

/// The bytes read so far, so that a fault found by us (not by the lexer) has a place too.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* p = nullptr;
    const char** last = nullptr;

    const char& operator*() const { return *p; }
    CountingIterator& operator++()
    {
        ++p;
        if (last != nullptr)
            *last = p;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.p == b.p; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return a.p != b.p; }
};

std::string lineAndColumn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::ranges::count(before, '\n');
    const auto start = before.rfind('\n');
    const std::size_t column = start == std::string_view::npos ? before.size() : before.size() - start - 1;
    return fmt::format("{}:{}", line, std::max<std::size_t>(column, 1));
}

/// UTF-16 code-unit order of two UTF-8 strings. It differs from byte order only where one side has a character above
/// U+FFFF (a surrogate, D800…DFFF) against one in E000…FFFF.
bool utf16Less(std::string_view a, std::string_view b)
{
    std::size_t i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i])
        ++i;
    if (i == a.size() || i == b.size())
        return a.size() < b.size();
    const auto x = static_cast<unsigned char>(a[i]);
    const auto y = static_cast<unsigned char>(b[i]);
    const bool xHigh = x >= 0xF0;
    const bool yHigh = y >= 0xF0;
    if (xHigh != yHigh && x >= 0xEE && y >= 0xEE) // both lead bytes: astral sorts as D8xx, before EExx and EFxx
        return xHigh;
    return x < y;
}

void writeString(const std::string& s, std::string& out)
{
    out += '"';
    for (const char c : s) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
            else
                out += c;
        }
    }
    out += '"';
}

void write(const Json& value, std::string& out)
{
    switch (value.type()) {
    case Json::value_t::null: out += "null"; break;
    case Json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; break;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        // Integers beyond 2^53 are not exact in ECMAScript; we keep their digits (as Go's and Python's writers do):
        // a pack's money and counts must not change by being written.
        out += value.dump();
        break;
    case Json::value_t::number_float:
        if (!std::isfinite(value.get<double>()))
            throw std::invalid_argument("NaN and infinities have no JSON form");
        out += formatDouble(value.get<double>());
        break;
    case Json::value_t::string: writeString(value.get_ref<const std::string&>(), out); break;
    case Json::value_t::array: {
        out += '[';
        bool first = true;
        for (const Json& item : value) {
            if (!first)
                out += ',';
            first = false;
            write(item, out);
        }
        out += ']';
        break;
    }
    case Json::value_t::object: {
        std::vector<const std::string*> keys;
        keys.reserve(value.size());
        for (auto it = value.begin(); it != value.end(); ++it)
            keys.push_back(&it.key());
        std::ranges::sort(keys, [](const auto* a, const auto* b) { return utf16Less(*a, *b); });
        out += '{';
        bool first = true;
        for (const std::string* key : keys) {
            if (!first)
                out += ',';
            first = false;
            writeString(*key, out);
            out += ':';
            write(value.at(*key), out);
        }
        out += '}';
        break;
    }
    case Json::value_t::binary:
    case Json::value_t::discarded: throw std::invalid_argument("not a JSON value");
    }
}

}

Result<Json> parseJson(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorCode::InvalidInput, fmt::format("the text is longer than {} bytes", limits.bytes));
    // The parser takes a NUL for the end of the text and would not look at what follows it.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "this is not JSON (a NUL byte)", lineAndColumn(text, nul));
    Json root;
    CheckedBuilder builder(root, limits.depth);
    const char* last = text.data();
    const CountingIterator begin { text.data(), &last };
    const CountingIterator end { text.data() + text.size(), nullptr };
    if (Json::sax_parse(begin, end, &builder))
        return root;
    const std::size_t offset = builder.at != 0 ? builder.at : std::size_t(last - text.data());
    return fail(ErrorCode::InvalidInput, builder.problem.empty() ? "this is not JSON" : builder.problem, lineAndColumn(text, offset));
}

std::string canonicalJson(const Json& value)
{
    std::string out;
    write(value, out);
    return out;
}

std::string formatDouble(double value)
{
    std::string out;
    appendDouble(value, out);
    return out;
}

void appendDouble(double value, std::string& out)
{
    if (std::isnan(value)) {
        out += "NaN";
        return;
    }
    if (std::isinf(value)) {
        out += value > 0 ? "Infinity" : "-Infinity";
        return;
    }
    if (value == 0) {
        out += '0'; // also for -0, as ECMAScript does
        return;
    }
    // Shortest round-trip digits and exponent, then laid out by ECMA-262 Number::toString.
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific);
    const std::string_view text(buffer, std::size_t(written.ptr - buffer));
    const auto e = text.find('e');
    int exponent = 0;
    const std::string_view exponentText = text.substr(e + (text[e + 1] == '+' ? 2 : 1));
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    if (e > 2) // the digits side by side: the first one over the point
        buffer[1] = buffer[0];
    const std::string_view digits = e > 2 ? std::string_view(buffer + 1, e - 1) : text.substr(0, 1);
    const int k = int(digits.size());
    const int n = exponent + 1; // the decimal point stands behind n digits
    if (value < 0)
        out += '-';
    if (k <= n && n <= 21) {
        out.append(digits).append(std::size_t(n - k), '0');
    } else if (0 < n && n <= 21) {
        out.append(digits.substr(0, std::size_t(n))).append(".").append(digits.substr(std::size_t(n)));
    } else if (-6 < n && n <= 0) {
        out.append("0.").append(std::size_t(-n), '0').append(digits);
    } else {
        out += digits[0];
        if (k > 1)
            out.append(".").append(digits.substr(1));
        out.append(n - 1 < 0 ? "e-" : "e+");
        char power[8];
        out.append(power, std::to_chars(power, power + sizeof power, std::abs(n - 1)).ptr);
    }
}

}
