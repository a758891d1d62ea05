// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/merged_write.h"

#include "exchange/merged/merged_json.h"
#include "exchange/merged/text_write.h"
#include "exchange/page/page.h"

struct str merged_write(const struct sheet *sheet, const struct merged_style *options,
                        struct arena *arena)
{
    if (options->form == MERGED_JSON)
        return merged_json_write(sheet, arena);
    if (options->medium == MEDIUM_HTML)
        return page_write(sheet, options, arena);
    struct builder out = builder_make(arena);
    struct text_writer writer = {
        .sheet = sheet, .options = *options, .arena = arena, .out = &out, .at_line_start = true};
    if (options->form == MERGED_COLUMNS)
        text_write_columns(&writer);
    else
        text_write_points(&writer);
    return builder_str(&out);
}
