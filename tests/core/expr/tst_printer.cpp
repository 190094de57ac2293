// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "expr/lexer.h"
#include "expr/printer.h"

#include <QTest>

#include <bit>
#include <functional>

using namespace ow;
using namespace ow::expr;

namespace {

/// A tree as text that shows all of its structure, so that two trees are equal where these are.
std::string shape(const Expression& e, NodeIndex i)
{
    const Node& n = e.node(i);
    std::string out = std::to_string(int(n.syntax)) + '<' + n.text + '>' + std::to_string(n.number) + '/'
        + std::to_string(std::bit_cast<std::uint64_t>(n.real)) + '(';
    for (const NodeIndex child : n.children)
        out += shape(e, child) + ',';
    return out + ')';
}
std::string shape(const Expression& e) { return shape(e, e.tree().root); }

/// Line breaks and comments behind each token, in their order.
std::string breaks(const std::string& text)
{
    std::string out;
    std::size_t end = 0;
    const auto lexemes = lex(text).value();
    for (const Lexeme& l : lexemes) {
        const std::string gap = text.substr(end, l.begin - end);
        for (std::size_t i = 0; i < gap.size(); ++i) {
            if (gap[i] == '\n')
                out += '|';
            if (gap.compare(i, 2, "//") == 0) {
                const std::size_t stop = std::min(gap.find('\n', i), gap.size());
                out += gap.substr(i, stop - i);
                i = stop - 1;
            }
        }
        out += '.';
        end = l.end;
    }
    return out.substr(0, out.find_last_not_of('|') + 1);
}

/// Grows an expression of any form; types do not matter to a printer. Space, line breaks, comments and
/// parentheses where nobody needs them, too.
class Grower {
public:
    explicit Grower(Philox& random)
        : m_r(random)
    {
    }

    std::string grow(int depth)
    {
        std::string out = depth == 0 ? leaf() : operation(depth - 1);
        if (m_r.below(4) == 0)
            out = '(' + space() + out + space() + ')';
        return out;
    }

private:
    std::string space()
    {
        constexpr std::string_view spaces[]
            = { "", " ", " ", "  ", "\n", "\n\n  ", " // why\n", "\n // a 'b' \n\t" };
        return std::string(spaces[m_r.below(std::size(spaces))]);
    }
    std::string wide() { return ' ' + space() + ' '; }

    std::string leaf()
    {
        constexpr std::string_view leaves[] = { "a", "customer.age", ".b", "m.`odd key`", "a . b", "0", "7",
            "-1", "0x1F", "-0x8000000000000000", "9223372036854775807", "-9223372036854775808", "1.0", "-0.0",
            ".5", "1e300", "2.5E-7", "5e-324", "-1e+3", "\"x\"", "'it''s'", "'\\'\\\\\\n\\x07\\u00e9'",
            "r'\\d+\"'", "'''a\n'b''//c'''", "\"\"\"q\"\"\"", "'é😀'", "\"\"", "true", "false", "null", "[]",
            "{}", "m.k", "has(m.k)" };
        std::string out(leaves[m_r.below(std::size(leaves))]);
        return out == "'it''s'" ? "'its'" : out;
    }

    /// What a postfix can follow.
    std::string closed(int depth) { return '(' + space() + grow(depth) + space() + ')'; }

    std::string operation(int d)
    {
        constexpr std::string_view binary[]
            = { "+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||" };
        switch (m_r.below(12)) {
        case 0:
            return '!' + space() + grow(d);
        case 1:
            return '-' + space() + (m_r.bernoulli(0.5) ? closed(d) : grow(d));
        case 2:
            return closed(d) + space() + '?' + wide() + closed(d) + wide() + ':' + space() + grow(d);
        case 3:
            return '[' + space() + grow(d) + space() + ',' + space() + grow(d)
                + (m_r.bernoulli(0.2) ? ",]" : "]");
        case 4:
            return '{' + space() + grow(d) + space() + ':' + space() + closed(d) + ", 'k': " + grow(d) + '}';
        case 5:
            return closed(d) + space() + '[' + space() + grow(d) + ']';
        case 6:
            return closed(d) + space() + '.' + space() + "size(" + space() + ')';
        case 7:
            return closed(d) + ".map(" + space() + "x," + grow(d) + space() + ',' + grow(d) + ')';
        case 8:
            return "f" + space() + '(' + grow(d) + ',' + grow(d) + ')';
        case 9:
            return closed(d) + ".exists(x, " + grow(d) + ").field";
        default:
            return grow(d) + wide() + std::string(binary[m_r.below(std::size(binary))]) + wide() + grow(d);
        }
    }

