// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace ow::expr {

enum class Kind { Any, Null, Bool, Int, Double, String, Timestamp, Duration, List, Map };

/// A static type. Any stands for what only evaluation knows: an element of a mixed list, of an empty list,
/// the result of math.greatest over ints and doubles. Any fits everything; nobody can ask for it by name.
struct Type {
    Kind kind = Kind::Any;
    std::vector<Type> args; ///< List: element. Map: key, value.

    Type() = default;
    Type(Kind k) // NOLINT(google-explicit-constructor): a Kind is a Type
        : kind(k)
    {
    }
    static Type list(Type element);
    static Type map(Type key, Type value);

    const Type& element() const; ///< of a list; the key of a map (what macros walk over); else Any
    const Type& value() const; ///< of a map

    /// Types inside types: int 1, list(int) 2.
    int depth() const;
    /// "int", "list(string)", "map(string, int)".
    std::string text() const;
    friend bool operator==(const Type&, const Type&) = default;
};

/// Whether a value of either type may stand where the other is asked for: equal, up to Any inside.
bool compatible(const Type& a, const Type& b);

/// The type of a list that holds both; Any where they differ.
Type join(const Type& a, const Type& b);

/// Of two compatible types the one that says more.
Type meet(const Type& a, const Type& b);

}
