// SPDX-License-Identifier: Apache-2.0
#include "codec/csv.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_parts.h"

static void add_number(struct builder *out, bool is_known, int64_t number)
{
    builder_add_byte(out, ',');
    if (is_known)
        csv_number(out, number);
}

static void add_count(struct builder *out, const struct tally *tally)
{
    builder_add_byte(out, ',');
    builder_add(out, tally_text(tally, out->arena));
}

static void add_rows(struct builder *out, const struct scenario *scenario,
                     const struct prospects *prospects)
{
    const struct side_prospects *before = &prospects->old;
    const struct side_prospects *now = &prospects->new;
    builder_add_c(out, "party,verdict,acceptable before,acceptable now,gain or best before,"
                       "gain or best now\r\n");
    builder_print(out, "all,%s", verdict_code(prospects->verdict));
    add_count(out, &before->acceptable);
    add_count(out, &now->acceptable);
    add_number(out, before->has_common_gain, before->common_gain);
    add_number(out, now->has_common_gain, now->common_gain);
    builder_add_c(out, "\r\n");
    for (uint32_t p = 0; p < scenario->party_count; p++) {
        csv_words(out, scenario->parties[p].name);
        builder_print(out, ",%s", verdict_code(prospects->for_each[p]));
        add_count(out, &before->to_each[p]);
        add_count(out, &now->to_each[p]);
        add_number(out, before->ideal != NULL, before->ideal ? before->ideal[p] : 0);
        add_number(out, now->ideal != NULL, now->ideal ? now->ideal[p] : 0);
        builder_add_c(out, "\r\n");
    }
}

struct str prospects_csv(const struct prospects_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_rows(&out, answer->old->scenario, answer->prospects);
    return builder_str(&out);
}
