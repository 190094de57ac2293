// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ndjson_reader.h"

#include "base/json.h"
#include "ingest/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <new>
#include <simdjson.h>

namespace ow::ingest {

namespace dom = simdjson::dom;

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t longestLine = (1 << 20) + 64; ///< LineReader's, and a little
constexpr std::size_t mostColumns = 2000;
constexpr std::size_t toldUnknown = 20;
constexpr std::size_t textOfWholeLine = 4096; ///< a longer line is not repeated for each of its things

bool isNameOfThings(std::string_view key)
{
    constexpr std::array<std::string_view, 9> names { "items", "products", "lineitems", "lines", "orderitems",
        "orderlines", "events", "cartitems", "contents" };
    return std::ranges::find(names, plainName(key)) != names.end();
}

bool isList(const dom::element& value) { return value.type() == dom::element_type::ARRAY; }
bool isObject(const dom::element& value) { return value.type() == dom::element_type::OBJECT; }

bool hasObjects(const dom::element& list)
{
    dom::array items;
    if (list.get(items) != simdjson::SUCCESS)
        return false;
    for (const dom::element item : items)
        if (isObject(item))
            return true;
    return false;
}

/// {key: "…", value: …}
bool isPair(const dom::element& value, std::string_view& key, dom::element& inside)
{
    dom::object object;
    return value.get(object) == simdjson::SUCCESS && object["key"].get(key) == simdjson::SUCCESS
        && object["value"].get(inside) == simdjson::SUCCESS;
}

bool isListOfPairs(const dom::element& list)
{
    dom::array items;
    if (list.get(items) != simdjson::SUCCESS || items.begin() == items.end())
        return false;
    for (const dom::element item : items) {
        std::string_view key;
        dom::element value;
        if (!isPair(item, key, value))
            return false;
    }
    return true;
}

/// The value of a pair: BigQuery wraps it into {string_value, int_value, …}, of which one is there.
dom::element unwrapped(const dom::element& value)
{
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return value;
    for (const dom::key_value_pair member : object)
        if (member.key.ends_with("_value") && !member.value.is_null())
            return member.value;
    return value;
}

}

/// The list of the current line.
struct NdjsonReader::Things {
    dom::array::iterator at;
    dom::array::iterator end;
    const Node* node = nullptr;
    bool isLong = false; ///< the line is
};

NdjsonReader::NdjsonReader(TextSource text)
    : m_lines(std::move(text))
    , m_parser(std::make_unique<dom::parser>(longestLine))
{
    // Said here once, since the parser keeps what it was given first.
    const TextSource& source = m_lines.source();
    const std::size_t room = source.isAllInHead() ? source.head().size() + 64 : longestLine;
    if (m_parser->allocate(std::min(room, longestLine), deepest) != simdjson::SUCCESS)
        throw std::bad_alloc();
}

NdjsonReader::~NdjsonReader() = default;

Result<std::unique_ptr<TableSource>> NdjsonReader::open(TextSource text, FileForm form)
{
    std::string sample(text.head());
    if (!text.isAllInHead()) // the last line is cut
        if (const std::size_t end = sample.find_last_of("\n\r"); end != std::string::npos)
            sample.resize(end);
    std::unique_ptr<NdjsonReader> reader(new NdjsonReader(std::move(text)));
    form.separator = 0;
    reader->m_form = std::move(form);
    if (auto found = reader->findColumns(sample); !found)
        return fail(found.error());
    return reader;
}

std::string NdjsonReader::parse(std::string_view line, dom::element& out)
{
    if (!line.starts_with('{'))
        return "the line is no JSON object";
    m_json.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    m_json.assign(line);
    const auto error = m_parser->parse(m_json.data(), m_json.size(), false).get(out);
    if (error == simdjson::DEPTH_ERROR)
        return fmt::format("the line is nested deeper than {} levels", deepest);
    if (error != simdjson::SUCCESS)
        return fmt::format("the line is no JSON: {}", simdjson::error_message(error));
    return isObject(out) ? std::string {} : "the line is no JSON object";
}

void NdjsonReader::countLists(const dom::element& value, const std::string& path, int depth,
    std::map<std::string, std::int64_t>& counts) const
{
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return;
    for (const dom::key_value_pair member : object) {
        const std::string at = path.empty() ? std::string(member.key) : path + '.' + std::string(member.key);
        if (isList(member.value) && isNameOfThings(member.key) && hasObjects(member.value)
            && !isListOfPairs(member.value))
            ++counts[at];
        countLists(member.value, at, depth + 1, counts);
    }
}

