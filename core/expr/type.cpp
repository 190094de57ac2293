// SPDX-License-Identifier: Apache-2.0
#include "expr/type.h"

#include <algorithm>

namespace ow::expr {

namespace {

const Type any;

}

Type Type::list(Type element)
{
    Type out(Kind::List);
    out.args.push_back(std::move(element));
    return out;
}

Type Type::map(Type key, Type value)
{
    Type out(Kind::Map);
    out.args.push_back(std::move(key));
    out.args.push_back(std::move(value));
    return out;
}

const Type& Type::element() const { return args.empty() ? any : args.front(); }
const Type& Type::value() const { return args.size() < 2 ? any : args[1]; }

int Type::depth() const
{
    int inside = 0;
    for (const Type& t : args)
        inside = std::max(inside, t.depth());
    return inside + 1;
}

std::string Type::text() const
{
    switch (kind) {
    case Kind::Any:
        return "any";
    case Kind::Null:
        return "null";
    case Kind::Bool:
        return "bool";
    case Kind::Int:
        return "int";
    case Kind::Double:
        return "double";
    case Kind::String:
        return "string";
    case Kind::Timestamp:
        return "timestamp";
    case Kind::Duration:
        return "duration";
    case Kind::List:
        return "list(" + element().text() + ")";
    case Kind::Map:
        return "map(" + element().text() + ", " + value().text() + ")";
    }
    return "?";
}

bool compatible(const Type& a, const Type& b)
{
    if (a.kind == Kind::Any || b.kind == Kind::Any)
        return true;
    if (a.kind != b.kind)
        return false;
    return compatible(a.element(), b.element()) && compatible(a.value(), b.value());
}

Type join(const Type& a, const Type& b)
{
    if (a == b)
        return a;
    if (a.kind != b.kind)
        return Kind::Any; // and so it stays, whatever else the list holds
    if (a.kind == Kind::List)
        return Type::list(join(a.element(), b.element()));
    if (a.kind == Kind::Map)
        return Type::map(join(a.element(), b.element()), join(a.value(), b.value()));
    return a;
}

Type meet(const Type& a, const Type& b)
{
    if (a.kind == Kind::Any)
        return b;
    if (a.kind == Kind::List)
        return Type::list(meet(a.element(), b.element()));
    if (a.kind == Kind::Map)
        return Type::map(meet(a.element(), b.element()), meet(a.value(), b.value()));
    return a;
}

}