    Philox& m_r;
};

Expression parsed(const std::string& text)
{
    auto e = parse(text);
    if (!e)
        qFatal("%s: %s", text.c_str(), e.error().message.c_str());
    return *e;
}

}

/// Printing and editing keep what an expression means and what its author wrote.
class TestPrinter : public QObject {
    Q_OBJECT

private slots:
    void randomExpressionsComeBack()
    {
        Philox r(21);
        int seen = 0;
        for (int i = 0; i < 8000; ++i) {
            const auto e = parse(Grower(r).grow(int(r.below(5))));
            if (!e)
                continue; // has() and the like in the wrong place
            ++seen;
            const std::string printed = print(*e);
            const auto again = parse(printed);
            QVERIFY2(again.has_value(), (e->text() + "\n->\n" + printed).c_str());
            QVERIFY2(shape(*again) == shape(*e), (e->text() + "\n->\n" + printed).c_str());
            QVERIFY2(print(*again) == printed, (printed + "\n->\n" + print(*again)).c_str());
            const std::string canonical = printNode(*e, e->tree().root);
            const auto third = parse(canonical);
            QVERIFY2(
                third.has_value() && shape(*third) == shape(*e), (e->text() + "\n->\n" + canonical).c_str());
            QVERIFY2(printNode(*third, third->tree().root) == canonical, canonical.c_str());
        }
        QVERIFY2(seen > 6000, std::to_string(seen).c_str());
    }

    void commentsAndLineBreaksSurvive()
    {
        QCOMPARE(print(parsed("a&&// why\n  (b||\n c)  // end")),
            std::string("a && // why\n(b ||\n    c) // end"));
        QCOMPARE(print(parsed("// first\n\n a ?1: - 2")), std::string("// first\n\na ? 1 : -2"));
        QCOMPARE(
            print(parsed("{'a' :x?1:2,'b':[ 1 ,2][ 0 ]}")), std::string("{'a': x ? 1 : 2, 'b': [1, 2][0]}"));
        QCOMPARE(print(parsed("a in['x']&&!( b )&&f ( a . c,-1 )")),
            std::string("a in ['x'] && !(b) && f(a.c, -1)"));
        Philox r(22);
        for (int i = 0; i < 2000; ++i) {
            std::string text = Grower(r).grow(3);
            text.erase(0, text.find_first_not_of(" \n"));
            const auto e = parse(text);
            if (e && text.front() != '/')
                QVERIFY2(QString::fromStdString(breaks(print(*e))).remove(' ')
                        == QString::fromStdString(breaks(text)).remove(' '),
                    (text + "\n->\n" + print(*e)).c_str());
        }
    }