Result<void> NdjsonReader::findColumns(std::string_view sample)
{
    std::map<std::string, std::int64_t> lists;
    for (int pass = 0; pass < 2; ++pass) { // first which list has the things, then the columns
        JsonRecords lines(TextSource::of(name(), std::string(sample)));
        Line line;
        bool any = false;
        std::string why = "there is no line";
        while (true) {
            const auto more = lines.next(line);
            if (!more || !*more)
                break;
            dom::element record;
            const std::string problem
                = line.tooLong ? "the line is longer than 1 MB" : parse(line.text, record);
            if (!problem.empty()) {
                why = problem;
                continue;
            }
            any = true;
            if (pass == 0)
                countLists(record, {}, 0, lists);
            else
                addShape(record, m_shape, 0);
        }
        if (!any)
            return fail(ErrorCode::InvalidInput,
                "The file has no JSON object on a line of its own (" + why
                    + "). Write each record on one line.",
                name());
        std::int64_t most = 0;
        for (const auto& [path, count] : lists)
            if (count > most) {
                most = count;
                m_things = path;
            }
    }
    if (m_columns.empty())
        return fail(ErrorCode::InvalidInput, "The objects of the file have no members.", name());
    if (!m_things.empty())
        m_form.reasons.push_back(fmt::format("Each element of \"{}\" is a row.", m_things));
    return {};
}

void NdjsonReader::addColumn(Node& node)
{
    if (node.column != std::size_t(-1) || m_columns.size() >= mostColumns)
        return;
    node.column = m_columns.size();
    m_columns.push_back(node.path);
}

void NdjsonReader::addShape(const dom::element& value, Node& node, int depth)
{
    const auto memberOf = [](Node& parent, std::string_view key) -> Node& {
        const auto [it, isNew] = parent.members.try_emplace(std::string(key));
        if (isNew)
            it->second.path = parent.path.empty() ? std::string(key) : parent.path + '.' + std::string(key);
        return it->second;
    };
    dom::object object;
    if (value.get(object) == simdjson::SUCCESS) {
        for (const dom::key_value_pair member : object)
            addShape(member.value, memberOf(node, member.key), depth + 1);
        return;
    }
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS)
        return addColumn(node);
    if (isListOfPairs(value)) {
        node.isPairs = true;
        for (const dom::element item : list) {
            std::string_view key;
            dom::element inside;
            if (isPair(item, key, inside))
                addColumn(memberOf(node, key));
        }
        return;
    }
    if (node.path == m_things && hasObjects(value)) {
        node.isThings = true;
        node.path += "[]";
    }
    if (!node.isThings)
        return list.begin() == list.end() ? void() : addColumn(node);
    for (const dom::element item : list)
        if (isObject(item))
            addShape(item, node, depth + 1);
}

std::string_view NdjsonReader::textOf(const dom::element& value)
{
    switch (value.type()) {
    case dom::element_type::STRING:
        return value.get_string().value_unsafe();
    case dom::element_type::BOOL:
        return value.get_bool().value_unsafe() ? "true" : "false";
    case dom::element_type::NULL_VALUE:
        return {};
    case dom::element_type::INT64:
        return m_made.emplace_back(fmt::format_int(value.get_int64().value_unsafe()).str());
    case dom::element_type::UINT64:
        return m_made.emplace_back(fmt::format_int(value.get_uint64().value_unsafe()).str());
    case dom::element_type::DOUBLE:
        return m_made.emplace_back(formatDouble(value.get_double().value_unsafe()));
    case dom::element_type::ARRAY:
    case dom::element_type::OBJECT:
        return m_made.emplace_back(simdjson::minify(value));
    }
    return {};
}

void NdjsonReader::unknown(const Node& parent, std::string_view key)
{
    if (m_unknown.size() < toldUnknown)
        m_unknown.insert(parent.path.empty() ? std::string(key) : parent.path + '.' + std::string(key));
}

