// SPDX-License-Identifier: Apache-2.0
#include "base/direction.h"
#include "render/bargain/bargain_forms.h"
#include "render/bargain/bargain_parts.h"
#include "render/bargain/value_text.h"

static void add_gains(struct builder *out, const struct scenario *scenario,
                      const struct prospects *prospects)
{
    if (prospects->old.common.most == GAIN_NONE || prospects->new.common.most == GAIN_NONE)
        return;
    builder_print(out, "    what all can gain together: %.*s before, %.*s now\n",
                  STR_ARGS(gain_text(scenario, prospects->old.common, out->arena)),
                  STR_ARGS(gain_text(scenario, prospects->new.common, out->arena)));
}

static void add_prospects(struct builder *out, const struct scenario *scenario,
                          const struct prospects *prospects)
{
    if (prospects->is_cut)
        builder_add_c(out,
                      "Not finished: the time or the steps given ran out. What stands here is "
                      "proved; where it says \"at least\" or \"at most\", or nothing, more may "
                      "be had.\n\n");
    builder_print(out, "Agreement is %s.\n", verdict_words(prospects->verdict));
    builder_print(out, "    acceptable packages: %.*s before, %.*s now",
                  STR_ARGS(tally_text(&prospects->old.acceptable, out->arena)),
                  STR_ARGS(tally_text(&prospects->new.acceptable, out->arena)));
    if (prospects->gained.length > 0)
        builder_print(out, " (%.*s gained, %.*s lost)", STR_ARGS(prospects->gained),
                      STR_ARGS(prospects->lost));
    builder_add_byte(out, '\n');
    add_gains(out, scenario, prospects);
    for (uint32_t p = 0; p < scenario->party_count; p++)
        builder_print(out, "    for %.*s: %s\n", STR_ARGS(scenario->parties[p].name),
                      verdict_words(prospects->for_each[p]));
    for (size_t i = 0; i < prospects->change_count; i++) {
        const struct issue_change *change = &prospects->changes[i];
        builder_print(out, "    %.*s alone changes the common gain by %.*s",
                      STR_ARGS(scenario->issues[change->issue].name),
                      STR_ARGS(value_text(scenario, change->raises, out->arena)));
        if (change->most_hit != UINT32_MAX)
            builder_print(out, "; most for %.*s, whose best changes by %.*s",
                          STR_ARGS(scenario->parties[change->most_hit].name),
                          STR_ARGS(value_text(scenario, change->hit_by, out->arena)));
        builder_add_byte(out, '\n');
    }
}

struct str prospects_text(const struct prospects_answer *answer, struct arena *arena)
{
    struct builder out = builder_make(arena);
    add_prospects(&out, answer->old->scenario, answer->prospects);
    return direction_plain(builder_str(&out), arena);
}
