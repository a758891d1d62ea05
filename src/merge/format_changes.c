// SPDX-License-Identifier: Apache-2.0
#include "merge/format_changes.h"

struct format_laying {
    const struct merged *merged;
    const struct point *points;
    size_t count;
    struct arena *arena;
    struct list format_changes; // struct format change
    uint32_t *points_of;        // by paragraph of the base
};

// Each paragraph's point: that which begins with it, or the last one before.
static void find_points(struct format_laying *laying)
{
    uint32_t count = laying->merged->base->paragraph_count;
    laying->points_of = ARENA_ARRAY(laying->arena, uint32_t, count + 1);
    uint32_t next = 0;
    uint32_t point = 0;
    for (uint32_t i = 0; i < laying->count; i++) {
        uint32_t paragraph = laying->points[i].paragraph;
        if (paragraph == NO_INDEX)
            continue;
        for (; next < paragraph && next < count; next++)
            laying->points_of[next] = point;
        point = i;
    }
    for (; next < count; next++)
        laying->points_of[next] = point;
}

static struct str key_of(const struct merged *merged, const struct run_change *run_change)
{
    const struct document *draft = merged->drafts[run_change->party.number];
    uint32_t run = run_at(draft, run_change->draft.from);
    return run < draft->run_count ? draft->marks[draft->runs[run].marks].key : STR("");
}

static struct str format_of(const struct merged *merged,
                            const struct paragraph_change *paragraph_change)
{
    return merged->drafts[paragraph_change->party.number]
        ->paragraphs[paragraph_change->draft]
        .properties;
}

static bool same_words(const struct merged *merged, const struct run_change *a,
                       const struct run_change *b)
{
    return a->base.from == b->base.from && a->base.to == b->base.to &&
           str_equal(key_of(merged, a), key_of(merged, b));
}

static struct party *room_for(struct format_laying *laying)
{
    return ARENA_ARRAY(laying->arena, struct party, laying->merged->party_count);
}

// Equal ones are near each other: they begin at one place.
static void add_words(struct format_laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->run_change_count + 1);
    for (uint32_t i = 0; i < merged->run_change_count; i++) {
        const struct run_change *first = &merged->run_changes[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i;
             k < merged->run_change_count && merged->run_changes[k].base.from == first->base.from;
             k++)
            if (!is_taken[k] && same_words(merged, first, &merged->run_changes[k])) {
                is_taken[k] = true;
                parties[count++] = merged->run_changes[k].party;
            }
        *LIST_ADD(&laying->format_changes, struct format_change) = (struct format_change){
            .point = laying->points_of[paragraph_at(merged->base, first->base.from)],
            .base = first->base,
            .parties = parties,
            .party_count = count,
            .text = str_slice(merged->base->text, first->base.from, first->base.to),
            .draft = merged->drafts[first->party.number],
            .draft_from = first->draft.from};
    }
}

static void add_paragraphs(struct format_laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->paragraph_change_count + 1);
    for (uint32_t i = 0; i < merged->paragraph_change_count; i++) {
        const struct paragraph_change *first = &merged->paragraph_changes[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i;
             k < merged->paragraph_change_count && merged->paragraph_changes[k].base == first->base;
             k++)
            if (!is_taken[k] && str_equal(format_of(merged, first),
                                          format_of(merged, &merged->paragraph_changes[k]))) {
                is_taken[k] = true;
                parties[count++] = merged->paragraph_changes[k].party;
            }
        const struct document *draft = merged->drafts[first->party.number];
        const struct paragraph *paragraph = &merged->base->paragraphs[first->base];
        *LIST_ADD(&laying->format_changes, struct format_change) = (struct format_change){
            .point = laying->points_of[first->base],
            .scope = FORMAT_OF_PARAGRAPH,
            .base = {paragraph->from, paragraph->to},
            .parties = parties,
            .party_count = count,
            .text = str_slice(merged->base->text, paragraph->from, paragraph->to),
            .draft = draft,
            .draft_from = draft->paragraphs[first->draft].from};
    }
}

static bool same_numbers(const struct number_change *a, const struct number_change *b)
{
    return a->base == b->base && str_equal(a->new_label, b->new_label);
}

// What people see of it: where a number only goes a level deeper, that is all.
static struct str number_words(const struct merged *merged, const struct number_change *change,
                               struct arena *arena)
{
    const struct paragraph *paragraph =
        &merged->drafts[change->party.number]->paragraphs[change->draft];
    struct str old = change->old_label;
    struct str new = change->new_label;
    if (str_equal(old, new))
        return arena_print(arena, "on level %u of the list", paragraph->level);
    if (old.length == 0)
        return arena_print(arena, "numbered %.*s", STR_ARGS(new));
    if (new.length == 0)
        return arena_print(arena, "no longer numbered %.*s", STR_ARGS(old));
    return arena_print(arena, "numbered %.*s in place of %.*s", STR_ARGS(new), STR_ARGS(old));
}

static void add_numbers(struct format_laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->number_change_count + 1);
    for (uint32_t i = 0; i < merged->number_change_count; i++) {
        const struct number_change *first = &merged->number_changes[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i;
             k < merged->number_change_count && merged->number_changes[k].base == first->base; k++)
            if (!is_taken[k] && same_numbers(first, &merged->number_changes[k])) {
                is_taken[k] = true;
                parties[count++] = merged->number_changes[k].party;
            }
        const struct document *draft = merged->drafts[first->party.number];
        const struct paragraph *paragraph = &merged->base->paragraphs[first->base];
        *LIST_ADD(&laying->format_changes, struct format_change) = (struct format_change){
            .point = laying->points_of[first->base],
            .scope = FORMAT_OF_NUMBER,
            .base = {paragraph->from, paragraph->to},
            .parties = parties,
            .party_count = count,
            .text = str_slice(merged->base->text, paragraph->from, paragraph->to),
            .draft = draft,
            .draft_from = draft->paragraphs[first->draft].from,
            .change = number_words(merged, first, laying->arena)};
    }
}

static void add_layouts(struct format_laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->layout_change_count + 1);
    for (uint32_t i = 0; i < merged->layout_change_count; i++) {
        const struct layout_change *first = &merged->layout_changes[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i; k < merged->layout_change_count; k++)
            if (!is_taken[k] && merged->layout_changes[k].base == first->base &&
                str_equal(merged->layout_changes[k].words, first->words)) {
                is_taken[k] = true;
                parties[count++] = merged->layout_changes[k].party;
            }
        *LIST_ADD(&laying->format_changes, struct format_change) =
            (struct format_change){.point = laying->points_of[first->base],
                                   .scope = FORMAT_OF_LAYOUT,
                                   .parties = parties,
                                   .party_count = count,
                                   .text = STR(""),
                                   .change = first->words};
    }
}

struct list format_changes_lay(const struct merged *merged, const struct point *points,
                               size_t count, struct arena *arena)
{
    struct format_laying laying = {.merged = merged,
                                   .points = points,
                                   .count = count,
                                   .arena = arena,
                                   .format_changes = LIST_MAKE(arena, struct format_change)};
    if (merged->run_change_count + merged->paragraph_change_count + merged->number_change_count +
            merged->layout_change_count ==
        0)
        return laying.format_changes;
    find_points(&laying);
    add_words(&laying);
    add_paragraphs(&laying);
    add_numbers(&laying);
    add_layouts(&laying);
    return laying.format_changes;
}
