// SPDX-License-Identifier: Apache-2.0
#include "exchange/next_base/decided.h"

#include <string.h>

static struct str settler_name(const struct merged *merged, struct arena *arena)
{
    struct str name = STR("entente");
    for (uint32_t number = 1, p = 0; p < merged->party_count; p++)
        if (str_equal(merged->party_names[p], name)) {
            name = arena_print(arena, "entente %u", ++number);
            p = UINT32_MAX; // from the first again
        }
    return name;
}

static void add_settler(const struct merged *merged, const struct document *extra,
                        struct arena *arena, struct merged *decided)
{
    uint32_t count = merged->party_count;
    struct str *names = ARENA_ARRAY(arena, struct str, count + 1);
    const struct document **drafts = ARENA_ARRAY(arena, const struct document *, count + 1);
    uint32_t *similarity = ARENA_ARRAY(arena, uint32_t, count + 1);
    for (uint32_t p = 0; p < count; p++) {
        names[p] = merged->party_names[p];
        drafts[p] = merged->drafts[p];
        similarity[p] = merged->similarity ? merged->similarity[p] : 0;
    }
    names[count] = settler_name(merged, arena);
    drafts[count] = extra;
    decided->party_names = names;
    decided->drafts = drafts;
    decided->similarity = similarity;
    decided->party_count = count + 1;
}

static void settle(const struct merged *decided, uint32_t taken, struct arena *arena,
                   struct slot *slot)
{
    struct variant *variants = ARENA_ARRAY(arena, struct variant, 2);
    struct party *settler = ARENA_NEW(arena, struct party);
    *settler = (struct party){decided->party_count - 1};
    variants[0] = slot->variants[0];
    variants[1] = slot->variants[taken];
    variants[1].parties = settler;
    variants[1].party_count = 1;
    variants[1].is_base = false;
    slot->variants = variants;
    slot->variant_count = taken == 0 ? 1 : 2;
    slot->move = 0;
}

// Both ends of a move of which one is decided are deletions and insertions like others.
static void part_moves(const struct merged *merged, const uint32_t *variants, struct slot *slots)
{
    for (uint32_t i = 0; i < merged->move_count; i++) {
        const struct move *move = &merged->moves[i];
        if (variants[move->from_slot] != NO_INDEX || variants[move->to_slot] != NO_INDEX) {
            slots[move->from_slot].move = 0;
            slots[move->to_slot].move = 0;
        }
    }
}

static void keep_settings(const struct merged *merged, const struct decisions *decisions,
                          struct arena *arena, struct merged *decided)
{
    struct setting *settings = ARENA_ARRAY(arena, struct setting, merged->setting_count + 1);
    decided->setting_count = 0;
    for (uint32_t i = 0; i < merged->setting_count; i++)
        if (decisions->open == OPEN_TRACKED &&
            decisions->variants[merged->settings[i].slot] == NO_INDEX)
            settings[decided->setting_count++] = merged->settings[i];
    decided->settings = settings;
}

void merged_decide(const struct merged *merged, const struct decisions *decisions,
                   const struct document *extra, struct arena *arena, struct merged *decided)
{
    *decided = *merged;
    add_settler(merged, extra, arena, decided);
    struct slot *slots = ARENA_ARRAY(arena, struct slot, merged->slot_count + 1);
    memcpy(slots, merged->slots, merged->slot_count * sizeof *slots);
    for (uint32_t s = 0; s < merged->slot_count; s++) {
        uint32_t taken = decisions->variants[s];
        if (taken != NO_INDEX)
            settle(decided, taken, arena, &slots[s]);
        else if (decisions->open == OPEN_BASE)
            settle(decided, 0, arena, &slots[s]);
    }
    part_moves(merged, decisions->variants, slots);
    decided->slots = slots;
    keep_settings(merged, decisions, arena, decided);
    if (decisions->open == OPEN_TRACKED)
        return;
    if (merged->party_count < 2) { // what one party does alone is not agreed
        decided->spacing_count = 0;
        decided->run_change_count = 0;
        decided->paragraph_change_count = 0;
        decided->number_change_count = 0;
    }
}
