// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/column_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <optional>

namespace ow::store {

static_assert(std::endian::native == std::endian::little, "segments are little-endian, and so are we");

namespace {

// The first byte of a column. The numbers are part of the file format.
enum class Method : std::uint8_t {
    Constant = 0, ///< i64
    Packed = 1, ///< u8 width, i64 base, u64 scale, rows × width bits, 8 bytes 0: base + scale × code
    Dictionary = 2, ///< u32 size of the list, list (packed or constant), codes (packed or constant)
    Runs = 3, ///< u32 runs, u32 size of the lengths, lengths, values
    Texts = 4, ///< u32 size of the lengths, lengths, bytes
};

constexpr std::size_t packedHeader = 18;
constexpr std::size_t padding = 8; ///< lets a value be read as 8 bytes wherever it begins
constexpr std::size_t longestList = 256;

template <typename T>
void put(std::string& out, T value)
{
    std::array<char, sizeof(T)> bytes {};
    std::memcpy(bytes.data(), &value, sizeof(T));
    out.append(bytes.data(), bytes.size());
}

/// Reads from the front; says so when there is too little.
class Bytes {
public:
    explicit Bytes(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    template <typename T>
    bool take(T& value)
    {
        if (m_rest.size() < sizeof(T))
            return false;
        std::memcpy(&value, m_rest.data(), sizeof(T));
        m_rest.remove_prefix(sizeof(T));
        return true;
    }
    /// A part that is led by its size.
    bool takePart(std::string_view& part)
    {
        std::uint32_t size = 0;
        if (!take(size) || size > m_rest.size())
            return false;
        part = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

// ---- packed

struct Packed {
    unsigned width = 0; ///< 1 … 64
    std::uint64_t base = 0;
    std::uint64_t scale = 1;
    const char* codes = nullptr; ///< followed by `padding` bytes

    std::uint64_t code(std::size_t row) const
    {
        const std::size_t bit = row * width;
        const char* at = codes + (bit >> 3);
        const auto shift = unsigned(bit & 7);
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        word >>= shift;
        if (width + shift > 64)
            word |= std::uint64_t(static_cast<unsigned char>(at[8])) << (64 - shift);
        return width == 64 ? word : word & ((std::uint64_t(1) << width) - 1);
    }
};

std::size_t packedSize(std::size_t rows, unsigned width)
{
    return packedHeader + (rows * width + 7) / 8 + padding;
}

std::optional<Packed> readPacked(std::string_view bytes, std::size_t rows)
{
    if (bytes.size() < packedHeader)
        return std::nullopt;
    Packed p;
    p.width = static_cast<unsigned char>(bytes[1]);
    std::memcpy(&p.base, bytes.data() + 2, 8);
    std::memcpy(&p.scale, bytes.data() + 10, 8);
    if (p.width < 1 || p.width > 64 || bytes.size() != packedSize(rows, p.width))
        return std::nullopt;
    p.codes = bytes.data() + packedHeader;
    return p;
}

void unpack(const Packed& p, std::size_t first, std::size_t count, std::int64_t* out)
{
    if (p.width > 57) {
        for (std::size_t i = 0; i < count; ++i)
            out[i] = std::int64_t(p.base + p.scale * p.code(first + i));
        return;
    }
    // The usual case, on its own so that it stays a loop of a few instructions.
    const std::uint64_t mask = (std::uint64_t(1) << p.width) - 1;
    std::size_t bit = first * p.width;
    for (std::size_t i = 0; i < count; ++i, bit += p.width) {
        std::uint64_t word = 0;
        std::memcpy(&word, p.codes + (bit >> 3), 8);
        out[i] = std::int64_t(p.base + p.scale * ((word >> (bit & 7)) & mask));
    }
}

/// What the values are like.
struct Shape {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::uint64_t scale = 1; ///< every value is low + a multiple of it
    unsigned width = 0; ///< bits of the greatest multiple; 0 = all values are equal
    std::size_t runs = 0;
};

Shape shapeOf(std::span<const std::int64_t> values)
{
    Shape s;
    if (values.empty())
        return s;
    s.low = s.high = values[0];
    s.runs = 1;
    for (std::size_t i = 1; i < values.size(); ++i) {
        s.low = std::min(s.low, values[i]);
        s.high = std::max(s.high, values[i]);
        s.runs += values[i] != values[i - 1] ? 1 : 0;
    }
    const std::uint64_t range = std::uint64_t(s.high) - std::uint64_t(s.low);
    if (range >= 1024) { // below, a common divisor would save next to nothing
        std::uint64_t divisor = range;
        for (const std::int64_t v : values)
            if (const std::uint64_t above = std::uint64_t(v) - std::uint64_t(s.low); above % divisor != 0) {
                divisor = std::gcd(divisor, above);
                if (divisor == 1)
                    break;
            }
        s.scale = divisor;
    }
    s.width = unsigned(std::bit_width(range / s.scale));
    return s;
}

std::string constant(std::int64_t value)
{
    std::string out(1, char(Method::Constant));
    put(out, value);
    return out;
}

std::string pack(std::span<const std::int64_t> values, const Shape& s)
{
    if (s.width == 0)
        return constant(s.low);
    std::string out(packedSize(values.size(), s.width), '\0');
    out[0] = char(Method::Packed);
    out[1] = char(s.width);
    std::memcpy(out.data() + 2, &s.low, 8);
    std::memcpy(out.data() + 10, &s.scale, 8);
    char* const codes = out.data() + packedHeader;
    std::uint64_t word = 0; ///< bits not written yet, the lowest first
    unsigned filled = 0;
    char* at = codes;
    for (const std::int64_t v : values) {
        std::uint64_t code = std::uint64_t(v) - std::uint64_t(s.low);
        if (s.scale != 1)
            code /= s.scale;
        word |= code << filled;
        filled += s.width;
        if (filled >= 64) {
            std::memcpy(at, &word, 8);
            at += 8;
            filled -= 64;
            word = filled == 0 ? 0 : code >> (s.width - filled);
        }
    }
    std::memcpy(at, &word, (filled + 7) / 8);
    return out;
}

// ---- dictionary

/// At most longestList different values, and each row's place among them.
struct Coded {
    std::vector<std::int64_t> list; ///< ascending
    std::vector<std::int64_t> codes;
};

std::optional<Coded> codeValues(std::span<const std::int64_t> values)
{
    constexpr std::size_t slots = 1024;
    std::array<std::int64_t, slots> keys {};
    std::array<std::int16_t, slots> place {}; // 0 = free, else number in order of appearance + 1
    Coded out;
    out.codes.reserve(values.size());
    for (const std::int64_t v : values) {
        std::size_t slot = std::size_t((std::uint64_t(v) * 0x9E3779B97F4A7C15ULL) >> 54);
        while (place[slot] != 0 && keys[slot] != v)
            slot = (slot + 1) % slots;
        if (place[slot] == 0) {
            if (out.list.size() == longestList)
                return std::nullopt;
            out.list.push_back(v);
            keys[slot] = v;
            place[slot] = std::int16_t(out.list.size());
        }
        out.codes.push_back(place[slot] - 1);
    }
    std::vector<std::int64_t> order(out.list.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::int64_t i) { return out.list[std::size_t(i)]; });
    std::vector<std::int64_t> rank(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        rank[std::size_t(order[i])] = std::int64_t(i);
    for (std::int64_t& code : out.codes)
        code = rank[std::size_t(code)];
    std::ranges::sort(out.list);
    return out;
}

std::string packAny(std::span<const std::int64_t> values) { return pack(values, shapeOf(values)); }

std::string dictionary(const Coded& coded)
{
    std::string out(1, char(Method::Dictionary));
    const std::string list = packAny(coded.list);
    put(out, std::uint32_t(coded.list.size()));
    put(out, std::uint32_t(list.size()));
    out += list;
    out += packAny(coded.codes);
    return out;
}

std::string packOrCode(std::span<const std::int64_t> values, const Shape& s)
{
    std::string best = pack(values, s);
    if (s.width > 2)
        if (const auto coded = codeValues(values))
            if (std::string other = dictionary(*coded); other.size() < best.size())
                best = std::move(other);
    return best;
}

bool decodePlain(
    std::string_view bytes, std::size_t rows, std::size_t first, std::size_t count, std::int64_t* out)
{
    if (bytes.empty())
        return false;
    if (bytes[0] == char(Method::Constant)) {
        if (bytes.size() != 9)
            return false;
        std::int64_t value = 0;
        std::memcpy(&value, bytes.data() + 1, 8);
        std::fill_n(out, count, value);
        return true;
    }
    if (bytes[0] != char(Method::Packed))
        return false;
    const auto packed = readPacked(bytes, rows);
    if (!packed)
        return false;
    unpack(*packed, first, count, out);
    return true;
}

bool decodeDictionary(
    std::string_view bytes, std::size_t rows, std::size_t first, std::size_t count, std::int64_t* out)
{
    Bytes in(bytes.substr(1));
    std::uint32_t size = 0;
    std::string_view listBytes;
    std::array<std::int64_t, longestList> list {};
    if (!in.take(size) || size < 1 || size > longestList || !in.takePart(listBytes)
        || !decodePlain(listBytes, size, 0, size, list.data())
        || !decodePlain(in.rest(), rows, first, count, out))
        return false;
    std::uint64_t greatest = 0;
    for (std::size_t i = 0; i < count; ++i)
        greatest = std::max(greatest, std::uint64_t(out[i]));
    if (count > 0 && greatest >= size)
        return false;
    for (std::size_t i = 0; i < count; ++i)
        out[i] = list[std::size_t(out[i])];
    return true;
}

/// Everything but runs, which are not nested.
bool decodeFlat(
    std::string_view bytes, std::size_t rows, std::size_t first, std::size_t count, std::int64_t* out)
{
    if (!bytes.empty() && bytes[0] == char(Method::Dictionary))
        return decodeDictionary(bytes, rows, first, count, out);
    return decodePlain(bytes, rows, first, count, out);
}

// ---- runs

std::string runs(std::span<const std::int64_t> values, std::size_t count)
{
    std::vector<std::int64_t> lengths;
    std::vector<std::int64_t> heads;
    lengths.reserve(count);
    heads.reserve(count);
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i + 1;
        while (end < values.size() && values[end] == values[i])
            ++end;
        lengths.push_back(std::int64_t(end - i));
        heads.push_back(values[i]);
        i = end;
    }
    std::string out(1, char(Method::Runs));
    put(out, std::uint32_t(count));
    const std::string packedLengths = packOrCode(lengths, shapeOf(lengths));
    put(out, std::uint32_t(packedLengths.size()));
    out += packedLengths;
    out += packOrCode(heads, shapeOf(heads));
    return out;
}

bool readRuns(std::string_view bytes, std::size_t rows, std::vector<ValueRun>& out)
{
    Bytes in(bytes.substr(1));
    std::uint32_t count = 0;
    std::string_view lengthBytes;
    if (!in.take(count) || count < 1 || count > rows || !in.takePart(lengthBytes))
        return false;
    std::vector<std::int64_t> numbers(count);
    if (!decodeFlat(lengthBytes, count, 0, count, numbers.data()))
        return false;
    out.resize(count);
    std::size_t at = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (numbers[i] < 1 || std::uint64_t(numbers[i]) > rows - at)
            return false;
        out[i].begin = std::uint32_t(at);
        at += std::size_t(numbers[i]);
        out[i].end = std::uint32_t(at);
    }
    if (at != rows || !decodeFlat(in.rest(), count, 0, count, numbers.data()))
        return false;
    for (std::size_t i = 0; i < count; ++i)
        out[i].value = numbers[i];
    return true;
}

}

std::string encodeColumn(std::span<const std::int64_t> values)
{
    std::int64_t low = 0, high = 0;
    return encodeColumn(values, low, high);
}

std::string encodeColumn(std::span<const std::int64_t> values, std::int64_t& low, std::int64_t& high)
{
    const Shape s = shapeOf(values);
    low = s.low;
    high = s.high;
    if (s.width == 0)
        return constant(s.low);
    // A run costs at least a value and a few bits, so more runs than half the rows cannot pay.
    if (s.runs > values.size() / 2)
        return packOrCode(values, s);
    std::string best = packOrCode(values, s);
    if (std::string other = runs(values, s.runs); other.size() < best.size())
        best = std::move(other);
    return best;
}

bool decodeRange(
    std::string_view bytes, std::size_t rows, std::size_t first, std::size_t count, std::int64_t* out)
{
    if (bytes.empty() || rows > longestColumn || first > rows || count > rows - first)
        return false;
    if (bytes[0] != char(Method::Runs))
        return decodeFlat(bytes, rows, first, count, out);
    std::vector<ValueRun> list;
    if (!readRuns(bytes, rows, list))
        return false;
    for (const ValueRun& run : list) {
        const std::size_t begin = std::max<std::size_t>(run.begin, first);
        const std::size_t end = std::min<std::size_t>(run.end, first + count);
        if (begin < end)
            std::fill(out + (begin - first), out + (end - first), run.value);
    }
    return true;
}

bool decodeColumn(std::string_view bytes, std::size_t rows, std::int64_t* out)
{
    return decodeRange(bytes, rows, 0, rows, out);
}

bool decodeRuns(std::string_view bytes, std::size_t rows, std::vector<ValueRun>& out)
{
    out.clear();
    if (bytes.empty() || rows > longestColumn)
        return false;
    if (bytes[0] == char(Method::Runs)) {
        if (!readRuns(bytes, rows, out))
            return false;
        // Ours are different from their neighbours already; others' need not be.
        std::size_t kept = 0;
        for (std::size_t i = 1; i < out.size(); ++i) {
            if (out[i].value == out[kept].value)
                out[kept].end = out[i].end;
            else
                out[++kept] = out[i];
        }
        out.resize(kept + 1);
        return true;
    }
    std::vector<std::int64_t> values(rows);
    if (!decodeFlat(bytes, rows, 0, rows, values.data()))
        return false;
    for (std::size_t i = 0; i < rows; ++i) {
        if (!out.empty() && out.back().value == values[i])
            out.back().end = std::uint32_t(i + 1);
        else
            out.push_back({ values[i], std::uint32_t(i), std::uint32_t(i + 1) });
    }
    return true;
}

std::string encodeTexts(std::span<const std::string> texts)
{
    std::vector<std::int64_t> lengths;
    lengths.reserve(texts.size());
    for (const std::string& text : texts)
        lengths.push_back(std::int64_t(text.size()));
    std::string out(1, char(Method::Texts));
    const std::string packed = encodeColumn(lengths);
    put(out, std::uint32_t(packed.size()));
    out += packed;
    for (const std::string& text : texts)
        out += text;
    return out;
}

bool decodeTexts(std::string_view bytes, std::size_t rows, std::vector<std::string_view>& out)
{
    out.clear();
    if (bytes.empty() || bytes[0] != char(Method::Texts) || rows > longestColumn)
        return false;
    Bytes in(bytes.substr(1));
    std::string_view lengthBytes;
    if (!in.takePart(lengthBytes))
        return false;
    std::vector<std::int64_t> lengths(rows);
    if (!decodeColumn(lengthBytes, rows, lengths.data()))
        return false;
    std::string_view rest = in.rest();
    out.reserve(rows);
    for (const std::int64_t length : lengths) {
        if (length < 0 || std::uint64_t(length) > rest.size())
            return false;
        out.push_back(rest.substr(0, std::size_t(length)));
        rest.remove_prefix(std::size_t(length));
    }
    return rest.empty();
}

}
