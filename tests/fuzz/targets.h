// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

// What is fuzzed: one function for each kind of text that comes from outside. Each takes any bytes
// whatsoever; it throws Broken where the program breaks a promise of its headers. libFuzzer (driver.cpp)
// feeds them made-up bytes, tst_corpus.cpp the kept files.

namespace ow::fuzz {

/// A promise that does not hold for these bytes.
struct Broken : std::logic_error {
    using std::logic_error::logic_error;
};

inline void require(bool holds, const std::string& promise)
{
    if (!holds)
        throw Broken(promise);
}

/// An expression; behind a line "---" the names it may use, as JSON.
void expression(std::string_view bytes);
/// A rule pack as JSON.
void pack(std::string_view bytes);
/// A request as JSON, put to the pack corpus/pack/shop.json.
void request(std::string_view bytes);
/// A table as a file, plain or gzip.
void csv(std::string_view bytes);
/// A file of JSON objects, one a line.
void ndjson(std::string_view bytes);
/// A file of baskets, one a line: behind a byte that says how, and as a file.
void baskets(std::string_view bytes);
/// How an import read its files, as JSON in the first line; then rejected lines to be tried again.
void mending(std::string_view bytes);
/// A mapping as JSON.
void mapping(std::string_view bytes);
/// A file's way through the presets: in the first line a preset's name, a kind, or a mapping on one line;
/// then the file.
void import(std::string_view bytes);
/// What is done to the pages of a project file: opened, read, undone, closed and rescued.
void project(std::string_view bytes);

}
