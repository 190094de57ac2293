// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/json_records.h"
#include "ingest/table_source.h"

#include <deque>
#include <map>
#include <memory>
#include <set>

namespace simdjson::dom {
class parser;
class element;
}

namespace ow::ingest {

/// Files of one JSON object a line, or of one array of objects, as a table whose columns are the paths that
/// the first megabyte has, in the order of their first occurrence:
///   "properties.price"            a member of a member
///   "event_params.page_title"     of a list of {key, value} pairs, as BigQuery exports have them, the value
///   of that key "properties.products[].sku"   a list of things (items, products, line_items, lines,
///   order_items, events): a row
///                                 for each of them, the members around it repeated; none of them: one row
///   "tags"                        another list: its values, ", " between them; of objects their JSON
/// null is "". Of Google Analytics' and Segment's records the members that their presets read are columns
/// wherever they come first. Others that come first behind the first megabyte, or are null or [] up to there,
/// are not read and are told and counted in notes(); a list of things that does so makes its record a row
/// with a problem. What is no object, is deeper than 64 levels, is longer than 1 MB, breaks the rules of
/// JSON, has a path of over 4,000 bytes or a member beyond the first 10,000 is one too.
class NdjsonReader final : public TableSource {
public:
    /// Errors: InvalidInput (no object among the first lines), Io, CorruptFile.
    [[nodiscard]] static Result<std::unique_ptr<TableSource>> open(TextSource text, FileForm form);
    ~NdjsonReader() override;

    const std::string& name() const override { return m_lines.source().name(); }
    const std::vector<std::string>& columns() const override { return m_columns; }
    /// `text` of a row out of a list of things is the line, or of long lines the thing alone.
    [[nodiscard]] Result<bool> next(TableRow& row) override;
    std::int64_t bytesDone() const override { return m_lines.source().done(); }
    std::int64_t bytesTotal() const override { return m_lines.source().total(); }
    std::vector<std::string> notes() const override;

private:
    /// A place in the records' common shape.
    struct Node {
        std::map<std::string, Node, std::less<>> members;
        std::string path; ///< as columns are called
        std::size_t column = std::size_t(-1);
        bool isPairs = false; ///< a list of {key, value}
        bool isThings = false; ///< the list that is a row for each
        bool isOpen = true; ///< nothing but null and [] was seen there
    };
    explicit NdjsonReader(TextSource text);

    [[nodiscard]] Result<void> findColumns(std::string_view sample);
    [[nodiscard]] Result<bool> nextRecord(TableRow& row);
    /// Parses a line; the element lives until the next one. "" or why it is no record.
    std::string parse(std::string_view line, simdjson::dom::element& out);
    void countLists(const simdjson::dom::element& value, const std::string& path,
        std::map<std::string, std::int64_t>& counts) const;
    void addShape(const simdjson::dom::element& value, Node& node);
    void addKnown();
    /// Null where there is no room for another, or its path is too long.
    Node* memberOf(Node& parent, std::string_view key);
    void openThings(const simdjson::dom::element& value, const Node& node);
    void addColumn(Node& node);
    void fill(const simdjson::dom::element& value, const Node& node, std::vector<std::string_view>& cells);
    void fillList(
        const simdjson::dom::element& value, const Node& node, std::vector<std::string_view>& cells);
    std::string_view textOf(const simdjson::dom::element& value);
    void unknown(const Node& parent, std::string_view key, const simdjson::dom::element& value);
    void unread(const std::string& path);

    JsonRecords m_lines;
    Line m_line;
    std::unique_ptr<simdjson::dom::parser> m_parser;
    std::string m_json; ///< the line with the room behind it that the parser needs
    std::vector<std::string> m_columns;
    Node m_shape;
    std::string m_things; ///< path of the list that is unrolled; "" = none
    std::deque<std::string> m_made; ///< cells that are not in the line as they stand
    std::vector<std::string_view> m_common; ///< cells around the things
    struct Things;
    std::unique_ptr<Things> m_open; ///< things of the current line that are not given yet
    std::size_t m_nodes = 0;
    std::set<std::string> m_unknown; ///< some paths of what was not read
    std::int64_t m_unread = 0; ///< values
    std::string m_problem; ///< of what is being filled
};

}
