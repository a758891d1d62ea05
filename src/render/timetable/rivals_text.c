// SPDX-License-Identifier: Apache-2.0
// Rival drafts of one timetable, for the terminal.
#include "base/direction.h"
#include "render/timetable/rivals_forms.h"
#include "render/timetable/timetable_forms.h"

struct str rivals_variant_says(const struct rivals_answer *c, const struct rival_variant *variant,
                               struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct plan *plan = &c->rivals.plan;
    for (uint32_t i = 0; i < variant->limit_count; i++) {
        const struct plan_limit *limit =
            LIST_AT(&plan->limits, struct plan_limit, variant->limits[i]);
        builder_add_c(&out, out.length > 0 ? "; " : "");
        builder_add(&out, timeline_limit(plan, limit, arena));
    }
    return out.length > 0 ? builder_str(&out) : STR("nothing");
}

static void print_holders(struct builder *out, const struct rivals_answer *c,
                          const struct rival_variant *variant)
{
    if (variant->holder_count == 0)
        builder_add_c(out, "nobody, a mix of wordings");
    for (uint32_t i = 0; i < variant->holder_count; i++)
        builder_print(out, "%s%.*s", i > 0 ? ", " : "",
                      STR_ARGS(c->rivals.drafts[variant->holders[i]].party));
}

static void print_slots(struct builder *out, const struct rivals_answer *c)
{
    for (uint32_t s = 0; s < c->rivals.slot_count; s++) {
        const struct rival_slot *slot = &c->rivals.slots[s];
        builder_print(out, "Clause %.*s:\n", STR_ARGS(slot->clause));
        for (uint32_t v = 0; v < slot->count; v++) {
            builder_print(out, "  %u. ", v + 1);
            print_holders(out, c, &slot->variants[v]);
            builder_print(out, ": %.*s\n",
                          STR_ARGS(rivals_variant_says(c, &slot->variants[v], out->arena)));
        }
    }
}

static void print_exclusions(struct builder *out, const struct rivals_answer *c)
{
    for (size_t i = 0; i < c->findings.exclusions.count; i++) {
        const struct rival_exclusion *e =
            LIST_AT(&c->findings.exclusions, struct rival_exclusion, i);
        builder_add_c(out,
                      e->count > 1 ? "\nThese exclude each other: " : "\nThis cannot be met: ");
        for (uint32_t j = 0; j < e->count; j++) {
            const struct rival_slot *slot = &c->rivals.slots[e->slots[j]];
            builder_print(out, "%sclause %.*s of ", j > 0 ? "; " : "", STR_ARGS(slot->clause));
            print_holders(out, c, &slot->variants[e->variants[j]]);
        }
        builder_add_byte(out, '\n');
        timetable_print_contradiction(out, &c->rivals.plan, &e->answer, out->arena);
    }
}

// "North takes South's wording of clause 5 and of clause 7": all that one gives way in.
static bool print_side(struct builder *out, const struct rivals_answer *c,
                       const struct rivals_pair *pair, const struct rival_concession *items,
                       uint32_t count, uint32_t draft, const char *before)
{
    uint32_t other = draft == pair->a ? pair->b : pair->a;
    bool is_told = false;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].draft != draft)
            continue;
        if (is_told)
            builder_add_c(out, " and");
        else
            builder_print(out, "%s%.*s takes %.*s's wording", before,
                          STR_ARGS(c->rivals.drafts[draft].party),
                          STR_ARGS(c->rivals.drafts[other].party));
        builder_print(out, " of clause %.*s", STR_ARGS(c->rivals.slots[items[i].slot].clause));
        if (c->groups) // a clause may have several
            builder_print(out, " (slot %u)", c->groups[items[i].slot].slots[items[i].part] + 1);
        is_told = true;
    }
    return is_told;
}

static void print_way(struct builder *out, const struct rivals_answer *c,
                      const struct rivals_pair *pair, const struct rival_concession *items,
                      uint32_t count)
{
    bool is_told = print_side(out, c, pair, items, count, pair->a, "");
    print_side(out, c, pair, items, count, pair->b, is_told ? "; " : "");
    builder_add_byte(out, '\n');
}

static void print_meetings(struct builder *out, const struct rivals_answer *c,
                           const struct rivals_pair *pair)
{
    bool is_found;
    uint32_t count = rivals_pair_concessions(pair, &is_found);
    if (is_found)
        builder_print(out, "%u wording%s taken from the other would do, and no fewer:\n", count,
                      count == 1 ? "" : "s");
    else
        builder_add_c(out, "Wordings taken from the other:\n");
    for (uint32_t m = 0; m < pair->meetings.count; m++) {
        const struct rival_meeting *meeting = &pair->meetings.items[m];
        if (meeting->way_count == 0)
            builder_add_c(out, meeting->is_complete ? "  - there is none that would do\n"
                                                    : "  - few would not do; there are too many "
                                                      "ways to look at all\n");
        for (uint32_t w = 0; w < meeting->way_count; w++) {
            builder_add_c(out, w == 0 ? "  - " : "    or ");
            print_way(out, c, pair, &meeting->items[w * meeting->count], meeting->count);
        }
    }
}

struct str rivals_text(const struct rivals_answer *c, struct arena *arena)
{
    struct builder out = builder_make(arena);
    const struct rival_findings *f = &c->findings;
    if (f->is_common_impossible) {
        builder_add_c(&out, "What all drafts agree on cannot be met.\n");
        timetable_print_contradiction(&out, &c->rivals.plan, &f->common, arena);
        return direction_plain(builder_str(&out), arena);
    }
    builder_print(&out, "%llu of %llu choices can be met%s.\n",
                  (unsigned long long)f->possible_count, (unsigned long long)f->choice_count,
                  f->is_complete ? "" : ", of those looked at");
    print_slots(&out, c);
    print_exclusions(&out, c);
    for (size_t i = 0; i < c->pairs.count; i++) {
        const struct rivals_pair *pair = LIST_AT(&c->pairs, struct rivals_pair, i);
        builder_print(&out, "\n%.*s and %.*s together ", STR_ARGS(c->rivals.drafts[pair->a].party),
                      STR_ARGS(c->rivals.drafts[pair->b].party));
        builder_add_c(&out, pair->answer.is_possible ? "can be met.\n" : "cannot be met: ");
        if (!pair->answer.is_possible) {
            timetable_print_contradiction(&out, &c->rivals.plan, &pair->answer, arena);
            print_meetings(&out, c, pair);
        }
    }
    return direction_plain(builder_str(&out), arena);
}
