// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include "base/json.h"
#include "store/rescue.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace ow::cli {

namespace {

std::vector<const Verb*>& verbs()
{
    static std::vector<const Verb*> list;
    return list;
}

void write(std::FILE* file, std::string_view text) { std::fwrite(text.data(), 1, text.size(), file); }

volatile std::sig_atomic_t interrupted = 0;

struct Closer {
    void operator()(std::FILE* f) const
    {
        if (f != stdin)
            std::fclose(f);
    }
};

}

Verb::Verb(std::string name_, std::string description_, SetUp setUp_)
    : name(std::move(name_))
    , description(std::move(description_))
    , setUp(std::move(setUp_))
{
    verbs().push_back(this);
}

std::vector<const Verb*> Verb::all()
{
    std::vector<const Verb*> list = verbs();
    std::ranges::sort(list, {}, &Verb::name);
    return list;
}

void Console::print(std::string_view text) const { write(stdout, text); }

void Console::printLine(std::string_view text) const
{
    write(stdout, text);
    write(stdout, "\n");
}

void Console::printJson(const Json& document) const
{
    printLine(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

namespace {

/// What the window does by a button is a command here.
Error forShell(Error error)
{
    const std::string_view advice = store::rescueAdvice;
    if (error.message.ends_with(advice))
        error.message.replace(error.message.size() - advice.size(), advice.size(),
            "It was not changed. To get what can be read of it: offerwright check-file FILE --rescue COPY");
    return error;
}

}

int Console::fail(const Error& found) const
{
    const Error error = forShell(found);
    if (m_json) {
        const Json document { { "error",
            { { "code", errorCodeName(error.code) }, { "message", error.message }, { "at", error.at } } } };
        write(stderr, document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
    } else {
        write(stderr, "offerwright: " + error.text() + '\n');
    }
    return BadInput;
}

void Console::note(std::string_view text) const
{
    if (!m_json)
        write(stderr, std::string(text) + '\n');
}

Progress Console::progress(std::string what) const
{
    std::signal(SIGINT, [](int) { interrupted = 1; });
    const bool draw = !m_json && isatty(STDERR_FILENO) == 1;
    auto last = std::make_shared<std::atomic<int>>(-1);
    return [what = std::move(what), draw, last](std::int64_t done, std::int64_t total) {
        const int percent = total > 0 ? int(std::min<std::int64_t>(100, done * 100 / total)) : 0;
        if (draw && last->exchange(percent) != percent)
            write(stderr, fmt::format("\r{} {} %{}", what, percent, percent == 100 ? "\n" : ""));
        return interrupted == 0;
    };
}

Result<std::string> readInput(const std::string& path)
{
    const std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file)
        return ow::fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
            fmt::format("Cannot be opened: {}", std::strerror(errno)), path);
    std::string out;
    char buffer[65536];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, file.get()))
        out.append(buffer, n);
    if (std::ferror(file.get()) != 0)
        return ow::fail(ErrorCode::Io, fmt::format("Cannot be read: {}", std::strerror(errno)), path);
    return out;
}

}
