// SPDX-License-Identifier: Apache-2.0
#include "exchange/docx/numbering_tries.h"

#include "exchange/docx/numbering_parts.h"

#include <string.h>

#define NOT_SAID NUMBERING_NOT_SAID

struct docx_numbering *numbering_again(const struct docx_numbering *numbering, struct arena *arena)
{
    struct docx_numbering *again = ARENA_NEW(arena, struct docx_numbering);
    *again = (struct docx_numbering){.arena = arena,
                                     .styles = numbering->styles,
                                     .abstract_ids = names_make(arena),
                                     .abstracts = LIST_MAKE(arena, struct numbering_abstract),
                                     .num_ids = names_make(arena),
                                     .nums = LIST_MAKE(arena, struct numbering_num),
                                     .read_count = (uint32_t)numbering->nums.count,
                                     .label = builder_make(arena)};
    for (uint32_t i = 0; i < numbering->abstracts.count; i++) {
        struct numbering_abstract *own = LIST_ADD(&again->abstracts, struct numbering_abstract);
        *own = *LIST_AT(&numbering->abstracts, struct numbering_abstract, i);
        for (int level = 0; level < NUMBERING_LEVELS; level++)
            own->counts[level] = NOT_SAID;
        names_add(again->abstract_ids, names_at(numbering->abstract_ids, i));
    }
    for (uint32_t i = 0; i < numbering->nums.count; i++) {
        struct numbering_num *own = LIST_ADD(&again->nums, struct numbering_num);
        *own = *LIST_AT(&numbering->nums, struct numbering_num, i);
        memset(own->is_used, 0, sizeof own->is_used);
        names_add(again->num_ids, names_at(numbering->num_ids, i));
    }
    return again;
}

bool numbering_peek(struct docx_numbering *numbering, struct str num_id, int level,
                    struct numbering_sight *sight)
{
    struct numbering_num *num = numbering_find(numbering, num_id);
    struct numbering_abstract *abstract = num ? numbering_counters(numbering, num) : NULL;
    if (!abstract || level < 0 || level >= NUMBERING_LEVELS)
        return false;
    int counts[NUMBERING_LEVELS];
    memcpy(counts, abstract->counts, sizeof counts);
    bool was_used = num->is_used[level];
    bool done = numbering_next(numbering, num_id, level, numbering->arena, &sight->label,
                               &sight->is_bullet);
    memcpy(abstract->counts, counts, sizeof counts);
    num->is_used[level] = was_used;
    return done;
}

bool numbering_take(struct docx_numbering *numbering, struct str num_id, int level,
                    const struct numbering_sight *wanted)
{
    struct numbering_sight sight;
    return numbering_peek(numbering, num_id, level, &sight) &&
           sight.is_bullet == wanted->is_bullet && str_equal(sight.label, wanted->label) &&
           numbering_next(numbering, num_id, level, numbering->arena, &sight.label,
                          &sight.is_bullet);
}

uint32_t numbering_counters_number(const struct docx_numbering *numbering, struct str num_id)
{
    const struct numbering_num *num = numbering_find(numbering, num_id);
    const struct numbering_abstract *abstract = num ? numbering_counters(numbering, num) : NULL;
    if (!abstract)
        return NAMES_NONE;
    return (uint32_t)(abstract - LIST_ITEMS(&numbering->abstracts, struct numbering_abstract));
}

int numbering_count(const struct docx_numbering *numbering, struct str num_id, int level)
{
    uint32_t number = numbering_counters_number(numbering, num_id);
    if (number == NAMES_NONE || level < 0 || level >= NUMBERING_LEVELS)
        return NOT_SAID;
    return LIST_AT(&numbering->abstracts, struct numbering_abstract, number)->counts[level];
}

static const struct numbering_level *levels_of(const struct docx_numbering *numbering,
                                               struct str id)
{
    const struct numbering_num *num = numbering_find(numbering, id);
    const struct numbering_abstract *abstract = num ? numbering_counters(numbering, num) : NULL;
    return abstract ? numbering_levels(num, abstract) : NULL;
}

static bool level_shows_same(const struct numbering_level *one, const struct numbering_level *other)
{
    return one->is_legal == other->is_legal && str_equal(one->format, other->format) &&
           str_equal(one->text, other->text);
}

bool numbering_shows_same(const struct docx_numbering *one, struct str one_id,
                          const struct docx_numbering *other, struct str other_id, int level)
{
    const struct numbering_level *a = levels_of(one, one_id);
    const struct numbering_level *b = levels_of(other, other_id);
    for (int i = 0; a && b && i <= level; i++)
        if (!level_shows_same(&a[i], &b[i]))
            return false;
    return a && b;
}