void NdjsonReader::fillList(const dom::element& value, const Node& node, std::vector<std::string_view>& cells)
{
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS)
        return;
    if (node.isPairs) {
        for (const dom::element item : list) {
            std::string_view key;
            dom::element inside;
            if (!isPair(item, key, inside))
                continue;
            const auto member = node.members.find(key);
            if (member == node.members.end() || member->second.column == std::size_t(-1))
                unknown(node, key);
            else
                cells[member->second.column] = textOf(unwrapped(inside));
        }
        return;
    }
    if (node.column == std::size_t(-1))
        return;
    if (hasObjects(value)) {
        cells[node.column] = textOf(value);
        return;
    }
    std::string& joined = m_made.emplace_back();
    for (const dom::element item : list)
        joined += (joined.empty() ? "" : ", ") + std::string(textOf(item));
    cells[node.column] = joined;
}

void NdjsonReader::fill(const dom::element& value, const Node& node, std::vector<std::string_view>& cells)
{
    dom::object object;
    if (isList(value)) {
        if (!node.isThings)
            fillList(value, node, cells);
        return;
    }
    if (value.get(object) == simdjson::SUCCESS) {
        if (node.members.empty() && node.column != std::size_t(-1)) {
            cells[node.column] = textOf(value);
            return;
        }
        for (const dom::key_value_pair member : object) {
            const auto known = node.members.find(member.key);
            if (known == node.members.end())
                unknown(node, member.key);
            else
                fill(member.value, known->second, cells);
        }
        return;
    }
    if (node.column != std::size_t(-1))
        cells[node.column] = textOf(value);
}

namespace {

/// The element that a path of member names leads to; false where there is none.
bool lookUp(dom::element value, std::string_view path, dom::element& out)
{
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return false;
    // A key may have a point in it: each way to cut the path is tried.
    for (std::size_t end = path.find('.'); end != std::string_view::npos; end = path.find('.', end + 1)) {
        dom::element inside;
        if (object[path.substr(0, end)].get(inside) == simdjson::SUCCESS
            && lookUp(inside, path.substr(end + 1), out))
            return true;
    }
    return object[path].get(out) == simdjson::SUCCESS;
}

}

Result<bool> NdjsonReader::nextRecord(TableRow& row)
{
    const auto more = m_lines.next(m_line);
    if (!more || !*more)
        return more;
    row.number = m_line.number;
    row.text = m_line.text;
    m_made.clear();
    dom::element record;
    row.problem = m_line.tooLong ? "the line is longer than 1 MB" : parse(m_line.text, record);
    if (!row.problem.empty())
        return true;
    m_common.assign(m_columns.size(), {});
    fill(record, m_shape, m_common);
    dom::element things;
    dom::array list;
    if (m_things.empty() || !lookUp(record, m_things, things) || things.get(list) != simdjson::SUCCESS
        || list.begin() == list.end())
        return true;
    const Node* node = &m_shape;
    // The node of the things is found by its columns' prefix: walk the members whose path leads there.
    while (!node->isThings) {
        const Node* next = nullptr;
        for (const auto& [key, member] : node->members)
            if (member.isThings || m_things.starts_with(member.path + '.'))
                next = &member;
        if (next == nullptr)
            return true;
        node = next;
    }
    m_open = std::make_unique<Things>(
        Things { list.begin(), list.end(), node, m_line.text.size() > textOfWholeLine && list.size() > 1 });
    return true;
}

Result<bool> NdjsonReader::next(TableRow& row)
{
    row.problem.clear();
    if (!m_open) {
        const auto more = nextRecord(row);
        if (!more || !*more)
            return more;
        if (!m_open) {
            row.fields = m_common;
            if (!row.problem.empty())
                row.fields.clear();
            return true;
        }
    }
    const dom::element thing = *m_open->at;
    row.number = m_line.number;
    row.text = m_line.text;
    row.fields = m_common;
    if (isObject(thing))
        fill(thing, *m_open->node, row.fields);
    else
        row.problem = fmt::format("an element of \"{}\" is no object", m_things);
    if (m_open->isLong)
        row.text = m_made.emplace_back(simdjson::minify(thing));
    if (!row.problem.empty())
        row.fields.clear();
    ++m_open->at;
    if (!(m_open->at != m_open->end))
        m_open.reset();
    return true;
}

std::vector<std::string> NdjsonReader::notes() const
{
    if (m_unknown.empty())
        return {};
    return { fmt::format("Members that come first behind the first megabyte were not read: {}{}.",
        fmt::join(m_unknown, ", "), m_unknown.size() >= toldUnknown ? ", …" : "") };
}

}
