// SPDX-License-Identifier: Apache-2.0
#include "merge/relooks.h"

struct laying {
    const struct merged *merged;
    const struct point *points;
    size_t count;
    struct arena *arena;
    struct list relooks; // struct relook
    uint32_t *points_of; // by paragraph of the base
};

// Each paragraph's point: that which begins with it, or the last one before.
static void find_points(struct laying *laying)
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

static struct str key_of(const struct merged *merged, const struct restyle *restyle)
{
    const struct document *draft = merged->drafts[restyle->party.number];
    uint32_t run = run_at(draft, restyle->draft.from);
    return run < draft->run_count ? draft->marks[draft->runs[run].marks].key : STR("");
}

static struct str format_of(const struct merged *merged, const struct reformat *reformat)
{
    return merged->drafts[reformat->party.number]->paragraphs[reformat->draft].properties;
}

static bool same_words(const struct merged *merged, const struct restyle *a,
                       const struct restyle *b)
{
    return a->base.from == b->base.from && a->base.to == b->base.to &&
           str_equal(key_of(merged, a), key_of(merged, b));
}

static struct party *room_for(struct laying *laying)
{
    return ARENA_ARRAY(laying->arena, struct party, laying->merged->party_count);
}

// Equal ones are near each other: they begin at one place.
static void add_words(struct laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->restyle_count + 1);
    for (uint32_t i = 0; i < merged->restyle_count; i++) {
        const struct restyle *first = &merged->restyles[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i;
             k < merged->restyle_count && merged->restyles[k].base.from == first->base.from; k++)
            if (!is_taken[k] && same_words(merged, first, &merged->restyles[k])) {
                is_taken[k] = true;
                parties[count++] = merged->restyles[k].party;
            }
        *LIST_ADD(&laying->relooks, struct relook) = (struct relook){
            .point = laying->points_of[paragraph_at(merged->base, first->base.from)],
            .base = first->base,
            .parties = parties,
            .party_count = count,
            .draft = merged->drafts[first->party.number],
            .draft_from = first->draft.from};
    }
}

static void add_paragraphs(struct laying *laying)
{
    const struct merged *merged = laying->merged;
    bool *is_taken = ARENA_ARRAY(laying->arena, bool, merged->reformat_count + 1);
    for (uint32_t i = 0; i < merged->reformat_count; i++) {
        const struct reformat *first = &merged->reformats[i];
        if (is_taken[i])
            continue;
        struct party *parties = room_for(laying);
        uint32_t count = 0;
        for (uint32_t k = i; k < merged->reformat_count && merged->reformats[k].base == first->base;
             k++)
            if (!is_taken[k] &&
                str_equal(format_of(merged, first), format_of(merged, &merged->reformats[k]))) {
                is_taken[k] = true;
                parties[count++] = merged->reformats[k].party;
            }
        const struct document *draft = merged->drafts[first->party.number];
        const struct paragraph *paragraph = &merged->base->paragraphs[first->base];
        *LIST_ADD(&laying->relooks, struct relook) =
            (struct relook){.point = laying->points_of[first->base],
                            .is_paragraph = true,
                            .base = {paragraph->from, paragraph->to},
                            .parties = parties,
                            .party_count = count,
                            .draft = draft,
                            .draft_from = draft->paragraphs[first->draft].from};
    }
}

struct list relooks_lay(const struct merged *merged, const struct point *points, size_t count,
                        struct arena *arena)
{
    struct laying laying = {.merged = merged,
                            .points = points,
                            .count = count,
                            .arena = arena,
                            .relooks = LIST_MAKE(arena, struct relook)};
    if (merged->restyle_count + merged->reformat_count == 0)
        return laying.relooks;
    find_points(&laying);
    add_words(&laying);
    add_paragraphs(&laying);
    return laying.relooks;
}
