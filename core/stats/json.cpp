// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/json.h"

#include "base/json.h"
#include "base/text.h"
#include "stats/json_io.h"

namespace ow::stats {
namespace {

std::vector<Estimator> all()
{
    std::vector<Estimator> list;
    for (auto family : { armEstimators(), sequentialEstimators(), edgeEstimators(), policyEstimators() })
        list.insert(list.end(), family.begin(), family.end());
    return list;
}

}

std::vector<std::string> estimatorNames()
{
    std::vector<std::string> names;
    for (const Estimator& e : all())
        names.emplace_back(e.name);
    return names;
}

Result<Json> estimate(std::string_view name, const Json& input)
{
    for (const Estimator& e : all()) {
        if (e.name != name)
            continue;
        std::optional<Error> error;
        Input in(input, "", error);
        if (error)
            return fail(std::move(*error));
        Json answer = e.run(in);
        if (error)
            return fail(std::move(*error));
        return answer;
    }
    const std::string near = closest(name, estimatorNames());
    return fail(ErrorCode::NotFound,
        "there is no estimator \"" + std::string(name) + "\""
            + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
}

}
