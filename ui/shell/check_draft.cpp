// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/check_draft.h"

#include "base/json.h"
#include "decide/validate.h"
#include "model/pack_json.h"
#include "ui/shell/place_of.h"
#include "ui/shell/text.h"

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

class Checker {
public:
    Checker(const model::Draft& draft, const model::Catalogue& catalogue)
        : m_draft(draft)
        , m_catalogue(catalogue)
    {
    }

    void add(Problem::Severity severity, const std::string& message, const std::string& path)
    {
        const Place place = placeOf(m_draft, m_catalogue, path);
        Problem problem { severity, qs(message), place.words, place.screen, {} };
        if (!place.sku.empty())
            problem.selection = Selection::product(place.sku);
        else if (!place.key.kind.empty())
            problem.selection = Selection::of(place.key.kind, place.key.id);
        m_found.push_back(std::move(problem));
    }

    std::vector<Problem> take() { return std::move(m_found); }

private:
    const model::Draft& m_draft;
    const model::Catalogue& m_catalogue;
    std::vector<Problem> m_found;
};

// What reading a pack refuses: doubled ids, ranges, formats. The products are left out: they were checked on
// the way in, and there may be many.
void checkStructure(Checker& checker, const model::Draft& draft)
{
    model::Pack pack;
    static_cast<model::Policy&>(pack) = draft.policy;
    pack.version = "draft";
    if (const auto read = model::readPack(model::writePack(pack)); !read)
        checker.add(Problem::Severity::Error, read.error().message, read.error().at);
}

void checkMeaning(Checker& checker, const model::Draft& draft, const model::Catalogue& catalogue)
{
    model::Pack pack;
    static_cast<model::Policy&>(pack) = draft.policy;
    pack.version = "draft";
    pack.products = catalogue.products;
    for (const Error& error : decide::validate(pack))
        checker.add(Problem::Severity::Error, error.message, error.at);
    for (const Error& warning : decide::warnings(pack))
        checker.add(Problem::Severity::Warning, warning.message, warning.at);
}

}

std::vector<Problem> checkDraft(
    const model::Draft& draft, const model::Catalogue& catalogue, const Progress& progress)
{
    Checker checker(draft, catalogue);
    checkStructure(checker, draft);
    if (goOn(progress, 1, 2))
        checkMeaning(checker, draft, catalogue);
    return checker.take();
}

}
