// SPDX-License-Identifier: Apache-2.0
#include "merge/last_marks.h"

#include <string.h>

// How a slot of whole paragraphs stands at the end of its story or cell.
enum slot_end {
    ENDS_ELSEWHERE,
    ENDS_WITH_MARK,     // each wording has words: the last mark is everybody's
    ENDS_BEHIND_A_MARK, // in one reading there is nothing: the mark before goes and comes instead
};

// Does a paragraph of the same story or cell end where the slot begins? Behind a table none does.
static bool has_mark_before(const struct merged *merged, const uint32_t *homes,
                            const struct slot *slot)
{
    uint32_t from = slot->base.from;
    return from > block_range(merged->base, slot->container).from &&
           homes[paragraph_at(merged->base, from - 1)] == slot->container;
}

static struct range shifted(struct range range, enum slot_end end)
{
    if (range.from == range.to)
        return range;
    uint32_t before = end == ENDS_BEHIND_A_MARK && range.from > 0;
    return (struct range){range.from - before, range.to - 1};
}

static bool has_empty(const struct slot *slot)
{
    for (uint32_t v = 0; v < slot->variant_count; v++)
        if (slot->variants[v].range.from == slot->variants[v].range.to)
            return true;
    return false;
}

static enum slot_end end_of(const struct merged *merged, const uint32_t *homes,
                            const struct slot *slot)
{
    enum block_kind kind = merged->base->blocks[slot->container].kind;
    bool is_last = slot->base.to == block_range(merged->base, slot->container).to;
    if (kind == BLOCK_TABLE || kind == BLOCK_ROW || !slot->whole || !is_last)
        return ENDS_ELSEWHERE;
    return has_empty(slot) && has_mark_before(merged, homes, slot) ? ENDS_BEHIND_A_MARK
                                                                   : ENDS_WITH_MARK;
}

static void spare(const struct merged *merged, enum slot_end end, struct arena *arena,
                  struct slot *slot)
{
    struct variant *variants = ARENA_ARRAY(arena, struct variant, slot->variant_count);
    slot->base.from -= end == ENDS_BEHIND_A_MARK;
    slot->base.to--;
    slot->whole = false;
    for (uint32_t v = 0; v < slot->variant_count; v++) {
        variants[v] = slot->variants[v];
        variants[v].range = v == 0 ? slot->base : shifted(variants[v].range, end);
        const struct document *document =
            variants[v].document == 0 ? merged->base : merged->drafts[variants[v].document - 1];
        variants[v].text = str_slice(document->text, variants[v].range.from, variants[v].range.to);
    }
    slot->variants = variants;
}

// A slot of whole paragraphs that ends where the next one, whose mark before it is its own, begins: it gives
// its last mark up and has the one before it.
static bool gives_way(const struct merged *merged, const uint32_t *homes, const struct slot *slot,
                      const struct slot *next)
{
    return slot->whole && slot->container == next->container &&
           slot->base.to == next->base.from + 1 && has_mark_before(merged, homes, slot);
}

static const uint32_t *homes_of(const struct document *base, struct arena *arena)
{
    uint32_t *homes = ARENA_ARRAY(arena, uint32_t, base->paragraph_count + 1);
    for (uint32_t b = 0; b < base->block_count; b++)
        if (base->blocks[b].kind == BLOCK_PARAGRAPH)
            homes[base->blocks[b].paragraph] = base->blocks[b].parent;
    return homes;
}

void merged_spare_last_marks(const struct merged *merged, struct arena *arena,
                             struct merged *spared)
{
    struct slot *slots = ARENA_ARRAY(arena, struct slot, merged->slot_count + 1);
    struct setting *settings = ARENA_ARRAY(arena, struct setting, merged->setting_count + 1);
    const uint32_t *homes = homes_of(merged->base, arena);
    enum slot_end *ends = ARENA_ARRAY(arena, enum slot_end, merged->slot_count + 1);
    if (merged->slot_count > 0)
        memcpy(slots, merged->slots, merged->slot_count * sizeof *slots);
    if (merged->setting_count > 0)
        memcpy(settings, merged->settings, merged->setting_count * sizeof *settings);
    for (uint32_t s = merged->slot_count; s-- > 0;) {
        ends[s] = end_of(merged, homes, &slots[s]);
        if (ends[s] == ENDS_ELSEWHERE && s + 1 < merged->slot_count &&
            ends[s + 1] == ENDS_BEHIND_A_MARK && gives_way(merged, homes, &slots[s], &slots[s + 1]))
            ends[s] = ENDS_BEHIND_A_MARK;
        if (ends[s] != ENDS_ELSEWHERE)
            spare(merged, ends[s], arena, &slots[s]);
    }
    for (uint32_t i = 0; i < merged->setting_count; i++)
        if (ends[settings[i].slot] != ENDS_ELSEWHERE)
            settings[i].draft = shifted(settings[i].draft, ends[settings[i].slot]);
    *spared = *merged;
    spared->slots = slots;
    spared->settings = settings;
}
