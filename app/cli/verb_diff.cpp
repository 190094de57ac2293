// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/project_file_verbs.h"
#include "cli/verb.h"
#include "cli/versions.h"
#include "release/diff_html.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>

namespace ow::cli {

namespace {

struct Options {
    std::string before;
    std::string after;
    std::string html;
};

Result<void> write(const std::string& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    if (!(out << text).flush())
        return fail(ErrorCode::Io, "The page cannot be written; check the folder and the free space.", file);
    return {};
}

int run(const Options& options, Console& console)
{
    const auto a = versionAt(options.before);
    if (!a)
        return console.fail(a.error());
    const auto b = versionAt(options.after);
    if (!b)
        return console.fail(b.error());
    const auto differences = release::diff(*a, *b);
    if (!options.html.empty()) {
        const auto called = [](const std::string& path) {
            std::filesystem::path file(path);
            return (file.has_filename() ? file : file.parent_path()).filename().string();
        };
        const auto page = release::diffHtml(differences, called(options.before), called(options.after));
        if (const auto done = write(options.html, page); !done)
            return console.fail(done.error());
    }
    if (console.json()) {
        Json list = Json::array();
        for (const auto& d : differences)
            list.push_back(toJson(d));
        console.printJson({ { "differences", std::move(list) }, { "html", options.html } });
        return Done;
    }
    if (!options.html.empty()) {
        console.printLine(fmt::format("{} in {}",
            counted(std::int64_t(differences.size()), "difference", "differences"), options.html));
        return Done;
    }
    for (const auto& d : differences)
        console.printLine(d.sentence);
    if (differences.empty())
        console.printLine("No difference in meaning.");
    return Done;
}

const Verb verb("diff", "Say what differs in meaning between two versions", [](CLI::App& app) -> Verb::Run {
    auto options = std::make_shared<Options>();
    const char* const what = "A project, a release or step of one, a pack, or a text form";
    app.add_option("before", options->before, what)->required();
    app.add_option("after", options->after, what)->required();
    app.add_option("--html", options->html, "Write a page to read and to print")->type_name("FILE");
    app.footer(
        "PROJECT is its draft, PROJECT@VERSION a release, PROJECT@step:NUMBER a state of its history.\n"
        "Where one side is a pack or a release, only what packs hold is compared.");
    return [options](Console& console) { return run(*options, console); };
});

}

}
