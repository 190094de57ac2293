// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/basket_lines_reader.h"

#include "base/text.h"
#include "ingest/values.h"

namespace ow::ingest {

BasketLinesReader::BasketLinesReader(TextSource text, FileForm form)
    : m_lines(std::move(text))
{
    m_form = std::move(form);
}

Result<bool> BasketLinesReader::nextLine(TableRow& row)
{
    const auto more = m_lines.next(m_line);
    if (!more || !*more)
        return more;
    m_basket = std::to_string(m_line.number);
    if (m_line.tooLong)
        row.problem = "the line is longer than 1 MB";
    else if (m_line.text.find('\0') != std::string_view::npos)
        row.problem = "the line holds a zero byte";
    else if (!isUtf8(m_line.text))
        row.problem
            = "the line is no text in " + std::string(wordOf(m_form.encoding)) + "; say the file's encoding";
    m_rest = row.problem.empty() ? m_line.text : std::string_view {};
    if (m_form.named && row.problem.empty())
        m_basket = takeItem();
    return true;
}

std::string_view BasketLinesReader::takeRaw(std::string_view& rest, char separator)
{
    std::size_t at = rest.find_first_not_of(" \t");
    const bool quoted = at != std::string_view::npos && rest[at] == '"';
    if (quoted) {
        // The quote that closes is followed by no other.
        for (++at; at < rest.size(); ++at)
            if (rest[at] == '"' && (at + 1 == rest.size() || rest[++at] != '"'))
                break;
    }
    const std::size_t end = rest.find(separator, quoted ? std::min(at, rest.size()) : 0);
    const std::string_view item = trim(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return item;
}

std::string_view BasketLinesReader::takeItem()
{
    std::string_view item = takeRaw(m_rest, m_form.separator);
    if (item.size() < 2 || item.front() != '"' || item.back() != '"')
        return item;
    item = item.substr(1, item.size() - 2);
    if (item.find("\"\"") == std::string_view::npos)
        return item;
    m_item.clear();
    for (std::size_t i = 0; i < item.size(); ++i) {
        m_item += item[i];
        i += item[i] == '"' && i + 1 < item.size() && item[i + 1] == '"';
    }
    return m_item;
}

Result<bool> BasketLinesReader::next(TableRow& row)
{
    row.problem.clear();
    row.fields.clear();
    while (true) {
        while (!m_rest.empty()) {
            const std::string_view item = takeItem();
            if (item.empty()) // "milk,,bread," as spreadsheets write it
                continue;
            row.number = m_line.number;
            // What a rejected row needs to be read again: its own item. The line may be long, and has many.
            row.text = item;
            row.fields = { m_basket, item };
            return true;
        }
        const auto more = nextLine(row);
        if (!more || !*more)
            return more;
        if (!row.problem.empty()) {
            row.number = m_line.number;
            row.text = m_line.text;
            return true;
        }
    }
}

}
