// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/attribute_memory.h"
#include "decide/compiled_pack.h"
#include "decide/request_objects.h"

#include <span>
#include <vector>

namespace ow::decide::request {

/// Reads an object of attributes. The key behind the last one is guessed from the object before and
/// compared, not looked up; values are checked by what is declared.
class AttributeReader {
public:
    enum class Of { Customer, Context };

    AttributeReader(ObjectReader& in, const CompiledPack& pack, Of of, AttributeMemory& memory, Place place)
        : m_in(in)
        , m_pack(pack)
        , m_of(of)
        , m_declared(of == Of::Customer ? pack.pack.customerAttributes : pack.pack.contextAttributes)
        , m_table(of == Of::Customer ? pack.customerTable : pack.contextTable)
        , m_memory(memory)
        , m_place(place)
    {
    }

    /// `values`: of the declared attributes, defaults before. As ObjectReader's functions.
    const char* read(const char* p, std::span<expr::Value> values);

private:
    const char* readUsual(const AttributeTable::Entry& declared, const char* p, expr::Value& out) const;
    bool readUnusual(Index attribute, expr::Value& out);
    bool undeclared(std::string_view key);
    std::string path(std::string_view key) const;
    std::string_view path() const { return m_of == Of::Customer ? "customer.attributes" : "context"; }
    Index find(std::string_view key) const
    {
        return m_of == Of::Customer ? m_pack.customerAttribute(key) : m_pack.contextAttribute(key);
    }

    ObjectReader& m_in;
    const CompiledPack& m_pack;
    Of m_of;
    const std::vector<model::Attribute>& m_declared;
    const AttributeTable& m_table;
    AttributeMemory& m_memory;
    Place m_place;
};

}
