// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::store {

/// An id that is to go, and what stands in its place where a text must stay.
struct NamedId {
    std::string id;
    std::string instead; ///< plain letters, digits and hyphens
};

/// Where a text stands decides what of it can be meant by an id that is no more than a number.
enum class TextOf {
    Names, ///< of sessions, objects, in conditions: a number there is mostly something else, so only ids with
           ///< another character than digits count, of two bytes at least
    Remarks, ///< people's own words: numbers of three digits and more count, unless they are a part of
             ///< another
    Rows, ///< lines of files: every id counts
};

/// Finds customers' ids in other texts: as whole words, as they are or as CSV, JSON and addresses of pages
/// write them. What is a part of another customer's id is not one's own: "c1" is not in "c10", and "c-1" is
/// in "c-1-2" only where no other customer is called so. Not thread-safe.
class IdFinder {
public:
    /// @param isOther  whether a customer is called so who is to stay
    IdFinder(const std::vector<NamedId>& ids, TextOf where, std::function<bool(std::string_view)> isOther);

    /// Whether there are any to look for in such texts.
    bool isEmpty() const { return m_needles.empty(); }
    bool isIn(std::string_view text) const { return next(text, 0).has_value(); }
    /// Whether the text's end may be the beginning of an id that was cut off: at least three bytes of it.
    bool endsWithinOne(std::string_view text) const;
    /// With the other words in their places.
    std::string replaced(std::string_view text) const;

private:
    struct Found {
        std::size_t begin = 0;
        std::size_t end = 0;
        const std::string* instead = nullptr;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };

    std::optional<Found> next(std::string_view text, std::size_t from) const;
    bool isPartOfAnother(std::string_view text, const Found& found) const;
    bool isPartOfANumber(std::string_view text, const Found& found) const;

    TextOf m_where;
    std::function<bool(std::string_view)> m_isOther;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> m_needles;
    std::vector<std::size_t> m_lengths; ///< of needles, the longest first
    std::array<bool, 256> m_first {}; ///< bytes that one begins with
};

}
