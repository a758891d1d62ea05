// SPDX-License-Identifier: Apache-2.0
// The faces of a comparison: is agreement nearer or farther?
#include "codec/csv.h"
#include "workbench/bargain/bargain_faces.h"

#include <inttypes.h>

static void add_number(struct builder *out, bool is_known, int64_t number)
{
    if (is_known)
        builder_print(out, ",%" PRId64, number);
    else
        builder_add_byte(out, ',');
}

static void add_count(struct builder *out, const struct tally *tally)
{
    builder_add_byte(out, ',');
    builder_add(out, bargain_text_tally(tally, out->arena));
}

// A row for all, with the common gain, then one for each party, with its best acceptable value.
static void write_csv(const struct solution *old, const struct prospects *prospects,
                      struct builder *out)
{
    const struct side_prospects *before = &prospects->old;
    const struct side_prospects *now = &prospects->new;
    builder_add_c(out, "party,verdict,acceptable before,acceptable now,gain or best before,"
                       "gain or best now\r\n");
    builder_print(out, "all,%s", bargain_verdict_word(prospects->verdict));
    add_count(out, &before->acceptable);
    add_count(out, &now->acceptable);
    add_number(out, before->has_common_gain, before->common_gain);
    add_number(out, now->has_common_gain, now->common_gain);
    builder_add_c(out, "\r\n");
    for (uint32_t p = 0; p < old->scenario->party_count; p++) {
        csv_cell(out, old->scenario->parties[p].name);
        builder_print(out, ",%s", bargain_verdict_word(prospects->for_each[p]));
        add_count(out, &before->to_each[p]);
        add_count(out, &now->to_each[p]);
        add_number(out, before->ideal != NULL, before->ideal ? before->ideal[p] : 0);
        add_number(out, now->ideal != NULL, now->ideal ? now->ideal[p] : 0);
        builder_add_c(out, "\r\n");
    }
}

static void write_json(const struct solution *old, const struct prospects *prospects,
                       struct builder *out)
{
    struct json_writer writer = json_writer_make(out, 1);
    json_begin_object(&writer);
    json_member_str(&writer, "format", STR("entente-bargain-prospects/1"));
    bargain_json_prospects(old, prospects, &writer);
    json_end_object(&writer);
}

static void write_page(const struct solution *old, const struct prospects *prospects,
                       struct builder *out)
{
    struct builder text = builder_make(out->arena);
    bargain_text_prospects(old, prospects, &text);
    bargain_page_begin(out, STR("Is agreement nearer or farther?"));
    bargain_page_end(out, builder_str(&text));
}

struct str prospects_write(enum entente_bargain_form form, const struct solution *old,
                           const struct prospects *prospects, struct arena *arena)
{
    struct builder out = builder_make(arena);
    switch (form) {
    case ENTENTE_BARGAIN_TEXT:
    case ENTENTE_BARGAIN_SVG:
        bargain_text_prospects(old, prospects, &out);
        break;
    case ENTENTE_BARGAIN_JSON:
        write_json(old, prospects, &out);
        break;
    case ENTENTE_BARGAIN_HTML:
        write_page(old, prospects, &out);
        break;
    case ENTENTE_BARGAIN_CSV:
        write_csv(old, prospects, &out);
        break;
    }
    return builder_str(&out);
}
