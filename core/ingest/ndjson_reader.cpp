// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ndjson_reader.h"

#include "base/json.h"
#include "base/text.h"
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
constexpr std::size_t mostNodes = 10'000; ///< different members
constexpr std::size_t longestPath = 4000; ///< bytes
constexpr std::size_t longestTold = 100; ///< bytes of a path
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

/// null or a list without anything: says nothing about what else stands there.
bool isNothing(const dom::element& value)
{
    dom::array list;
    return value.is_null() || (value.get(list) == simdjson::SUCCESS && list.begin() == list.end());
}

std::string joined(std::string_view path, std::string_view key)
{
    std::string out;
    out.reserve(path.size() + key.size() + 1);
    out += path;
    if (!path.empty())
        out += '.';
    return out += key;
}

/// Members that presets read, which may well not be in a file's first megabyte: a shop's nights without
/// orders, words searched for once in a while.
struct KnownForm {
    std::vector<std::string_view> signs; ///< members that each record of the form has
    std::string_view things;
    std::vector<std::string_view> ofThings;
    std::string_view pairs; ///< a list of {key, value}
    std::vector<std::string_view> ofPairs;
    std::vector<std::pair<std::string_view, std::vector<std::string_view>>> ofObjects;
};

const std::vector<KnownForm>& knownForms()
{
    static const std::vector<KnownForm> forms {
        // Google Analytics 4 out of BigQuery.
        { { "event_name", "event_timestamp", "user_pseudo_id" }, "items",
            { "item_id", "item_name", "quantity", "price", "item_revenue", "item_refund" }, "event_params",
            { "ga_session_id", "transaction_id", "value", "search_term", "page_location", "currency" },
            { { "ecommerce", { "transaction_id", "purchase_revenue", "refund_value" } } } },
        // Segment.
        { { "type", "anonymousId", "properties" }, "properties.products",
            { "sku", "product_id", "quantity", "price" }, {}, {},
            { { "properties",
                { "sku", "product_id", "quantity", "price", "order_id", "checkout_id", "total", "revenue",
                    "value", "query", "currency" } } } },
    };
    return forms;
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

void NdjsonReader::countLists(
    const dom::element& value, const std::string& path, std::map<std::string, std::int64_t>& counts) const
{
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return;
    for (const dom::key_value_pair member : object) {
        const bool isThings = isList(member.value) && isNameOfThings(member.key) && hasObjects(member.value)
            && !isListOfPairs(member.value);
        if ((!isThings && !isObject(member.value)) || path.size() + member.key.size() >= longestPath)
            continue;
        const std::string at = joined(path, member.key);
        if (isThings)
            ++counts[at];
        countLists(member.value, at, counts);
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
                countLists(record, {}, lists);
            else
                addShape(record, m_shape);
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
    addKnown();
    return {};
}

void NdjsonReader::addColumn(Node& node)
{
    if (node.column != std::size_t(-1) || m_columns.size() >= mostColumns)
        return;
    node.column = m_columns.size();
    m_columns.push_back(node.path);
}

NdjsonReader::Node* NdjsonReader::memberOf(Node& parent, std::string_view key)
{
    if (const auto known = parent.members.find(key); known != parent.members.end())
        return &known->second;
    if (m_nodes >= mostNodes || parent.path.size() + key.size() >= longestPath)
        return nullptr;
    ++m_nodes;
    Node& node = parent.members[std::string(key)];
    node.path = joined(parent.path, key);
    return &node;
}

void NdjsonReader::addKnown()
{
    for (const KnownForm& form : knownForms()) {
        bool fits = true;
        for (const std::string_view sign : form.signs)
            fits = fits && m_shape.members.contains(sign);
        if (!fits)
            continue;
        const auto add
            = [this](std::string_view path, const std::vector<std::string_view>& keys, bool Node::*kind) {
                  Node* node = &m_shape;
                  for (std::size_t end = 0; node != nullptr && !path.empty(); path.remove_prefix(end)) {
                      const std::size_t point = std::min(path.find('.'), path.size());
                      node = memberOf(*node, path.substr(0, point));
                      end = std::min(point + 1, path.size());
                  }
                  if (node == nullptr || (!node->isOpen && kind != nullptr && !(node->*kind)))
                      return false; // something else stands there
                  if (kind == &Node::isThings && !node->isThings)
                      node->path += "[]";
                  if (kind != nullptr)
                      node->*kind = true;
                  node->isOpen = false;
                  for (const std::string_view key : keys)
                      if (Node* member = memberOf(*node, key))
                          addColumn(*member);
                  return true;
              };
        if ((m_things.empty() || m_things == form.things) && add(form.things, form.ofThings, &Node::isThings))
            m_things = form.things;
        if (!form.pairs.empty())
            add(form.pairs, form.ofPairs, &Node::isPairs);
        for (const auto& [path, keys] : form.ofObjects)
            add(path, keys, nullptr);
    }
}

void NdjsonReader::addShape(const dom::element& value, Node& node)
{
    node.isOpen = node.isOpen && isNothing(value);
    dom::object object;
    if (value.get(object) == simdjson::SUCCESS) {
        for (const dom::key_value_pair member : object)
            if (Node* inside = memberOf(node, member.key))
                addShape(member.value, *inside);
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
            if (!isPair(item, key, inside))
                continue;
            if (Node* member = memberOf(node, key))
                addColumn(*member);
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
            addShape(item, node);
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

void NdjsonReader::unread(const std::string& path)
{
    ++m_unread;
    if (m_unknown.size() < toldUnknown)
        m_unknown.insert(path.size() > longestTold ? path.substr(0, longestTold) + "…" : path);
}

void NdjsonReader::unknown(const Node& parent, std::string_view key, const dom::element& value)
{
    if (isNothing(value))
        return;
    if (parent.path.size() + key.size() >= longestPath)
        m_problem = fmt::format("the name of a member, with those around it, has over {} bytes", longestPath);
    else if (m_nodes >= mostNodes)
        m_problem = fmt::format("the record has a member beyond the file's first {}", mostNodes);
    else
        unread(joined(parent.path, key));
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
                unknown(node, key, unwrapped(inside));
            else
                cells[member->second.column] = textOf(unwrapped(inside));
        }
        return;
    }
    if (list.begin() != list.end() && (node.column == std::size_t(-1) || (node.isOpen && hasObjects(value))))
        unread(node.path);
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
        if (node.isThings)
            openThings(value, node);
        else
            fillList(value, node, cells);
        return;
    }
    if (value.get(object) == simdjson::SUCCESS) {
        if (node.members.empty() && node.column != std::size_t(-1)) {
            unread(node.path); // by those who look for its members
            cells[node.column] = textOf(value);
            return;
        }
        for (const dom::key_value_pair member : object) {
            const auto known = node.members.find(member.key);
            if (known == node.members.end())
                unknown(node, member.key, member.value);
            else
                fill(member.value, known->second, cells);
        }
        return;
    }
    if (node.column != std::size_t(-1))
        cells[node.column] = textOf(value);
    else if (!value.is_null())
        unread(node.path);
}

void NdjsonReader::openThings(const dom::element& value, const Node& node)
{
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS || list.begin() == list.end())
        return;
    if (m_open)
        m_problem = fmt::format("the record has two lists \"{}\"", m_things);
    m_open = std::make_unique<Things>(
        Things { list.begin(), list.end(), &node, m_line.text.size() > textOfWholeLine && list.size() > 1 });
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
    m_problem.clear();
    const std::int64_t unreadBefore = m_unread;
    fill(record, m_shape, m_common);
    if (m_things.empty() && m_unread > unreadBefore) {
        // Without its things the row would be half of what it says.
        std::map<std::string, std::int64_t> lists;
        countLists(record, {}, lists);
        if (!lists.empty())
            m_problem = fmt::format("\"{}\" has its first element behind the file's first megabyte: put a "
                                    "record with one further to the front",
                lists.begin()->first.substr(0, longestTold));
    }
    row.problem = m_problem;
    if (!row.problem.empty())
        m_open.reset();
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
    m_problem.clear();
    if (isObject(thing)) {
        fill(thing, *m_open->node, row.fields);
        row.problem = m_problem;
    } else {
        row.problem = fmt::format("an element of \"{}\" is no object", m_things);
    }
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
    return { fmt::format("Members that come first behind the first megabyte, or beyond {} columns, were not "
                         "read: {}{} ({} in all).",
        grouped(std::int64_t(mostColumns)), fmt::join(m_unknown, ", "),
        m_unknown.size() >= toldUnknown ? ", …" : "", counted(m_unread, "value", "values")) };
}

}
