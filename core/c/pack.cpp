// SPDX-License-Identifier: Apache-2.0
#include "c/pack.h"

#include "base/json.h"
#include "base/sha256.h"
#include "c/error.h"
#include "model/pack_json.h"

#include <cstdint>

namespace {

using namespace ow;

Result<std::unique_ptr<ow_pack>> load(std::string_view text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        return fail(json.error());
    const Result<model::Pack> pack = model::readPack(*json);
    if (!pack)
        return fail(pack.error());
    Result<std::shared_ptr<const decide::CompiledPack>> compiled = decide::compile(*pack);
    if (!compiled)
        return fail(compiled.error());
    auto out = std::make_unique<ow_pack>();
    out->compiled = std::move(*compiled);
    out->identity = toHex(sha256(canonicalJson(*json)));
    return out;
}

}

ow_status ow_pack_load(const char* json, size_t length, ow_pack** pack, ow_error** error)
{
    if (pack == nullptr)
        return c::misused(error, "There is no place for the pack: it is NULL", "pack");
    *pack = nullptr;
    if (json == nullptr)
        return c::misused(error, "The pack's text is NULL", "json");
    if (length > PTRDIFF_MAX)
        return c::misused(error, "No text can be that long", "length");
    return c::guarded(error, [&] {
        Result<std::unique_ptr<ow_pack>> loaded = load({ json, length });
        if (!loaded)
            return c::refused(error, loaded.error());
        *pack = loaded->release();
        return OW_OK;
    });
}

const char* ow_pack_identity(const ow_pack* pack) { return pack == nullptr ? "" : pack->identity.c_str(); }

void ow_pack_free(ow_pack* pack) { delete pack; }
