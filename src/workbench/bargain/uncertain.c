// SPDX-License-Identifier: Apache-2.0
#include "workbench/bargain/bargain_faces.h"
#include "workbench/bargain/uncertain_report.h"

struct str standing_word(enum standing standing)
{
    switch (standing) {
    case STANDING_SURELY:
        return STR("surely");
    case STANDING_POSSIBLY:
        return STR("possibly");
    case STANDING_NEVER:
        return STR("never");
    case STANDING_OPEN:
        break;
    }
    return STR("open");
}

static struct str write_json(const struct uncertain_answer *report, struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct json_writer writer = json_writer_make(&out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-uncertain/1"));
    uncertain_json_write(report, &writer);
    json_end_object(&writer);
    return builder_str(&out);
}

struct str uncertain_write(enum entente_bargain_form form, const struct uncertain_answer *report,
                           struct arena *arena)
{
    struct builder out = builder_make(arena);
    struct builder text = builder_make(arena);
    switch (form) {
    case ENTENTE_BARGAIN_JSON:
        return write_json(report, arena);
    case ENTENTE_BARGAIN_CSV:
        uncertain_csv_write(report, &out);
        break;
    case ENTENTE_BARGAIN_HTML:
        uncertain_text_write(report, &text);
        bargain_page_begin(&out, report->assessment->views->scenario->name);
        bargain_page_end(&out, builder_str(&text));
        break;
    case ENTENTE_BARGAIN_SVG:
    case ENTENTE_BARGAIN_TEXT:
        uncertain_text_write(report, &out);
        break;
    }
    return builder_str(&out);
}
