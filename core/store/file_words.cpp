// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_words.h"

#include "base/text.h"
#include "store/page_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <sqlite3.h>

namespace ow::store {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> tables { {
    { "meta", "table of general values" },
    { "object", "table of what people wrote" },
    { "batch", "table of imports" },
    { "history", "table of the history's steps" },
    { "change", "table of what the history's steps changed" },
    { "release", "table of releases" },
    { "customer_key", "table of customers' keys" },
    { "sku_key", "table of products' keys" },
    { "session_key", "table of sessions" },
    { "word", "table of words" },
    { "product", "table of products" },
    { "customer_row", "table of customers" },
    { "event", "table of events" },
    { "exposure", "table of exposures" },
    { "basket_line", "table of baskets" },
    { "rejected", "table of rejected rows" },
    { "mined_edge", "table of mined edges" },
    { "segment", "list of packed blocks" },
    { "segment_column", "table of packed blocks" },
    { "import_form", "table of how imports were read" },
    { "event_id", "table of events' ids" },
    { "sqlite_schema", "file's table of contents" },
} };

constexpr int mostFindings = 100'000;

/// "sqlite_autoindex_word_1" -> "word".
std::string_view tableOfIndex(std::string_view index)
{
    constexpr std::string_view prefix = "sqlite_autoindex_";
    if (!index.starts_with(prefix) || index.rfind('_') < prefix.size())
        return index;
    return index.substr(prefix.size(), index.rfind('_') - prefix.size());
}

std::optional<std::uint32_t> numberAt(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc {} && end != text.data() ? std::optional(number) : std::nullopt;
}

/// The page that a line is about: the first that it names. "Tree 4 page 17 cell 3: …" in later versions of
/// SQLite, "On tree page 17 cell 3: …" in earlier ones.
std::optional<std::uint32_t> pageOf(std::string_view line)
{
    for (const std::string_view mark : { "page ", "Page " })
        if (const auto at = line.find(mark); at != line.npos)
            if (const auto number = numberAt(line.substr(at + mark.size())))
                return number;
    return {};
}

std::string_view lastWord(std::string_view line) { return line.substr(line.rfind(' ') + 1); }

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at)
            out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

/// Whose pages are whose, as far as the pages above them can be read.
class PageOwners {
public:
    PageOwners(SQLite::Database& db, const std::filesystem::path& file)
    {
        const auto pages = PageFile::open(file);
        if (!pages)
            return;
        m_owners[1] = tableWords("sqlite_schema");
        descend(*pages, 1, m_owners[1]);
        try {
            SQLite::Statement trees(
                db, "SELECT type, tbl_name, rootpage FROM sqlite_schema WHERE rootpage > 1");
            while (trees.executeStep())
                descend(*pages, std::uint32_t(trees.getColumn(2).getInt64()),
                    (textOf(trees.getColumn(0)) == "index" ? "index of the " : "")
                        + tableWords(textOf(trees.getColumn(1))));
        } catch (const SQLite::Exception&) {
            // The table of contents ends here: then nobody knows.
        }
    }

    std::string words(std::uint32_t page) const
    {
        const auto found = m_owners.find(page);
        return found == m_owners.end() ? fmt::format("page {}", grouped(page))
                                       : fmt::format("page {} of the {}", grouped(page), found->second);
    }

private:
    void descend(const PageFile& pages, std::uint32_t root, const std::string& owner)
    {
        std::vector<std::uint32_t> open { root };
        std::vector<std::uint8_t> page;
        while (!open.empty()) {
            const std::uint32_t number = open.back();
            open.pop_back();
            if (number == 0 || number > pages.pageCount() || (number != 1 && m_owners.contains(number)))
                continue; // each page once, whoever points to it: this ends in circles too
            m_owners[number] = owner;
            const std::size_t at = number == 1 ? 100 : 0;
            if (!pages.read(number, page) || (page[at] != 2 && page[at] != 5)) // not an inner page
                continue;
            const std::size_t cells = bigEndian(page, at + 3, 2);
            open.push_back(std::uint32_t(bigEndian(page, at + 8, 4)));
            for (std::size_t i = 0; i < cells && at + 14 + 2 * i <= page.size(); ++i)
                if (const auto cell = std::size_t(bigEndian(page, at + 12 + 2 * i, 2));
                    cell + 4 <= page.size())
                    open.push_back(std::uint32_t(bigEndian(page, cell, 4)));
        }
    }

