// SPDX-License-Identifier: Apache-2.0
#include "model/vocabulary.h"

#include <array>
#include <cstddef>

namespace ow::model {

namespace {

template <typename T>
struct Words;

template <>
struct Words<OfferKind> {
    static constexpr std::array<std::string_view, 4> all { "single", "bundle", "service", "upgrade" };
};
template <>
struct Words<OfferStatus> {
    static constexpr std::array<std::string_view, 5> all { "draft", "active", "paused", "killed", "retired" };
};
template <>
struct Words<Role> {
    static constexpr std::array<std::string_view, 6> all { "", "protect", "power", "personalize", "replenish",
        "expand" };
};
template <>
struct Words<Mission> {
    static constexpr std::array<std::string_view, 5> all { "", "launch", "protect", "expand", "replenish" };
};
template <>
struct Words<Tier> {
    static constexpr std::array<std::string_view, 4> all { "", "starter", "advanced", "pro" };
};
template <>
struct Words<EdgeKind> {
    static constexpr std::array<std::string_view, 2> all { "complement", "substitute" };
};
template <>
struct Words<Outcome> {
    static constexpr std::array<std::string_view, 5> all { "shown", "clicked", "accepted", "declined",
        "returned" };
};
template <>
struct Words<Aggregate> {
    static constexpr std::array<std::string_view, 7> all { "count", "distinct", "sum", "min", "max", "age",
        "velocity" };
};
template <>
struct Words<Calendar> {
    static constexpr std::array<std::string_view, 4> all { "hour", "day", "week", "month" };
};
template <>
struct Words<AttributeType> {
    static constexpr std::array<std::string_view, 4> all { "bool", "int", "double", "string" };
};
template <>
struct Words<Unit> {
    static constexpr std::array<std::string_view, 2> all { "customer", "intent" };
};
template <>
struct Words<MarginScope> {
    static constexpr std::array<std::string_view, 2> all { "offer", "cart" };
};

template <typename T>
std::string_view word(T value)
{
    return Words<T>::all.at(std::size_t(value));
}

}

template <typename T>
std::optional<T> parse(std::string_view text)
{
    for (std::size_t i = 0; i < Words<T>::all.size(); ++i) {
        if (Words<T>::all[i] == text)
            return T(i);
    }
    return std::nullopt;
}

std::string_view name(OfferKind v) { return word(v); }
std::string_view name(OfferStatus v) { return word(v); }
std::string_view name(Role v) { return word(v); }
std::string_view name(Mission v) { return word(v); }
std::string_view name(Tier v) { return word(v); }
std::string_view name(EdgeKind v) { return word(v); }
std::string_view name(Outcome v) { return word(v); }
std::string_view name(Aggregate v) { return word(v); }
std::string_view name(Calendar v) { return word(v); }
std::string_view name(AttributeType v) { return word(v); }
std::string_view name(Unit v) { return word(v); }
std::string_view name(MarginScope v) { return word(v); }

template std::optional<OfferKind> parse(std::string_view);
template std::optional<OfferStatus> parse(std::string_view);
template std::optional<Role> parse(std::string_view);
template std::optional<Mission> parse(std::string_view);
template std::optional<Tier> parse(std::string_view);
template std::optional<EdgeKind> parse(std::string_view);
template std::optional<Outcome> parse(std::string_view);
template std::optional<Aggregate> parse(std::string_view);
template std::optional<Calendar> parse(std::string_view);
template std::optional<AttributeType> parse(std::string_view);
template std::optional<Unit> parse(std::string_view);
template std::optional<MarginScope> parse(std::string_view);

}
