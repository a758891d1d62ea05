// SPDX-License-Identifier: Apache-2.0
#include "codec/html.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/front_forms.h"
#include "render/bargain/uncertain_forms.h"

static void begin(struct builder *out, struct str name)
{
    builder_add_c(out, "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n"
                       "<meta name=viewport content='width=device-width,initial-scale=1'>\n"
                       "<style>:root{color-scheme:light dark}body{max-width:60rem;margin:auto;"
                       "padding:1.5rem;font:16px/1.5 system-ui,sans-serif}svg{width:100%;"
                       "height:auto;max-width:48rem}pre{white-space:pre-wrap;font-size:.85rem}"
                       "</style>\n<title>What everyone could accept</title>\n<h1>");
    html_text(out, name.length > 0 ? name : STR("What everyone could accept"));
    builder_add_c(out, "</h1>\n");
}

static void end(struct builder *out, struct str text)
{
    builder_add_c(out, "<pre>");
    html_text(out, text);
    builder_add_c(out, "</pre>\n</html>\n");
}

struct str bargain_page(const struct bargain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    begin(&out, answer->scenario->name);
    front_svg(answer->solution, &out);
    end(&out, bargain_text(answer, arena));
    return builder_str(&out);
}

struct str prospects_page(const struct prospects_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    begin(&out, STR("Is agreement nearer or farther?"));
    end(&out, prospects_text(answer, arena));
    return builder_str(&out);
}

struct str uncertain_page(const struct uncertain_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    begin(&out, answer->assessment->views->scenario->name);
    end(&out, uncertain_text(answer, arena));
    return builder_str(&out);
}
