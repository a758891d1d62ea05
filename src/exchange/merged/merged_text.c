// SPDX-License-Identifier: Apache-2.0
#include "exchange/merged/merged_text.h"

#include "exchange/merged/merged_text_parts.h"

struct str merged_text_write(const struct sheet *sheet, const struct merged_style *style,
                             struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct text_writer writer = {
        .sheet = sheet, .style = *style, .arena = arena, .out = &out, .at_line_start = true};
    text_write_points(&writer);
    return builder_str(&out);
}