    void canonicalWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const std::pair<const char*, const char*> rows[]
            = { { "a-(b-c)", "a - (b - c)" }, { "(a-b)-c", "a - b - c" }, { "!(a)", "!a" },
                  { "-(-1)", "--1" }, { "-(1)", "-(1)" }, { "- a", "-a" }, { "-(1.5.x)", "-(1.5.x)" },
                  { "(a ? b : c) ? d : (e ? f : g)", "(a ? b : c) ? d : e ? f : g" },
                  { "a ? (b ? c : d) : e", "a ? (b ? c : d) : e" }, { "(a || b) && c", "(a || b) && c" },
                  { "a || (b && c)", "a || b && c" }, { "a || (b || c)", "a || (b || c)" },
                  { "!(a == b)", "!(a == b)" }, { "(a + b) * c", "(a + b) * c" },
                  { "(-a).size()", "(-a).size()" }, { "-a.size()", "-a.size()" },
                  { "0x10 + 1e3", "16 + 1000.0" }, { "1e300", "1e+300" }, { "'a\"b'", "\"a\\\"b\"" },
                  { "-9223372036854775808", "-9223372036854775808" }, { "r'\\d'", "\"\\\\d\"" },
                  { "l.map(x, x > 1, x * 2)", "l.map(x, x > 1, x * 2)" }, { "m.`a b`", "m.`a b`" },
                  { "(a == b) == c", "a == b == c" }, { "a == (b == c)", "a == (b == c)" } };
        for (const auto& [text, canonical] : rows)
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
    }

    void canonicalWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const Expression e = parsed(text.toStdString());
        QCOMPARE(QString::fromStdString(printNode(e, e.tree().root)), canonical);
    }

    void renamingKeepsEveryOtherByte()
    {
        const auto rename = [](const char* text, const char* from, const char* to) {
            const auto e = renamed(parsed(text), from, to);
            return e ? e->text() : e.error().code;
        };
        QCOMPARE(rename("facts.n>=3 // facts.n\n  && facts . n<9", "facts.n", "facts.visits"),
            std::string("facts.visits>=3 // facts.n\n  && facts . visits<9"));
        QCOMPARE(rename("facts.nn + facts.n.k + has(facts.n)", "facts.n", "facts.m"),
            std::string("facts.nn + facts.m.k + has(facts.m)"));
        QCOMPARE(rename("l.exists(n, n == 'n') && n", "n", "m"), std::string("l.exists(n, n == 'n') && m"));
        QCOMPARE(rename("stage=='x'?1:stage", "stage", "facts.stage"),
            std::string("facts.stage=='x'?1:facts.stage"));
        QCOMPARE(rename("a.`b` in[a.b]", "a.b", "a.c"), std::string("a.`c` in[a.c]"));
        QCOMPARE(rename("l.all(x, x > a)", "a", "x"), std::string("captured"));
        QCOMPARE(rename("a > 1", "a", "1a"), std::string("syntax"));
    }

    /// A part that is replaced means what it means alone, whatever stands around it.
    void replacingKeepsStructure()
    {
        Philox r(23);
        int seen = 0;
        for (int i = 0; i < 6000; ++i) {
            const auto outer = parse(Grower(r).grow(3));
            const auto inner = parse(Grower(r).grow(2) + (r.bernoulli(0.2) ? " // end" : ""));
            if (!outer || !inner)
                continue;
            // A node that the root reaches and that may be any expression: not the word of a has() or a
            // macro.
            std::vector<NodeIndex> nodes;
            const std::function<void(NodeIndex)> reach = [&](NodeIndex k) {
                nodes.push_back(k);
                if (outer->node(k).syntax != Syntax::Has)
                    std::ranges::for_each(outer->node(k).children, reach);
            };
            reach(outer->tree().root);
            const NodeIndex at = nodes[r.below(nodes.size())];
            const auto result = replaced(*outer, at, *inner);
            const std::string where
                = outer->text() + "\n[" + std::string(outer->textOf(at)) + "] by\n" + inner->text();
            QVERIFY2(result.has_value(), where.c_str());
            std::string expected = shape(*outer);
            const std::string before = shape(*outer, at);
            // The same tree with one part exchanged; where the part stands more than once, it is any of them.
            bool found = false;
            for (auto p = expected.find(before); p != std::string::npos && !found;
                 p = expected.find(before, p + 1))
                found = std::string(expected).replace(p, before.size(), shape(*inner)) == shape(*result);
            QVERIFY2(found, (where + "\n->\n" + result->text()).c_str());
            const Node& old = outer->node(at);
            QVERIFY(result->text().starts_with(outer->text().substr(0, old.begin)));
            QVERIFY(result->text().ends_with(outer->text().substr(old.end)));
            ++seen;
        }
        QVERIFY(seen > 4000);
    }
};

QTEST_APPLESS_MAIN(TestPrinter)
#include "tst_printer.moc"
