// SPDX-License-Identifier: Apache-2.0
#include "exchange/sheet/sheet_write.h"

#include "exchange/page/page.h"
#include "exchange/sheet/sheet_json.h"
#include "exchange/sheet/text_write.h"

struct str sheet_write(const struct sheet *sheet, const struct sheet_options *options,
                       struct arena *arena)
{
    if (options->form == SHEET_JSON)
        return sheet_json_write(sheet, arena);
    if (options->medium == MEDIUM_HTML)
        return page_write(sheet, options, arena);
    struct builder out = builder_make(arena);
    struct text_writer writer = {
        .sheet = sheet, .options = *options, .arena = arena, .out = &out, .at_line_start = true};
    if (options->form == SHEET_COLUMNS)
        text_write_columns(&writer);
    else
        text_write_points(&writer);
    return builder_str(&out);
}
