// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/type.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::expr {

/// One name an expression may use: "customer.segment", "now".
struct Name {
    std::string path;
    Type type;
    std::vector<std::string> values; ///< a closed string's values; empty = open
    std::uint32_t slot = 0; ///< where evaluation finds its value
};

/// The names visible in one place. Paths are flat; a group ("customer") is not a value itself.
class Vocabulary {
public:
    /// Adds with the next free slot; returns it.
    std::uint32_t add(std::string path, Type type, std::vector<std::string> values = {});
    /// Adds with a given slot.
    void add(Name name);

    const Name* find(std::string_view path) const;
    /// Whether names begin with `path` and a dot.
    bool isGroup(std::string_view path) const;
    /// In the order they were added.
    const std::vector<Name>& names() const { return m_names; }
    /// The declared name nearest to a misspelt one; may be empty.
    std::string nearest(std::string_view path) const;
    /// One more than the largest slot.
    std::uint32_t slotCount() const { return m_slots; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view> {}(s); }
    };
    std::vector<Name> m_names;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_byPath;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_groups;
    std::uint32_t m_slots = 0;
};

}