bool numbering_is_same(const struct docx_numbering *one, struct str one_id,
                       const struct docx_numbering *other, struct str other_id)
{
    const struct numbering_level *a = levels_of(one, one_id);
    const struct numbering_level *b = levels_of(other, other_id);
    for (int i = 0; a && b && i < NUMBERING_LEVELS; i++)
        if (!level_shows_same(&a[i], &b[i]) || a[i].start != b[i].start ||
            a[i].restart != b[i].restart)
            return false;
    return a && b;
}

struct str numbering_find_same(const struct docx_numbering *numbering,
                               const struct docx_numbering *other, struct str other_id)
{
    if (numbering_is_same(numbering, other_id, other, other_id))
        return other_id;
    for (uint32_t i = 0; i < numbering->read_count; i++) {
        struct str id = names_at(numbering->num_ids, i);
        if (numbering_is_same(numbering, id, other, other_id))
            return id;
    }
    return STR("");
}

uint32_t numbering_counters_count(const struct docx_numbering *numbering)
{
    return (uint32_t)numbering->abstracts.count;
}

void numbering_describe(const struct docx_numbering *numbering, struct str num_id,
                        struct builder *out)
{
    const struct numbering_level *levels = levels_of(numbering, num_id);
    for (int i = 0; levels && i < NUMBERING_LEVELS; i++)
        builder_print(out, "%d %d %d %.*s %.*s;", levels[i].start, levels[i].restart,
                      levels[i].is_legal, STR_ARGS(levels[i].format), STR_ARGS(levels[i].text));
}

// A place for a list of this id; NULL when there is one.
static struct numbering_num *add_num(struct docx_numbering *numbering, struct str id)
{
    if (names_add(numbering->num_ids, id) != numbering->nums.count)
        return NULL;
    struct numbering_num *num = LIST_ADD(&numbering->nums, struct numbering_num);
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        num->starts[i] = NOT_SAID;
    return num;
}

void numbering_vary(struct docx_numbering *numbering, struct str id,
                    const struct numbering_variation *variation)
{
    const struct numbering_level *shown =
        variation->levels ? levels_of(variation->levels, variation->levels_id) : NULL;
    const struct numbering_num *like = numbering_find(numbering, variation->like);
    uint32_t abstract = like ? like->abstract : NAMES_NONE;
    bool has_levels = like && like->has_levels;
    struct numbering_level levels[NUMBERING_LEVELS];
    const struct numbering_level *own = levels_of(numbering, variation->like);
    memset(levels, 0, sizeof levels);
    if (own)
        memcpy(levels, own, sizeof levels);
    for (int i = 0; shown && i <= variation->level; i++)
        levels[i] = shown[i];
    struct numbering_num *num = add_num(numbering, id);
    if (!num)
        return;
    num->abstract = abstract;
    num->has_levels = has_levels || shown;
    memcpy(num->levels, levels, sizeof levels);
    num->starts[variation->level] = variation->start;
}

void numbering_adopt(struct docx_numbering *numbering, struct str id,
                     const struct docx_numbering *from, struct str from_id, int level)
{
    const struct numbering_level *levels = levels_of(from, from_id);
    struct numbering_num *num = add_num(numbering, id);
    if (!num || !levels)
        return;
    num->abstract = (uint32_t)numbering->abstracts.count;
    struct numbering_abstract *abstract =
        LIST_ADD(&numbering->abstracts, struct numbering_abstract);
    // A name that no w:abstractNum has, so that the names keep step with the lists.
    names_add(numbering->abstract_ids, arena_print(numbering->arena, "%.*s+", STR_ARGS(id)));
    memcpy(abstract->levels, levels, sizeof abstract->levels);
    for (int i = 0; i < NUMBERING_LEVELS; i++) {
        int count = numbering_count(from, from_id, i);
        abstract->counts[i] = NOT_SAID;
        if (i < level && count != NOT_SAID)
            abstract->levels[i].start = count;
        if (i == level && count != levels[i].start)
            num->starts[i] = count;
    }
}

void numbering_borrow(struct docx_numbering *numbering, struct str id,
                      const struct docx_numbering *from)
{
    const struct numbering_num *there = numbering_find(from, id);
    struct numbering_num *num = there ? add_num(numbering, id) : NULL;
    if (!num)
        return;
    *num = *there;
    memset(num->is_used, 0, sizeof num->is_used);
    if (there->abstract == NAMES_NONE)
        return;
    struct str name = names_at(from->abstract_ids, there->abstract);
    num->abstract = names_add(numbering->abstract_ids, name);
    if (num->abstract != numbering->abstracts.count)
        return;
    struct numbering_abstract *abstract =
        LIST_ADD(&numbering->abstracts, struct numbering_abstract);
    *abstract = *LIST_AT(&from->abstracts, struct numbering_abstract, there->abstract);
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        abstract->counts[i] = NOT_SAID;
}
