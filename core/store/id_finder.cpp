// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/id_finder.h"

#include "base/json.h"

#include <algorithm>

namespace ow::store {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Letters of other alphabets are bytes from 0x80 on.
bool isWord(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// What may stand inside an id without ending a word for a person.
bool joins(char c) { return isWord(c) || std::string_view("-_.:@+/#~").find(c) != std::string_view::npos; }

bool isBoundary(std::string_view text, std::size_t at)
{
    return at == 0 || at == text.size() || !isWord(text[at - 1]) || !isWord(text[at]);
}

std::string withoutQuotes(std::string text) { return text.substr(1, text.size() - 2); }

std::string inUrl(std::string_view id)
{
    std::string out;
    for (const char c : id) {
        if ((isWord(c) && (c & 0x80) == 0) || std::string_view("-_.~").find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        out += '%';
        out += "0123456789ABCDEF"[static_cast<unsigned char>(c) >> 4];
        out += "0123456789ABCDEF"[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

/// As it is, and as files write it.
std::vector<std::string> writtenForms(const std::string& id)
{
    std::string inCsv;
    for (const char c : id)
        inCsv += c == '"' ? "\"\"" : std::string(1, c);
    const Json json(id);
    const auto lenient = Json::error_handler_t::replace; // ids need not be UTF-8
    std::vector<std::string> out { id, std::move(inCsv), withoutQuotes(json.dump(-1, ' ', false, lenient)),
        withoutQuotes(json.dump(-1, ' ', true, lenient)), inUrl(id) };
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

bool counts(std::string_view id, TextOf where)
{
    if (id.empty())
        return false;
    const bool isNumber = std::ranges::all_of(id, isDigit);
    switch (where) {
    case TextOf::Names:
        return !isNumber && id.size() >= 2;
    case TextOf::Remarks:
        return isNumber ? id.size() >= 3 : id.size() >= 2;
    case TextOf::Rows:
        break;
    }
    return true;
}

}

IdFinder::IdFinder(
    const std::vector<NamedId>& ids, TextOf where, std::function<bool(std::string_view)> isOther)
    : m_where(where)
    , m_isOther(std::move(isOther))
{
    for (const NamedId& id : ids)
        if (counts(id.id, where))
            for (std::string& form : writtenForms(id.id))
                m_needles.emplace(std::move(form), id.instead);
    for (const auto& [needle, instead] : m_needles) {
        m_first[static_cast<unsigned char>(needle.front())] = true;
        m_lengths.push_back(needle.size());
    }
    std::ranges::sort(m_lengths, std::greater<>());
    m_lengths.erase(std::unique(m_lengths.begin(), m_lengths.end()), m_lengths.end());
}

std::optional<IdFinder::Found> IdFinder::next(std::string_view text, std::size_t from) const
{
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!m_first[static_cast<unsigned char>(text[at])] || !isBoundary(text, at))
            continue;
        for (const std::size_t length : m_lengths) {
            if (length > text.size() - at || !isBoundary(text, at + length))
                continue;
            const auto needle = m_needles.find(text.substr(at, length));
            if (needle == m_needles.end())
                continue;
            const Found found { at, at + length, &needle->second };
            if (!isPartOfAnother(text, found)
                && !(m_where == TextOf::Remarks && isPartOfANumber(text, found)))
                return found;
        }
    }
    return std::nullopt;
}

bool IdFinder::isPartOfAnother(std::string_view text, const Found& found) const
{
    constexpr std::size_t farthest = 64; // longer ids there may be, but not around another one
    std::vector<std::size_t> begins, ends;
    for (std::size_t at = found.begin;; --at) {
        if (isBoundary(text, at))
            begins.push_back(at);
        if (at == 0 || found.begin - at >= farthest || !joins(text[at - 1]))
            break;
    }
    for (std::size_t at = found.end;; ++at) {
        if (isBoundary(text, at))
            ends.push_back(at);
        if (at == text.size() || at - found.end >= farthest || !joins(text[at]))
            break;
    }
    for (const std::size_t begin : begins)
        for (const std::size_t end : ends)
            if ((begin != found.begin || end != found.end) && m_isOther(text.substr(begin, end - begin)))
                return true;
    return false;
}

bool IdFinder::isPartOfANumber(std::string_view text, const Found& found) const
{
    const std::string_view id = text.substr(found.begin, found.end - found.begin);
    if (!std::ranges::all_of(id, isDigit))
        return false;
    const auto marks = [](char c) { return std::string_view(".,:/-+").find(c) != std::string_view::npos; };
    const bool before = found.begin >= 2 && marks(text[found.begin - 1]) && isDigit(text[found.begin - 2]);
    const bool after = found.end + 1 < text.size() && marks(text[found.end]) && isDigit(text[found.end + 1]);
    return before || after;
}

bool IdFinder::endsWithinOne(std::string_view text) const
{
    constexpr std::size_t least = 3;
    return std::ranges::any_of(m_needles, [&](const auto& needle) {
        for (std::size_t length = std::min(needle.first.size() - 1, text.size()); length >= least; --length)
            if (text.ends_with(std::string_view(needle.first).substr(0, length)))
                return true;
        return false;
    });
}

std::string IdFinder::replaced(std::string_view text) const
{
    std::string out;
    std::size_t done = 0;
    while (const auto found = next(text, done)) {
        out.append(text, done, found->begin - done);
        out += *found->instead;
        done = found->end;
    }
    return out.append(text, done);
}

}
