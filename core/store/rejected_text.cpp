// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rejected_text.h"

#include <xxhash.h>

namespace ow::store {

namespace {

constexpr char separator = '\x1E';

}

std::string joinedText(const RejectedRow& row)
{
    std::string out = row.text;
    if (out.size() > mostRejectedBytes) {
        std::size_t end = mostRejectedBytes;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80)
            --end;
        out.resize(end);
    }
    if (!row.cells.empty() && row.cells.size() <= mostRejectedBytes)
        out += separator + row.cells;
    return out;
}

void splitCells(RejectedRow& row)
{
    const std::size_t at = row.text.rfind(separator);
    if (at == std::string::npos || !row.text.ends_with(']') || row.text.compare(at + 1, 1, "[") != 0)
        return; // the sign was in the file
    row.cells = row.text.substr(at + 1);
    row.text.resize(at);
}

std::uint64_t sumOf(const RejectedRow& row)
{
    RejectedRow kept = row;
    kept.text = joinedText(row);
    return sumOfKept(kept);
}

std::uint64_t sumOfKept(const RejectedRow& row)
{
    const std::uint64_t said = XXH3_64bits(row.column.data(), row.column.size())
        ^ (XXH3_64bits(row.reason.data(), row.reason.size()) << 1);
    return XXH3_64bits_withSeed(row.text.data(), row.text.size(), said);
}

}
