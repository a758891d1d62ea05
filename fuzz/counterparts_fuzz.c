// SPDX-License-Identifier: Apache-2.0
// Property: two texts, parted by a line "----", are matched, and also the other way round; each
// match is of points that there are, in order, and some word says so.
#include "base/utf8_repair.h"
#include "counterparts/counterparts.h"
#include "exchange/plain/plain.h"

#include <stdlib.h>

#define LENGTH_MAX 20000u

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static struct str cut_at_line(struct str *rest)
{
    struct str mark = STR("\n----\n");
    for (size_t at = 0; at + mark.length <= rest->length; at++)
        if (str_equal(str_slice(*rest, at, at + mark.length), mark)) {
            struct str first = str_slice(*rest, 0, at);
            *rest = str_slice(*rest, at + mark.length, rest->length);
            return first;
        }
    struct str all = *rest;
    *rest = STR("");
    return all;
}

static void check(const struct counterparts *found, const struct provisions *texts)
{
    for (uint32_t k = 0; k < found->count; k++) {
        const struct counterpart *pair = &found->items[k];
        bool is_there = pair->base < texts[0].count && pair->other < texts[1].count;
        bool is_behind = k == 0 || pair->base > pair[-1].base ||
                         (pair->base == pair[-1].base && pair->other > pair[-1].other);
        bool is_told = pair->carrier_count > 0 && pair->carrier_count <= CARRIERS_MAX;
        if (!is_there || !is_behind || !is_told || pair->score == 0 || pair->score > 1000 ||
            pair->certainty > CERTAINTY_SURE)
            abort();
    }
}

static bool match(struct str sources[2], struct arena *arena)
{
    const struct vocabulary *english = vocabulary_make(arena);
    const struct vocabulary *languages[] = {english, english};
    struct provisions texts[2];
    struct error error;
    for (int t = 0; t < 2; t++) {
        const struct document *document;
        if (!plain_read(STR("x.txt"), sources[t], &input_limits_default, arena, &document, &error))
            return false;
        provisions_cut(document, arena, &texts[t]);
    }
    struct subjects subjects;
    struct counterparts found;
    struct budget budget = budget_unlimited();
    if (!subjects_make(texts, 2, languages, arena, &subjects, &error) ||
        !counterparts_find(&subjects, 1, &budget, arena, &found, &error))
        return false;
    check(&found, texts);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length > LENGTH_MAX)
        return 0;
    struct arena *arena = arena_open();
    struct str text = {(const char *)bytes, length};
    const size_t *places;
    size_t count;
    struct str rest = utf8_repair(text, arena, &places, &count);
    struct str sources[2];
    sources[0] = cut_at_line(&rest);
    sources[1] = rest;
    if (match(sources, arena)) {
        struct str turned[2] = {sources[1], sources[0]};
        if (!match(turned, arena))
            abort();
    }
    arena_close(arena);
    return 0;
}
