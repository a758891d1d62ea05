// SPDX-License-Identifier: Apache-2.0
#include "merge/suggested_line.h"

#include "base/arena.h"
#include "merge/similarity.h"
#include "merge/suggested_row.h"

#include <string.h>

uint32_t ids_find(struct ids whole, struct ids part, bool *is_again)
{
    uint32_t found = whole.count;
    *is_again = false;
    if (part.count == 0)
        return found;
    for (uint32_t i = 0; i + part.count <= whole.count; i++) {
        if (whole.items[i] != part.items[0] ||
            memcmp(whole.items + i, part.items, part.count * sizeof *part.items) != 0)
            continue;
        *is_again = found < whole.count;
        if (*is_again)
            return found;
        found = i;
    }
    return found;
}

static bool are_equal(struct ids a, struct ids b)
{
    return a.count == b.count &&
           (a.count == 0 || memcmp(a.items, b.items, a.count * sizeof *a.items) == 0);
}

uint32_t ids_shared(struct ids a, struct ids b)
{
    if (are_equal(a, b))
        return a.count;
    struct arena *scratch = arena_open();
    uint32_t *partners = ARENA_ARRAY(scratch, uint32_t, a.count + 1);
    uint32_t shared = 0;
    rows_align(a.items, a.count, b.items, b.count, partners);
    for (uint32_t i = 0; i < a.count; i++)
        shared += partners[i] != NO_INDEX;
    arena_close(scratch);
    return shared;
}

// What marks leave is a part of the base as it stands.
static bool fit_by_marks(const struct suggested_line *line, struct line_fit *fit)
{
    const uint32_t ends[] = {line->kept.count, line->kept_end};
    for (size_t i = 0; i < 2; i++) {
        struct ids kept = {line->kept.items, ends[i]};
        bool is_again;
        uint32_t at = ids_find(line->base, kept, &is_again);
        if (at == line->base.count || (i == 1 && ends[0] == ends[1]))
            continue;
        *fit = (struct line_fit){.base_from = at,
                                 .base_to = at + kept.count,
                                 .words_to = i == 0 ? line->words.count : line->words_end,
                                 .doubts = is_again ? ROW_TWICE : 0};
        return true;
    }
    return false;
}

// The words tell where it begins and ends: what it does not reach at either end of the base is a good
// part of it,
// and its own first or last word is the base's there.
static struct line_fit fit_by_words(const struct suggested_line *line)
{
    struct arena *scratch = arena_open();
    uint32_t *partners = ARENA_ARRAY(scratch, uint32_t, line->base.count + 1);
    struct line_fit fit = {.base_from = line->base.count, .words_to = line->words.count};
    uint32_t shared = 0;
    rows_align(line->base.items, line->base.count, line->words.items, line->words.count, partners);
    for (uint32_t i = 0; i < line->base.count; i++) {
        if (partners[i] == NO_INDEX)
            continue;
        fit.base_from = fit.base_from < i ? fit.base_from : i;
        fit.base_to = i + 1;
        shared++;
    }
    uint32_t fair = line->base.count / 4 > 3 ? line->base.count / 4 : 3;
    bool has_any = shared > 0;
    bool is_first = has_any && partners[fit.base_from] == 0;
    bool is_last = has_any && partners[fit.base_to - 1] + 1 >= line->words_end;
    bool begins_inside = has_any && (line->begins_inside || (fit.base_from >= fair && is_first));
    bool ends_inside =
        has_any && (line->ends_inside || (line->base.count - fit.base_to >= fair && is_last));
    if (ends_inside && fit.base_to < line->base.count &&
        partners[fit.base_to - 1] + 1 < line->words.count)
        fit.words_to = line->words_end;
    fit.base_from = begins_inside ? fit.base_from : 0;
    fit.base_to = ends_inside ? fit.base_to : line->base.count;
    bool is_told = line->begins_inside || line->ends_inside;
    fit.doubts |= (begins_inside || ends_inside) && !is_told ? ROW_PART_BY_SIMILARITY : 0;
    fit.doubts |= shared * 4 < line->words.count ? ROW_REWRITTEN : 0;
    arena_close(scratch);
    return fit;
}

struct line_fit suggested_line_fit(const struct suggested_line *line)
{
    struct line_fit fit;
    struct line_fit behind = {line->base.count, line->base.count, line->words.count, ROW_ADDED,
                              true};
    if (are_equal(line->base, line->words))
        return (struct line_fit){0, line->base.count, line->words.count, 0, false};
    bool is_all_new = line->is_marked && line->kept.count == 0;
    if (is_all_new && ids_shared(line->base, line->words) * 2 < line->words.count)
        return behind;
    if (line->is_marked && fit_by_marks(line, &fit))
        return fit;
    // Without a mark, a part as it stands is no change.
    if (!line->is_marked && fit_by_marks(line, &fit))
        return fit;
    fit = fit_by_words(line);
    // A marked line that is most of the base stands for all of it; what is left of a smaller one is a
    // guess.
    if (line->is_marked && (fit.base_from > 0 || fit.base_to < line->base.count))
        fit.doubts |= ROW_PART_BY_SIMILARITY;
    return fit;
}
