// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/mapping.h"

#include "fuzz/targets.h"

namespace ow::fuzz {

void mapping(std::string_view bytes)
{
    const auto read = ingest::parseMapping(bytes);
    if (!read) {
        require(!read.error().message.empty(), "a refusal has a reason");
        return;
    }
    const std::string text = ingest::mappingText(*read);
    const auto again = ingest::parseMapping(text);
    require(again.has_value(), "a mapping's text is a mapping");
    require(
        again->fields == read->fields && again->attributes == read->attributes && again->joins == read->joins,
        "a mapping's text says what it says");
    require(ingest::mappingText(*again) == text, "a mapping has one text");
    const auto fits = ingest::checkColumns(*read, { "a", "b", "customer" });
    require(fits.has_value() || !fits.error().at.empty(), "what a file lacks has a place");
}

}
