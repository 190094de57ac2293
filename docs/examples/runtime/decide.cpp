// SPDX-License-Identifier: Apache-2.0
//
// Decides the requests on standard input, one JSON document a line, with a rule pack and eight threads,
// through the C++ interface:  decide-cpp [--explain] pack.json < requests.ndjson   (see CMakeLists.txt beside
// this file) Ends with 0, or with 2 where the pack cannot be used.
#include <decide/answer.h>
#include <decide/compiled_pack.h>
#include <model/pack_json.h>

#include <atomic>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace {

using Pack = std::shared_ptr<const ow::decide::CompiledPack>;

ow::Result<Pack> loadPack(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return ow::fail(ow::ErrorCode::NotFound, "There is no such file");
    const std::string text { std::istreambuf_iterator<char>(file), {} };
    const ow::Result<ow::model::Pack> pack = ow::model::readPackText(text);
    if (!pack)
        return ow::fail(pack.error());
    return ow::decide::compile(*pack);
}

/// All threads share the pack; each has a Scratch of its own.
std::vector<std::string> answers(const Pack& pack, const std::vector<std::string>& requests, bool explain)
{
    std::vector<std::string> out(requests.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            ow::decide::Scratch scratch;
            for (std::size_t i = next++; i < requests.size(); i = next++)
                ow::decide::answerLine(requests[i], *pack, explain, scratch, out[i]);
        });
    }
    threads.clear(); // waits for them
    return out;
}

}

int main(int argc, char** argv)
{
    const bool explain = argc == 3 && std::string(argv[1]) == "--explain";
    if (argc != 2 + explain) {
        std::cerr << "usage: decide-cpp [--explain] pack.json < requests.ndjson\n";
        return 2;
    }
    const std::string path = argv[1 + explain];
    const ow::Result<Pack> pack = loadPack(path);
    if (!pack) {
        std::cerr << path << ": " << pack.error().text() << '\n';
        return 2;
    }
    std::vector<std::string> requests;
    for (std::string line; std::getline(std::cin, line);)
        requests.push_back(std::move(line));
    for (const std::string& answer : answers(*pack, requests, explain))
        std::cout << answer << '\n';
    return 0;
}
