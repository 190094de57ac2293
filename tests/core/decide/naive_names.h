// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/program.h"
#include "model/pack.h"

#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace ow::test {

/// Evaluates a pack's expressions with the values looked up by their names, one expression at a time. It
/// shares the language with the engine and nothing of how the engine compiles packs: its own slots, no shared
/// conditions, no caching of answers.
class NaiveNames {
public:
    using Values = std::map<std::string, expr::Value>;

    void declare(const std::string& path, expr::Type type) { m_names.add(path, std::move(type)); }

    expr::Kind kindOf(const std::string& text) { return entry(text).program.type().kind; }

    expr::Value evaluate(const std::string& text, const Values& values, expr::Arena& arena)
    {
        const Entry& e = entry(text);
        std::vector<expr::Value> slots(m_names.slotCount());
        for (const auto& [slot, path] : e.reads)
            slots[slot] = values.at(path);
        return e.program.evaluate(slots, arena);
    }

private:
    struct Entry {
        expr::Program program;
        std::vector<std::pair<std::uint32_t, std::string>> reads; ///< every name that its text could mean
    };

    const Entry& entry(const std::string& text)
    {
        if (const auto found = m_programs.find(text); found != m_programs.end())
            return found->second;
        auto program = expr::compile(text, m_names);
        if (!program)
            throw std::logic_error(text + ": " + program.error().message);
        Entry e { std::move(*program), {} };
        for (const expr::Name& n : m_names.names()) {
            if (text.find(n.path) != std::string::npos)
                e.reads.emplace_back(n.slot, n.path);
        }
        return m_programs.emplace(text, std::move(e)).first->second;
    }

    expr::Vocabulary m_names;
    std::map<std::string, Entry> m_programs;
};

/// The values of one request's names, with the memory they look at.
class NaiveValues {
public:
    void set(const std::string& path, bool v) { m_values[path] = expr::Value::of(v); }
    void set(const std::string& path, std::int64_t v) { m_values[path] = expr::Value::of(v); }
    void set(const std::string& path, double v) { m_values[path] = expr::Value::of(v); }
    void set(const std::string& path, Timestamp v) { m_values[path] = expr::Value::of(v); }
    void set(const std::string& path, const char*) = delete;
    void set(const std::string& path, const std::string& v) { m_values[path] = kept(v); }
    void set(const std::string& path, const std::vector<std::string>& list)
    {
        std::vector<expr::Value>& items = m_lists.emplace_back();
        for (const std::string& text : list)
            items.push_back(kept(text));
        m_values[path] = expr::Value::list(items);
    }
    void set(const std::string& path, const model::AttributeValue& v)
    {
        std::visit([&](const auto& x) { set(path, x); }, v);
    }
    void put(const std::string& path, expr::Value v) { m_values[path] = v; }

    const NaiveNames::Values& all() const { return m_values; }
    expr::Arena& arena() { return m_arena; }

private:
    expr::Value kept(const std::string& v)
    {
        return expr::Value::of(std::string_view(m_texts.emplace_back(v)));
    }

    NaiveNames::Values m_values;
    std::deque<std::string> m_texts;
    std::deque<std::vector<expr::Value>> m_lists;
    expr::Arena m_arena;
};

}
