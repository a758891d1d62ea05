// SPDX-License-Identifier: Apache-2.0
#include "render/workbench_pages/desk_assets.h"

#include "render/page/assets.h"

#include <inttypes.h>

enum { VERSION_DIGITS = 16 };

static const char css[] = "text/css; charset=utf-8";
static const char js[] = "text/javascript; charset=utf-8";

static const struct desk_asset assets[] = {
    {"page.css", &page_css, css},
    {"text.css", &merged_page_css, css},
    {"parties.css", &parties_css, css},
    {"desk.css", &desk_css, css},
    {"desk.js", &desk_js, js},
    {"drop.js", &drop_js, js},
    {"live.js", &live_js, js},
    {"names.js", &names_js, js},
    {"vault.js", &vault_js, js},
    {"vault-worker.js", &vault_worker_js, js},
    {"time.css", &timetable_page_css, css},
    {"packages.css", &bargain_page_css, css},
};

enum { ASSETS = sizeof assets / sizeof *assets };

void desk_assets_version(struct builder *out)
{
    uint64_t version = 0;
    for (size_t i = 0; i < ASSETS; i++)
        version = version * 31 + str_hash(*assets[i].bytes);
    builder_print(out, "%0*" PRIx64, VERSION_DIGITS, version);
}

const struct desk_asset *desk_asset_named(struct str name, bool *is_lasting)
{
    struct arena *arena = arena_open_small();
    struct builder version = builder_make(arena);
    size_t slash = str_find_byte(name, '/');
    desk_assets_version(&version);
    *is_lasting =
        slash < name.length && str_equal(str_slice(name, 0, slash), builder_str(&version));
    arena_close(arena);
    // A page made by an older program asks for an older version: what there is now serves it best.
    struct str file = slash < name.length ? str_skip(name, slash + 1) : name;
    for (size_t i = 0; i < ASSETS; i++)
        if (str_equal(file, str_of(assets[i].name)))
            return &assets[i];
    return NULL;
}
