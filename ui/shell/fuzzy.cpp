// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace ow::ui {
namespace {

constexpr int WordStart = 8;
constexpr int Run = 6;
constexpr int Letter = 2;
constexpr int None = -1'000'000;

bool startsWord(const QString& text, int i)
{
    return i == 0 || !text[i - 1].isLetterOrNumber() || (text[i].isUpper() && text[i - 1].isLower());
}

}

// Best placement by dynamic programming: best[q][t] = score with letter q of the query on letter t of the
// text. Greedy matching would take the first "r" of "Order rules" for "rul" and mark it oddly.
std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text)
{
    QString letters = query.toCaseFolded();
    letters.removeIf([](QChar c) { return c.isSpace(); });
    if (letters.isEmpty())
        return FuzzyMatch {};
    const QString folded = text.toCaseFolded();
    const int n = int(letters.size());
    const int m = int(folded.size());
    if (n > m || folded.size() != text.size())
        return {};
    // Most texts do not fit at all: find that out without the table.
    int at = -1;
    for (const QChar c : letters)
        if ((at = int(folded.indexOf(c, at + 1))) < 0)
            return {};

    std::vector<int> best(std::size_t(n) * std::size_t(m), None);
    std::vector<int> from(best.size(), -1);
    const auto cell = [m](int q, int t) { return std::size_t(q) * std::size_t(m) + std::size_t(t); };
    for (int q = 0; q < n; ++q) {
        int open = None; // best of the row above, a gap before t
        int openAt = -1;
        for (int t = q; t < m; ++t) {
            if (q > 0 && t >= 2 && best[cell(q - 1, t - 2)] > open) {
                open = best[cell(q - 1, t - 2)];
                openAt = t - 2;
            }
            if (folded[t] != letters[q])
                continue;
            const int here = Letter + (startsWord(text, t) ? WordStart : 0);
            if (q == 0) {
                best[cell(q, t)] = here - std::min(t, 6);
                continue;
            }
            const int run = best[cell(q - 1, t - 1)] == None ? None : best[cell(q - 1, t - 1)] + Run;
            const int gap = open == None ? None : open - 1;
            best[cell(q, t)] = std::max(run, gap) == None ? None : std::max(run, gap) + here;
            from[cell(q, t)] = run >= gap ? t - 1 : openAt;
        }
    }
    int end = -1;
    for (int t = 0; t < m; ++t)
        if (best[cell(n - 1, t)] > None && (end < 0 || best[cell(n - 1, t)] > best[cell(n - 1, end)]))
            end = t;
    if (end < 0)
        return {};
    FuzzyMatch match;
    match.score = best[cell(n - 1, end)] - std::min(m / 12, 6);
    for (int q = n - 1, t = end; q >= 0; t = from[cell(q, t)], --q)
        match.positions.push_back(t);
    std::ranges::reverse(match.positions);
    return match;
}

}