    std::map<std::uint32_t, std::string> m_owners;
};

/// Sorts SQLite's lines by what they are about.
class Findings {
public:
    void add(std::string_view line)
    {
        if (line.starts_with("***"))
            return;
        if (line.find("never used") != line.npos)
            ++m_unused;
        else if (line.starts_with("Main freelist") || line.starts_with("Freelist"))
            m_free = true;
        else if (line.find("missing from index") != line.npos || line.find("entries in index") != line.npos
            || line.find("non-unique entry in index") != line.npos)
            m_indexes.insert(tableWords(tableOfIndex(lastWord(line))));
        else if (line.find(" value in ") != line.npos)
            m_values.insert(tableWords(lastWord(line).substr(0, lastWord(line).find('.'))));
        else if (const auto page = pageOf(line))
            m_pages.insert(*page);
        else
            m_else = true;
    }

    std::vector<std::string> sentences(SQLite::Database& db, const std::filesystem::path& file) const
    {
        std::vector<std::string> out;
        if (!m_pages.empty()) {
            const PageOwners owners(db, file);
            for (const std::uint32_t page : m_pages)
                out.push_back(owners.words(page) + " is damaged");
        }
        for (const std::string& table : m_indexes)
            out.push_back("the index of the " + table + " does not fit its rows");
        for (const std::string& table : m_values)
            out.push_back("a row of the " + table + " holds a value of a wrong kind");
        if (m_free)
            out.emplace_back("the list of free pages is damaged");
        if (out.empty() && m_unused > 0)
            out.push_back(counted(m_unused, "page belongs", "pages belong") + " to no table");
        if (out.empty() && m_else)
            out.emplace_back("the file's pages do not fit together");
        return out;
    }

private:
    std::set<std::uint32_t> m_pages;
    std::set<std::string> m_indexes;
    std::set<std::string> m_values;
    std::int64_t m_unused = 0;
    bool m_free = false;
    bool m_else = false;
};

bool isDamage(const SQLite::Exception& failure)
{
    const int code = failure.getErrorCode() & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

void findPointers(SQLite::Database& db, std::vector<std::string>& faults)
{
    std::map<std::string, std::int64_t> lost;
    SQLite::Statement keys(db, "PRAGMA foreign_key_check");
    while (keys.executeStep())
        ++lost[textOf(keys.getColumn(0))];
    for (const auto& [table, rows] : lost)
        faults.push_back(counted(rows, "row", "rows") + " of the " + tableWords(table)
            + (rows == 1 ? " points to something" : " point to something") + " that is not there");
}

}

std::string tableWords(std::string_view name)
{
    const auto* const found
        = std::ranges::find(tables, name, &std::pair<std::string_view, std::string_view>::first);
    return found == tables.end() ? "table " + readable(name, 60) : std::string(found->second);
}

std::vector<std::string> pageFaults(SQLite::Database& db, const std::filesystem::path& file)
{
    Findings findings;
    bool brokeOff = false;
    try {
        SQLite::Statement check(db, fmt::format("PRAGMA integrity_check({})", mostFindings));
        while (check.executeStep())
            for (const std::string& line : linesOf(textOf(check.getColumn(0))))
                if (line != "ok")
                    findings.add(line);
    } catch (const SQLite::Exception& failure) {
        if (!isDamage(failure))
            throw;
        brokeOff = true;
    }
    std::vector<std::string> faults = findings.sentences(db, file);
    try {
        if (!brokeOff)
            findPointers(db, faults);
    } catch (const SQLite::Exception& failure) {
        if (!isDamage(failure))
            throw;
        brokeOff = true;
    }
    if (brokeOff && faults.empty())
        faults.emplace_back("the file is so damaged that its pages cannot be checked");
    return faults;
}

std::string firstOf(const std::vector<std::string>& faults)
{
    if (faults.empty())
        return {};
    return ": " + faults.front()
        + (faults.size() == 1
                ? ""
                : ", and " + counted(std::int64_t(faults.size()) - 1, "fault", "faults") + " more");
}

std::string damageWords(std::string_view sqliteText)
{
    constexpr std::string_view noTable = "no such table: ";
    if (const auto at = sqliteText.find(noTable); at != sqliteText.npos)
        return "The " + tableWords(sqliteText.substr(at + noTable.size())) + " is missing.";
    if (sqliteText.find("no such column") != sqliteText.npos)
        return "A table has other columns than it should.";
    return {};
}

}
