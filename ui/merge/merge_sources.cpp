// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_sources.h"

#include "release/version_at.h"
#include "store/ancestor.h"
#include "store/project.h"
#include "store/text_form.h"

#include <filesystem>
#include <limits>

namespace ow::ui {
namespace {

namespace fs = std::filesystem;

Result<model::DraftSnapshot> draftFrom(const store::ObjectSet& objects, const std::string& path)
{
    auto draft = store::draftOf(objects);
    if (!draft)
        return fail(draft.error().code, draft.error().message, path + ": " + draft.error().at);
    return std::make_shared<const model::Draft>(std::move(*draft));
}

struct BaseVersion {
    store::ObjectSet objects;
    std::optional<store::HistoryEntry> parted;
    bool isPack = false;
};

Error noCommonHistory(const std::string& path, bool textForm)
{
    return { ErrorCode::NotFound,
        textForm ? "A text form has no history to find the common version in. Choose it below."
                 : "The two projects have no history in common. Choose the version that both come from.",
        path };
}

Result<BaseVersion> fromHistory(const MergeRequest& request)
{
    std::error_code ec;
    if (fs::is_directory(request.theirsPath, ec))
        return fail(noCommonHistory(request.theirsPath, true));
    const auto theirs = store::Project::open(request.theirsPath, store::Access::View);
    if (!theirs)
        return fail(noCommonHistory(request.theirsPath, false));
    const auto parted
        = store::commonAncestor(request.history, (*theirs)->history(std::numeric_limits<int>::max()));
    if (!parted)
        return fail(noCommonHistory(request.theirsPath, false));
    const auto edits = (*theirs)->objectsAt(parted->id);
    if (!edits)
        return fail(edits.error());
    auto objects = store::objectSet(*edits);
    if (!objects)
        return fail(objects.error());
    return BaseVersion { std::move(*objects), parted, false };
}

Result<BaseVersion> baseOf(const MergeRequest& request)
{
    switch (request.base) {
    case MergeRequest::Base::History:
        return fromHistory(request);
    case MergeRequest::Base::Path: {
        auto version = release::versionAt(request.basePath);
        if (!version)
            return fail(version.error());
        return BaseVersion { std::move(version->objects), {}, version->isPack };
    }
    case MergeRequest::Base::Nothing:
        break;
    }
    return BaseVersion {};
}

}

Result<MergeSources> readSources(const MergeRequest& request)
{
    std::error_code ec;
    if (fs::equivalent(request.oursPath, request.theirsPath, ec))
        return fail(ErrorCode::InvalidInput,
            "This is the project that is open. Choose the other one: a copy that somebody else worked on.",
            request.theirsPath);
    auto theirs = release::versionAt(request.theirsPath);
    if (!theirs)
        return fail(theirs.error());
    auto base = baseOf(request);
    if (!base)
        return fail(base.error());
    MergeSources out;
    const auto ourDraft = draftFrom(request.ours, request.oursPath);
    const auto theirDraft = draftFrom(theirs->objects, request.theirsPath);
    for (const auto* draft : { &ourDraft, &theirDraft })
        if (!*draft)
            return fail(draft->error());
    out.ours = *ourDraft;
    out.theirs = *theirDraft;
    out.plan = store::MergePlan(std::move(base->objects), request.ours, std::move(theirs->objects));
    out.parted = std::move(base->parted);
    out.baseIsPack = base->isPack;
    out.theirsPath = request.theirsPath;
    out.basePath = request.base == MergeRequest::Base::Path ? request.basePath : std::string {};
    return out;
}

MergeOutcome outcomeOf(const store::MergePlan& plan)
{
    MergeOutcome out;
    const store::ObjectSet merged = plan.merged();
    auto draft = store::draftOf(merged);
    if (draft)
        out.draft = std::make_shared<const model::Draft>(std::move(*draft));
    else
        out.error = draft.error();
    out.edits = store::editsBetween(plan.ours(), merged);
    if (plan.left() > 0)
        if (auto other = store::draftOf(plan.merged(store::Side::Theirs)))
            out.otherwise = std::make_shared<const model::Draft>(std::move(*other));
    return out;
}

}
