// SPDX-License-Identifier: Apache-2.0
#include "frontier/outcome_key.h"

// By issue: the largest option number that an arc takes.
static uint32_t *last_options(const struct diagram *diagram, struct arena *arena)
{
    uint32_t *last = ARENA_ARRAY(arena, uint32_t, diagram->level_count + 1);
    for (uint32_t level = 0; level < diagram->level_count; level++)
        for (uint32_t a = diagram->arc_first[diagram->level_first[level]];
             a < diagram->arc_first[diagram->level_first[level + 1]]; a++) {
            uint32_t *option = &last[diagram->order[level]];
            if (diagram->arcs[a].option > *option)
                *option = diagram->arcs[a].option;
        }
    return last;
}

struct outcome_keys outcome_keys_make(const struct diagram *diagram, struct arena *arena)
{
    uint32_t issue_count = diagram->level_count;
    struct arena *work = arena_open();
    const uint32_t *last_option = last_options(diagram, work);
    uint32_t *word = ARENA_ARRAY(arena, uint32_t, issue_count + 1);
    uint8_t *shift = ARENA_ARRAY(arena, uint8_t, issue_count + 1);
    uint64_t *mask = ARENA_ARRAY(arena, uint64_t, issue_count + 1);
    unsigned room = 64;
    uint32_t last = 0;
    for (uint32_t i = 0; i < issue_count; i++) {
        unsigned bits = 0; // none for an issue of one option
        while (last_option[i] >> bits > 0)
            bits++;
        if (bits > room) {
            last++;
            room = 64;
        }
        room -= bits;
        word[i] = last;
        shift[i] = (uint8_t)(bits == 0 ? 0 : room);
        mask[i] = ((uint64_t)1 << bits) - 1;
    }
    arena_close(work);
    return (struct outcome_keys){issue_count, last + 1, word, shift, mask};
}

void outcome_key_read(const struct outcome_keys *keys, const uint64_t *key, uint32_t *outcome)
{
    for (uint32_t i = 0; i < keys->issue_count; i++)
        outcome[i] = (uint32_t)(key[keys->word[i]] >> keys->shift[i] & keys->mask[i]);
}
