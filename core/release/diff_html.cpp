// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ow::release {

namespace {

using What = Difference::What;

// Colours and sizes: those of the workbench (ui/shell/theme.h).
constexpr std::string_view head = R"html(<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root { color-scheme: light dark; --ink: #1B1F24; --paper: #FFFFFF; --page: #F6F7F9; --muted: #5B6470;
  --line: #E4E6E9; --good: #00795C; --bad: #B3400E; --change: #3B5BDB; --move: #9A6700; }
@media (prefers-color-scheme: dark) { :root { --ink: #E6E9ED; --paper: #1C2128; --page: #14181D;
  --muted: #9AA4B0; --line: #343A42; --good: #4CC38A; --bad: #F0875A; --change: #7C93F5; --move: #D9A531; } }
* { box-sizing: border-box; }
body { margin: 0; background-color: var(--page); color: var(--ink); font-variant-numeric: tabular-nums;
  font: 13px/1.5 system-ui, Inter, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1040px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { font-size: 28px; line-height: 1.2; font-weight: 600; margin: 0 0 4px; }
h2 { font-size: 15px; font-weight: 600; margin: 0; padding: 12px 16px; }
h2 span { float: right; font-weight: 400; font-size: 13px; }
.muted { color: var(--muted); }
.counts { margin: 24px 0 8px; padding: 0; list-style: none; }
.counts li { display: inline-block; background-color: var(--paper); border-width: 1px; border-style: solid;
  border-color: var(--line); border-radius: 10px; padding: 8px 16px; margin: 0 8px 8px 0; min-width: 120px; }
.counts b { display: block; font-size: 20px; line-height: 1.3; font-weight: 600; }
nav { margin: 8px 0 24px; }
nav a { color: var(--change); text-decoration: none; margin-right: 16px; white-space: nowrap; }
nav a:hover { text-decoration: underline; }
nav a:focus-visible { outline: 2px solid var(--change); outline-offset: 2px; border-radius: 2px; }
section { background-color: var(--paper); border-width: 1px; border-style: solid; border-color: var(--line);
  border-radius: 10px; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td, th { border-top-width: 1px; border-top-style: solid; border-color: var(--line); padding: 8px 16px 8px 0;
  vertical-align: top; text-align: left; font-weight: 400; overflow-wrap: anywhere; }
td:first-child { width: 112px; padding-left: 16px; font-weight: 600; white-space: nowrap; }
th { width: 32%; font-weight: 600; }
td.value { white-space: pre-wrap; }
.added { color: var(--good); } .removed { color: var(--bad); } .changed { color: var(--change); }
.moved { color: var(--move); }
.was { color: var(--muted); text-decoration: line-through; }
.none { background-color: var(--paper); border-radius: 10px; padding: 48px 16px; text-align: center; }
footer { margin-top: 24px; }
@media (max-width: 640px) { main { padding: 16px 12px; } table, tbody, tr, td, th { display: block; width: 100%; }
  td, th, td:first-child { border-top-width: 0; padding: 0 12px; } tr { padding: 8px 0; } th { width: 100%; } }
@media print { :root { color-scheme: light; --ink: #000000; --paper: #FFFFFF; --page: #FFFFFF; --muted: #444444;
  --line: #BBBBBB; --good: #00604A; --bad: #8A300A; --change: #2A43A8; --move: #6F4A00; }
  body { font-size: 11px; } main { max-width: none; padding: 0; } nav { display: none; }
  tr { break-inside: avoid; } h2 { break-after: avoid; } }
</style></head><body><main>
)html";

/// Text into HTML; control characters, which no page may hold, become a visible sign. Marks that turn the
/// direction of writing are shown as such: a name must not rearrange its neighbours.
std::string escaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F)
            out += "\xEF\xBF\xBD";
        else
            out += c;
    }
    return out;
}

/// Each text is a paragraph of its own to the bidirectional algorithm.
std::string isolated(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

const char* markClass(What what)
{
    switch (what) {
    case What::Added:
        return "added";
    case What::Removed:
        return "removed";
    case What::Reordered:
        return "moved";
    case What::Changed:
        break;
    }
    return "changed";
}

// Never colour alone: a sign and a word.
const char* markWords(What what)
{
    switch (what) {
    case What::Added:
        return "+ new";
    case What::Removed:
        return "− gone";
    case What::Reordered:
        return "↕ moved";
    case What::Changed:
        break;
    }
    return "~ changed";
}

/// "cap" -> "Caps": a heading over all of a kind.
std::string plural(std::string_view kind)
{
    static const std::map<std::string_view, const char*> odd { { "settings", "Settings" },
        { "cell", "Matrix cells" }, { "cap", "Contact caps" }, { "sequence", "Sequence rules" },
        { "exclusive", "Exclusive groups" }, { "title", "Titles" } };
    if (const auto found = odd.find(kind); found != odd.end())
        return found->second;
    std::string out(kind);
    std::ranges::replace(out, '_', ' ');
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
        out[0] = char(out[0] - 'a' + 'A');
    return out + 's';
}

std::string row(const Difference& d)
{
    std::string right;
    if (d.what == What::Reordered)
        right = fmt::format("<span class=\"was\">{}</span> → {}", isolated(d.before), isolated(d.after));
    else if (d.what == What::Changed || d.kind == "edge")
        right = isolated(d.text);
    else
        right = "<span class=\"muted\">" + isolated(d.what == What::Added ? d.after : d.before) + "</span>";
    return fmt::format(
        "<tr><td class=\"{}\">{}</td><th scope=\"row\">{}</th><td class=\"value\">{}</td></tr>\n",
        markClass(d.what), markWords(d.what), isolated(d.name), right);
}

std::string counted(std::size_t number, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string counts(const std::vector<Difference>& differences)
{
    std::string out = "<ul class=\"counts\">\n";
    const auto tile = [&](std::size_t number, const char* style, const char* words) {
        if (number != 0)
            out += fmt::format("<li><b>{}</b><span class=\"{}\">{}</span></li>\n", number, style, words);
    };
    const auto of
        = [&](What what) { return std::size_t(std::ranges::count(differences, what, &Difference::what)); };
    tile(differences.size(), "muted", differences.size() == 1 ? "difference" : "differences");
    for (const What what : { What::Changed, What::Added, What::Removed, What::Reordered })
        tile(of(what), markClass(what), markWords(what));
    return out + "</ul>\n";
}

}

std::string diffHtml(
    const std::vector<Difference>& differences, std::string_view before, std::string_view after)
{
    std::string out(head);
    const std::string title = fmt::format("What differs: {} → {}", before, after);
    out.replace(out.find("{title}"), 7, escaped(title));
    out += fmt::format("<h1>What differs</h1>\n<p class=\"muted\">From {} to {}</p>\n",
        "<b>" + isolated(before) + "</b>", "<b>" + isolated(after) + "</b>");
    if (differences.empty())
        return out
            + "<div class=\"none\"><h2>No difference in meaning</h2><p class=\"muted\">Both sides say the "
              "same.</p></div>\n</main></body></html>\n";
    out += counts(differences);
    std::vector<std::pair<std::string, std::vector<const Difference*>>> kinds;
    for (const Difference& d : differences) {
        const auto found = std::ranges::find(kinds, d.kind, [](const auto& k) { return k.first; });
        if (found == kinds.end())
            kinds.push_back({ d.kind, { &d } });
        else
            found->second.push_back(&d);
    }
    out += "<nav aria-label=\"Kinds\">";
    for (std::size_t i = 0; i < kinds.size(); ++i)
        out += fmt::format("<a href=\"#k{}\">{} <span class=\"muted\">{}</span></a>\n", i,
            escaped(plural(kinds[i].first)), kinds[i].second.size());
    out += "</nav>\n";
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        out += fmt::format(
            "<section id=\"k{}\"><h2>{} <span class=\"muted\">{}</span></h2>\n<table><tbody>\n", i,
            escaped(plural(kinds[i].first)), counted(kinds[i].second.size(), "difference", "differences"));
        for (const Difference* d : kinds[i].second)
            out += row(*d);
        out += "</tbody></table></section>\n";
    }
    return out
        + "<footer class=\"muted\">Compared by meaning by Offerwright.</footer>\n</main></body></html>\n";
}

}
